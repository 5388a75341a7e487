"""What the cards of "Something is not fair here" say."""

from __future__ import annotations

from datetime import datetime, tzinfo

from coprod_desktop.gui.whose_words import KnowsPeople, WhoseWords
from coprod_desktop.gui.widgets.statement_card import CardView
from coprod_desktop.i18n.catalogue import Catalogue
from coprod_desktop.i18n.dates import long_day_of
from coprod_desktop.model.documents import Draft, standing
from coprod_desktop.model.flags import Flag, FlagAnswer
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.said import Said
from coprod_desktop.workspace.cards import Card
from coprod_desktop.workspace.flags import FlagTo, PrivateFlag

_KEPT = {
    FlagTo.ADVOCATE: "not_fair.is_for_advocate",
    FlagTo.PRIVATE: "not_fair.is_kept",
}


class FlagViews:
    """Puts flags and their answers into words, with the days of one zone."""

    def __init__(self, words: Catalogue, people: KnowsPeople, zone: tzinfo) -> None:
        self._words = words
        self._people = people
        self._zone = zone
        self._whose = WhoseWords(words, people)

    def told(self, flag: Flag) -> CardView:
        """Return what a card says of something that the meeting was told."""
        key = "not_fair.is_waiting" if flag.is_open else "not_fair.is_answered"
        said = self._words.text(key, day=self._day(flag.at))
        return self._card(flag.voice, flag.said, said, is_shared=True)

    def answer(self, answer: FlagAnswer) -> CardView:
        """Return what a card says of an answer."""
        said = self._words.text("not_fair.is_answer", day=self._day(answer.at))
        return self._card(answer.by, answer.said, said, is_shared=True)

    def kept(self, flag: PrivateFlag) -> CardView:
        """Return what a card says of something that was kept."""
        said = self._words.text(_KEPT[flag.to], day=self._day(flag.at))
        return self._card(flag.voice, flag.said, said, is_shared=False)

    def written(self, draft: Draft) -> CardView:
        """Return what a card says of what was just written."""
        return self._card(draft.voice, draft.said, "", is_shared=False)

    def _card(
        self, voice: PersonId, said: Said, note: str, *, is_shared: bool
    ) -> CardView:
        person = self._people.person(voice)
        words_alone = Said(text=said.text)
        card = Card(
            question="",
            person=person,
            said=words_alone,
            standing=standing(words_alone, None),
            is_shared=is_shared,
            is_new=False,
            can_write=False,
        )
        notes = (self._whose.standing(card), note)
        return CardView(
            person.kind,
            person.initial,
            self._whose.label(person),
            manner=self._whose.manner(card),
            words=said.text.text,
            standing="\n".join(one for one in notes if one),
        )

    def _day(self, at: datetime) -> str:
        return long_day_of(at, self._words.language, self._zone)
