"""One document checked when it is opened: are its entries as they were written.

Hash, signature and the place in the chain of each; whether each was its actor's to
make is asked when the whole record is read over (:mod:`verifying`).
"""

from __future__ import annotations

import hashlib
from typing import cast

from sqlalchemy import select

from coprod_desktop.crypto.signing import is_signed
from coprod_desktop.model.acts import KeyMade, KeySucceeded
from coprod_desktop.model.bodies import PersonJoined
from coprod_desktop.model.documents import DocumentId
from coprod_desktop.model.entries import NO_HASH, Broken, Entry, Fault, Kind
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.record import body_of
from coprod_desktop.store.projections import read_head
from coprod_desktop.store.rows import entry_from_row, reading_record
from coprod_desktop.store.schema import entries
from coprod_desktop.store.turn import Turn

_KINDS = (Kind.PERSON_JOINED, Kind.KEY_MADE, Kind.KEY_SUCCEEDED)


class KnownKeys:
    """Whose signature which key checks, and from which entry on. Read once.

    Only people sign what stands in a document: the recovery code never does.
    """

    def __init__(self) -> None:
        """Know nobody yet."""
        self._read_to = 0
        self._keys: dict[PersonId, list[tuple[int, bytes]]] = {}

    def update(self, turn: Turn) -> None:
        """Read the keys that were told since.

        Raises:
            Problem: The file is damaged.
        """
        wanted = select(entries).where(
            entries.c.document == "",
            entries.c.number > self._read_to,
            entries.c.kind.in_([kind.value for kind in _KINDS]),
        )
        with reading_record():
            for row in turn.execute(wanted.order_by(entries.c.number)):
                self._learn(entry_from_row(row))
        self._read_to = read_head(turn).number

    def at(self, person: PersonId, number: int) -> bytes | None:
        """Return the key that checks what somebody signed as entry ``number``."""
        known = self._keys.get(person, ())
        return next((key for first, key in reversed(known) if first <= number), None)

    def _learn(self, entry: Entry) -> None:
        # Nothing else is of the kinds that were asked for.
        body = cast("PersonJoined | KeyMade | KeySucceeded", body_of(entry))
        if isinstance(body, PersonJoined):
            # A second joining is no way to another key; the whole check names it.
            self._keys.setdefault(body.person.id, [(entry.number, body.public_key)])
        else:
            # The entry itself is signed with the key before, by whoever let them.
            keys = self._keys.setdefault(body.person, [])
            keys.append((entry.number + 1, body.public_key))


def document_fault(turn: Turn, document: DocumentId, keys: KnownKeys) -> Broken | None:
    """Return the first entry of a document that does not hold, or None.

    Raises:
        Problem: The file is damaged, or an entry is of no known kind.
    """
    keys.update(turn)
    wanted = select(entries).where(entries.c.document == document)
    rows = turn.execute(wanted.order_by(entries.c.number)).all()
    with reading_record():
        told = [entry_from_row(row) for row in rows]
    before = _hashes(turn, [one.number - 1 for one in told])
    for entry in told:
        fault = _fault(entry, before, keys)
        if fault is not None:
            return Broken(entry.number, fault)
    return None


def _hashes(turn: Turn, numbers: list[int]) -> dict[int, bytes]:
    wanted = select(entries.c.number, entries.c.hash)
    rows = turn.execute(wanted.where(entries.c.number.in_(numbers)))
    return {0: NO_HASH, **{row.number: row.hash for row in rows}}


def _fault(entry: Entry, before: dict[int, bytes], keys: KnownKeys) -> Fault | None:
    if before.get(entry.number - 1) != entry.unsigned.previous:
        return Fault.NOT_CHAINED
    message = entry.unsigned.canonical_bytes()
    if hashlib.sha256(message).digest() != entry.hash:
        return Fault.CHANGED
    key = keys.at(entry.unsigned.by, entry.number)
    if key is None:
        return Fault.UNKNOWN_SIGNER
    return None if is_signed(key, message, entry.signature) else Fault.BAD_SIGNATURE
