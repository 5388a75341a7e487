"""A paper to see, to print and to keep, whatever stands on it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from coprod_desktop.gui.opened import Opened
from coprod_desktop.gui.places import ToCheck
from coprod_desktop.gui.problems import sentence_for
from coprod_desktop.gui.stage import Stage
from coprod_desktop.model.problem import Problem


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
    untold: Callable[[], Problem | None] = _nothing
    """Why it could not be written down who saw the words; None where it was."""


def paper_of_form(stage: Stage, opened: Opened) -> PaperSource:
    """Return the paper of the open form."""
    papers, words = opened.document.papers, stage.words
    return PaperSource(
        words.text("paper.title"),
        words.text("paper.help"),
        ToCheck(),
        papers.pdf,
        papers.safe_name,
        # The system's window has asked about an older file of this very name.
        lambda file: papers.export(file, replacing=True),
        lambda problem: sentence_for(problem, words, opened.name),
        was_printed=papers.was_printed,
        untold=lambda: opened.ward.looks.problem,
    )
