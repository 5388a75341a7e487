"""What one journal record says: rows that were put, and keys of rows that are gone.

Canonical JSON: ``{"rows": [["put", table, {column: value}], ["drop", table, {key}]],
"schema": "0003"}``; bytes are a list of one string in base 64. ``whole`` says that
nothing before it counts any more. ``beside`` is the number of the record of the other
file that was written in the same transaction: without it this one does not count.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from dataclasses import dataclass
from typing import Any

from coprod_desktop.model.canonical import Json, canonical
from coprod_desktop.model.problem import Problem
from coprod_desktop.store.migrations import VERSIONS
from coprod_desktop.store.turn import Cells, RowChange


@dataclass(frozen=True, slots=True)
class Lines:
    """What one record says."""

    changes: tuple[RowChange, ...]
    is_whole: bool = False
    """Whether it starts over: rows that were put before it are gone."""
    beside: int = 0
    """The sequence number in ``ward.journal`` that it needs; 0 for none."""

    def to_bytes(self) -> bytes:
        """Return the record's payload."""
        value: Json = {
            "rows": [_row_to_json(one) for one in self.changes],
            "schema": VERSIONS[-1],
        }
        if self.is_whole:
            value["whole"] = True
        if self.beside:
            value["beside"] = self.beside
        return canonical(value).encode()


def lines_from_bytes(payload: bytes) -> Lines:
    """Return what a record says.

    Raises:
        Problem: A newer program wrote it.
    """
    value = json.loads(payload)
    if value["schema"] not in VERSIONS:
        raise Problem("store.database_too_new")
    return Lines(
        tuple(_row_from_json(one) for one in value["rows"]),
        value.get("whole", False),
        value.get("beside", 0),
    )


def _row_to_json(change: RowChange) -> list[Any]:
    cells = {
        name: [b64encode(cell).decode()] if isinstance(cell, bytes) else cell
        for name, cell in change.cells.items()
    }
    return ["drop" if change.is_gone else "put", change.table, cells]


def _row_from_json(value: list[Any]) -> RowChange:
    how, table, told = value
    cells: Cells = {
        name: b64decode(cell[0]) if isinstance(cell, list) else cell
        for name, cell in told.items()
    }
    return RowChange(table, cells, how == "drop")
