"""Backups are made by themselves, told honestly, and never while nothing changed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Condition

import pytest

from coprod_desktop.model.acts import Way
from coprod_desktop.model.people import Role
from coprod_desktop.model.problem import Problem
from coprod_desktop.workspace import backups as backups_module
from coprod_desktop.workspace.backups import BackupState
from coprod_desktop.workspace.ward import Ward
from tests.workspace.wards import FORM, QUESTION, Cast, write


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    found = tmp_path / "stick"
    found.mkdir()
    return found


class Listener:
    """Hears what the background tells, and can be waited for."""

    def __init__(self) -> None:
        self.states: list[BackupState] = []
        self._heard = Condition()

    def __call__(self, state: BackupState) -> None:
        with self._heard:
            self.states.append(state)
            self._heard.notify_all()

    def await_number(self, number: int) -> None:
        with self._heard:
            assert self._heard.wait_for(lambda: self._newest() >= number, 60)

    def await_problem(self) -> Problem:
        with self._heard:
            assert self._heard.wait_for(lambda: self.states[-1].problem, 60)
        found = self.states[-1].problem
        assert found is not None
        return found

    def _newest(self) -> int:
        if not self.states or self.states[-1].is_running:
            return 0
        newest = self.states[-1].newest
        return newest.number if newest else 0


@pytest.fixture
def hears(
    ward: Ward, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Listener]:
    """The background at work, with a place to put backups."""
    monkeypatch.setattr(backups_module, "REST", 0)
    ward.backups.choose_place(stick)
    listener = Listener()
    ward.backups.start(listener)
    yield listener
    ward.backups.stop()


def test_one_is_made_after_opening_and_after_each_sharing(
    ward: Ward, cast: Cast, hears: Listener
):
    hears.await_number(1)
    document = ward.sit_down(cast.sam).open(FORM)
    write(document, QUESTION, "Words.")

    document.sharing.share(document.sharing.unshared())

    hears.await_number(2)
    document.close()
    assert [one.number for one in ward.backups.lines()] == [2, 1]
    assert any(one.is_running and one.done == one.of > 0 for one in hears.states)


def test_none_is_made_while_nothing_was_written(ward: Ward, hears: Listener):
    hears.await_number(1)
    count = len(hears.states)

    ward.backups.want()

    with hears._heard:
        assert hears._heard.wait_for(lambda: len(hears.states) > count, 60)
    assert not any(one.is_running for one in hears.states[count:])
    assert [one.number for one in ward.backups.lines()] == [1]


def test_that_somebody_looked_is_no_reason_for_one(ward: Ward, cast: Cast):
    document = ward.sit_down(cast.sam).open(FORM)
    document.close()
    ward.store.record.hear(ward.backups._hear)

    ward.looks.note(cast.priya, Way.OPENED)
    ward.looks.write()
    assert not ward.backups._wanted.is_set()

    ward.add_person("Alex Another", Role.PATIENT)
    ward.set_setting("meeting", "Our meeting")
    assert ward.backups._wanted.is_set()


def test_a_stick_that_is_gone_is_told_and_tried_again_when_it_is_back(
    ward: Ward, stick: Path, hears: Listener, tmp_path: Path
):
    hears.await_number(1)
    stick.rename(tmp_path / "pocket")
    ward.set_setting("meeting", "Our meeting")

    assert hears.await_problem().key == "backup.place_gone"
    newest = ward.backups.state.newest
    assert newest is not None
    assert newest.number == 1

    (tmp_path / "pocket").rename(stick)
    ward.backups.want()
    hears.await_number(2)
    assert ward.backups.state.problem is None


def test_without_a_place_nothing_is_made(ward: Ward, tmp_path: Path):
    assert ward.backups.place is None
    assert not ward.backups.is_same_disk
    for asking in (ward.backups.lines, ward.backups.make):
        with pytest.raises(Problem, match=r"backup\.no_place"):
            asking()

    ward.backups.start()
    ward.backups.stop()

    assert ward.backups.state == BackupState()


def test_a_place_is_chosen_with_care(
    ward: Ward, folder: Path, stick: Path, monkeypatch: pytest.MonkeyPatch
):
    for place, sentence in (
        (stick / "gone", "place_gone"),
        (folder, "inside_ward"),
        (folder / "ward", "inside_ward"),
    ):
        with pytest.raises(Problem, match=rf"backup\.{sentence}"):
            ward.backups.choose_place(place)
    with monkeypatch.context() as patch:
        patch.setattr("os.access", lambda *_: False)
        with pytest.raises(Problem, match=r"backup\.not_allowed"):
            ward.backups.choose_place(stick)
    assert ward.backups.place is None

    ward.backups.choose_place(stick)

    assert ward.backups.place == stick
    assert ward.backups.is_same_disk
    assert ward.backups.make().number == 1


def test_closing_the_ward_gives_up_the_one_that_is_being_made(ward: Ward, stick: Path):
    ward.backups.choose_place(stick)

    def stopping(state: BackupState) -> None:
        if state.is_running:
            ward.backups._stopped.set()

    ward.backups.start(stopping)
    ward.close()

    assert list(stick.iterdir()) == []
