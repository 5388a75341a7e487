"""After locking, handing over or covering: nothing of the last person can be found."""

from __future__ import annotations

import gc
import weakref

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from coprod_desktop.gui.gathering import Gathering
from coprod_desktop.gui.lock_places import (
    ToCloseWard,
    ToHandOver,
    ToStaffReturn,
    ToUncover,
)
from coprod_desktop.gui.places import ToHelp, ToLock
from tests.gui.privacy.desk import CANARY, Desk
from tests.gui.privacy.traces import spoken, tell, titles
from tests.workspace.wards import PASSPHRASE

SAM = "Sam Example"
CTRL = Qt.KeyboardModifier.ControlModifier
LEAVING = [ToLock(), ToCloseWard(), ToUncover()]
"""What leaves a screen behind that names nobody."""


def leave(desk: Desk, place: object) -> None:
    """Leave in one of the ways, and let Qt take away what has gone."""
    desk.program.window.go(place)
    desk.settle()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    desk.settle()


@pytest.fixture
def written(desk: Desk) -> Desk:
    """Sam has written a word that stands nowhere else."""
    desk.type(CANARY)
    return desk


@pytest.mark.parametrize("place", LEAVING, ids=repr)
def test_assistive_technology_comes_to_nothing_of_them(written: Desk, place: object):
    before = spoken()

    leave(written, place)

    assert tell(before, CANARY)
    assert tell(before, SAM)
    assert tell(spoken(), CANARY, SAM) == []


@pytest.mark.parametrize("place", LEAVING, ids=repr)
def test_no_window_has_a_title_that_tells_of_them(written: Desk, place: object):
    leave(written, place)

    assert tell(titles(), CANARY, SAM, "care plan", "Larch") == []
    assert any("Coprod Desktop" in one for one in titles())


def test_help_that_covered_the_words_takes_them_along(written: Desk):
    written.program.window.go(ToHelp())

    leave(written, ToLock())

    assert tell(spoken(), CANARY, SAM) == []


def test_handing_over_leaves_no_words(written: Desk):
    leave(written, ToHandOver())

    # Names of the ward's patients stand there: staff say who is here.
    assert tell(spoken(), CANARY) == []
    assert tell(titles(), CANARY, SAM) == []


def picture(desk: Desk) -> QImage:
    """What is seen in the window."""
    desk.settle()
    return desk.program.window.grab().toImage()


@pytest.mark.parametrize("place", LEAVING, ids=repr)
def test_the_screen_looks_as_if_it_had_never_known_anybody(desk: Desk, place: object):
    leave(desk, ToHandOver())
    leave(desk, place)
    never = picture(desk)
    if place == ToUncover():
        desk.program.window.go(ToUncover())
    come_back(desk)
    desk.type(CANARY)
    with_words = picture(desk)

    leave(desk, place)

    assert picture(desk) == never
    assert with_words != never


def come_back(desk: Desk) -> None:
    """Sit Sam down at the question again, whatever the ward was left like."""
    session, cast = desk.session, desk.cast
    if not session.has_ward:
        session.take_ward(session.doorway.open(cast.priya, PASSPHRASE))
    session.is_locked = False
    session.gather(Gathering(cast.sam, (cast.sam, cast.priya)))
    session.sit_down()
    desk.open_question()


@pytest.mark.parametrize("place", [ToLock(), ToCloseWard(), ToHandOver()], ids=repr)
def test_screens_and_what_they_held_are_gone_from_memory(written: Desk, place: object):
    opened = written.session.opened
    assert opened is not None
    desk_of_words = opened.document._desk
    kept = {
        "screen": written.screen,
        "box": written.box,
        "document": opened.document,
        "words": desk_of_words,
        "undo": desk_of_words.histories,
        "copied": opened.clipping,
        "sitting": written.session.sitting,
    }
    gone = {name: weakref.ref(one) for name, one in kept.items()}
    del opened, desk_of_words, kept

    leave(written, place)

    assert [name for name, one in gone.items() if one() is not None] == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Z, Qt.Key.Key_Y, Qt.Key.Key_V])
def test_no_box_gives_words_back_by_a_key(written: Desk, key: Qt.Key):
    leave(written, ToLock())
    leave(written, ToStaffReturn())

    for box in boxes(written.program.window):
        box.setFocus()
        QTest.keyClick(box, key, CTRL)

    assert boxes(written.program.window), "there is a box to try it in"
    assert tell(spoken(), CANARY) == []


def boxes(window: QWidget) -> list[QWidget]:
    """Every box in which something can be written."""
    found: list[QWidget] = []
    for kind in (QLineEdit, QPlainTextEdit, QTextEdit):
        found += window.findChildren(kind)
    return found


def test_locking_again_and_again_leaves_no_more_widgets(desk: Desk):
    def widgets_after_a_round() -> int:
        leave(desk, ToLock())
        come_back(desk)
        gc.collect()
        return len(QApplication.allWidgets())

    counts = [widgets_after_a_round() for _ in range(5)]

    assert counts[-1] == counts[1]
