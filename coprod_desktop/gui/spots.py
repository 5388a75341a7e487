"""The places of this computer where files are kept: own folders, and sticks.

Nothing is asked of a place for longer than a moment: one on a network may not answer.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QStandardPaths, QStorageInfo

from coprod_desktop.gui.background import Look
from coprod_desktop.workspace.folders import free_in, may_write_in

LONGEST_S = 2.0
"""So long a place may take to tell how much room it has."""

_PLUGGED_IN = ("/media/", "/run/media/", "/mnt/", "/Volumes/")
"""Where Linux and macOS show sticks, cards and other disks."""


class SpotKind(StrEnum):
    """What a place is; each has words and a picture of its own."""

    DOCUMENTS = "documents"
    DESKTOP = "desktop"
    DOWNLOADS = "downloads"
    PICTURES = "pictures"
    HOME = "home"
    STICK = "stick"


class Spot(NamedTuple):
    """A place where files are kept."""

    kind: SpotKind
    path: Path
    name: str = ""
    """What a stick is called."""
    is_silent: bool = False
    """Whether it did not answer in time."""
    may_write: bool = True
    free: int | None = None
    """Bytes; None where nobody says."""


_KNOWN = {
    SpotKind.DOCUMENTS: QStandardPaths.StandardLocation.DocumentsLocation,
    SpotKind.DESKTOP: QStandardPaths.StandardLocation.DesktopLocation,
    SpotKind.DOWNLOADS: QStandardPaths.StandardLocation.DownloadLocation,
    SpotKind.PICTURES: QStandardPaths.StandardLocation.PicturesLocation,
}

SAVING = (SpotKind.DOCUMENTS, SpotKind.DESKTOP)
"""Where people look for what they saved."""

OPENING = (*SAVING, SpotKind.DOWNLOADS, SpotKind.PICTURES)
"""Where what came from elsewhere may lie as well."""


def spots_here(
    kinds: tuple[SpotKind, ...], longest_s: float = LONGEST_S
) -> tuple[Spot, ...]:
    """Return what is plugged in, and own folders of some kinds; slow.

    What is plugged in is left out where the system does not tell it in time.
    """
    sticks = Look(lambda: tuple(_sticks()))
    found = sticks.answer() if sticks.wait(longest_s) else ()
    return described((*found, *_own_folders(kinds)), longest_s)


def described(spots: Iterable[Spot], longest_s: float = LONGEST_S) -> tuple[Spot, ...]:
    """Say of each place whether it can be written to, and how much is free.

    All are asked at once; one that does not answer in time is silent.
    """
    looks = [(spot, Look(partial(_described, spot))) for spot in spots]
    return tuple(
        look.answer() if look.wait(longest_s) else spot._replace(is_silent=True)
        for spot, look in looks
    )


def _described(spot: Spot) -> Spot:
    return spot._replace(may_write=may_write_in(spot.path), free=free_in(spot.path))


def _own_folders(kinds: tuple[SpotKind, ...]) -> Iterator[Spot]:
    """Yield the folders that people know; their home where they have none of them."""
    home, has_any = Path.home(), False
    for kind in kinds:
        told = QStandardPaths.writableLocation(_KNOWN[kind])
        if told and Path(told) != home and Path(told).is_dir():
            has_any = True
            yield Spot(kind, Path(told))
    if not has_any and home.is_dir():
        yield Spot(SpotKind.HOME, home)


def _sticks() -> Iterator[Spot]:
    for volume in QStorageInfo.mountedVolumes():
        path = volume.rootPath()
        if volume.isReady() and not volume.isRoot() and is_plugged_in(path):
            yield Spot(SpotKind.STICK, Path(path), volume.name() or Path(path).name)


def is_plugged_in(path: str) -> bool:
    """Whether what lies at a path can be taken out: a stick, a card, another disk.

    On Windows every disk but the system's own is offered.
    """
    return has_letters() or f"{path}/".startswith(_PLUGGED_IN)


def has_letters() -> bool:
    """Whether this system tells disks apart by letters, as Windows does."""
    return os.name == "nt"
