"""What a question's screen and the list of parts show, as values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from coprod_desktop.model.documents import (
    Draft,
    Stance,
    Standing,
    Statement,
    standing,
)
from coprod_desktop.model.forms import Question, Section
from coprod_desktop.model.people import Person, PersonId
from coprod_desktop.model.said import Said
from coprod_desktop.workspace.desk import Desk


@dataclass(frozen=True, slots=True)
class Card:
    """One voice's words at a question, as they stand now."""

    question: str
    person: Person
    said: Said
    standing: Standing
    is_shared: bool
    """Whether exactly these words are shared."""
    is_new: bool
    """Whether they were shared since the reader was last here."""
    can_write: bool
    """Whether the pen that is held now writes here."""
    statement: Statement | None = None
    """What this voice shared last, if anything."""
    draft: Draft | None = None
    stances: tuple[Stance, ...] = ()

    @property
    def voice(self) -> PersonId:
        """Whose words they are."""
        return self.person.id

    @property
    def version(self) -> int:
        """The shared version; 0 where nothing was shared."""
        return self.statement.version if self.statement else 0


class RowState(StrEnum):
    """How far a question is, in the list of parts."""

    EMPTY = "empty"
    DRAFT = "draft"
    SHARED = "shared"
    WAY_OUT = "way_out"
    OTHERS = "others"
    """Only others have said something."""


@dataclass(frozen=True, slots=True)
class Row:
    """One question in the list of parts."""

    question: Question
    state: RowState
    is_new: bool = False
    """Whether somebody shared words here since the reader was last here."""
    is_waiting: bool = False
    """Whether words here wait to be read back to somebody who is here."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the form and its questions."""

    section: Section
    rows: tuple[Row, ...]


def cards(desk: Desk, question: str) -> tuple[Card, ...]:
    """Return a question's cards: the patient's first, then in the order of sharing.

    The card of the pen's voice is there even when it is empty.
    """
    patient = desk.scene.patient.id
    shared = [one.voice for one in desk.document.answers(question)]
    drafted = [one.voice for one in desk.drafts() if one.question == question]
    voices = list(dict.fromkeys([*shared, *drafted, desk.pen.voice]))
    voices.sort(key=lambda voice: voice != patient)
    return tuple(card(desk, question, voice) for voice in voices)


def card(desk: Desk, question: str, voice: PersonId) -> Card:
    """Return one voice's card at a question."""
    draft = desk.draft(question, voice)
    statement = desk.statement(question, voice)
    said = desk.said(question, voice)
    is_shared = statement is not None and statement.said == said
    confirmation = draft.confirmation if draft else None
    if is_shared and statement and confirmation is None:
        confirmation = statement.confirmation
    return Card(
        question,
        desk.scene.ward.people()[voice],
        said,
        standing(said, confirmation),
        is_shared,
        statement is not None and is_new(desk, statement),
        desk.pen.voice == voice,
        statement,
        draft,
        statement.stances if statement else (),
    )


def is_new(desk: Desk, statement: Statement) -> bool:
    """Whether a statement was shared since the reader was last here."""
    reader = desk.reader.id
    return statement.voice != reader and statement.number > desk.progress(reader).seen


def row(desk: Desk, question: Question) -> Row:
    """Return a question as the list of parts shows it."""
    found = cards(desk, question.id)
    return Row(
        question,
        _state(found, desk.scene.patient.id),
        any(one.is_new for one in found),
        any(is_waiting(desk, one) for one in found),
    )


def is_waiting(desk: Desk, one: Card) -> bool:
    """Whether a card's words wait to be read back to a voice that is here."""
    return one.standing is Standing.NOT_YET and desk.scene.is_here(one.voice)


def _state(found: tuple[Card, ...], patient: PersonId) -> RowState:
    if any(one.draft is not None and not one.is_shared for one in found):
        return RowState.DRAFT
    for one in found:
        if one.voice == patient and not one.said.is_empty:
            return RowState.WAY_OUT if one.said.way_out else RowState.SHARED
    if any(not one.said.is_empty for one in found):
        return RowState.OTHERS
    return RowState.EMPTY
