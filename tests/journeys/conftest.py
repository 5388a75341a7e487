"""A ward's computer for each journey, closed at its end."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coprod_desktop.gui.gathering import Gathering
from coprod_desktop.i18n.catalogue import Catalogue
from coprod_desktop.workspace.example import (
    PASSPHRASE,
    PICTURES,
    Example,
    make_example,
)
from tests.english import english
from tests.fakes import FakeClock, fake_world
from tests.journeys.driver import WardComputer
from tests.journeys.signing import (
    SigningComputer,
    SigningWard,
    make_signing_ward,
)

# They make disks and take rights away in ways that Windows does not know.
collect_ignore_glob = ["*_posix.py"] if os.name == "nt" else []

AtExample = Callable[[Catalogue], WardComputer]


@pytest.fixture
def pc(qtbot: QtBot, tmp_path: Path) -> Iterator[WardComputer]:
    """A new computer, before the first day."""
    computer = WardComputer(qtbot, tmp_path)
    yield computer
    computer.close()


@pytest.fixture
def pc_without_ward(qtbot: QtBot, tmp_path: Path) -> Iterator[WardComputer]:
    """Another new computer, beside the one that a test begins with."""
    (tmp_path / "new").mkdir()
    computer = WardComputer(qtbot, tmp_path / "new")
    yield computer
    computer.close()


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Example]:
    """The made-up ward, closed; nobody opens this copy."""
    folder = tmp_path_factory.mktemp("example") / "ward"
    clock = FakeClock()
    clock.pass_days(60)
    return folder, make_example(folder, fake_world(clock, "example"))


@pytest.fixture
def at_example(
    qtbot: QtBot, tmp_path: Path, example: tuple[Path, Example]
) -> Iterator[AtExample]:
    """Open the made-up ward's computer, with Sam, Jo and Priya at it."""
    folder, people = example
    shutil.copytree(folder, tmp_path / "ward")
    opened: list[WardComputer] = []

    def at(words: Catalogue) -> WardComputer:
        computer = WardComputer(qtbot, tmp_path, words=words)
        opened.append(computer)
        session = computer.program.routes.session
        session.take_ward(session.doorway.open(people.priya, PASSPHRASE))
        session.ward.voices.sign_in_with_pictures(people.sam, PICTURES)
        here = (people.sam, people.priya, people.jo)
        session.gather(Gathering(people.sam, here))
        session.sit_down()
        return computer

    yield at
    for computer in opened:
        computer.close()
    QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.fixture
def made_up(at_example: AtExample) -> WardComputer:
    """The made-up ward's computer, in English."""
    return at_example(english())


@pytest.fixture(scope="session")
def signing_ward(tmp_path_factory: pytest.TempPathFactory) -> SigningWard:
    """A ward whose people sign in, closed; nobody opens this copy."""
    return make_signing_ward(tmp_path_factory.mktemp("signing") / "ward")


@pytest.fixture
def desk(
    qtbot: QtBot, tmp_path: Path, signing_ward: SigningWard
) -> Iterator[SigningComputer]:
    """That ward's computer: Priya has opened it, and Sam is there."""
    computer = SigningComputer(qtbot, tmp_path, signing_ward)
    yield computer
    computer.close()
