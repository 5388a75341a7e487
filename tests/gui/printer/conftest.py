"""A real CUPS for the tests of this room, or a word about why there is none."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.gui.printer.cups import Cups, ask_it_in_this_thread, started
from tests.gui.printer.needs import need_cups

collect_ignore_glob = ["*_posix.py"] if os.name == "nt" else []


@pytest.fixture(scope="module")
def daemon(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Cups, str]]:
    need_cups()
    with started(tmp_path_factory.mktemp("cups")) as found:
        yield found


@pytest.fixture
def cups(daemon: tuple[Cups, str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Cups]:
    """The queues, which the program and Qt reach as they would reach the ward's."""
    queues, server = daemon
    monkeypatch.setenv("CUPS_SERVER", server)
    ask_it_in_this_thread(server)
    yield queues
    ask_it_in_this_thread(None)


@pytest.fixture(autouse=True)
def _asks_again_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coprod_desktop.gui.print_watch.AGAIN_MS", 20)


@pytest.fixture
def paper() -> bytes:
    """A finished paper with tags."""
    found = Path(__file__).parents[2] / "fixtures" / "papers" / "layout-3"
    return (found / "sam-care-plan.pdf").read_bytes()
