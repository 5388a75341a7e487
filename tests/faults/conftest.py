"""Fault campaigns: how long they are, what they report, and what they may take."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from coprod_desktop.app import real_world
from coprod_desktop.crypto.doors import FLOOR
from tests.faults.campaign import Campaigns

# Windows has no signals, no strace and no preloading; these cannot even be imported.
collect_ignore_glob = ["*_posix.py"] if os.name == "nt" else []

FULL_TIMEOUT_S = 12 * 3600


def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> None:
    if config.getoption("--full-faults") or config.getoption("--fault-runs"):
        for item in items:
            if item.path.parent == Path(__file__).parent:
                item.add_marker(pytest.mark.timeout(FULL_TIMEOUT_S))


@pytest.fixture
def campaigns(request: pytest.FixtureRequest, full_faults: bool) -> Iterator[Campaigns]:
    """Run a campaign at the length that was asked for, and tell the table."""
    asked = request.config.getoption
    report = asked("--fault-report")
    made = Campaigns(
        full_faults,
        asked("--fault-seed"),
        asked("--fault-runs"),
        Path(report) if report else None,
    )
    yield made
    for tally in made.tallies:
        request.node.user_properties.append(("fault", asdict(tally)))


@pytest.fixture(scope="session")
def failing_disk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library that makes a disk fail, built once."""
    from tests.faults.failing_disk import built

    return built(tmp_path_factory.mktemp("library"))


@pytest.fixture(scope="session")
def pattern_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A made-up ward that campaigns copy. Nobody opens it."""
    from tests.workspace.wards import make

    folder = tmp_path_factory.mktemp("fault-pattern") / "ward-pc"
    make(folder, replace(real_world(), cost=FLOOR))
    return folder


@pytest.fixture
def quick_folder(tmp_path: Path) -> Iterator[Path]:
    """A folder whose disk is memory, where there is one: a sync costs nothing there.

    What a sync would have kept a kill keeps as well, so a kill loses nothing by it.
    """
    memory = Path("/dev/shm")
    if not memory.is_dir():
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(dir=memory, prefix="coprod-faults-") as folder:
        yield Path(folder)
