"""Sam at a question, with the nurse who opened the ward in the room."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from coprod_desktop.gui.gathering import Gathering
from coprod_desktop.gui.program import open_program
from coprod_desktop.gui.showing.stand_in import StandIn
from coprod_desktop.i18n.catalogue import read_catalogue
from coprod_desktop.workspace.doorway import Doorway
from tests.fakes import FakeClock, fake_world
from tests.gui.privacy.desk import Desk
from tests.workspace.wards import PASSPHRASE, Cast, make

Desks = Callable[[], Desk]


@pytest.fixture(scope="session")
def privacy_pattern(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Cast]:
    """A made-up ward that every test copies."""
    folder = tmp_path_factory.mktemp("privacy-pattern") / "ward-pc"
    return folder, make(folder, fake_world(seed="privacy"))


@pytest.fixture
def desks(
    qapp: QApplication,
    privacy_pattern: tuple[Path, Cast],
    tmp_path: Path,
    clock: FakeClock,
) -> Iterator[Desks]:
    """Open the program with nobody at it yet; everything is closed at the end."""
    pattern, cast = privacy_pattern
    folder = tmp_path / "ward-pc"
    shutil.copytree(pattern, folder)
    made: list[Desk] = []

    def make_desk() -> Desk:
        program = open_program(
            Doorway(folder, fake_world(clock, "desk")),
            read_catalogue("en"),
            clock,
            asking=StandIn(tmp_path),
        )
        program.begin()
        program.window.show()
        program.window.activateWindow()
        desk = Desk(program, cast)
        made.append(desk)
        desk.settle()
        return desk

    yield make_desk
    for desk in made:
        window = desk.program.window
        window.may_close()
        window.close()
        window.deleteLater()
        desk.program.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setStyleSheet("")


@pytest.fixture
def desk(desks: Desks) -> Desk:
    """Sam sits at a question, and the nurse is in the room."""
    found = desks()
    session, cast = found.session, found.cast
    session.take_ward(session.doorway.open(cast.priya, PASSPHRASE))
    session.gather(Gathering(cast.sam, (cast.sam, cast.priya)))
    session.sit_down()
    found.open_question()
    return found
