"""Sam at a question, with the nurse who opened the ward in the room.

One window serves all these tests, as one computer serves a ward; its folder is made
anew for each, and who sat there last has gone.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from coprod_desktop.gui.gathering import Gathering
from coprod_desktop.gui.places import ToOpenWard
from coprod_desktop.gui.program import Program, open_program
from coprod_desktop.gui.showing.stand_in import StandIn
from coprod_desktop.i18n.catalogue import read_catalogue
from coprod_desktop.workspace.doorway import Doorway
from tests.fakes import FakeClock, fake_world
from tests.gui.privacy.desk import Desk
from tests.workspace.wards import PASSPHRASE, Cast, make


@dataclass
class Computer:
    """A ward's computer, and what its folder held at first."""

    program: Program
    clock: FakeClock
    folder: Path
    pattern: Path
    cast: Cast

    def begin_anew(self) -> None:
        """Put the folder back to how it was, and show the door."""
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(self.pattern, self.folder)
        window = self.program.window
        window.go(ToOpenWard())
        window.show()
        window.activateWindow()


@pytest.fixture(scope="session")
def computer(
    qapp: QApplication, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Computer]:
    """The window, on a made-up ward."""
    place = tmp_path_factory.mktemp("privacy")
    pattern, folder, clock = place / "pattern", place / "ward-pc", FakeClock()
    cast = make(pattern, fake_world(clock, "privacy"))
    program = open_program(
        Doorway(folder, fake_world(clock, "desk")),
        read_catalogue("en"),
        clock,
        asking=StandIn(place),
    )
    yield Computer(program, clock, folder, pattern, cast)
    program.window.close()
    program.window.deleteLater()
    program.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setStyleSheet("")


@pytest.fixture
def at_the_door(computer: Computer) -> Iterator[Desk]:
    """Nobody has opened the ward yet."""
    style = computer.program.stage.board
    style.set_look(style.look)
    computer.begin_anew()
    desk = Desk(computer.program, computer.cast, computer.clock)
    desk.settle()
    yield desk
    desk.leave()


@pytest.fixture
def desk(at_the_door: Desk) -> Desk:
    """Sam sits at a question, and the nurse is in the room."""
    session, cast = at_the_door.session, at_the_door.cast
    session.take_ward(session.doorway.open(cast.priya, PASSPHRASE))
    session.gather(Gathering(cast.sam, (cast.sam, cast.priya)))
    session.sit_down()
    at_the_door.open_question()
    return at_the_door
