"""Files are written whole or not at all, on every system."""

from __future__ import annotations

import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from coprod_desktop import systems
from coprod_desktop.model.problem import Problem
from coprod_desktop.store.disk import FolderLock, write_durably


def test_a_file_is_swapped_in_whole(tmp_path: Path):
    path = tmp_path / "file"
    path.write_bytes(b"old")

    write_durably(path, b"new")

    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_cannot_be_swapped_in_leaves_the_old_one(tmp_path: Path):
    path = tmp_path / "folder"
    path.mkdir()
    (path / "inside").touch()

    with pytest.raises(OSError, match="folder"):
        write_durably(path, b"new")

    assert [one.name for one in tmp_path.iterdir()] == ["folder"]


def test_a_lock_given_back_twice_is_given_back_once(tmp_path: Path):
    lock = FolderLock(tmp_path / "lock")

    lock.release()
    lock.release()

    FolderLock(tmp_path / "lock").release()


def test_windows_keeps_names_with_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(systems, "os", SimpleNamespace(name="nt"))

    systems.sync_folder(tmp_path / "no such folder")


def test_windows_locks_in_its_own_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    taken: list[tuple[int, int, int]] = []

    def locking(file: int, how: int, length: int) -> None:
        if taken:
            raise OSError
        taken.append((file, how, length))

    windows = SimpleNamespace(LK_NBLCK=2, locking=locking)
    monkeypatch.setitem(sys.modules, "fcntl", None)
    monkeypatch.setitem(sys.modules, "msvcrt", windows)

    FolderLock(tmp_path / "lock")
    with pytest.raises(Problem, match=r"store\.folder_in_use"):
        FolderLock(tmp_path / "lock")

    assert [one[1:] for one in taken] == [(2, 1)]
