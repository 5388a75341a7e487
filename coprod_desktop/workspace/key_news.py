"""What others did with somebody's key or private words, to be told at sign-in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from coprod_desktop.model.acts import CoSigned, DraftsOpened, KeySucceeded
from coprod_desktop.model.entries import Entry
from coprod_desktop.model.people import People, Person, PersonId
from coprod_desktop.model.record import body_of
from coprod_desktop.model.wire import instant_from_json


class KeyEvent(StrEnum):
    """What was done."""

    RENEWED = "renewed"
    """Two people let them have another key, because a secret was forgotten."""
    RENEWED_WITH_CODE = "renewed_with_code"
    """A member of staff got another key with the ward's recovery code."""
    DRAFTS_OPENED = "drafts_opened"
    """Two people read their private words in an emergency."""


@dataclass(frozen=True, slots=True)
class KeyNews:
    """One thing that somebody must be told."""

    number: int
    """Of the entry; later things have higher numbers."""
    what: KeyEvent
    at: datetime
    by: tuple[Person, ...]
    """The one named on the ward, then the one from outside it; nobody for a code."""
    reason: str = ""
    """Why private words were read, as the two wrote it."""
    minutes: int = 0
    """For how long they could be read."""


def key_news(
    entries: Iterable[Entry], people: People, person: PersonId, after: int = 0
) -> tuple[KeyNews, ...]:
    """Return what was done to somebody in entries later than number ``after``."""
    found = []
    for entry in entries:
        body = body_of(entry)
        if not isinstance(body, KeySucceeded | DraftsOpened):
            continue
        if body.person == person and entry.number > after:
            found.append(_told(entry, body, people))
    return tuple(found)


def _told(entry: Entry, body: KeySucceeded | DraftsOpened, people: People) -> KeyNews:
    at = instant_from_json(entry.unsigned.at)
    by = _pair(entry, body.cosigned, people)
    if isinstance(body, DraftsOpened):
        what = KeyEvent.DRAFTS_OPENED
        return KeyNews(entry.number, what, at, by, body.reason, body.minutes)
    what = KeyEvent.RENEWED if body.cosigned else KeyEvent.RENEWED_WITH_CODE
    return KeyNews(entry.number, what, at, by)


def _pair(
    entry: Entry, cosigned: CoSigned | None, people: People
) -> tuple[Person, ...]:
    if cosigned is None:
        return ()
    return (people[entry.unsigned.by], people[cosigned.by])
