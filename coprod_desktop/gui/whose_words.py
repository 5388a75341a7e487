"""Whose words they are, who wrote them down and how, and what became of them: in words.

Colour and border never stand alone (LOOK, whose words): every card says it as well.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from coprod_desktop.i18n.catalogue import Catalogue
from coprod_desktop.model.authored_text import Attribution, Mode
from coprod_desktop.model.documents import Stance, Standing
from coprod_desktop.model.people import Person, PersonId, Role
from coprod_desktop.model.said import WayOut
from coprod_desktop.workspace.cards import Card
from coprod_desktop.workspace.pens import PenChoice

_WRITTEN_DOWN = {
    Mode.WORD_FOR_WORD: "whose.said_by",
    Mode.TYPED: "whose.said_by",
    Mode.SUMMARISED: "whose.summary_of",
    Mode.INTERPRETED: "whose.interpreted",
    Mode.COPIED_FROM_PAPER: "whose.copied",
    Mode.CHOSEN: "whose.chosen_for",
    Mode.PASTED: "whose.pasted",
}

_STANDINGS = {
    Standing.AGREED: "whose.agreed",
    Standing.NEARLY: "whose.nearly",
    Standing.REFUSED: "whose.refused",
    Standing.NOT_YET: "whose.not_yet",
}


def names_in_a_row(words: Catalogue, names: Iterable[str]) -> str:
    """Return names as a language lists them: "Sam, Priya and Jo"."""
    *first, last = names
    if not first:
        return last
    row = first[0]
    for name in first[1:]:
        row = words.text("words.list_more", first=row, second=name)
    return words.text("words.list_two", first=row, second=last)


class KnowsPeople(Protocol):
    """Who can be asked for somebody of the ward; an open form can."""

    def person(self, person: PersonId) -> Person:
        """Return somebody by their id."""

    def name(self, person: str) -> str:
        """Return how somebody likes to be called."""


class WhoseWords:
    """Puts cards, pens and stances into words."""

    def __init__(self, words: Catalogue, people: KnowsPeople) -> None:
        self._words = words
        self._people = people

    def label(self, person: Person) -> str:
        """Return the label over somebody's words."""
        return self._words.text("whose.label", name=person.name)

    def job(self, person: Person) -> str:
        """Return what somebody is: their own title, else their role."""
        return person.title or self._words.text(f"role.{person.role.value}")

    def name_and_job(self, person: Person) -> str:
        """Return a name as the pen bar shows it: with the job, but for the patient."""
        if person.role is Role.PATIENT:
            return person.name
        return self._words.text(
            "pen.title_with_job", name=person.name, job=self.job(person)
        )

    def manner(self, card: Card) -> str:
        """Return who wrote an answer down and how, in sentences."""
        found = sorted(
            card.said.attributions, key=lambda one: (not one.is_own_hand, one.mode)
        )
        sentences = dict.fromkeys(
            self._manner(card.person, one, found) for one in found
        )
        return " ".join(sentences)

    def standing(self, card: Card) -> str:
        """Return whether written-down words were read back; empty for own hand."""
        key = _STANDINGS.get(card.standing)
        if key is None or card.said.is_empty:
            return ""
        return self._words.text(key, name=card.person.name)

    def shared(self, card: Card) -> str:
        """Return whether these words were shared; empty where they were."""
        if card.is_shared or card.said.is_empty:
            return ""
        key = "whose.changed" if card.statement else "whose.not_shared"
        return self._words.text(key)

    def stance(self, stance: Stance) -> str:
        """Return what somebody thinks of a statement, without their own words."""
        name = self._people.name(stance.by)
        return self._words.text(f"whose.stance_{stance.view.value}", name=name)

    def way_out(self, person: Person, way: WayOut) -> str:
        """Return the honest way out that somebody took."""
        return self._words.text(f"whose.{way.value}", name=person.name)

    def pen_title(self, pen: PenChoice) -> str:
        """Return the name of a way to hold the pen."""
        if pen.attribution.is_own_hand:
            return self.name_and_job(pen.writer)
        key = f"pen.{_scribing(pen)}_title"
        return self._words.text(key, writer=pen.writer.name, voice=pen.voice.name)

    def pen_saying(self, pen: PenChoice) -> str:
        """Return what somebody says who takes this pen."""
        if pen.attribution.is_own_hand:
            is_patient = pen.writer.role is Role.PATIENT
            return self._words.text("pen.self" if is_patient else "pen.own_view")
        return self._words.text(f"pen.{_scribing(pen)}", voice=pen.voice.name)

    def pen_at_work(self, pen: PenChoice) -> str:
        """Return who is writing, beside the label of the card that holds the pen."""
        if pen.attribution.is_own_hand:
            return self._words.text("whose.is_writing", name=pen.writer.name)
        return self._words.text(
            f"whose.is_writing_{pen.attribution.mode.value}",
            writer=pen.writer.name,
            name=pen.voice.name,
        )

    def _manner(
        self, person: Person, one: Attribution, all_of_them: list[Attribution]
    ) -> str:
        if one.mode is Mode.PASTED:
            return self._words.text("whose.pasted")
        if not one.is_own_hand:
            writer = self._people.person(one.writer)
            return self._words.text(
                _WRITTEN_DOWN[one.mode],
                name=person.name,
                writer=writer.name,
                job=self.job(writer),
            )
        if any(not other.is_own_hand for other in all_of_them):
            return self._words.text("whose.wrote_some", name=person.name)
        is_chosen = all(other.mode is Mode.CHOSEN for other in all_of_them)
        if person.role is Role.PATIENT:
            key = "whose.chose" if is_chosen else "whose.wrote"
            return self._words.text(key, name=person.name)
        key = "whose.chose_with_job" if is_chosen else "whose.wrote_with_job"
        return self._words.text(key, name=person.name, job=self.job(person))


def _scribing(pen: PenChoice) -> str:
    is_interpreted = pen.attribution.mode is Mode.INTERPRETED
    return "interpreted" if is_interpreted else "word_for_word"
