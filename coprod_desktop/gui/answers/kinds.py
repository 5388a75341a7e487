"""Which editor answers which kind of question."""

from __future__ import annotations

from coprod_desktop.gui.answers.answer import Answer, WordsAnswer
from coprod_desktop.gui.answers.choice_answer import ChoiceAnswer
from coprod_desktop.gui.answers.date_answer import DateAnswer
from coprod_desktop.gui.answers.list_answer import ListAnswer
from coprod_desktop.gui.answers.pen_work import PenWork
from coprod_desktop.gui.stage import Stage
from coprod_desktop.model.forms import QuestionKind

_KINDS: dict[QuestionKind, type[WordsAnswer | ChoiceAnswer | ListAnswer | DateAnswer]]
_KINDS = {
    QuestionKind.WORDS: WordsAnswer,
    QuestionKind.FACES: ChoiceAnswer,
    QuestionKind.CHOOSE_ONE: ChoiceAnswer,
    QuestionKind.CHOOSE_MANY: ChoiceAnswer,
    QuestionKind.AGREEMENT: ChoiceAnswer,
    QuestionKind.TOPICS: ListAnswer,
    QuestionKind.PEOPLE: ListAnswer,
    QuestionKind.DATE: DateAnswer,
}


def answer_for(stage: Stage, work: PenWork) -> Answer:
    """Return the editor for a question, with the pen that is held now."""
    return _KINDS[work.question.kind](stage, work)
