"""A filled-in form, as the record tells it: statements, read-backs, stances."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from coprod_desktop.model.people import PersonId
from coprod_desktop.model.said import Said

DocumentId = NewType("DocumentId", str)
StatementId = NewType("StatementId", str)
FlagId = NewType("FlagId", str)


class ReadBack(StrEnum):
    """What a voice answers when words written down for them are read back."""

    YES = "yes"
    NEARLY = "nearly"
    NO = "no"
    NOT_NOW = "not_now"


class Standing(StrEnum):
    """How far words are their voice's: the honest labels of SAFETY 2.3."""

    OWN_HAND = "own_hand"
    AGREED = "agreed"
    NEARLY = "nearly"
    REFUSED = "refused"
    NOT_YET = "not_yet"


class Signed(StrEnum):
    """Whose key is under shared words. It shows a session, never a hand."""

    OWN = "own"
    """The voice's own key: they had opened their own sign-in."""
    WARD = "ward"
    """A key that the ward keeps for somebody who has none of their own yet."""
    SCRIBE = "scribe"
    """The key of whoever wrote the words down for them."""


class MarkKind(StrEnum):
    """What a voice can say, at any time, of how their words came to be."""

    NOT_MINE = "not_mine"
    PRESSED = "pressed"


class Side(StrEnum):
    """Where somebody stands who helps when a secret is forgotten."""

    WARD = "ward"
    OUTSIDE = "outside"


class View(StrEnum):
    """What somebody thinks of another's statement."""

    AGREE = "agree"
    SOME = "some"
    DISAGREE = "disagree"
    NOT_SURE = "not_sure"
    NOT_ASKED = "not_asked"


@dataclass(frozen=True, slots=True)
class Confirmation:
    """The voice heard or read it back, and answered (FHIR Provenance verifier)."""

    answer: ReadBack
    of: str
    """Fingerprint of exactly what was read back; other words need another answer."""
    at: datetime
    witness: PersonId | None = None
    """Who held the pen and read it back, if anybody."""


@dataclass(frozen=True, slots=True)
class Stance:
    """What somebody thinks of one version of a statement, with their own words."""

    by: PersonId
    view: View
    said: Said
    at: datetime
    version: int


@dataclass(frozen=True, slots=True)
class Mark:
    """What a voice says of how its words came to be, as it stands now."""

    kind: MarkKind
    version: int
    """The version of the statement that it is about."""
    by: PersonId
    """Who wrote it down; the voice, or somebody for them."""
    at: datetime
    is_printed: bool = True
    """Whether it stands on paper; the voice's choice alone."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One voice's shared words in answer to one question."""

    id: StatementId
    question: str
    voice: PersonId
    said: Said
    version: int
    shared_at: datetime
    number: int
    """The number of the entry that shared this version."""
    confirmation: Confirmation | None = None
    stances: tuple[Stance, ...] = ()
    earlier: tuple[Statement, ...] = ()
    """Former versions, oldest first."""
    signed: Signed = Signed.WARD
    confirmed_by: PersonId | None = None
    """Who signed the read-back: the voice, or who read it to them."""
    signed_by: PersonId | None = None
    """Whose key is under it: the voice's, or who wrote it down for them."""
    marks: tuple[Mark, ...] = ()
    """What the voice says of it and has not taken back, oldest first."""

    @property
    def standing(self) -> Standing:
        """How far these words are their voice's."""
        return standing(self.said, self.confirmation)

    @property
    def differing(self) -> tuple[Stance, ...]:
        """The newest stance of each person who does not wholly agree."""
        newest = {stance.by: stance for stance in self.stances}
        return tuple(
            one for one in newest.values() if one.view in (View.SOME, View.DISAGREE)
        )


@dataclass(frozen=True, slots=True)
class Document:
    """One form of one patient, as far as it was shared."""

    id: DocumentId
    template: str
    template_version: int
    patient: PersonId
    started_by: PersonId
    started_at: datetime
    statements: tuple[Statement, ...] = ()
    """In the order in which they were first shared."""
    head: int = 0
    """The number of the newest entry of the ward's record that was read."""

    def answers(self, question: str) -> tuple[Statement, ...]:
        """Return the statements that answer a question: the patient's first."""
        found = [one for one in self.statements if one.question == question]
        return tuple(sorted(found, key=lambda one: one.voice != self.patient))

    def statement(self, statement: StatementId) -> Statement | None:
        """Return a statement by its id, or None."""
        return next((one for one in self.statements if one.id == statement), None)

    def statement_of(self, question: str, voice: PersonId) -> Statement | None:
        """Return what this voice shared in answer to a question, or None."""
        for one in self.statements:
            if one.question == question and one.voice == voice:
                return one
        return None


@dataclass(frozen=True, slots=True)
class Draft:
    """Private words in progress. Not in the record."""

    document: DocumentId
    question: str
    voice: PersonId
    statement: StatementId
    said: Said
    changed_at: datetime
    confirmation: Confirmation | None = None
    replaces: int = 0
    """The shared version that this draft changes; 0 where nothing was shared yet."""

    @property
    def standing(self) -> Standing:
        """How far these words are their voice's, if they were shared now."""
        return standing(self.said, self.confirmation)


@dataclass(frozen=True, slots=True)
class Progress:
    """Where one person is in one document, so that they can come back there."""

    document: DocumentId
    person: PersonId
    question: str = ""
    """The question that was open last; empty before the first."""
    picked: tuple[str, ...] = ()
    """The questions the person picked; empty means all of them."""
    seen: int = 0
    """The newest entry of this document that the person has seen."""


def standing(said: Said, confirmation: Confirmation | None) -> Standing:
    """Return how far words are their voice's."""
    if not said.needs_reading_back:
        return Standing.OWN_HAND
    if confirmation is None:
        return Standing.NOT_YET
    return {
        ReadBack.YES: Standing.AGREED,
        ReadBack.NEARLY: Standing.NEARLY,
        ReadBack.NO: Standing.REFUSED,
        ReadBack.NOT_NOW: Standing.NOT_YET,
    }[confirmation.answer]
