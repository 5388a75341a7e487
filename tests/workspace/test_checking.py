"""The record is read over beside the work, and what is wrong is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from coprod_desktop.model.entries import Broken, Fault
from coprod_desktop.model.problem import Problem
from coprod_desktop.workspace.checking import CheckState, RecordCheck
from coprod_desktop.workspace.ward import Ward
from tests.fakes import fake_world
from tests.workspace.wards import make, opened


@pytest.fixture
def ward(tmp_path: Path) -> Iterator[Ward]:
    make(tmp_path / "ward-pc", fake_world(seed="check"))
    found = opened(tmp_path / "ward-pc")
    yield found
    found.close()


class Listener:
    """Hears what a check tells, and can be waited for."""

    def __init__(self) -> None:
        self.states: list[CheckState] = []
        self.is_over = Event()

    def __call__(self, state: CheckState) -> None:
        self.states.append(state)
        if state.is_over:
            self.is_over.set()


def test_a_sound_record_is_read_to_its_end(ward: Ward):
    hears = Listener()
    check = RecordCheck(ward.store, hears)

    check.start()

    assert hears.is_over.wait(60)
    check.stop()
    head = ward.store.record.head()
    assert [(one.done, one.of) for one in hears.states] == [(head, head)] * 2
    assert check.state.is_well
    assert not hears.states[0].is_well


def test_a_changed_entry_is_told(ward: Ward):
    with ward.store.record._database.transaction() as turn:
        turn.connection.exec_driver_sql("DROP TRIGGER entries_stay")
        turn.connection.exec_driver_sql("UPDATE entries SET at = '' WHERE number = 3")
    hears = Listener()
    check = RecordCheck(ward.store, hears)

    check.start()

    assert hears.is_over.wait(60)
    assert check.state.broken == Broken(3, Fault.CHANGED)
    assert not check.state.is_well


def test_a_file_that_cannot_be_read_is_told(
    ward: Ward, monkeypatch: pytest.MonkeyPatch
):
    def failing(_: object) -> None:
        raise Problem("store.disk_failed")

    monkeypatch.setattr(ward.store.record, "look_over", failing)
    hears = Listener()
    check = RecordCheck(ward.store, hears)

    check.start()

    assert hears.is_over.wait(60)
    assert check.state.problem is not None
    assert check.state.problem.key == "store.disk_failed"


def test_a_check_that_is_stopped_tells_nothing_more(ward: Ward):
    begun = Event()
    states: list[CheckState] = []

    def hears(state: CheckState) -> None:
        states.append(state)
        begun.set()
        check._stopped.set()

    check = RecordCheck(ward.store, hears)
    check.start()
    assert begun.wait(60)

    check.stop()

    assert [one.is_over for one in states] == [False]
    assert not check._thread.is_alive()


def test_a_check_that_never_began_can_be_stopped(ward: Ward):
    check = RecordCheck(ward.store)

    check.stop()

    assert check.state == CheckState()
