"""Checking a printed page or a PDF, and what came of it in plain words.

It tells where a paper differs and never what stands there: no words of anybody. So
nothing is written down about who looked (decision 019).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from coprod_desktop.i18n.dates import long_date
from coprod_desktop.i18n.isolates import isolating
from coprod_desktop.model.problem import Problem
from coprod_desktop.model.progress import Progress
from coprod_desktop.workspace.finding_codes import FoundCode, find_code
from coprod_desktop.workspace.verifying import Kept, PdfVerdict, Verdict, verify_pdf

if TYPE_CHECKING:
    from coprod_desktop.i18n.catalogue import Catalogue
    from coprod_desktop.model.people import Person
    from coprod_desktop.pdf.compare import Difference
    from coprod_desktop.workspace.ward import Ward

MOST_BYTES = 100 * 2**20
"""A paper of a thousand pages is far smaller."""

Mood = Literal["good", "calm", "problem"]

_FILE: dict[Verdict, tuple[str, Mood]] = {
    Verdict.SAME: ("check_paper.file_same", "good"),
    Verdict.NEWER: ("check_paper.file_newer", "calm"),
    Verdict.CHANGED: ("check_paper.file_changed", "problem"),
}
_CODE: dict[bool, tuple[str, Mood]] = {
    True: ("check_paper.code_same", "good"),
    False: ("check_paper.code_newer", "calm"),
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of checking, in sentences."""

    says: str
    where: tuple[str, ...] = ()
    """Where a paper differs, one line a place; or that it is signed."""
    careful: str = ""
    """What the answer does not tell."""
    mood: Mood = "problem"
    """``good`` where nothing was added since, ``calm`` where something was."""


def pdf_at(place: Path) -> bytes:
    """Return what a file holds that somebody chose to be checked.

    Raises:
        Problem: It cannot be read, or is far too big to be a paper.
    """
    try:
        if place.stat().st_size > MOST_BYTES:
            raise Problem("pdf.problem.not_pdf")
        return place.read_bytes()
    except OSError:
        raise Problem("check_paper.cannot_read") from None


class PaperChecking:
    """Checks for one asker: all papers of the ward, or those of one patient alone."""

    def __init__(self, ward: Ward, patient: Person | None = None) -> None:
        """Check for staff; for whoever sits at ``patient``'s forms where one is given.

        Another patient's paper is answered as one of another ward is: whoever may not
        see a form is not told that it is there.
        """
        self._ward = ward
        self._patient = patient

    def code(
        self, typed: str, words: Catalogue, progress: Progress = lambda *_: None
    ) -> Answer:
        """Return what a check code stands for.

        Raises:
            Problem: It cannot be a code, or the store is damaged.
        """
        words = isolating(words)
        patient = self._patient.id if self._patient else None
        found = find_code(self._ward, typed, patient, progress)
        return self._told_of_code(found, words)

    def file(self, pdf: bytes, words: Catalogue, password: str = "") -> Answer:
        """Return how a PDF compares with the record.

        Raises:
            Problem: It is no PDF, its password is another, or the store is damaged.
        """
        words = isolating(words)
        patient = self._patient.id if self._patient else None
        ward = self._ward
        found = verify_pdf(ward.store, pdf, ward.shelf, patient, password)
        return self._told_of_file(found, words)

    def _told_of_code(self, found: FoundCode, words: Catalogue) -> Answer:
        if found.kept is None:
            says = self._unknown(words, "code")
            if found.is_slip:
                says = words.text("check_paper.code_slip")
            return Answer(says)
        key, mood = _CODE[found.is_newest]
        says = _with_form(words, key, found.kept)
        return Answer(says, (), words.text("check_paper.code_only"), mood)

    def _told_of_file(self, found: PdfVerdict, words: Catalogue) -> Answer:
        if found.verdict is Verdict.TOO_NEW:
            return Answer(words.text("check_paper.file_too_new"))
        if found.kept is None:
            return Answer(self._unknown(words, "file"))
        key, mood = _FILE[found.verdict]
        says = _with_form(words, key, found.kept)
        where = tuple(dict.fromkeys(places(found.differences, words)))
        if found.is_signed:
            where = (words.text("check_paper.signed"),)
        careful = words.text("check_paper.file_only") if found.is_genuine else ""
        return Answer(says, where, careful, mood)

    def _unknown(self, words: Catalogue, what: str) -> str:
        if self._patient is None:
            return words.text(f"check_paper.{what}_foreign")
        return words.text(f"check_paper.{what}_not_of", name=self._patient.name)


def places(found: tuple[Difference, ...], words: Catalogue) -> Iterator[str]:
    """Yield on which page and at which question a paper differs, and in what way."""
    for one in found:
        way = words.text(f"check_paper.differs.{one.kind.value}")
        if one.page and one.question:
            yield words.text(
                "check_paper.at_question", page=one.page, question=one.question, way=way
            )
        elif one.page:
            yield words.text("check_paper.on_page", page=one.page, way=way)
        else:
            yield words.text("check_paper.in_file", way=way)


def _with_form(words: Catalogue, key: str, kept: Kept) -> str:
    day = long_date(kept.at.astimezone().date(), words.language)
    return words.text(key, name=kept.name, title=kept.title, day=day)
