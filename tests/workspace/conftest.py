"""A made-up ward of one's own for every test, made once and copied."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from coprod_desktop.workspace.open_document import OpenDocument
from coprod_desktop.workspace.ward import Ward
from tests.fakes import FakeClock, FakeMonotonic, fake_world
from tests.workspace.wards import FORM, Cast, give_keys, make, opened


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


@pytest.fixture(scope="session")
def keyed_pattern(
    pattern: tuple[Path, Cast], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The same ward, its people with sign-ins of their own. Nobody opens it."""
    folder = tmp_path_factory.mktemp("keyed-pattern") / "ward-pc"
    shutil.copytree(pattern[0], folder)
    ward = opened(folder, seed="keys")
    give_keys(ward, pattern[1])
    ward.close()
    return folder


@pytest.fixture
def keyed_folder(keyed_pattern: Path, tmp_path: Path) -> Path:
    """The folder of a ward whose people have sign-ins of their own, closed."""
    copied = tmp_path / "keyed-pc"
    shutil.copytree(keyed_pattern, copied)
    return copied


@pytest.fixture
def keyed(
    keyed_folder: Path, clock: FakeClock, monotonic: FakeMonotonic
) -> Iterator[Ward]:
    """A ward whose people have sign-ins of their own; only Priya is signed in."""
    clock.pass_days(1)
    ward = opened(keyed_folder, clock, "keyed", monotonic)
    yield ward
    ward.close()


@pytest.fixture
def monotonic() -> FakeMonotonic:
    """Seconds that run only when they are told to."""
    return FakeMonotonic()


@pytest.fixture
def document(ward: Ward, cast: Cast) -> Iterator[OpenDocument]:
    """Sam's care plan, open: Sam, nurse, doctor, mum and advocate are here."""
    others = (cast.priya, cast.robin, cast.jo, cast.casey)
    found = ward.sit_down(cast.sam, others).open(FORM)
    yield found
    found.close()
