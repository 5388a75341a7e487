"""What nobody foresaw: words are saved first, little is said, nothing is quoted."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QtMsgType
from PySide6.QtWidgets import QApplication

from coprod_desktop.gui import crash_guard
from coprod_desktop.gui.crash_guard import CrashGuard, CrashNote, told_about
from coprod_desktop.gui.problems import sentence_for
from coprod_desktop.gui.screens.crash import CrashScreen
from coprod_desktop.gui.screens.open_ward import OpenWardScreen
from coprod_desktop.gui.showing.when_it_fails import show_crash
from coprod_desktop.i18n.catalogue import read_catalogue
from coprod_desktop.model.problem import NotYourWords, Problem
from tests.gui.window.conftest import Visits

CANARY = "canary words of a person"


class Watched:
    """What a guard did, in order."""

    def __init__(self, problem: Problem | None = None) -> None:
        self.done: list[object] = []
        self._problem = problem

    def save(self) -> None:
        self.done.append("save")
        if self._problem is not None:
            raise self._problem

    def show(self, note: CrashNote) -> None:
        self.done.append(note)


@pytest.fixture
def kept_hooks() -> Iterator[None]:
    """Give Python's hooks back to pytest."""
    before = sys.excepthook, threading.excepthook
    yield
    sys.excepthook, threading.excepthook = before


def fail(guard: CrashGuard) -> None:
    try:
        raise ValueError(CANARY)
    except ValueError as error:
        guard.on_exception(type(error), error, error.__traceback__)
    QApplication.processEvents()


def test_words_are_saved_before_the_page_is_shown(qapp, capfd):
    watched = Watched()

    fail(CrashGuard(watched.save, watched.show))

    assert watched.done[0] == "save"
    note = watched.done[1]
    assert isinstance(note, CrashNote)
    assert note.is_saved
    assert note.what.startswith("ValueError, test_crash.py ")
    assert CANARY not in capfd.readouterr().err


def test_the_page_says_so_when_words_could_not_be_saved(qapp, capfd):
    watched = Watched(Problem("store.disk_full"))

    fail(CrashGuard(watched.save, watched.show))

    note = watched.done[1]
    assert isinstance(note, CrashNote)
    assert not note.is_saved


def test_one_page_is_shown_until_somebody_starts_again(qapp, capfd):
    watched = Watched()
    guard = CrashGuard(watched.save, watched.show)

    fail(guard)
    fail(guard)
    shown_once = len(watched.done)
    guard.start_again()
    fail(guard)

    assert shown_once == 2
    assert len(watched.done) == 4


def test_a_failure_in_another_thread_is_told_too(qapp, kept_hooks, capfd):
    watched = Watched()
    guard = CrashGuard(watched.save, watched.show)
    guard.install()

    def work() -> None:
        raise KeyError(CANARY)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    QApplication.processEvents()
    guard.remove()

    note = watched.done[1]
    assert isinstance(note, CrashNote)
    assert note.what.startswith("KeyError")
    assert CANARY not in capfd.readouterr().err


def test_the_keyboard_can_stop_the_program(qapp, capfd):
    watched = Watched()
    guard = CrashGuard(watched.save, watched.show)

    with pytest.raises(SystemExit):
        guard.on_exception(KeyboardInterrupt, KeyboardInterrupt(), None)

    assert watched.done == []


def test_what_qt_complains_about_is_not_quoted(capfd):
    class Context:
        category = "qt.example"

    crash_guard._log_qt_message(QtMsgType.QtWarningMsg, Context(), CANARY)
    crash_guard._log_qt_message(QtMsgType.QtDebugMsg, Context(), CANARY)

    said = capfd.readouterr().err
    assert "qt.example" in said
    assert CANARY not in said


def test_a_failure_without_a_trace_is_told_by_its_kind():
    assert told_about(ValueError, None) == "ValueError"


def test_the_crash_page_leads_back_to_the_door(visits: Visits, ward_folder: Path):
    visitor = visits(ward_folder)
    show_crash(visitor.program)
    visitor.on(CrashScreen)

    visitor.press(visitor.words("crash.start_again"))

    visitor.on(OpenWardScreen)


def test_a_failure_in_the_window_shows_the_page(
    visits: Visits, ward_folder: Path, kept_hooks, capfd
):
    visitor = visits(ward_folder)
    visitor.program.stand_guard()

    try:
        raise RuntimeError(CANARY)
    except RuntimeError as error:
        sys.excepthook(type(error), error, error.__traceback__)

    visitor.on(CrashScreen)
    visitor.press(visitor.words("crash.start_again"))
    visitor.on(OpenWardScreen)
    assert CANARY not in capfd.readouterr().err


def test_whose_words_they_are_is_told_by_name():
    words = read_catalogue("en")

    said = sentence_for(NotYourWords("j"), words, {"j": "Jo Example"}.__getitem__)

    assert "Jo Example" in said


@pytest.mark.parametrize("failure", [ValueError(CANARY), Problem("no.such.key")])
def test_what_has_no_words_of_its_own_gives_nothing_away(failure: Exception):
    words = read_catalogue("en")

    assert sentence_for(failure, words, str) == words.text("problem.unexpected")
