"""The tour's part about answering without writing. It leaves no words behind."""

from __future__ import annotations

from coprod_desktop.gui.screens.parts import PartsScreen
from coprod_desktop.gui.screens.phrases import PhrasesScreen
from coprod_desktop.gui.screens.question import QuestionScreen
from coprod_desktop.gui.showing.visitor import Visitor


def without_writing(visitor: Visitor) -> None:
    """From a question of the care plan: answer with pictures, and take it back."""
    words = visitor.words
    opened = visitor.program.routes.session.opened
    if opened is None:
        raise LookupError("no form is open")
    visitor.press(words("question.all"))
    visitor.on(PartsScreen)
    visitor.press(opened.prompt("i-will"))
    visitor.on(QuestionScreen)
    visitor.press(words("question.choose_pictures"))
    screen = visitor.on(PhrasesScreen)
    first, _, third, *_ = screen.many.buttons()
    for button in (first, third):
        visitor.press(button.view.words)
    visitor.picture("phrases")
    for button in (first, third):
        visitor.press(button.view.words)
    visitor.press(words("phrases.done"))
    visitor.on(QuestionScreen)
