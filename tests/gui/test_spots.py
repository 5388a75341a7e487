"""Which places of this computer are offered."""

from __future__ import annotations

from pathlib import Path
from threading import Event
from typing import NamedTuple

import pytest
from PySide6.QtCore import QStandardPaths, QStorageInfo

from coprod_desktop.gui import spots
from coprod_desktop.gui.spots import (
    OPENING,
    SAVING,
    Spot,
    SpotKind,
    described,
    is_plugged_in,
    spots_here,
)
from coprod_desktop.workspace.folders import free_in


class Volume(NamedTuple):
    """What Qt tells of a disk."""

    path: str
    label: str = ""
    is_there: bool = True
    is_system: bool = False

    def rootPath(self) -> str:
        return self.path

    def name(self) -> str:
        return self.label

    def isReady(self) -> bool:
        return self.is_there

    def isRoot(self) -> bool:
        return self.is_system


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Somebody's own folder, which holds nothing yet; no stick is plugged in."""
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    monkeypatch.setattr(
        QStandardPaths, "writableLocation", lambda kind: str(tmp_path / kind.name)
    )
    plug_in(monkeypatch)
    return tmp_path


def plug_in(monkeypatch: pytest.MonkeyPatch, *volumes: Volume) -> None:
    monkeypatch.setattr(QStorageInfo, "mountedVolumes", lambda: list(volumes))


def test_sticks_come_first_and_then_own_folders_that_are_there(
    home: Path, monkeypatch: pytest.MonkeyPatch
):
    for name in ("DocumentsLocation", "PicturesLocation"):
        (home / name).mkdir()
    plug_in(
        monkeypatch,
        Volume("/", is_system=True),
        Volume("/media/ward/STICK", "STICK"),
        Volume("/run/media/ward/1234"),
        Volume("/media/ward/away", "away", is_there=False),
        Volume("/var/lib"),
    )

    opening, saving = spots_here(OPENING), spots_here(SAVING)

    assert [(one.kind, one.name) for one in opening] == [
        (SpotKind.STICK, "STICK"),
        (SpotKind.STICK, "1234"),
        (SpotKind.DOCUMENTS, ""),
        (SpotKind.PICTURES, ""),
    ]
    assert [one.kind for one in saving][2:] == [SpotKind.DOCUMENTS]


def test_who_has_none_of_the_known_folders_is_offered_their_home(home: Path):
    (found,) = spots_here(SAVING)

    assert found.kind is SpotKind.HOME
    assert found.path == home
    assert found.may_write
    assert (found.free or 0) > 0


def test_a_place_that_does_not_answer_in_time_is_silent_and_holds_up_no_other(
    home: Path, monkeypatch: pytest.MonkeyPatch
):
    never, silent = Event(), home / "share"

    def slow(folder: Path) -> int | None:
        if folder == silent:
            never.wait()
        return free_in(folder)

    monkeypatch.setattr(spots, "free_in", slow)

    share, mine = described(
        [Spot(SpotKind.DOCUMENTS, silent), Spot(SpotKind.HOME, home)], 0.2
    )

    assert share.is_silent
    assert mine.path == home
    never.set()


def test_where_the_system_does_not_tell_its_disks_own_folders_are_offered(
    home: Path, monkeypatch: pytest.MonkeyPatch
):
    never = Event()
    monkeypatch.setattr(QStorageInfo, "mountedVolumes", never.wait)

    found = spots_here(SAVING, 0.2)

    assert [one.kind for one in found] == [SpotKind.HOME]
    never.set()


def test_only_what_can_be_taken_out_counts_as_a_stick(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(spots, "has_letters", lambda: False)
    assert is_plugged_in("/media/ward/STICK")
    assert is_plugged_in("/Volumes/STICK")
    assert not is_plugged_in("/boot")
    assert not is_plugged_in("/mediathek")
    monkeypatch.setattr(spots, "has_letters", lambda: True)
    assert is_plugged_in("E:/")
