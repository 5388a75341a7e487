"""Private words that two have opened, as cards to read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import chain

from coprod_desktop.content.forms import Form
from coprod_desktop.gui.card_views import WrittenCards
from coprod_desktop.gui.screens.opened_drafts import DraftView
from coprod_desktop.i18n.catalogue import Catalogue
from coprod_desktop.model.forms import Question
from coprod_desktop.model.people import People, Person, PersonId
from coprod_desktop.model.said import Said
from coprod_desktop.workspace.opened_words import OpenedWords


@dataclass(frozen=True, slots=True)
class FormAndPeople:
    """What a card asks for, of a form that is not open."""

    form: Form | None
    people: People

    def person(self, person: PersonId) -> Person:
        """Return somebody of the ward."""
        return self.people[person]

    def name(self, person: str) -> str:
        """Return how somebody likes to be called."""
        return self.people[PersonId(person)].name

    def question(self, question: str) -> Question:
        """Return a question of the form.

        Raises:
            LookupError: The words stand in no form.
        """
        if self.form is None:
            raise LookupError("no form asks this")
        return self.form.template.question(question)

    def option(self, question: str, option: str) -> str:
        """Return an option of a question in words.

        Raises:
            LookupError: The words stand in no form.
        """
        if self.form is None:
            raise LookupError("no form asks this")
        return self.form.words.options[question][option]


def draft_views(
    words: Catalogue, people: People, opened: Iterable[OpenedWords]
) -> tuple[DraftView, ...]:
    """Return each draft under its form and question, form by form."""
    by_form: dict[str, list[DraftView]] = {}
    for one in opened:
        view = _view(words, people, one)
        by_form.setdefault(view.form, []).append(view)
    return tuple(chain.from_iterable(by_form.values()))


def _view(words: Catalogue, people: People, one: OpenedWords) -> DraftView:
    cards = WrittenCards(words, FormAndPeople(one.form, people))
    if one.form is None:
        # Whatever else lies there is for the program, such as whom it is meant for.
        alone = replace(one.card, said=Said(one.card.said.text))
        told = words.text("opened_drafts.no_form")
        return DraftView(told, "", cards.written(alone))
    card, form = cards.written(one.card), one.form.words
    return DraftView(form.title, form.prompts[one.card.question], card)
