"""The tour's part about answering without writing. It leaves no words behind."""

from __future__ import annotations

from PySide6.QtCore import Qt

from coprod_desktop.gui.opened import Opened
from coprod_desktop.gui.scanning.letter_board import LetterBoardScreen
from coprod_desktop.gui.screen_stack import ScreenStack
from coprod_desktop.gui.screens.parts import PartsScreen
from coprod_desktop.gui.screens.phrases import PhrasesScreen
from coprod_desktop.gui.screens.question import QuestionScreen
from coprod_desktop.gui.screens.talk import TalkScreen
from coprod_desktop.gui.screens.talk_card import TalkCardScreen
from coprod_desktop.gui.screens.talk_end import TalkEndScreen
from coprod_desktop.gui.showing.visitor import NothingThere, Visitor

ESCAPE = Qt.Key.Key_Escape


def without_writing(visitor: Visitor) -> None:
    """From a question of the care plan: pictures, letters, and talk cards."""
    opened = visitor.program.routes.session.opened
    if opened is None:
        raise LookupError("no form is open")
    visitor.press(visitor.words("question.all"))
    visitor.on(PartsScreen)
    visitor.press(opened.prompt("i-will"))
    _pictures(visitor)
    _letters(visitor)
    visitor.press(visitor.words("question.all"))
    visitor.on(PartsScreen)
    _cards(visitor, opened)


def _pictures(visitor: Visitor) -> None:
    """Choose two pictures, and take them back."""
    visitor.on(QuestionScreen)
    visitor.press(visitor.words("question.choose_pictures"))
    screen = visitor.on(PhrasesScreen)
    first, _, third, *_ = screen.many.buttons()
    for button in (first, third):
        visitor.press(button.view.words)
    visitor.picture("phrases")
    for button in (first, third):
        visitor.press(button.view.words)
    visitor.press(visitor.words("phrases.done"))
    visitor.on(QuestionScreen)


def _letters(visitor: Visitor) -> None:
    """Look at the board that one switch writes with."""
    window = visitor.program.window
    stack = window.findChild(ScreenStack)
    if stack is None:
        raise NothingThere("stack")
    box = visitor.on(QuestionScreen).cards.answer.box.editor
    stack.cover(LetterBoardScreen(visitor.program.stage, box))
    visitor.on(LetterBoardScreen)
    visitor.picture("letter-board")
    visitor.key(ESCAPE)
    visitor.on(QuestionScreen)


def _cards(visitor: Visitor, opened: Opened) -> None:
    """Say yes to one card, see what was said, and take it away again."""
    words = visitor.words
    visitor.press(words("talk.open"))
    visitor.on(TalkScreen)
    visitor.picture("talk")
    visitor.press(opened.document.words.sections["what-next"])
    visitor.on(TalkCardScreen)
    visitor.press(words("talk.next_question"))
    visitor.on(TalkCardScreen)
    visitor.picture("talk-card")
    visitor.press(words("talk.answer_yes"))
    visitor.press(words("talk.stop"))
    visitor.on(TalkEndScreen)
    visitor.picture("talk-end")
    visitor.press(words("talk.take_back"))
    visitor.press(words("talk.done"))
    visitor.on(PartsScreen)
