"""A copy is the same file, and says so only after reading it back."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from coprod_desktop.store import copies
from coprod_desktop.store.copies import (
    PIECE_BYTES,
    CopyDiffers,
    copy_folder,
    copy_verified,
)


@pytest.mark.parametrize("length", [0, 1, PIECE_BYTES, PIECE_BYTES + 1])
def test_a_copy_is_the_same_file(tmp_path: Path, length: int):
    content, steps = os.urandom(length), list[int]()
    (tmp_path / "one").write_bytes(content)

    told = copy_verified(tmp_path / "one", tmp_path / "two", steps.append)

    assert (tmp_path / "two").read_bytes() == content
    assert told == hashlib.sha256(content).digest()
    assert sum(steps) == 2 * length


def test_a_file_that_is_there_is_not_copied_over(tmp_path: Path):
    (tmp_path / "one").write_bytes(b"new")
    (tmp_path / "two").write_bytes(b"old")

    with pytest.raises(FileExistsError):
        copy_verified(tmp_path / "one", tmp_path / "two")

    assert (tmp_path / "two").read_bytes() == b"old"


def test_a_copy_that_reads_back_otherwise_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "one").write_bytes(b"words")
    monkeypatch.setattr(copies, "forget_cached", lambda _: spoil(tmp_path / "two"))

    with pytest.raises(CopyDiffers):
        copy_verified(tmp_path / "one", tmp_path / "two")


def spoil(path: Path) -> None:
    path.write_bytes(b"WORDS")


def test_only_the_named_files_that_are_there_are_copied(tmp_path: Path):
    (tmp_path / "from").mkdir()
    for name in ("one", "other"):
        (tmp_path / "from" / name).write_text(name, encoding="utf-8")

    copy_folder(tmp_path / "from", tmp_path / "to", ("one", "missing"))

    assert [path.name for path in (tmp_path / "to").iterdir()] == ["one"]
