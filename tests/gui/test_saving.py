"""How saving goes, as the screen tells it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coprod_desktop.gui.gathering import Gathering
from coprod_desktop.gui.places import ToForm, ToHome, ToQuestion
from coprod_desktop.gui.program import Program, open_program
from coprod_desktop.gui.screens.question import QuestionScreen
from coprod_desktop.gui.widgets.answer_editor import AnswerEditor
from coprod_desktop.i18n.catalogue import read_catalogue
from coprod_desktop.workspace.autosave import Saved, SaveState
from coprod_desktop.workspace.doorway import Doorway
from tests.fakes import FakeClock, fake_world
from tests.workspace.wards import FORM, PASSPHRASE, QUESTION, make


@pytest.fixture
def program(qapp: QApplication, clock: FakeClock, tmp_path: Path) -> Iterator[Program]:
    """The window at a question, with the patient alone."""
    cast = make(tmp_path, fake_world(clock))
    found = open_program(
        Doorway(tmp_path, fake_world(clock, "more")), read_catalogue("en"), clock
    )
    session = found.routes.session
    session.take_ward(session.doorway.open(cast.priya, PASSPHRASE))
    session.gather(Gathering(cast.sam, (cast.sam,)))
    session.sit_down()
    for place in (ToHome(), ToForm(FORM), ToQuestion(QUESTION)):
        found.window.go(place)
    yield found
    session.close_ward()
    found.close()
    found.window.deleteLater()
    qapp.setStyleSheet("")


def test_old_news_of_a_save_does_not_call_the_next_key_saved(program: Program):
    screen = program.window.screen_now
    assert isinstance(screen, QuestionScreen)
    document, saved = screen.opened.document, threading.Event()

    def watch(state: SaveState) -> None:
        screen.opened.saving.tell(state)
        if state.saved is Saved.SAVED:
            saved.set()

    document.watch_saving(watch)
    box = screen.cards.answer.findChildren(AnswerEditor)[0]
    QTest.keyClick(box, Qt.Key.Key_A)
    document.flush()
    assert saved.wait(10)

    # The writer's "saved" waits in the window's queue while another key comes in.
    QTest.keyClick(box, Qt.Key.Key_B)
    QCoreApplication.sendPostedEvents()

    assert document.save_state.saved is Saved.UNSAVED
    assert screen.status.words == screen.stage.words.text("question.unsaved")
