"""Fault campaigns: how long they are, what they report, and what they may take."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import pytest

from tests.faults.campaign import Campaigns

# Windows has no signals, no strace and no preloading; these cannot even be imported.
collect_ignore_glob = ["*_posix.py"] if os.name == "nt" else []

FULL_TIMEOUT_S = 12 * 3600


def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> None:
    if config.getoption("--full-faults"):
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
