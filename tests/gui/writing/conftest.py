"""A form that is open on a real ward, and a stage to show it on."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from coprod_desktop.gui.collecting import Collecting
from coprod_desktop.gui.opened import Opened
from coprod_desktop.gui.program import make_stage
from coprod_desktop.gui.stage import Stage
from coprod_desktop.workspace.sitting import Sitting
from coprod_desktop.workspace.ward import Ward
from tests.english import english
from tests.fakes import FakeClock, fake_world
from tests.workspace.wards import Cast, make
from tests.workspace.wards import opened as open_ward

Open = Callable[[str], Opened]


@pytest.fixture(scope="session")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Cast]:
    """The ward that the others are copied from. Nobody opens it."""
    folder = tmp_path_factory.mktemp("writing-pattern") / "ward"
    return folder, make(folder, fake_world(seed="pattern"))


@pytest.fixture
def cast(pattern: tuple[Path, Cast]) -> Cast:
    return pattern[1]


@pytest.fixture
def stage(qapp: QApplication, clock: FakeClock) -> Iterator[Stage]:
    """The Paper theme at 18 pt, in English."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    collecting = Collecting()
    stage = make_stage(english(), clock)
    stage.board.dress(qapp)
    yield stage
    stage.background.close()
    collecting.stop()
    qapp.setStyleSheet("")


@pytest.fixture
def ward(
    pattern: tuple[Path, Cast], tmp_path: Path, clock: FakeClock
) -> Iterator[Ward]:
    copied = tmp_path / "ward"
    shutil.copytree(pattern[0], copied)
    found = open_ward(copied, clock)
    yield found
    found.close()


@pytest.fixture
def sitting(ward: Ward, cast: Cast) -> Sitting:
    """Sam, the nurse and Mum sit together."""
    return ward.sit_down(cast.sam, (cast.priya, cast.jo))


@pytest.fixture
def open_form(qapp: QApplication, ward: Ward, sitting: Sitting) -> Iterator[Open]:
    """Opens forms, and closes them at the end."""
    forms: list[Opened] = []

    def open_one(template: str) -> Opened:
        forms.append(Opened(sitting.open(template), sitting, ward))
        return forms[-1]

    yield open_one
    for form in forms:
        form.document.close()


@pytest.fixture
def opened(open_form: Open) -> Opened:
    """Sam's ward round, open."""
    return open_form("ward-round")
