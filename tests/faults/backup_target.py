"""A backup that somebody brings to be put back, on a stick that anybody had in hand.

An input is a whole backup in one piece. As it lies, its four files stand in it byte for
byte; those who have not the ward's key can change no more. With the key in hand it says
what the files say, and is sealed here before it is read, so that what lies behind the
seals is reached.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from coprod_desktop.app import real_world
from coprod_desktop.crypto.doors import FLOOR
from coprod_desktop.crypto.sealing import NONCE_BYTES, seal, unseal
from coprod_desktop.store import backup_files
from coprod_desktop.store.backup_files import FILES, KEYRING, SUMMARY
from coprod_desktop.store.backup_reading import BOOK_FILES, check_backup, records_of
from coprod_desktop.store.journal import journal_key
from coprod_desktop.store.journal_file import BEFORE_ALL, Seal, write_aside
from coprod_desktop.store.keyring import unlock
from coprod_desktop.store.places import Folder
from coprod_desktop.store.restoring import (
    bring_keyring,
    checked_lines,
    rebuild_ward,
)
from coprod_desktop.store.schema import Book
from tests.fakes import FakeRandom
from tests.faults.watched import Target
from tests.store.backups import back_up_ward, payloads, rewrite
from tests.store.wards import PASSPHRASE, PRIYA

AS_IT_LIES, WITH_THE_KEY = b"as it lies", b"with the key"
SPLIT = b"\n\x00\xff==\xff\x00\n"
"""Between the parts of a backup in one input; between records there is a line's end."""


class BackupTarget(Target):
    """A backup of this ward, put back into an empty place."""

    def __init__(self, folder: Path) -> None:
        """Use the ward and the backup in the folder; make them where none are."""
        super().__init__(folder)
        made = folder / "backed-up"
        if not made.exists():
            back_up_ward(made)
        (self._backup,) = (made / "stick").iterdir()
        self._key = unlock(Folder(made / "ward-pc"), PRIYA.id, PASSPHRASE)
        self._world = replace(real_world(), cost=FLOOR)
        self._stick, self._aside = folder / "brought", Folder(folder / "aside")
        temporary = folder / "temporary"
        temporary.mkdir(exist_ok=True)
        tempfile.tempdir = str(temporary)

    def read(self, content: bytes) -> None:
        shutil.rmtree(self._aside.root, ignore_errors=True)
        self._lay_out(content)
        # As the program does, but for this: what is refused while it is read needs no
        # database, and a thousand more of the kind can be tried.
        summary = check_backup(self._stick, self._key)
        for book in Book:
            for one in records_of(self._stick, self._key, book, summary, _nothing):
                checked_lines(one.payload, book)
        self._aside.ward.mkdir(parents=True)
        bring_keyring(self._stick, self._aside)
        rebuild_ward(self._stick, self._aside, self._key, self._world, _nothing)

    def samples(self) -> list[bytes]:
        names = (*FILES, SUMMARY)
        lying = [(self._backup / name).read_bytes() for name in names]
        keyring = (self._backup / KEYRING).read_bytes()
        said = [
            b"\n".join(
                json.dumps(one).encode()
                for one in payloads(self._backup, self._key, book)
            )
            for book in BOOK_FILES
        ]
        summary = backup_files.read_summary(self._backup, self._key)
        told = {
            "number": summary.number,
            "at": summary.at,
            "head": [summary.head, summary.head_hash.hex()],
        }
        parts = [keyring, json.dumps(told).encode(), *said]
        return [
            SPLIT.join([WITH_THE_KEY, *parts]),
            SPLIT.join([AS_IT_LIES, *lying]),
        ]

    def _lay_out(self, content: bytes) -> None:
        """Write the backup that an input tells of into the place of the stick."""
        shutil.rmtree(self._stick, ignore_errors=True)
        shutil.copytree(self._backup, self._stick)
        kind, *parts = content.split(SPLIT)
        names = (*FILES, SUMMARY)
        if kind != WITH_THE_KEY:
            for name, part in zip(names, parts, strict=False):
                (self._stick / name).write_bytes(part)
            return
        keyring, told, *said = [*parts, b"", b"", b"", b""][:4]
        (self._stick / KEYRING).write_bytes(keyring)
        for (book, name), records in zip(BOOK_FILES.items(), said, strict=True):
            self._seal_file(book, name, records.split(b"\n"))
        self._seal_summary(told)

    def _seal_file(self, book: Book, name: str, records: list[bytes]) -> None:
        random = FakeRandom("forged")
        path = self._stick / name
        writer = Seal(journal_key(self._key), book, random(16))
        end = write_aside(path, writer, records, after=BEFORE_ALL, random=random)
        summary = backup_files.read_summary(self._stick, self._key)
        ends = {**summary.ends, name: (end.sequence, end.tag)}
        rewrite(self._stick, self._key, replace(summary, ends=ends))

    def _seal_summary(self, told: bytes) -> None:
        """Seal a summary with these values in it, or these bytes where it is none."""
        summary = backup_files.read_summary(self._stick, self._key)
        rewrite(self._stick, self._key, summary)
        context = backup_files._context(self._key)
        secret = backup_files._key(self._key)
        plain = told
        with suppress(ValueError, RecursionError):
            value: Any = json.loads(told)
            if isinstance(value, dict):
                sealed = (self._stick / SUMMARY).read_bytes()
                whole = json.loads(unseal(secret, sealed, context=context))
                # What the files are is told rightly, unless it is told as well.
                plain = json.dumps({**whole, **value}).encode()
        nonce = FakeRandom("summary")(NONCE_BYTES)
        sealed = seal(secret, plain, context=context, nonce=nonce)
        (self._stick / SUMMARY).write_bytes(sealed)


def _nothing(*_: Any) -> None:
    """Nobody looks how far it is."""
