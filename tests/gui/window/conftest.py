"""A visitor in front of the real window, with a ward in a folder of its own."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from coprod_desktop.gui.program import Program, open_program
from coprod_desktop.gui.screens.who_is_here import WhoIsHereScreen
from coprod_desktop.gui.showing.stand_in import StandIn
from coprod_desktop.gui.showing.visitor import Visitor
from coprod_desktop.i18n.catalogue import Catalogue
from coprod_desktop.workspace.doorway import Doorway
from tests.english import english
from tests.fakes import FakeClock, fake_world
from tests.workspace.wards import PASSPHRASE, make

Visits = Callable[..., Visitor]


@pytest.fixture(scope="session")
def ward_pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A made-up ward that every test copies."""
    folder = tmp_path_factory.mktemp("window-pattern") / "ward-pc"
    make(folder, fake_world(seed="window"))
    return folder


@pytest.fixture
def ward_folder(ward_pattern: Path, tmp_path: Path) -> Path:
    """A ward of the test's own."""
    folder = tmp_path / "ward-pc"
    shutil.copytree(ward_pattern, folder)
    return folder


@pytest.fixture
def visits(qapp: QApplication, tmp_path: Path, clock: FakeClock) -> Iterator[Visits]:
    """Open the program for a folder; everything is closed after the test."""
    opened: list[Program] = []

    def visit(
        folder: Path, words: Catalogue | None = None, passphrase: str = ""
    ) -> Visitor:
        program = open_program(
            Doorway(folder, fake_world(clock, "visit")),
            words or english(),
            clock,
            asking=StandIn(tmp_path),
            example_passphrase=passphrase,
        )
        opened.append(program)
        program.begin()
        program.window.show()
        program.window.activateWindow()
        visitor = Visitor(program, tmp_path)
        visitor.until(lambda: QApplication.focusWidget() is not None)
        return visitor

    yield visit
    for program in opened:
        if program.routes.session.has_ward:
            program.window.lock()
        program.window.close()
        program.window.deleteLater()
        program.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setStyleSheet("")
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.fixture
def at_who_is_here(visits: Visits, ward_folder: Path) -> Visitor:
    """Staff at "Who is here?"."""
    found = visits(ward_folder)
    found.write(PASSPHRASE)
    found.key(Qt.Key.Key_Return)
    found.on(WhoIsHereScreen)
    return found
