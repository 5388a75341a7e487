"""A paper to see, to print and to keep, whatever stands on it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from coprod_desktop.gui.opened import Opened
from coprod_desktop.gui.places import ToCheck, ToChoosePaper
from coprod_desktop.gui.problems import sentence_for
from coprod_desktop.gui.stage import Stage
from coprod_desktop.i18n.offered import offered
from coprod_desktop.model.problem import Problem
from coprod_desktop.workspace.paper_wishes import (
    USUAL_WISH,
    Copy,
    PaperWish,
    first_wish,
)
from coprod_desktop.workspace.passwords import suggested


def _nothing() -> None:
    return None


class PaperSource(NamedTuple):
    """What the screen of a paper is given."""

    title: str
    help: str
    back: object
    """The place that Back leads to."""
    pdf: Callable[[], bytes]
    """Makes the pages; slow. Raises Problem."""
    file_name: Callable[[], str]
    """A name that tells nobody's name."""
    keep: Callable[[Path], Path]
    """Keeps the pages at a file, in place of an older one. Raises Problem."""
    sentence: Callable[[Problem], str]
    page_said: str = "paper.picture_of"
    """Key of what is read aloud for the picture of a page."""
    was_printed: Callable[[], None] = _nothing
    """Told once the pages went to the printer."""
    which: str = ""
    """Which of several papers it is; empty where there is but one."""
    choose: object | None = None
    """The place where another of them is chosen."""
    keep_locked: Callable[[Path, str], Path] | None = None
    """Keeps them at a file under a password; None where that cannot be asked for."""
    suggest: Callable[[], str] = str
    """Makes up a password."""
    whose: str = ""
    """Whose paper it is: nobody else is told that it is at the printer."""
    untold: Callable[[], Problem | None] = _nothing
    """Why it could not be written down who saw the words; None where it was."""


def paper_of_form(
    stage: Stage, opened: Opened, chosen: PaperWish | None = None
) -> PaperSource:
    """Return a paper of the open form: the chosen one, else what fits the patient."""
    papers, words = opened.document.papers, stage.words
    wish = chosen or _first(opened)
    is_blank = wish.copy_for is Copy.BLANK
    return PaperSource(
        words.text("paper.title"),
        words.text("paper.blank_help" if is_blank else "paper.help"),
        ToCheck(),
        lambda: papers.pdf(wish),
        lambda: papers.safe_name(wish),
        # The system's window has asked about an older file of this very name.
        lambda file: papers.export(file, wish, replacing=True),
        lambda problem: sentence_for(problem, words, opened.name),
        "paper.blank_picture_of" if is_blank else "paper.picture_of",
        was_printed=lambda: papers.was_printed(wish),
        which=_in_words(stage, opened, wish),
        choose=ToChoosePaper(wish),
        keep_locked=lambda file, password: papers.export(
            file, wish, replacing=True, password=password
        ),
        whose=opened.patient_id,
        suggest=lambda: suggested(opened.ward.world.random),
        untold=lambda: opened.ward.looks.problem,
    )


def _first(opened: Opened) -> PaperWish:
    try:
        return first_wish(opened.ward.reading.of(opened.patient_id))
    except Problem:
        # Whoever shows how they like to read has told it.
        return USUAL_WISH


def _in_words(stage: Stage, opened: Opened, wish: PaperWish) -> str:
    language = wish.language or opened.document.form.words.language
    names = {one.tag: one.name for one in offered()}
    if wish.choice.beside:
        names[language] = stage.words.text("choose_paper.both_cy")
    return stage.words.text(
        "paper.which",
        kind=stage.words.text(f"choose_paper.{wish.kind}"),
        copy=stage.words.text(f"choose_paper.{wish.copy_for}"),
        language=names.get(language, language),
    )
