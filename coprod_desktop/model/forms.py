"""A form's structure, as values: what is asked, in which order, in which way.

A published version never changes. The words stand apart (:class:`FormWords`), one set a
language. FHIR: Questionnaire, group, item; a question's id is the item's linkId.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class QuestionKind(StrEnum):
    """How a question is answered. Own words may be added to every one of them."""

    WORDS = "words"
    FACES = "faces"
    CHOOSE_ONE = "choose_one"
    CHOOSE_MANY = "choose_many"
    TOPICS = "topics"
    PEOPLE = "people"
    AGREEMENT = "agreement"
    DATE = "date"


FACES = ("very_good", "good", "ok", "hard", "very_hard")
"""The five faces, from best to hardest; also the option ids of a faces question."""

AGREEMENT = ("yes", "some", "no", "not_sure", "not_asked")
"""The option ids of an agreement question."""


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose; its words stand in :class:`FormWords`."""

    id: str
    picture: str


@dataclass(frozen=True, slots=True)
class Question:
    """One question, which is one screen."""

    id: str
    kind: QuestionKind
    picture: str
    options: tuple[Option, ...] = ()
    """For people questions: the marks that can be put on a person."""
    beside: tuple[str, ...] = ()
    """Who is asked to add their own words: "staff", "partner". Others may as well."""
    is_in_short: bool = False
    """Whether it belongs to the short form that is offered first."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a form, shown as one heading in the list of parts."""

    id: str
    picture: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class FormTemplate:
    """A form's structure, in one published version."""

    id: str
    version: int
    picture: str
    sections: tuple[Section, ...]
    written_by: str = ""
    has_short: bool = False
    """Whether the person may take the short form and pick which questions."""

    def questions(self) -> Iterator[Question]:
        """Yield every question in the form's order."""
        for section in self.sections:
            yield from section.questions

    def question(self, question: str) -> Question:
        """Return a question by its id.

        Raises:
            KeyError: The form has no such question.
        """
        for one in self.questions():
            if one.id == question:
                return one
        raise KeyError(question)

    def section_of(self, question: str) -> Section:
        """Return the part in which a question stands.

        Raises:
            KeyError: The form has no such question.
        """
        for section in self.sections:
            if any(one.id == question for one in section.questions):
                return section
        raise KeyError(question)


@dataclass(frozen=True, slots=True)
class FormWords:
    """A form's words in one language.

    Names in braces (``{meeting}``) are settings of the ward, filled before they are
    shown; see :meth:`filled`.
    """

    language: str
    title: str
    summary: str
    sections: Mapping[str, str] = field(default_factory=dict)
    """Section id to its heading."""
    prompts: Mapping[str, str] = field(default_factory=dict)
    """Question id to the question."""
    helps: Mapping[str, str] = field(default_factory=dict)
    """Question id to its one line of help."""
    options: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Question id to option id to words."""

    def filled(self, settings: Mapping[str, str]) -> FormWords:
        """Return the words with the ward's settings in their places."""

        def fill(text: str) -> str:
            for name, value in settings.items():
                text = text.replace("{" + name + "}", value)
            return text

        def fill_all(texts: Mapping[str, str]) -> dict[str, str]:
            return {key: fill(text) for key, text in texts.items()}

        return FormWords(
            self.language,
            fill(self.title),
            fill(self.summary),
            fill_all(self.sections),
            fill_all(self.prompts),
            fill_all(self.helps),
            {key: fill_all(texts) for key, texts in self.options.items()},
        )
