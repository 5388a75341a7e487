"""Traced from outside: a whole sitting writes in the ward's folder and where told to.

Every file that the program opens to write, makes, links or renames in a day of writing,
copying, sharing, saving a PDF and locking is seen by strace, also those that are gone
again a moment later.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.gui.privacy.desk import CANARY
from tests.gui.privacy.needs import need_strace
from tests.gui.privacy.test_nothing_on_disk import (
    PLACES,
    PLACES_OF_LINUX,
    ROOT,
    SAM,
)

_MAKING = (
    *("rename", "renameat", "renameat2", "link", "linkat", "symlink", "symlinkat"),
    *("mkdir", "mkdirat", "mknod", "mknodat", "creat", "memfd_create"),
)
_LINKING = ("link", "linkat")
_OPENING = ("open", "openat", "openat2")
_CALL = re.compile(r"^(?:\d+ +)?(\w+)\((.*)\) += (-?\d+)")
_WRITES = re.compile(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_APPEND")
_SEVERAL = 20
"""So many at least: a trace that saw nothing shows nothing."""


def written_in(log: str) -> set[str]:
    """Every path that was written, made, linked or renamed, with success."""
    found: set[str] = set()
    for line in log.splitlines():
        call = _CALL.match(line)
        if call is None or call[3].startswith("-"):
            continue
        if call[1] in _MAKING or _WRITES.search(call[2]):
            names = re.findall(r'"([^"]*)"', call[2])
            # Of a link the name that was there is only read.
            found.update(names[-1:] if call[1] in _LINKING else names)
    return found


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, set[str]]:
    """A day was spent under strace; the place of it all, and what was written."""
    need_strace()
    place = tmp_path_factory.mktemp("day")
    settings = {
        # What measures coverage writes files of its own, in every program.
        **{name: value for name, value in os.environ.items() if "COV" not in name},
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    for name in (*PLACES, *PLACES_OF_LINUX):
        (place / name).mkdir()
        settings[name] = str(place / name)
    (place / "out").mkdir()
    calls = ",".join((*_OPENING, *_MAKING))
    traced = ["strace", "-f", "-s", "4096", "-e", f"trace={calls}", "--signal=none"]
    asked = [str(place / "ward"), str(place / "out")]
    subprocess.run(
        [
            *traced,
            *("-o", str(place / "log"), sys.executable, "-m"),
            *("tests.gui.privacy.session_child", *asked),
        ],
        cwd=ROOT,
        env=settings,
        capture_output=True,
        timeout=300,
        check=True,
    )
    return place, written_in((place / "log").read_text("utf-8", errors="replace"))


def test_only_the_ward_s_folder_and_the_chosen_place_are_written(day):
    place, written = day
    out = str(place / "out")
    allowed = (f"{place / 'ward'}", f"{out}{os.sep}", os.devnull)

    # A file that has no name yet is told by its folder.
    outside = [
        one for one in sorted(written) if one != out and not one.startswith(allowed)
    ]

    assert len(written) >= _SEVERAL
    assert any(one.endswith(".pdf") for one in written)
    assert outside == []


def test_no_file_has_a_name_that_tells_of_somebody(day):
    _, written = day

    told = [
        one for one in written for who in (*SAM.split(), CANARY) if who.lower() in one
    ]

    assert told == []


def test_no_file_but_the_paper_holds_their_words(day):
    place, _ = day
    signs = [
        one.encode(encoding)
        for one in (CANARY, SAM)
        for encoding in ("utf-8", "utf-16-le", "utf-16-be")
    ]
    files = [one for one in place.rglob("*") if one.is_file() and one.name != "log"]

    found = {
        one.parent.name for one in files for sign in signs if sign in one.read_bytes()
    }
    [paper] = (place / "out").iterdir()
    read = subprocess.run(
        ["pdftotext", str(paper), "-"], capture_output=True, text=True, check=True
    )

    assert CANARY in read.stdout
    assert found <= {"out"}


def test_a_file_that_was_there_for_a_moment_is_seen(tmp_path: Path):
    place = tmp_path / "moment"
    log = (
        f'7 openat(AT_FDCWD, "{place}", O_WRONLY|O_CREAT, 0666) = 3\n'
        f'7 openat(AT_FDCWD, "{place}-none", O_RDWR) = -1 ENOENT (No such file)\n'
        f'7 openat(AT_FDCWD, "{place}-read", O_RDONLY|O_CLOEXEC) = 4\n'
        f'7 rename("{place}", "{place}-new") = 0\n'
        f'7 openat(AT_FDCWD, "{tmp_path}", O_WRONLY|O_CLOEXEC|O_TMPFILE, 0600) = 5\n'
        f'7 linkat(6, "5", AT_FDCWD, "{place}-whole", AT_SYMLINK_FOLLOW) = 0\n'
    )

    assert written_in(log) == {
        *(str(tmp_path), str(place), f"{place}-new", f"{place}-whole")
    }
