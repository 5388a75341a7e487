"""Going to another screen does nothing twice: counted, as machines are not as fast."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from coprod_desktop.gui.gathering import Gathering
from coprod_desktop.gui.places import ToForm, ToHome, ToQuestion
from coprod_desktop.gui.screen import Frame, Screen
from coprod_desktop.gui.screen_stack import ScreenStack
from coprod_desktop.gui.screens.question import QuestionScreen
from coprod_desktop.gui.showing.visitor import Visitor
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.statement_card import CardView, StatementCard
from coprod_desktop.model.people import VoiceKind
from tests.workspace.wards import FORM, QUESTION


class Counting(QObject):
    """Counts what Qt tells widgets."""

    def __init__(self) -> None:
        super().__init__()
        self.told: Counter[QEvent.Type] = Counter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QWidget):
            self.told[event.type()] += 1
        return False


class Tall(QWidget):
    """Stands for words: as tall as it must be in its width, and keeps who asked."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[int] = set()
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        self.asked.add(width)
        return 2_000_000 // max(1, width)

    def sizeHint(self) -> QSize:
        return QSize(400, 100)


def test_a_question_is_made_and_styled_once(
    qapp: QApplication, at_who_is_here: Visitor
):
    program = at_who_is_here.program
    session, window = program.routes.session, program.window
    patient = next(
        one
        for one in session.ward.people.everyone
        if not one.is_staff and not one.beside
    )
    session.gather(Gathering(patient.id, (patient.id, session.ward.opened_by.id)))
    session.sit_down()
    for place in (ToHome(), ToForm(FORM), ToQuestion(QUESTION), ToHome(), ToForm(FORM)):
        window.go(place)
        at_who_is_here.settle()
    counting = Counting()
    qapp.installEventFilter(counting)

    window.go(ToQuestion(QUESTION))

    qapp.removeEventFilter(counting)
    screen = at_who_is_here.on(QuestionScreen)
    made = 1 + len(screen.findChildren(QWidget))
    assert counting.told[QEvent.Type.Create] == made
    # Each when it comes into the window; what is made there later, not even then.
    assert counting.told[QEvent.Type.StyleChange] <= made
    assert counting.told[QEvent.Type.Polish] <= made + 1


def test_words_on_a_card_are_laid_out_in_the_width_that_they_get(
    qtbot: QtBot, stage: Stage
):
    stack = ScreenStack()
    qtbot.addWidget(stack)
    stack.resize(1366, 685)
    stack.show()
    QApplication.processEvents()
    screen, words = Screen(stage, Frame("What helps?", "helps")), Tall()
    card = StatementCard(stage, CardView(VoiceKind.PATIENT, "S", "Sam’s words"))
    card.put(words)
    screen.body.addWidget(card)

    stack.show_only(screen)
    QApplication.processEvents()

    # Once beside a scroll bar and once without: Qt finds out whether there is one.
    assert words.width() in words.asked
    assert len(words.asked) <= 2
