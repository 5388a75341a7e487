"""What a kept photograph is called, and how it comes onto the screen."""

from __future__ import annotations

from functools import partial

from coprod_desktop.gui.decoding import decoded
from coprod_desktop.gui.opened import Opened
from coprod_desktop.gui.photograph_view import PhotographView
from coprod_desktop.gui.stage import Stage
from coprod_desktop.i18n.catalogue import Catalogue
from coprod_desktop.i18n.dates import long_date
from coprod_desktop.workspace.photographs import Photograph


def photograph_said(words: Catalogue, kept: Photograph) -> str:
    """Return what a photograph is called: of which sheet, and since when it is kept."""
    return words.text("photograph.said", sheet=kept.told.sheet, day=day_of(words, kept))


def brought_by(words: Catalogue, opened: Opened, kept: Photograph) -> str:
    """Return who brought a photograph, and when."""
    by, day = opened.name(kept.by), day_of(words, kept)
    return words.text("photograph.brought", name=by, day=day)


def day_of(words: Catalogue, kept: Photograph) -> str:
    """Return the day on which a photograph was kept, as the ward's wall says it."""
    return long_date(kept.at.astimezone().date(), words.language)


def picture_of(
    stage: Stage, opened: Opened, kept: Photograph, said: str
) -> PhotographView:
    """Return a view of a kept photograph; it is read and drawn beside the window."""
    file = partial(opened.document.sheets.photographs.file, kept)
    return PhotographView(stage, said, lambda: decoded(file()))
