"""The real window on a real ward, in which somebody types until it is killed.

Forked by the server, or called with the ward's folder, who opens it, the patient, and a
seed. It tells, a line each, with times by the monotonic clock that all share:

    at QUESTION FINGERPRINT     where the form opened, and which words stood there
    act NUMBER TIME             something is about to be done
    saved NUMBER FINGERPRINT    after so many acts the screen says "saved"
    shared NUMBER FINGERPRINT   after so many acts the screen says "shared"

It ends by itself only when something is raised, with the status ``FAILED``.
"""

from __future__ import annotations

import importlib
import os
import sys
import time
import traceback
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from types import TracebackType
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from coprod_desktop.app import PAPERS, SWITCH_S, real_world
from coprod_desktop.crypto.doors import FLOOR
from coprod_desktop.gui.first_window import FirstWindow
from coprod_desktop.gui.gathering import Gathering
from coprod_desktop.gui.places import ToForm, ToQuestion, ToShare
from coprod_desktop.gui.program import Program, open_program
from coprod_desktop.gui.screens.question import QuestionScreen
from coprod_desktop.gui.screens.read_back import ReadBackScreen
from coprod_desktop.gui.screens.share import SHARE, ShareScreen
from coprod_desktop.gui.widgets.answer_editor import AnswerEditor
from coprod_desktop.gui.widgets.big_button import BigButton
from coprod_desktop.i18n.catalogue import read_catalogue
from coprod_desktop.model.authored_text import Attribution, Mode
from coprod_desktop.model.documents import ReadBack
from coprod_desktop.model.people import PersonId
from coprod_desktop.workspace.doorway import Doorway
from tests.faults.fork_server import Tell
from tests.faults.typing_stream import Act, Kind, Pen, acts, fingerprint
from tests.workspace.wards import FORM, PASSPHRASE, QUESTION

FAILED = 3


class Typist(QObject):
    """Does one act after the other, with keys and the mouse."""

    def __init__(
        self,
        tell: Tell,
        program: Program,
        stream: Iterator[Act],
        sam: PersonId,
        priya: PersonId,
    ) -> None:
        super().__init__()
        self._tell = tell
        self._program = program
        self._stream = stream
        self._sam = sam
        self._priya = priya
        self._pens = {
            Pen.OWN: Attribution(sam, sam, Mode.TYPED),
            Pen.SCRIBE: Attribution(sam, priya, Mode.WORD_FOR_WORD),
        }
        self._done = 0
        self._is_acting = False
        self._pen = Pen.OWN
        self._told = (-1, "")
        words = program.stage.words
        self._saved = words.text("question.saved")
        self._shared = words.text("share.done_title")
        self._share_now = words.plural("share.now_count", 1)

    def begin(self) -> None:
        """Open the ward and the form; tell where it opened, and begin to type."""
        session, window = self._program.routes.session, self._program.window
        session.take_ward(session.doorway.open(self._priya, PASSPHRASE))
        session.gather(Gathering(self._sam, (self._sam, self._priya)))
        session.sit_down()
        window.go(ToForm(FORM))
        place = window.place
        if place == ToForm(FORM) and isinstance(window.screen_now, QuestionScreen):
            shown = session.opened.document.place if session.opened else ""
            self._tell("at", shown, fingerprint(self._editor().words))
        else:
            self._tell("at", "-", fingerprint(""))
        if session.opened is None:
            raise LookupError("the form did not open")
        session.opened.saving.changed.connect(self._look)
        window.arrived.connect(self._on_window_arrived)
        window.go(ToQuestion(QUESTION))
        self._go_to_the_end()
        self._next()

    def _on_window_arrived(self) -> None:
        """Look only after a new screen's own slot has shown how saving goes."""
        opened = self._program.routes.session.opened
        if opened is not None:
            opened.saving.changed.disconnect(self._look)
            opened.saving.changed.connect(self._look)

    def _next(self) -> None:
        act = next(self._stream)
        QTimer.singleShot(act.wait_ms, lambda: self._act(act))

    def _act(self, act: Act) -> None:
        self._tell("act", self._done, time.monotonic())
        self._is_acting = True
        if act.kind is Kind.KEY:
            self._press(_KEYS.get(act.text, Qt.Key.Key_unknown), act.text)
        elif act.kind is Kind.BACK:
            self._press(Qt.Key.Key_Backspace)
        elif act.kind is Kind.HAND_OVER:
            self._hand_over()
        else:
            self._share()
        self._done += 1
        self._is_acting = False
        self._look()
        self._next()

    def _look(self) -> None:
        """Tell what is shown as saved, once for each number of acts.

        Not in the middle of one: a quick disk may have saved it before it counts.
        """
        screen = self._program.window.screen_now
        if self._is_acting or not isinstance(screen, QuestionScreen):
            return
        if screen.status.words == self._saved:
            told = (self._done, fingerprint(self._editor().words))
            if told != self._told:
                self._told = told
                self._tell("saved", *told)

    # --- Hands ----------------------------------------------------------------------

    def _press(self, key: Qt.Key, text: str = "", control: bool = False) -> None:
        """Press and let go a key where the window system would."""
        modifiers = Qt.KeyboardModifier
        held = modifiers.ControlModifier if control else modifiers.NoModifier
        window = self._program.window.window().windowHandle()
        typed = "\r" if text == "\n" else text
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(window, QKeyEvent(kind, key, held, typed))

    def _hand_over(self) -> None:
        self._pen = Pen.SCRIBE if self._pen is Pen.OWN else Pen.OWN
        _click(
            next(
                one
                for one in self._question().pens.pens.buttons()
                if one.view.key == self._pens[self._pen]
            )
        )
        screen = self._program.window.screen_now
        if isinstance(screen, ReadBackScreen):
            _click(screen.answers[ReadBack.NOT_NOW])
        self._go_to_the_end()

    def _share(self) -> None:
        window = self._program.window
        window.go(ToShare())
        screen = window.screen_now
        if not isinstance(screen, ShareScreen):
            raise LookupError("the screen to share did not open")
        for grid in screen.grids.values():
            _click(next(one for one in grid.buttons() if one.view.id == SHARE))
            _click(self._main_button(screen))
            if screen.heading.text() != self._shared:
                raise LookupError("it was not shared")
            opened = screen.opened
            card = opened.document.cards(QUESTION)[0]
            self._tell("shared", self._done, fingerprint(card.said.text.text))
        window.go(ToQuestion(QUESTION))
        self._go_to_the_end()

    def _main_button(self, screen: ShareScreen) -> QWidget:
        return next(
            one
            for one in screen.findChildren(BigButton)
            if one.accessibleName() == self._share_now
        )

    def _go_to_the_end(self) -> None:
        """Click into the box and go behind its last word."""
        QTest.mouseClick(self._editor().viewport(), Qt.MouseButton.LeftButton)
        self._press(Qt.Key.Key_End, control=True)

    def _question(self) -> QuestionScreen:
        screen = self._program.window.screen_now
        if not isinstance(screen, QuestionScreen):
            raise LookupError("the question does not show")
        return screen

    def _editor(self) -> AnswerEditor:
        return self._question().cards.answer.findChildren(AnswerEditor)[0]


def _click(button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


_KEYS = {
    "\n": Qt.Key.Key_Return,
    " ": Qt.Key.Key_Space,
    **{chr(code + 32): Qt.Key(code) for code in range(ord("A"), ord("Z") + 1)},
}


def type_on(tell: Tell, folder: str, priya: str, sam: str, seed: int) -> None:
    """Open the window on a ward and type until something is raised."""

    def stop(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """End at once, also when it is raised in a slot."""
        traceback.print_exception(kind, error, trace)
        os._exit(FAILED)

    sys.excepthook = stop
    sys.setswitchinterval(SWITCH_S)
    app = QApplication(["coprod-desktop"])
    world = replace(real_world(), cost=FLOOR)
    doorway = Doorway(Path(folder), world)
    program = open_program(doorway, _catalogue(), world.clock)
    program.begin()
    first = FirstWindow(PAPERS[False, False])
    first.hold(program.window)
    first.show()
    who = (PersonId(sam), PersonId(priya))
    typist = Typist(tell, program, acts(seed), *who)
    QTimer.singleShot(0, typist.begin)
    app.exec()


_catalogue = cache(partial(read_catalogue, "en"))


def open_once(tell: Tell, folder: str, priya: str) -> None:
    """Load what a window loads late, and open a ward and close it."""
    for late in ("form_routes", "rooms", "screens.open_ward"):
        importlib.import_module(f"coprod_desktop.gui.{late}")
    _catalogue()
    world = replace(real_world(), cost=FLOOR)
    Doorway(Path(folder), world).open(PersonId(priya), PASSPHRASE).close()
    tell("opened")


def _write_line(*words: Any) -> None:
    """Write a line to standard output at once, in one piece."""
    os.write(1, (" ".join(str(one) for one in words) + "\n").encode())


if __name__ == "__main__":
    _ward, _priya, _sam, _seed = sys.argv[1:5]
    type_on(_write_line, _ward, _priya, _sam, int(_seed))
