"""Photographs of filled-in sheets, as they are told beside words copied off them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from coprod_desktop.model.authored_text import Mode
from coprod_desktop.model.documents import Document, Statement
from coprod_desktop.model.people import PersonId


@dataclass(frozen=True, slots=True)
class SheetPhotograph:
    """A photograph that is kept, as it is told outside the ward's files."""

    number: int
    """Of the entry that tells of it."""
    by: PersonId
    """Who brought it."""
    at: datetime
    sheet: str
    """The code of the sheet."""
    sha256: bytes
    """Of the file."""
    questions: tuple[str, ...]
    """The ids of the questions on the sheet."""

    def is_of(self, statement: Statement) -> bool:
        """Whether a statement was copied off its sheet, as far as is known."""
        return statement.question in self.questions and any(
            one.mode is Mode.COPIED_FROM_PAPER for one in statement.said.attributions
        )


def told_of(
    document: Document, kept: Iterable[SheetPhotograph]
) -> tuple[SheetPhotograph, ...]:
    """Return the photographs that are told on paper: words were copied off them."""
    return tuple(
        one for one in kept if any(one.is_of(each) for each in document.statements)
    )
