"""What was rescued from a damaged ward, as JSON that any program can read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from coprod_desktop.model.canonical import Json, canonical

if TYPE_CHECKING:
    from coprod_desktop.model.entries import Entry
    from coprod_desktop.store.rescue import Rescued

SCHEMA = "coprod-rescue/1"


def rescued_json(found: Rescued) -> str:
    """Return everything shared that could be read, and which numbers are missing."""
    return canonical(
        {
            "schema": SCHEMA,
            "entries": [_entry_to_json(one) for one in found.entries],
            "missing": [list(one) for one in found.missing],
            "differing": list(found.differing),
            "read": list(found.read),
        }
    )


def _entry_to_json(entry: Entry) -> Json:
    said = entry.unsigned
    try:
        body = json.loads(said.body)
    except ValueError:
        body = said.body  # damaged: it is shown as it stands
    return {
        "number": said.number,
        "ward": said.ward,
        "document": said.document,
        "kind": said.kind.value,
        "body": body,
        "by": said.by,
        "at": said.at,
        "previous": said.previous.hex(),
        "hash": entry.hash.hex(),
        "signature": entry.signature.hex(),
    }
