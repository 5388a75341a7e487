"""The screens about photographs of sheets. Loaded by whoever goes to one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod_desktop.gui.going import going
from coprod_desktop.gui.sheet_places import SheetPlace, ToKeepPhotograph, ToPhotographs
from coprod_desktop.gui.sheet_views import photograph_said, picture_of
from coprod_desktop.gui.widgets.beside import Beside
from coprod_desktop.gui.widgets.big_button import BigButton
from coprod_desktop.gui.widgets.in_a_row import in_a_row
from coprod_desktop.gui.widgets.plain import text_label
from coprod_desktop.model.authored_text import Mode

if TYPE_CHECKING:
    from coprod_desktop.gui.asking import Asking
    from coprod_desktop.gui.opened import Opened
    from coprod_desktop.gui.screen import Screen
    from coprod_desktop.gui.screens.question import QuestionScreen
    from coprod_desktop.gui.stage import Stage


def sheet_screen(
    stage: Stage, opened: Opened, asking: Asking, place: SheetPlace
) -> Screen:
    """Make the screen for a place about photographs of sheets.

    Raises:
        LookupError: There is no such place.
    """
    if isinstance(place, ToKeepPhotograph):
        from coprod_desktop.gui.screens import keep_photograph  # noqa: PLC0415

        return keep_photograph.KeepPhotographScreen(stage, opened, asking, place.code)
    if isinstance(place, ToPhotographs):
        from coprod_desktop.gui.screens import photographs  # noqa: PLC0415

        return photographs.PhotographsScreen(stage, opened, place.question)
    raise LookupError(type(place).__name__)


def show_handwriting(screen: QuestionScreen, question: str) -> None:
    """Show at a question the photograph that its words are copied from.

    While somebody copies, it stands beside their words; else a button leads to it.
    """
    opened, stage = screen.opened, screen.stage
    kept = opened.document.sheets.photographs.of_question(question)
    if not kept:
        return
    place = ToPhotographs(question)
    if opened.document.pen.mode is Mode.COPIED_FROM_PAPER:
        said = photograph_said(stage.words, kept[0])
        view = picture_of(stage, opened, kept[0], said)
        at = screen.body.indexOf(screen.cards)
        screen.body.removeWidget(screen.cards)
        screen.body.insertWidget(at, Beside(stage, view, screen.cards))
        return
    words = stage.words.text("photograph.is_kept")
    look = BigButton(
        stage,
        stage.words.text("photograph.look"),
        "camera",
        "quiet",
        going(screen, place),
    )
    at = screen.body.indexOf(screen.cards) + 1
    screen.body.insertWidget(at, text_label(words, "strong"))
    screen.body.insertLayout(at + 1, in_a_row(look))
