"""The tour's part about what belongs to a person: marks, what is not fair, the log."""

from __future__ import annotations

from PySide6.QtCore import Qt

from coprod_desktop.gui.screens.check_paper import CheckPaperScreen
from coprod_desktop.gui.screens.check_words import CheckWordsScreen
from coprod_desktop.gui.screens.find_words import FindWordsScreen
from coprod_desktop.gui.screens.home import HomeScreen
from coprod_desktop.gui.screens.mark import MarkScreen
from coprod_desktop.gui.screens.not_fair import NotFairScreen
from coprod_desktop.gui.screens.not_fair_answer import NotFairAnswerScreen
from coprod_desktop.gui.screens.not_fair_choice import NotFairChoiceScreen
from coprod_desktop.gui.screens.not_fair_kept import NotFairKeptScreen
from coprod_desktop.gui.screens.not_fair_list import NotFairListScreen
from coprod_desktop.gui.screens.own_log import OwnLogScreen
from coprod_desktop.gui.screens.paper import PaperScreen
from coprod_desktop.gui.screens.parts import PartsScreen
from coprod_desktop.gui.screens.question import QuestionScreen
from coprod_desktop.gui.showing.visitor import Visitor

ESCAPE = Qt.Key.Key_Escape


def own_words(visitor: Visitor) -> None:
    """From the paper: mark words, say and answer what is not fair, and read the log."""
    visitor.key(ESCAPE)
    visitor.on(CheckWordsScreen)
    visitor.key(ESCAPE)
    visitor.on(PartsScreen)
    _mark(visitor)
    _page_for_the_advocate(visitor)
    _tell_the_meeting(visitor)
    _own_log(visitor)
    _check_paper(visitor)


def _mark(visitor: Visitor) -> None:
    words, opened = visitor.words, visitor.program.routes.session.opened
    if opened is None:
        raise LookupError("no form is open")
    visitor.press(opened.prompt("recovery"))
    visitor.on(QuestionScreen)
    visitor.press(words("mark.open"))
    visitor.on(MarkScreen)
    visitor.picture("mark")
    visitor.press(words("mark.pressed"))
    visitor.picture("marked")
    visitor.press(words("mark.done"))
    visitor.on(QuestionScreen)


def _not_fair(visitor: Visitor, said: str) -> None:
    """Write what is not fair, from where the person is, and go on to the choice."""
    visitor.press(visitor.words("not_fair.title"))
    visitor.on(NotFairScreen)
    visitor.write(said)
    visitor.picture("not-fair")
    visitor.press(visitor.words("not_fair.go_on"))
    visitor.on(NotFairChoiceScreen)


def _page_for_the_advocate(visitor: Visitor) -> None:
    _not_fair(visitor, "My visits were cut short, and nobody told me why.")
    visitor.picture("not-fair-choice")
    visitor.press(visitor.words("not_fair.advocate"))
    page = visitor.on(PaperScreen)
    visitor.until(lambda: page.picture is not None)
    visitor.picture("not-fair-page")
    visitor.key(ESCAPE)
    visitor.on(NotFairListScreen)
    visitor.key(ESCAPE)
    visitor.on(QuestionScreen)


def _tell_the_meeting(visitor: Visitor) -> None:
    words = visitor.words
    _not_fair(visitor, "The door to the garden is locked.")
    visitor.press(words("not_fair.meeting"))
    visitor.on(NotFairKeptScreen)
    visitor.picture("not-fair-told")
    visitor.press(words("not_fair.before"))
    visitor.on(NotFairListScreen)
    visitor.press(words("not_fair.answer_this"))
    visitor.on(NotFairAnswerScreen)
    visitor.write("I did not know. I will ask today.")
    visitor.picture("not-fair-answer")
    visitor.press(words("not_fair.answer_tell"))
    visitor.on(NotFairListScreen)
    visitor.picture("not-fair-list")
    visitor.key(ESCAPE)
    visitor.on(QuestionScreen)


def _own_log(visitor: Visitor) -> None:
    words = visitor.words
    visitor.press(words("question.all"))
    visitor.on(PartsScreen)
    visitor.key(ESCAPE)
    visitor.on(HomeScreen)
    visitor.press(words("home.own_log"))
    visitor.on(OwnLogScreen)
    visitor.picture("own-log")
    visitor.press(words("own_log.paper"))
    page = visitor.on(PaperScreen)
    visitor.until(lambda: page.picture is not None)
    visitor.picture("own-log-paper")


def _check_paper(visitor: Visitor) -> None:
    """Type a code with a slip, and choose the paper that was kept."""
    words = visitor.words
    visitor.key(ESCAPE)
    visitor.on(OwnLogScreen)
    visitor.key(ESCAPE)
    visitor.on(HomeScreen)
    _find_words(visitor)
    visitor.press(words("check_paper.title"))
    screen = visitor.on(CheckPaperScreen)
    visitor.write("7F3K-9QW")
    visitor.press(words("check_paper.check"))
    visitor.until(lambda: not screen.is_waiting)
    visitor.picture("check-paper")
    visitor.press(words("check_paper.choose"))
    visitor.until(lambda: not screen.is_waiting)
    visitor.picture("check-paper-file")


def _find_words(visitor: Visitor) -> None:
    """Look for a word in what Sam said."""
    words = visitor.words
    visitor.press(words("find.title"))
    visitor.on(FindWordsScreen)
    visitor.write("me")
    visitor.press(words("find.now"))
    visitor.picture("find-words")
    visitor.key(ESCAPE)
    visitor.on(HomeScreen)
