"""The parts of a running program with a window, put together."""

from __future__ import annotations

import gc
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from coprod_desktop.gui.asking import Asking
from coprod_desktop.gui.background import Background
from coprod_desktop.gui.collecting import Collecting
from coprod_desktop.gui.listening import Listening
from coprod_desktop.gui.look import load_fonts
from coprod_desktop.gui.look_board import LookBoard
from coprod_desktop.gui.main_window import MainWindow
from coprod_desktop.gui.own_asking import OwnAsking
from coprod_desktop.gui.reading_keeper import ReadingKeeper
from coprod_desktop.gui.routes import Routes
from coprod_desktop.gui.saying_anew import SayingAnew
from coprod_desktop.gui.session import Session
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.tongue import Tongue, turn_lines
from coprod_desktop.gui.widgets.picture import shelf_for
from coprod_desktop.i18n.catalogue import Catalogue
from coprod_desktop.model.ports import Clock
from coprod_desktop.model.reading import Reading
from coprod_desktop.workspace.doorway import Doorway

if TYPE_CHECKING:
    from coprod_desktop.gui.privacy import Privacy
    from coprod_desktop.gui.scanning.one_switch import OneSwitch

TIDY_EVERY_MS = 50


@dataclass(slots=True)
class Program:
    """Everything that one window needs."""

    window: MainWindow
    routes: Routes
    stage: Stage
    closing: ExitStack = field(default_factory=ExitStack)

    def begin(self) -> None:
        """Show the first screen in the window."""
        self.window.go(self.routes.first_place())

    def be_the_only_window(self, give_way: Callable[[], None]) -> bool:
        """Stand before the ward alone; whether it could be.

        Where another window stands there, that is asked to come to the front, and this
        one says so; ``give_way`` ends it.
        """
        from coprod_desktop.workspace.one_window import OneWindow  # noqa: PLC0415

        one = OneWindow(self.routes.session.doorway.folder)
        self.closing.callback(one.leave)
        if one.is_first():
            from coprod_desktop.gui.coming_to_front import (  # noqa: PLC0415
                ComingToFront,
            )

            ComingToFront(self.window, one)
            return True
        from coprod_desktop.gui.screens.open_already import (  # noqa: PLC0415
            OpenAlreadyScreen,
        )

        one.knock()
        screen = OpenAlreadyScreen(self.stage, one.was_heard, give_way)
        self.window.put_in_place(screen)
        screen.focus_first()
        return False

    def words_below(self) -> str:
        """Return all that stands on the screen that shows now."""
        from coprod_desktop.gui.hard_words import text_on  # noqa: PLC0415

        return text_on(self.window.screen_now)

    def warm_up(self) -> None:
        """Load the database and the paper while somebody reads the first screen."""
        from coprod_desktop.workspace.warm_up import warm_up  # noqa: PLC0415

        # Loading leaves much behind that is never needed again. Taken away at once,
        # its room is used anew: 8 MiB less in the end.
        tidying = QTimer(self.window)
        tidying.timeout.connect(lambda: gc.collect(1))
        tidying.start(TIDY_EVERY_MS)

        def on_loaded(_: None) -> None:
            tidying.stop()
            # What was loaded stays as long as the program. Left out of each search for
            # garbage, the window stands still for a tenth of the time.
            gc.collect()
            gc.freeze()
            self.closing.callback(gc.unfreeze)

        def on_failed(error: Exception) -> None:
            tidying.stop()
            raise error

        self.stage.background.run(warm_up, on_loaded, on_failed)

    def stand_guard(self) -> None:
        """Show the crash page for whatever nobody foresaw."""
        from coprod_desktop.gui.crash_guard import CrashGuard, CrashNote  # noqa: PLC0415

        def start_again() -> None:
            guard.start_again()
            self.window.close_ward()

        def show(note: CrashNote) -> None:
            from coprod_desktop.gui.screens.crash import CrashScreen  # noqa: PLC0415

            self.window.put_in_place(CrashScreen(self.stage, note, start_again))

        def save() -> None:
            self.routes.session.save()
            # And what stands on the screen alone, such as a line not yet added.
            self.window.keep_words()

        guard = CrashGuard(save, show)
        guard.install()
        self.closing.callback(guard.remove)

    def keep_watch(self, monotonic: Callable[[], float]) -> Privacy:
        """Lock when nobody touches anything, and cover the screen by a key.

        ``monotonic`` gives seconds that never run back.
        """
        from coprod_desktop.gui.privacy import Privacy  # noqa: PLC0415 - not needed yet

        return Privacy(self.window, self.routes.session, monotonic, self._reading)

    def serve_one_switch(
        self,
        privacy: Privacy,
        monotonic: Callable[[], float],
        pace: QTimer | None = None,
    ) -> OneSwitch:
        """Let one switch do everything, when somebody asks for it.

        And let a hand that shakes press once, when it asks for that. ``pace`` moves
        the frame; a test gives one that waits for nothing.
        """
        from coprod_desktop.gui.scanning.one_switch import OneSwitch  # noqa: PLC0415
        from coprod_desktop.gui.second_press import SecondPress  # noqa: PLC0415

        privacy.watch.takes.append(SecondPress(self._reading, monotonic).take)
        return OneSwitch(self.window, self.stage, privacy.watch, monotonic, pace)

    def close(self) -> None:
        """Wait for work at hand, and clear away what was only for this time."""
        self.stage.background.close()
        self.closing.close()

    def _reading(self) -> Reading:
        return self.stage.board.reading


def open_program(
    doorway: Doorway,
    words: Catalogue,
    clock: Clock,
    *,
    asking: Asking | None = None,
    example_passphrase: str = "",
) -> Program:
    """Put a program together for the ward behind a doorway; nothing is shown yet.

    A QApplication must exist. ``example_passphrase`` opens the made-up ward.
    """
    stage = make_stage(words, clock)
    routes = Routes(stage, Session(doorway), asking or OwnAsking(), example_passphrase)
    program = Program(MainWindow(stage, routes), routes, stage)
    stage.board.dress(program.window)
    routes.below = program.words_below
    keeper = ReadingKeeper(routes.session, stage.board, program.window.tell)
    keeper.setParent(program.window)
    SayingAnew(program.window, stage)
    Listening(program.window, stage, routes.session)
    program.window.arrived.connect(keeper.look_who_is_here)
    program.closing.callback(Collecting().stop)
    return program


def make_stage(words: Catalogue, clock: Clock) -> Stage:
    """Put fonts, colours and the direction of writing onto the application."""
    load_fonts()
    turn_lines(words)
    board = LookBoard()
    return Stage(Tongue(words), board, shelf_for(board), Background(), clock)
