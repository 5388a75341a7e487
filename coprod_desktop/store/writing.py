"""Writing entries: numbered, chained, signed, and refused where they are not right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import select

from coprod_desktop.crypto.signing import sign
from coprod_desktop.model.bodies import Body, body_to_text, kind_of
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
from coprod_desktop.store.seeds import Seeds
from coprod_desktop.store.turn import Turn

Told = tuple[str, Body]
"""A document's id, empty for the ward itself, and what is told of it."""


class EntryWriter:
    """Writes entries inside a transaction that is open. The way into the record."""

    def __init__(self, ward_id: str, clock: Clock, seeds: Seeds) -> None:
        """Write for one ward."""
        self._ward_id = ward_id
        self._clock = clock
        self._seeds = seeds

    def write(
        self, turn: Turn, by: PersonId, bodies: Sequence[Told]
    ) -> tuple[Entry, ...]:
        """Write what one person tells, in this order, and bring projections along.

        Raises:
            NotYourWords: Words would be given that are somebody else's.
            ValueError: It does not follow from what stands in the record.
            Problem: The words cannot be stored.
        """
        seed = self._seeds.of(turn, by)
        before = _rightful(turn, {"", *(document for document, _ in bodies)})
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
                storable(body_to_text(body)),
                by,
                at,
                previous,
            )
            previous = unsigned.hash()
            signature = sign(seed, unsigned.canonical_bytes())
            entry = Entry(unsigned, previous, signature)
            before.check_newest(entry)
            before.admit(entry)
            turn.put(entries, entry_to_values(entry))
            keep(turn, entry)
            written.append(entry)
        return tuple(written)


def _rightful(turn: Turn, documents: Iterable[str]) -> Rightful:
    found = Rightful()
    wanted = select(entries).where(entries.c.document.in_(documents))
    rows = turn.execute(wanted.order_by(entries.c.number))
    with reading_record():
        for row in rows:
            found.admit(entry_from_row(row))
    return found
