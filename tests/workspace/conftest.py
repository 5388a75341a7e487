"""A made-up ward of one's own for every test, made once and copied."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from coprod_desktop.workspace.open_document import OpenDocument
from coprod_desktop.workspace.ward import Ward
from tests.fakes import FakeClock, fake_world
from tests.workspace.wards import FORM, Cast, make, opened


@pytest.fixture(scope="session")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Cast]:
    """The ward that the others are copied from. Nobody opens it."""
    folder = tmp_path_factory.mktemp("workspace-pattern") / "ward-pc"
    return folder, make(folder, fake_world(seed="pattern"))


@pytest.fixture
def cast(pattern: tuple[Path, Cast]) -> Cast:
    """Who is on the ward."""
    return pattern[1]


@pytest.fixture
def folder(pattern: tuple[Path, Cast], tmp_path: Path) -> Path:
    """The folder of a new ward, closed."""
    copied = tmp_path / "ward-pc"
    shutil.copytree(pattern[0], copied)
    return copied


@pytest.fixture
def ward(folder: Path, clock: FakeClock) -> Iterator[Ward]:
    """A new ward, open."""
    clock.pass_days(1)
    ward = opened(folder, clock)
    yield ward
    ward.close()


@pytest.fixture
def document(ward: Ward, cast: Cast) -> Iterator[OpenDocument]:
    """Sam's care plan, open: Sam, nurse, doctor, mum and advocate are here."""
    others = (cast.priya, cast.robin, cast.jo, cast.casey)
    found = ward.sit_down(cast.sam, others).open(FORM)
    yield found
    found.close()
