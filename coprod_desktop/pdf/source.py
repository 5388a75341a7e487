"""Everything that a paper is made from, and how people are named on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo

from coprod_desktop.i18n.catalogue import Catalogue
from coprod_desktop.i18n.dates import long_date
from coprod_desktop.model.documents import Document, Draft
from coprod_desktop.model.flags import Flag
from coprod_desktop.model.forms import FormTemplate, FormWords, Question
from coprod_desktop.model.people import People, Person, PersonId, Role
from coprod_desktop.model.sheet_photographs import SheetPhotograph
from coprod_desktop.pdf.blocks import Voice
from coprod_desktop.pdf.both import paired
from coprod_desktop.pdf.choice import USUAL, PaperChoice
from coprod_desktop.pdf.layouts import LAYOUT

_ROLE_WORDS = {
    Role.PATIENT: "pdf.role.patient",
    Role.PARTNER_IN_CARE: "pdf.role.partner_in_care",
    Role.NURSE: "pdf.role.nurse",
    Role.DOCTOR: "pdf.role.doctor",
    Role.OTHER_STAFF: "pdf.role.other_staff",
    Role.PEER_SUPPORT_WORKER: "pdf.role.peer_support_worker",
    Role.ADVOCATE: "pdf.role.advocate",
    Role.INTERPRETER: "pdf.role.interpreter",
}


@dataclass(frozen=True, slots=True)
class Beside:
    """A second language: the form's words and ours."""

    words: FormWords
    catalogue: Catalogue


@dataclass(frozen=True, slots=True)
class PaperFacts:
    """What a paper says beyond the document itself."""

    ward: str
    printed_at: datetime
    check_code: str
    head: int
    """The number of the newest entry of the record that the paper was made from."""
    zone: tzinfo = UTC
    """Where the ward's clock hangs: dates on paper are that clock's."""
    layout: int = LAYOUT
    flags: tuple[Flag, ...] = ()
    """What the meeting that the document belongs to was told is not fair."""
    choice: PaperChoice = USUAL
    sheet_tag: int = 0
    """Of the document's sheets to fill in by hand."""
    beside: Beside | None = None
    """The second language of a paper that has two."""
    photographs: tuple[SheetPhotograph, ...] = ()
    """Those of sheets that words were copied off."""


@dataclass(frozen=True, slots=True)
class Names:
    """People, and how a language calls them on paper."""

    people: People
    catalogue: Catalogue

    def role_of(self, person: Person) -> str:
        """Return somebody's job or relation, in words."""
        return person.title or self.catalogue.text(_ROLE_WORDS[person.role])

    def named(self, person: PersonId) -> str:
        """Return a name as it stands in a sentence: the patient's without a role."""
        one = self.people[person]
        if one.role is Role.PATIENT:
            return one.name
        return self.with_role(one)

    def with_role(self, person: Person) -> str:
        """Return a name and what the person is."""
        role = self.role_of(person)
        return self.catalogue.text("pdf.author", name=person.name, role=role)

    def voice(self, person: PersonId, label: str = "") -> Voice:
        """Return how a person's words are marked; ``label`` in place of the usual."""
        one = self.people[person]
        usual = label or self.label(one)
        return Voice(one.kind, one.initial, usual, self.with_role(one))

    def label(self, person: Person) -> str:
        """Return the label of a person's words."""
        if person.role is Role.PATIENT:
            return self.catalogue.text("pdf.words_of", name=person.name)
        role = self.role_of(person)
        return self.catalogue.text("pdf.words_of_other", name=person.name, role=role)


@dataclass(frozen=True, slots=True)
class Source(Names):
    """A document with all that is needed to put it into words."""

    document: Document
    template: FormTemplate
    words: FormWords
    facts: PaperFacts
    drafts: tuple[Draft, ...] = ()

    @property
    def patient(self) -> Person:
        """Whose document it is."""
        return self.people[self.document.patient]

    def day(self, day: date) -> str:
        """Return a day in full, in each language of the paper."""
        first = long_date(day, self.words.language)
        beside = self.facts.beside
        if beside is None:
            return first
        return paired(first, long_date(day, beside.words.language))

    def number(self, question: str) -> int:
        """Return a question's number, as the form counts them from one.

        Raises:
            KeyError: The form has no such question.
        """
        for number, one in enumerate(self.template.questions(), start=1):
            if one.id == question:
                return number
        raise KeyError(question)

    def numbered(self, question: Question) -> str:
        """Return a question as its heading says it."""
        return self.catalogue.text(
            "pdf.question",
            number=self.number(question.id),
            prompt=self.words.prompts[question.id],
        )

    def questions(self, questions: Sequence[str]) -> str:
        """Return "question 5" or "questions 2 and 5", in the form's order."""
        numbers = [str(one) for one in sorted({self.number(q) for q in questions})]
        joined = numbers[0]
        for place, number in enumerate(numbers[1:], start=2):
            joined = (
                self.catalogue.text("pdf.and", first=joined, last=number)
                if place == len(numbers)
                else self.catalogue.text("pdf.comma", first=joined, next=number)
            )
        return self.catalogue.plural("pdf.questions", len(numbers), numbers=joined)
