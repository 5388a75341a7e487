"""Commands that keep words safe: backup, restore, rescue, rebuild."""

from __future__ import annotations

import argparse
import json
import sys
from contextlib import closing
from pathlib import Path

from coprod_desktop.cli.asking import (
    Asked,
    Command,
    add_json,
    add_opening,
    folder_of,
    hand_of,
    opened,
    passphrase_of,
    real_world,
)
from coprod_desktop.cli.telling import NOT_THE_SAME, OK, show_progress, write_out
from coprod_desktop.i18n.catalogue import Catalogue
from coprod_desktop.i18n.dates import long_date
from coprod_desktop.store.findings import Finding
from coprod_desktop.store.rescue import Rescued
from coprod_desktop.workspace import mending, restoring
from coprod_desktop.workspace.backups import BackupLine
from coprod_desktop.workspace.doorway import Doorway
from coprod_desktop.workspace.rescuing import rescued_json
from coprod_desktop.workspace.saving_files import save_aside

SIDES = ("lists", "database", "journal")
"""What can be made anew: the lists from the record, either side from the other."""


def _add_backup(one: argparse.ArgumentParser, words: Catalogue) -> None:
    text = words.text
    one.add_argument("place", nargs="?", type=Path, help=text("cli.backup_place"))
    one.add_argument("--list", action="store_true", help=text("cli.backup_list"))
    one.add_argument("--keep", action="store_true", help=text("cli.backup_keep"))
    add_json(one, words)
    add_opening(one, words)


def _backup(asked: Asked, words: Catalogue) -> int:
    with closing(opened(asked, words)) as ward:
        if asked.keep and asked.place is not None:
            ward.backups.choose_place(asked.place)
        if asked.list:
            found = ward.backups.lines(asked.place)
        else:
            progress = show_progress(words)
            found = (ward.backups.make(progress, asked.place),)
    if asked.json:
        print(json.dumps({"backups": [*map(_to_json, found)]}, sort_keys=True))
        return OK
    key = "cli.backup_line" if asked.list else "cli.backup_made"
    for one in found:
        print(
            words.text(
                key,
                number=one.number,
                entries=one.head,
                day=long_date(one.at.astimezone().date(), words.language),
                folder=str(one.folder),
            )
        )
    return OK


def _to_json(one: BackupLine) -> dict[str, object]:
    return {
        "number": one.number,
        "entries": one.head,
        "at": one.at.isoformat(),
        "folder": str(one.folder),
    }


def _add_restore(one: argparse.ArgumentParser, words: Catalogue) -> None:
    text = words.text
    one.add_argument("backup", type=Path, help=text("cli.restore_backup"))
    one.add_argument("--second", help=text("cli.restore_second"))
    one.add_argument(
        "--second-passphrase-file", type=Path, help=text("cli.restore_second_file")
    )
    add_json(one, words)
    add_opening(one, words)


def _restore(asked: Asked, words: Catalogue) -> int:
    by = hand_of(asked, words, restoring.keyring_in(asked.backup))
    second = None
    if asked.second is not None:
        file = asked.second_passphrase_file
        secret = passphrase_of(asked.second, file, words)
        second = restoring.SecondHand(asked.second, secret)
    doorway = Doorway(folder_of(asked), real_world())
    progress = show_progress(words)
    done = restoring.put_back(asked.backup, doorway, by, second, progress)
    if asked.json:
        answer = {
            "restored": done.number,
            "entries": done.head,
            "replaced": done.replaced,
            "kept": str(done.kept) if done.kept else None,
        }
        print(json.dumps(answer, sort_keys=True))
        return OK
    print(words.text("cli.restored", number=done.number, entries=done.head))
    if done.kept is not None:
        print(words.text("cli.restored_kept", folder=str(done.kept)))
    return OK


def _add_rebuild(one: argparse.ArgumentParser, words: Catalogue) -> None:
    says = words.text("cli.rebuild_side")
    one.add_argument("side", nargs="?", choices=SIDES, default=SIDES[0], help=says)
    add_json(one, words)
    add_opening(one, words)


def _rebuild(asked: Asked, words: Catalogue) -> int:
    told: tuple[Finding, ...] = ()
    progress = show_progress(words)
    if asked.side != SIDES[0]:
        door = Doorway(folder_of(asked), real_world())
        hand = hand_of(asked, words, door.keyring())
        told = door.rebuild(*hand, asked.side, progress)
    else:
        with closing(opened(asked, words)) as ward:
            ward.store.documents.rebuild(progress)
    if asked.json:
        findings = [{"key": one.key, **one.named} for one in told]
        answer = {"rebuilt": asked.side, "told": findings}
        print(json.dumps(answer, sort_keys=True))
        return OK
    for one in told:
        print(words.text(one.key, **one.named))
    is_lists = asked.side == SIDES[0]
    print(words.text("cli.rebuilt_lists" if is_lists else "cli.rebuilt"))
    return OK


def _add_rescue(one: argparse.ArgumentParser, words: Catalogue) -> None:
    text = words.text
    one.add_argument("file", nargs="?", type=Path, help=text("cli.rescue_file"))
    one.add_argument("--replace", action="store_true", help=text("cli.replace"))
    add_json(one, words)
    add_opening(one, words)


def _rescue(asked: Asked, words: Catalogue) -> int:
    door = Doorway(folder_of(asked), real_world())
    hand = hand_of(asked, words, door.keyring())
    found = door.rescue(*hand, show_progress(words))
    told = rescued_json(found)
    if asked.file is not None:
        save_aside(asked.file, told.encode(), replacing=asked.replace)
    lost = asked.file is not None and _save_photographs(asked, door, hand, found, words)
    try:
        if asked.json:
            write_out(told)
        else:
            _tell_rescued(found, words)
    finally:
        # Without a file and JSON no words were given out, so nobody has seen any.
        is_given_out = asked.file is not None or asked.json
        if is_given_out and not mending.note_all_saved(door, hand):
            print(words.text("workspace.look_not_written"), file=sys.stderr)
    return NOT_THE_SAME if found.missing or lost else OK


def _save_photographs(
    asked: Asked, door: Doorway, hand: restoring.Hand, found: Rescued, words: Catalogue
) -> bool:
    """Save them beside the file, and say how many; return whether some were not."""
    step = show_progress(words)
    told = mending.save_photographs(
        door, hand, found, asked.file, step, replacing=asked.replace
    )
    for one in told:
        said = words.text(one.key, **one.named)
        print(said, file=sys.stderr if asked.json else sys.stdout)
    return any(one.key != "mend.photographs" for one in told)


def _tell_rescued(found: Rescued, words: Catalogue) -> None:
    print(words.text("cli.rescued", entries=len(found.entries)))
    for first, last in found.missing:
        print(words.text("cli.rescue_missing", first=first, last=last))


COMMANDS = {
    "backup": Command("cli.backup", _backup, _add_backup),
    "restore": Command("cli.restore", _restore, _add_restore),
    "rescue": Command("cli.rescue", _rescue, _add_rescue),
    "rebuild": Command("cli.rebuild", _rebuild, _add_rebuild),
}
