"""The tour's part about spelling. It leaves no words behind."""

from __future__ import annotations

from PySide6.QtCore import Qt

from coprod_desktop.gui.screens.question import QuestionScreen
from coprod_desktop.gui.screens.spelling import SpellingScreen
from coprod_desktop.gui.showing.visitor import Visitor

WRITTEN = " I rest when I am tierd."


def check_spelling(visitor: Visitor) -> None:
    """Ask about a word that is written as it sounds, and take the sentence away."""
    words = visitor.words
    visitor.write(WRITTEN)
    visitor.press(words("question.check_spelling"))
    screen = visitor.on(SpellingScreen)
    visitor.until(lambda: visitor.program.stage.background.is_idle)
    screen.focus_first()
    visitor.picture("spelling")
    visitor.press(words("spelling.stop"))
    visitor.on(QuestionScreen).cards.answer.take_focus()
    visitor.key(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    for _ in WRITTEN:
        visitor.key(Qt.Key.Key_Backspace)
