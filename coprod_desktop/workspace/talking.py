"""Talk cards: one thing at a time, answered by yes, no, or not sure (decision 020).

A phrase that is answered becomes words of the pen's voice, as one that is chosen does;
an option of a question is picked by yes and not picked by no. The answer to a card is
read back from the words and choices that stand: nothing else is kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from coprod_desktop.model.forms import Question, QuestionKind
from coprod_desktop.workspace.desk import Desk
from coprod_desktop.workspace.phrasing import Phrasing
from coprod_desktop.workspace.writing import Writing


class TalkAnswer(StrEnum):
    """What can be said to a card. To pass it by says nothing."""

    YES = "yes"
    NO = "no"
    NOT_SURE = "not_sure"


@dataclass(frozen=True, slots=True)
class TalkCard:
    """One thing to say yes or no to."""

    question: str
    words: str
    picture: str
    says: Mapping[TalkAnswer, str] = field(default_factory=dict)
    """Words that each answer puts into the text."""
    picks: Mapping[TalkAnswer, str] = field(default_factory=dict)
    """Options of the question that each answer picks."""


_OPTIONS = frozenset(
    {QuestionKind.FACES, QuestionKind.CHOOSE_ONE, QuestionKind.CHOOSE_MANY}
)
_AGREEMENT = {one: one.value for one in TalkAnswer}
"""The ids of an agreement question that say the same as the three answers."""


class Talking:
    """Makes the cards of a question, and takes what is said to them."""

    def __init__(self, desk: Desk, writing: Writing, phrasing: Phrasing) -> None:
        self._desk = desk
        self._writing = writing
        self._phrasing = phrasing

    def cards(self, question: Question) -> tuple[TalkCard, ...]:
        """Return a question's cards; lists and days have none.

        Raises:
            Problem: The phrases that lie beside the form are broken.
        """
        words = self._desk.scene.form.words
        if question.kind is QuestionKind.WORDS:
            return tuple(self._phrases(question))
        if question.kind is QuestionKind.AGREEMENT:
            asked = words.prompts[question.id]
            return (TalkCard(question.id, asked, question.picture, picks=_AGREEMENT),)
        if question.kind in _OPTIONS:
            said = words.options[question.id]
            return tuple(
                TalkCard(
                    question.id,
                    said[one.id],
                    one.picture,
                    picks={TalkAnswer.YES: one.id},
                )
                for one in question.options
            )
        return ()

    def answer(self, card: TalkCard, given: TalkAnswer) -> None:
        """Take what was said to a card; what was said to it before makes room.

        Raises:
            NotYourWords: The voice said something else with their own hand.
            Problem: The answer would be too long.
        """
        if card.says:
            words, others = card.says[given], card.says.values()
            self._phrasing.say(card.question, words, others)
        elif given in card.picks:
            self._writing.choose(card.question, card.picks[given])
        else:
            self.take_back(card)

    def take_back(self, card: TalkCard) -> None:
        """Take away what was said to a card.

        Raises:
            NotYourWords: The voice said it with their own hand.
        """
        for words in card.says.values():
            self._phrasing.unsay(card.question, words)
        for option in card.picks.values():
            if option in self._chosen(card.question):
                self._writing.unchoose(card.question, option)

    def answer_to(self, card: TalkCard) -> TalkAnswer | None:
        """Return what was said to a card, as it stands in the answer now."""
        chosen = self._chosen(card.question)
        for given in TalkAnswer:
            words = card.says.get(given)
            if words is not None and self._phrasing.is_said(card.question, words):
                return given
            if card.picks.get(given) in chosen:
                return given
        return None

    def _phrases(self, question: Question) -> Iterator[TalkCard]:
        offered = self._phrasing.offered(question.id)
        no, not_sure = (one.words for one in offered.talk)
        for one in offered.fitting:
            says = {
                TalkAnswer.YES: one.words,
                TalkAnswer.NO: no.replace("{phrase}", one.words),
                TalkAnswer.NOT_SURE: not_sure.replace("{phrase}", one.words),
            }
            yield TalkCard(question.id, one.words, one.picture, says)

    def _chosen(self, question: str) -> frozenset[str]:
        said = self._desk.said(question, self._desk.pen.voice)
        return frozenset(one.option for one in said.chosen)
