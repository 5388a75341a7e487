"""Putting a backup back: into an empty folder, or in place of the ward that is there.

Whoever does it opens the backup with their own passphrase, as it was when the backup
was made. Where something was written since, or the two went apart, it takes two people,
one named on the ward and one from outside it. The record tells that it was done, and
what was replaced is kept.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from coprod_desktop.model.acts import CoSigned, Restored
from coprod_desktop.model.documents import Side
from coprod_desktop.model.doors import DoorKind
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.problem import Problem
from coprod_desktop.model.progress import Progress

if TYPE_CHECKING:
    from coprod_desktop.store.keyring import Keyring, WardKey
    from coprod_desktop.store.standing import Weighed
    from coprod_desktop.store.world import World
    from coprod_desktop.workspace.doorway import Doorway
    from coprod_desktop.workspace.ward import Ward

# Inside the functions: the store brings ciphers and a database with it.
# ruff: noqa: PLC0415


class Hand(NamedTuple):
    """Somebody and what they open their voice with."""

    person: PersonId
    secret: str


class SecondHand(NamedTuple):
    """Somebody named from outside the ward, by name or id, and their own secret."""

    name: str
    secret: str


@dataclass(frozen=True, slots=True)
class PutBack:
    """What was put back."""

    number: int
    """Of the backup."""
    head: int
    """The number of the last entry in it."""
    replaced: int
    """The number of the last entry of what was here before; 0 for none."""
    kept: Path | None
    """Where what was here before is kept."""


def keyring_in(backup: Path) -> Keyring:
    """Return whose backup it is, and who can open it.

    Raises:
        Problem: There is no backup there, or it is damaged.
    """
    from coprod_desktop.store.restoring import keyring_of

    return keyring_of(backup).keyring


def number_in(backup: Path) -> int:
    """Return the number that a backup's name says; 0 where it says none."""
    from coprod_desktop.store.backup_files import number_of

    return number_of(backup) or 0


def backups_named_in(folder: Path) -> tuple[tuple[int, Path], ...]:
    """Return what is named like a backup in a folder, or the one that it is itself.

    The newest first. Nothing is opened: no key is needed.

    Raises:
        Problem: There is none.
    """
    from coprod_desktop.store.backup_files import SUMMARY

    if (folder / SUMMARY).exists():
        return ((number_in(folder), folder),)
    try:
        found = [(number_in(one), one) for one in folder.iterdir() if one.is_dir()]
    except OSError:
        raise Problem("backup.place_gone") from None
    named = sorted((one for one in found if one[0]), reverse=True)
    if not named:
        raise Problem("backup.not_there")
    return tuple(named)


def check_hand(backup: Path, by: Hand) -> None:
    """Try whether somebody's passphrase opens a backup. Slow.

    Raises:
        Problem: It does not, or the backup's keyring is damaged.
    """
    from coprod_desktop.store.restoring import unlock_backup

    unlock_backup(backup, by.person, by.secret)


def put_back(
    backup: Path,
    doorway: Doorway,
    by: Hand,
    second: SecondHand | None = None,
    progress: Progress = lambda *_: None,
) -> PutBack:
    """Put a backup into a doorway's folder, which nobody has open. Slow.

    Raises:
        Problem: It is damaged or another ward's, a secret is wrong, it takes a second
            person, or the disk fails. What was there is there still.
    """
    from coprod_desktop.store.backup import KeptBackup
    from coprod_desktop.store.keyring import unlock
    from coprod_desktop.store.places import Folder
    from coprod_desktop.store.restoring import bring_keyring, rebuild_ward
    from coprod_desktop.store.standing import is_another_ward, weigh
    from coprod_desktop.store.swapping import RestorePlace

    folder = Folder(doorway.folder)
    with closing(RestorePlace(folder)) as place:
        bring_keyring(backup, place.aside)
        key = unlock(place.aside, by.person, by.secret)
        if is_another_ward(folder, key):
            raise Problem("restore.another_ward")
        summary = rebuild_ward(backup, place.aside, key, doorway.world, progress)
        found = KeptBackup(backup, summary)
        weighed = weigh(folder, place.aside, found, key)
        _check_hands(weighed, second)
        with closing(doorway.beside(place.aside.root).open(*by)) as ward:
            _tell(ward, Restored(summary.head, weighed.head, None), second)
        kept = place.swap_in()
    return PutBack(summary.number, summary.head, weighed.head, kept)


def _check_hands(weighed: Weighed, second: SecondHand | None) -> None:
    from coprod_desktop.store.standing import Verdict

    if second is None and weighed.verdict is not Verdict.WHOLE:
        is_older = weighed.verdict is Verdict.OLDER
        raise Problem("restore.older" if is_older else "restore.forked")


def _tell(ward: Ward, body: Restored, second: SecondHand | None) -> None:
    """Write into the record that it was put back, signed by whoever did it."""
    by = ward.opened_by.id
    if second is not None:
        other = _outsider(ward, by, second.name)
        kind = ward.voices.door(other).kind
        if kind is DoorKind.PIN:
            ward.voices.sign_in_with_pin(other, second.secret)
        else:
            ward.voices.sign_in_with_passphrase(other, second.secret)
        body = replace(body, cosigned=CoSigned(other))
    ward.store.record.append(by, [("", body)])


def _outsider(ward: Ward, by: PersonId, name: str) -> PersonId:
    """Return who is named from outside the ward, beside one who is named on it."""
    guardians = ward.store.record.state().guardians
    for one in ward.people.everyone:
        is_asked = name in (one.name, one.id)
        if is_asked and guardians.get(one.id) is Side.OUTSIDE:
            if guardians.get(by) is Side.WARD:
                return one.id
    raise Problem("restore.not_these_two")


def try_out(
    backup: Path, by: Hand, world: World, progress: Progress = lambda *_: None
) -> PutBack:
    """Rebuild a whole ward from a backup in a folder that is thrown away. Slow.

    What passes this can be put back.

    Raises:
        Problem: It is damaged, or the passphrase is wrong.
    """
    from coprod_desktop.store.restoring import unlock_backup

    key = unlock_backup(backup, by.person, by.secret).key
    return try_out_with(backup, key, world, progress)


def try_out_with(
    backup: Path, key: WardKey, world: World, progress: Progress = lambda *_: None
) -> PutBack:
    """Do what :func:`try_out` does, with the key of the ward at hand. Slow.

    Raises:
        Problem: It is damaged, or another ward's.
    """
    from coprod_desktop.store.places import Folder
    from coprod_desktop.store.restoring import rebuild_ward

    with TemporaryDirectory() as place:
        aside = Folder(Path(place))
        aside.ward.mkdir()
        summary = rebuild_ward(backup, aside, key, world, progress)
    return PutBack(summary.number, summary.head, 0, None)
