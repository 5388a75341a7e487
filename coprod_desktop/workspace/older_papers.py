"""Papers from before today's layout: whether one can have been made at some entry.

The first layout knew no marks, no flags and no keys of people's own. A paper that
claims it, and whose words are from when the record held any of these, is not what the
program printed then: marks could be hidden so.
"""

from __future__ import annotations

from collections.abc import Iterable

from coprod_desktop.model.bodies import StatementShared, WardMade
from coprod_desktop.model.documents import Signed
from coprod_desktop.model.entries import Entry, Kind
from coprod_desktop.model.record import body_of

_FIRST_KINDS = frozenset(
    {
        Kind.WARD_MADE,
        Kind.PERSON_JOINED,
        Kind.SETTING_CHANGED,
        Kind.DOCUMENT_STARTED,
        Kind.STATEMENT_SHARED,
        Kind.CONFIRMED,
        Kind.STANCE_TAKEN,
    }
)


def could_be_first(entries: Iterable[Entry]) -> bool:
    """Whether the program of the first layout can have written all these entries."""
    return all(_is_first(one) for one in entries)


def _is_first(entry: Entry) -> bool:
    if entry.kind not in _FIRST_KINDS:
        return False
    body = body_of(entry)
    if isinstance(body, StatementShared):
        return body.signed is Signed.WARD
    return not (isinstance(body, WardMade) and body.recovery_key)
