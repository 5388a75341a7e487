"""A ward's computer for each journey, closed at its end."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.journeys.driver import WardComputer


@pytest.fixture
def pc(qtbot: QtBot, tmp_path: Path) -> Iterator[WardComputer]:
    """A new computer, before the first day."""
    computer = WardComputer(qtbot, tmp_path)
    yield computer
    computer.close()
