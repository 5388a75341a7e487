"""Pipes, devices and disks that fail in the place of a backup's files."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from coprod_desktop.model.problem import Problem
from coprod_desktop.store.backup_files import FileSeal, Summary, check_file, open_plain


def test_a_pipe_keeps_nobody_waiting(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe")

    with pytest.raises(Problem, match=r"backup\.damaged"):
        open_plain(tmp_path / "pipe")


def test_a_device_is_no_file():
    with pytest.raises(Problem, match=r"backup\.damaged"):
        open_plain(Path("/dev/zero"))


def test_a_disk_that_does_not_give_a_file_back_is_told():
    # The system says that it is a plain file, and then gives nothing.
    summary = Summary("", 1, 1, b"", {}, "", {"mem": FileSeal(0, b"")})

    with pytest.raises(Problem, match=r"backup\.damaged"):
        check_file(Path("/proc/self"), "mem", summary, lambda _: None)
