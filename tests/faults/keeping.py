"""Somebody keeps a paper or photograph, or a backup is made or put back: and stopped.

Each tells ``calls NUMBER`` at its end: how often it called the disk.
"""

from __future__ import annotations

import hashlib
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

from coprod_desktop.app import real_world
from coprod_desktop.crypto.doors import FLOOR
from coprod_desktop.model.acts import PhotographKept, PictureFacts, PictureKind
from coprod_desktop.store.photographs import PART_BYTES
from coprod_desktop.workspace.doorway import Doorway
from coprod_desktop.workspace.papers import pdf_of, wall_time
from coprod_desktop.workspace.printable import read_printable
from coprod_desktop.workspace.restoring import Hand, put_back
from coprod_desktop.workspace.saving_files import save_aside
from tests.fakes import FakeRandom
from tests.faults.failing_disk import FailingDisk, Fault
from tests.faults.fork_server import Tell
from tests.workspace.wards import PASSPHRASE

PHOTOGRAPH = FakeRandom("handwriting")(5 * PART_BYTES // 2)
"""In three parts, the last of them half."""
PAPER, NEW_PAPER = "care-plan.pdf", "care-plan-2.pdf"


def door_of(folder: Path) -> Doorway:
    """Return the doorway of a ward."""
    return Doorway(folder, replace(real_world(), cost=FLOOR))


def export(tell: Tell, folder: str, place: str, fault: dict[str, Any]) -> None:
    """Save a paper of the ward's first form, in the place of the one before."""
    _save(tell, folder, Path(place) / PAPER, fault)


def export_new(tell: Tell, folder: str, place: str, fault: dict[str, Any]) -> None:
    """Save a paper of the ward's first form where none is, or where a kill left one."""
    _save(tell, folder, Path(place) / NEW_PAPER, fault)


def _save(tell: Tell, folder: str, file: Path, fault: dict[str, Any]) -> None:
    door = door_of(Path(folder))
    with closing(door.open(door.keyring().doors[0].person_id, PASSPHRASE)) as ward:
        line = ward.store.documents.find()[0]
        made = read_printable(ward.store, line.id, ward.shelf, ward.language)
        pdf = pdf_of(made, wall_time(ward.world.clock))
        disk = _armed(fault)
        save_aside(file, pdf, replacing=file.exists())
        tell("calls", disk.calls)


def back_up(tell: Tell, folder: str, place: str, fault: dict[str, Any]) -> None:
    """Make a backup in a place in which there are others."""
    door = door_of(Path(folder))
    with closing(door.open(door.keyring().doors[0].person_id, PASSPHRASE)) as ward:
        disk = _armed(fault)
        ward.backups.make(place=Path(place))
        tell("calls", disk.calls)


def photograph(tell: Tell, folder: str, place: str, fault: dict[str, Any]) -> None:
    """Keep a photograph of a sheet of the ward's first form."""
    door = door_of(Path(folder))
    sha256, size = hashlib.sha256(PHOTOGRAPH).digest(), len(PHOTOGRAPH)
    facts = PictureFacts(PictureKind.JPEG, 1200, 1600)
    told = PhotographKept("7F3K9-QWD2M", sha256, size, facts)
    with closing(door.open(door.keyring().doors[0].person_id, PASSPHRASE)) as ward:
        document, by = ward.store.documents.find()[0].id, ward.opened_by.id
        disk = _armed(fault)
        ward.store.photographs.keep(document, told, PHOTOGRAPH, by)
        tell("calls", disk.calls)


def restore(tell: Tell, folder: str, place: str, fault: dict[str, Any]) -> None:
    """Put the newest backup of a place into the ward's folder."""
    backup = max(one for one in Path(place).iterdir() if one.name[0] != ".")
    door = door_of(Path(folder))
    disk = _armed(fault)
    put_back(backup, door, Hand(door.keyring().doors[0].person_id, PASSPHRASE))
    tell("calls", disk.calls)


def _armed(fault: dict[str, Any]) -> FailingDisk:
    disk = FailingDisk()
    disk.arm(Fault(**fault))
    return disk
