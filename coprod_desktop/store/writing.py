"""Writing entries: numbered, chained, signed, and refused where they are not right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sqlalchemy import ColumnElement, select

from coprod_desktop.crypto.signing import sign
from coprod_desktop.model.acts import CoSigned, DraftsOpened, KeySucceeded, Restored
from coprod_desktop.model.bodies import (
    Body,
    StatementShared,
    body_to_text,
    cosigned_bytes,
    kind_of,
)
from coprod_desktop.model.documents import Signed
from coprod_desktop.model.entries import Entry, Unsigned
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.ports import Clock
from coprod_desktop.model.wire import instant_to_json
from coprod_desktop.store.projections import keep, read_head
from coprod_desktop.store.rightful import Rightful
from coprod_desktop.store.rows import (
    entry_from_row,
    entry_to_values,
    reading_record,
    storable,
)
from coprod_desktop.store.schema import entries
from coprod_desktop.store.turn import Turn
from coprod_desktop.store.voices import Voices

Told = tuple[str, Body]
"""A document's id, empty for the ward itself, and what is told of it."""


class EntryWriter:
    """Writes entries inside a transaction that is open. The way into the record."""

    def __init__(self, ward_id: str, clock: Clock, voices: Voices) -> None:
        """Write for one ward, with the keys that are open."""
        self._ward_id = ward_id
        self._clock = clock
        self._voices = voices
        # Entries of the ward itself bear on every other, so they are read once.
        self._ward = Rightful()
        self._read = 0

    def write(
        self, turn: Turn, by: PersonId, bodies: Sequence[Told]
    ) -> tuple[Entry, ...]:
        """Write what one person tells, in this order, and bring projections along.

        Which key is under shared words is told here, whatever the body said of it. An
        act of two people is signed by both: the voice of each must be open.

        Raises:
            NotYourWords: Words would be given that are somebody else's.
            ValueError: It does not follow from what stands in the record.
            Problem: The words cannot be stored, or the key of a signer is closed.
        """
        seed = self._voices.signing_of(turn, by)
        before = self._rightful(turn, {document for document, _ in bodies})
        at = instant_to_json(self._clock())
        end = read_head(turn)
        number, previous = end.number, end.hash
        written = []
        for document, body in bodies:
            number += 1
            unsigned = Unsigned(
                number,
                self._ward_id,
                document,
                kind_of(body),
                "",
                by,
                at,
                previous,
            )
            text = storable(body_to_text(self._truly(turn, unsigned, body)))
            unsigned = replace(unsigned, body=text)
            previous = unsigned.hash()
            signature = sign(seed, unsigned.canonical_bytes())
            entry = Entry(unsigned, previous, signature)
            before.check_newest(entry)
            before.admit(entry)
            turn.put(entries, entry_to_values(entry))
            keep(turn, entry)
            written.append(entry)
        return tuple(written)

    def _rightful(self, turn: Turn, documents: set[str]) -> Rightful:
        """Return the rules after all that bears on entries of these documents."""
        newer = (entries.c.document == "") & (entries.c.number > self._read)
        with reading_record():
            for entry in _entries(turn, newer):
                self._ward.admit(entry)
                self._read = entry.number
            found = self._ward.of_ward()
            for entry in _entries(turn, entries.c.document.in_(documents - {""})):
                found.admit(entry)
        return found

    def _truly(self, turn: Turn, unsigned: Unsigned, body: Body) -> Body:
        """Return a body that says which keys are under it."""
        if isinstance(body, StatementShared):
            is_voice = body.voice == unsigned.by
            signed = (
                self._voices.signed(turn, body.voice) if is_voice else Signed.SCRIBE
            )
            return replace(body, signed=signed)
        if isinstance(body, KeySucceeded | DraftsOpened | Restored) and body.cosigned:
            second = body.cosigned.by
            seed = self._voices.signing_of(turn, second)
            signature = sign(seed, cosigned_bytes(unsigned, body))
            return replace(body, cosigned=CoSigned(second, signature))
        return body


def _entries(turn: Turn, which: ColumnElement[bool]) -> Iterator[Entry]:
    wanted = select(entries).where(which).order_by(entries.c.number)
    return (entry_from_row(row) for row in turn.execute(wanted))
