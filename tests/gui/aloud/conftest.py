"""Ears for the system's voices. Whatever spoke is silent after the test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.aloud.engines import Ears, Engine, Listen


@pytest.fixture
def listen(qtbot: QtBot) -> Iterator[Listen]:
    """Give ears to hear one kind of engine; all is silent after the test."""
    made: list[Ears] = []

    def listen(kind: type[Engine]) -> Ears:
        made.append(Ears(kind))
        return made[-1]

    yield listen
    for one in made:
        one.speaker.stop()


@pytest.fixture
def ears(listen: Listen) -> Ears:
    return listen(Engine)
