"""Room is kept for the day on which the disk is full, and writing goes on."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest

from coprod_desktop.model.documents import DocumentId
from coprod_desktop.model.problem import Problem
from coprod_desktop.store import reserve
from coprod_desktop.store.reserve import Reserve
from tests.fakes import FakeRandom
from tests.store.journals import Disk, agree, watched
from tests.store.wards import SAM, Ward, draft

DOCUMENT = DocumentId("document")


def free(monkeypatch: pytest.MonkeyPatch, left: int) -> None:
    """Say that so many bytes are left on the disk."""
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=left))


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Reserve:
    """A reserve that was made."""
    free(monkeypatch, reserve.ENOUGH_FREE)
    found = Reserve(tmp_path / "reserve", FakeRandom())
    found.watch()
    return found


def test_room_is_really_taken(kept: Reserve, tmp_path: Path):
    assert kept.is_there
    told = (tmp_path / "reserve").stat()
    assert told.st_size == reserve.RESERVE_BYTES
    # Windows does not tell how many blocks a file has.
    assert getattr(told, "st_blocks", told.st_size) * 512 >= told.st_size


def test_a_disk_that_is_nearly_full_gets_the_room_back_and_keeps_it_until_there_is_more(
    kept: Reserve, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    path = tmp_path / "reserve"
    seen = []
    for left in (
        reserve.LEAST_FREE,
        reserve.LEAST_FREE - 1,
        reserve.ENOUGH_FREE - 1,
        reserve.ENOUGH_FREE,
    ):
        free(monkeypatch, left)
        kept.watch()
        assert kept.is_there == path.exists()
        seen.append(kept.is_there)

    assert seen == [True, False, False, True]


def test_a_reserve_that_is_there_is_known_and_half_a_one_is_none(
    kept: Reserve, tmp_path: Path
):
    path = tmp_path / "reserve"
    assert Reserve(path, FakeRandom()).is_there

    path.write_bytes(b"half")

    assert not Reserve(path, FakeRandom()).is_there


def test_without_room_or_a_folder_no_reserve_is_made_and_nobody_is_bothered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    found = Reserve(tmp_path / "reserve", FakeRandom())
    monkeypatch.setattr(os, "posix_fallocate", full, raising=False)
    free(monkeypatch, reserve.ENOUGH_FREE)
    found.watch()
    assert not found.is_there
    assert list(tmp_path.iterdir()) == []
    monkeypatch.setattr(shutil, "disk_usage", full)
    found.watch()
    assert not found.release()


def test_a_half_made_one_that_cannot_be_removed_bothers_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def broken(*_: object, **__: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    found = Reserve(tmp_path / "reserve", FakeRandom())
    free(monkeypatch, reserve.ENOUGH_FREE)
    with monkeypatch.context() as failing:
        failing.setattr(os, "posix_fallocate", broken, raising=False)
        failing.setattr(Path, "unlink", broken)
        found.watch()
        assert not found.is_there

    found.watch()

    assert found.is_there


def test_where_the_system_cannot_set_room_aside_it_is_filled_with_chance(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.delattr(os, "posix_fallocate", raising=False)
    free(monkeypatch, reserve.ENOUGH_FREE)
    found = Reserve(tmp_path / "reserve", FakeRandom())

    found.watch()

    content = (tmp_path / "reserve").read_bytes()
    assert len(content) == reserve.RESERVE_BYTES
    assert len(set(content)) > 200


def test_when_the_disk_fills_writing_goes_on_and_the_ward_says_so(
    ward: Ward, monkeypatch: pytest.MonkeyPatch
):
    with ward.opened() as store:
        store.drafts.save(draft(DOCUMENT, SAM, "Before."))
        assert not store.is_on_reserve

        with watched(Disk(fails_at=frozenset([1]))):
            store.drafts.save(draft(DOCUMENT, SAM, "While it is full."))

        assert store.is_on_reserve
        free(monkeypatch, reserve.LEAST_FREE)
        with (
            watched(Disk(fails_at=frozenset(range(1, 9)))),
            pytest.raises(Problem, match=r"store\.disk_full"),
        ):
            store.drafts.save(draft(DOCUMENT, SAM, "The reserve is used up."))
        monkeypatch.undo()
        store.drafts.save(draft(DOCUMENT, SAM, "There is room again."))
        assert not store.is_on_reserve
        agree(store)
