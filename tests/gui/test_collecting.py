"""Garbage is collected where the window lives, and nowhere else."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest

from coprod_desktop.gui.collecting import Collecting


class Knot:
    """Something that only the collector can free."""

    def __init__(self) -> None:
        self.self = self


@pytest.fixture
def collecting(qapp) -> Iterator[Collecting]:
    found = Collecting()
    yield found
    found.stop()


def test_a_busy_thread_beside_the_window_never_collects(collecting: Collecting):
    threads: list[str] = []

    def note(phase: str, _: object) -> None:
        threads.append(threading.current_thread().name)

    def make_garbage() -> None:
        for _ in range(20_000):
            Knot()

    gc.callbacks.append(note)
    try:
        worker = threading.Thread(target=make_garbage, name="worker")
        worker.start()
        worker.join()
    finally:
        gc.callbacks.remove(note)

    assert "worker" not in threads


def test_what_is_due_is_collected_in_the_window(collecting: Collecting, qtbot):
    knots = [Knot() for _ in range(2_000)]
    last = weakref.ref(knots[-1])
    knots.clear()

    def is_collected() -> bool:
        # What windows of earlier tests let go of meanwhile is taken off Python's count.
        for _ in range(100):
            Knot()
        return last() is None

    qtbot.waitUntil(is_collected, timeout=5_000)

    assert is_collected()


def test_python_collects_again_when_the_window_is_gone(qapp):
    gc.enable()
    collecting = Collecting()
    assert not gc.isenabled()

    collecting.stop()

    assert gc.isenabled()
