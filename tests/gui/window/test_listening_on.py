"""Reading on from somebody's words, where somebody goes to them."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest

from coprod_desktop.gui.places import ToQuestion
from coprod_desktop.gui.read_card import ReadCard
from coprod_desktop.gui.screens.question import QuestionScreen
from coprod_desktop.gui.showing.visitor import Visitor
from coprod_desktop.gui.widgets.statement_card import StatementCard
from tests.gui.window.ears import Ears, at_a_question


@pytest.fixture
def ears(at_who_is_here: Visitor) -> Ears:
    """Sam and Priya, at a question."""
    return at_a_question(at_who_is_here)


def nurses_words(ears: Ears) -> StatementCard:
    """Let Priya write at the question, and give the pen back to Sam."""
    opened = ears.visitor.program.routes.session.opened
    assert opened is not None
    question = opened.document.picked[0]
    own = {one.voice.name: one for one in opened.pens() if one.writer is one.voice}
    for name in ("Priya Sample", "Sam Example"):
        opened.document.take_pen(own[name].attribution)
        ears.visitor.program.window.go(ToQuestion(question))
        box = ears.visitor.on(QuestionScreen).cards.answer.box.editor
        QTest.keyClicks(box, f"{name} likes quiet rooms.")
    ears.visitor.program.window.go(ToQuestion(question))
    (card,) = ears.visitor.screen.findChildren(ReadCard)
    return card


def test_somebodys_words_are_read_when_the_focus_goes_to_them(ears: Ears):
    card = nurses_words(ears)
    ears.begin()
    before = len(ears.said)

    card.setFocus()
    ears.hear_out()

    heard = ears.said[before:]
    assert heard[0] == card.view.label
    assert card.view.words.split(".")[0] in " ".join(heard)
    assert ears.visitor.screen.frame.title not in " ".join(heard)
    assert ears.is_silent()


def test_going_there_says_nothing_while_it_is_held_or_nothing_is_read(ears: Ears):
    card = nurses_words(ears)
    card.setFocus()
    unasked = ears.said
    ears.begin()
    ears.press("listen.pause")
    before = ears.said

    ears.visitor.screen.focus_main()
    card.setFocus()

    assert unasked == []
    assert ears.said == before
    assert ears.sound.is_held


def test_going_to_ones_own_box_changes_nothing_of_what_is_read(ears: Ears):
    ears.begin()
    before = ears.said

    ears.visitor.screen.focus_main()
    ears.visitor.screen.focus_first()

    assert ears.said == before
