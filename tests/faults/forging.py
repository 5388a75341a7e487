"""What somebody could do to a record who has the ward's key, and means ill.

They can read and write every row, compute every hash anew, and sign with any key of
their own making; what they have not is the keys of the people. Each forgery changes a
list of entries and says which number is the first that is not as it was.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Sequence
from dataclasses import replace

from coprod_desktop.crypto.signing import is_signed, public_key, sign
from coprod_desktop.model.canonical import canonical
from coprod_desktop.model.entries import NO_HASH, Entry, Kind, Unsigned
from coprod_desktop.model.people import PersonId

Forged = tuple[list[Entry], int]
"""The entries as they are now, and the number of the first that was touched."""

Forgery = Callable[["Forger", list[Entry]], Forged | None]
"""None where these entries leave nothing to forge in this way."""


class Forger:
    """Somebody with the ward's key, dice, and a key of their own."""

    def __init__(self, chance: random.Random) -> None:
        """Throw with these dice."""
        self.chance = chance
        self.seed = chance.randbytes(32)

    @property
    def own_public(self) -> bytes:
        """What would check the forger's signatures."""
        return public_key(self.seed)

    def resigned(self, unsigned: Unsigned, old: bytes) -> Entry:
        """Return an entry as a forger would finish it: hashed, and signed somehow."""
        signatures = (
            lambda: old,
            lambda: sign(self.seed, unsigned.canonical_bytes()),
            lambda: bytes(64),
        )
        return Entry(unsigned, unsigned.hash(), self.chance.choice(signatures)())

    def chained(self, entries: Sequence[Entry], start: int) -> list[Entry]:
        """Return entries numbered and chained anew from a place in the list on."""
        found = list(entries[:start])
        previous = found[-1].hash if found else NO_HASH
        for number, entry in enumerate(entries[start:], start=start + 1):
            unsigned = replace(entry.unsigned, number=number, previous=previous)
            is_same = unsigned == entry.unsigned
            again = Entry(unsigned, unsigned.hash(), entry.signature)
            found.append(entry if is_same else again)
            previous = found[-1].hash
        return found

    def put(self, entries: list[Entry], at: int, unsigned: Unsigned) -> Forged:
        """Put another entry in the place of one; chain what follows, or leave it."""
        found = list(entries)
        found[at] = self.resigned(unsigned, entries[at].signature)
        if self.chance.random() < 0.7:
            found = self.chained(found, at)
        return found, at + 1

    def pick(self, entries: list[Entry], *kinds: Kind) -> int | None:
        """Return the place of an entry, of one of these kinds where any is asked."""
        places = [n for n, one in enumerate(entries) if not kinds or one.kind in kinds]
        return self.chance.choice(places) if places else None


_WORDS = (Kind.STATEMENT_SHARED, Kind.STANCE_TAKEN)
_KEYS = (Kind.PERSON_JOINED, Kind.KEY_MADE, Kind.KEY_SUCCEEDED)


def letter(forger: Forger, entries: list[Entry]) -> Forged | None:
    """Change a letter of somebody's words."""
    at = forger.pick(entries, *_WORDS)
    if at is None:
        return None
    body = json.loads(entries[at].unsigned.body)
    words = body["said"].get("text", {}).get("words", "")
    if not words:
        return None
    place = forger.chance.randrange(len(words))
    other = "x" if words[place] != "x" else "y"
    body["said"]["text"]["words"] = words[:place] + other + words[place + 1 :]
    return forger.put(entries, at, replace(entries[at].unsigned, body=canonical(body)))


def any_byte(forger: Forger, entries: list[Entry]) -> Forged | None:
    """Change a sign anywhere in a body."""
    at = forger.chance.randrange(len(entries))
    body = entries[at].unsigned.body
    place = forger.chance.randrange(len(body))
    other = chr(ord(body[place]) ^ 1)
    changed = body[:place] + other + body[place + 1 :]
    return forger.put(entries, at, replace(entries[at].unsigned, body=changed))


def author(forger: Forger, entries: list[Entry]) -> Forged | None:
    """Give an entry, or the words in it, to somebody else."""
    at = forger.pick(entries, *_WORDS)
    people = sorted({one.unsigned.by for one in entries} | {PersonId("nobody")})
    if at is None:
        return None
    old = entries[at].unsigned
    other = forger.chance.choice([one for one in people if one != old.by])
    body = old.body.replace(f'"{old.by}"', f'"{other}"')
    way = forger.chance.randrange(3)
    changed = (
        replace(old, by=other),
        replace(old, body=body),
        replace(old, by=other, body=body),
    )[way]
    return forger.put(entries, at, changed) if changed != old else None


def time(forger: Forger, entries: list[Entry]) -> Forged | None:
    """Say that it was said at another time."""
    at = forger.chance.randrange(len(entries))
    day = f"{forger.chance.randrange(1970, 2100)}-01-02T03:04:05.000006Z"
    return forger.put(entries, at, replace(entries[at].unsigned, at=day))


def order(forger: Forger, entries: list[Entry]) -> Forged | None:
    """Change the order of two neighbours."""
    at = forger.chance.randrange(len(entries) - 1)
    found = [*entries[:at], entries[at + 1], entries[at], *entries[at + 2 :]]
    return forger.chained(found, at), at + 1


def splice(forger: Forger, entries: list[Entry]) -> Forged | None:
    """Move words from one document into another, or tell them twice."""
    at = forger.pick(entries, *_WORDS, Kind.CONFIRMED)
    documents = sorted({one.unsigned.document for one in entries} - {""})
    if at is None or len(documents) < 2:
        return None
    old = entries[at].unsigned
    if forger.chance.random() < 0.5:
        other = forger.chance.choice([one for one in documents if one != old.document])
        return forger.put(entries, at, replace(old, document=other))
    to = forger.chance.randrange(at + 1, len(entries) + 1)
    found = [*entries[:to], entries[at], *entries[to:]]
    return forger.chained(found, to), to + 1


def left_out(forger: Forger, entries: list[Entry]) -> Forged | None:
    """Leave an entry out that others follow."""
    at = forger.chance.randrange(len(entries) - 1)
    found = [*entries[:at], *entries[at + 1 :]]
    if forger.chance.random() < 0.3:
        return found, at + 1
    return forger.chained(found, at), at + 1


def made_up(forger: Forger, entries: list[Entry]) -> Forged | None:
    """Put words in that nobody said, signed by the forger."""
    at = forger.pick(entries, *_WORDS)
    if at is None:
        return None
    old = entries[at].unsigned
    body = json.loads(old.body)
    body["version"] = body["version"] + 1
    body["said"].get("text", {})["words"] = "I never wanted to go home."
    to = forger.chance.randrange(at + 1, len(entries) + 1)
    unsigned = replace(old, number=to + 1, body=canonical(body))
    unsigned = replace(unsigned, previous=entries[to - 1].hash)
    found = [*entries[:to], forger.resigned(unsigned, bytes(64)), *entries[to:]]
    return forger.chained(found, to), to + 1


def key_swapped(forger: Forger, entries: list[Entry]) -> Forged | None:
    """Put the forger's key under somebody's name, and sign all that follows with it.

    The very first entry brings along the key that it is signed with: forged so, it
    holds by itself, and what is named is the first entry that its writer signed with
    the key of their own.
    """
    at = forger.pick(entries, *_KEYS)
    if at is None:
        return None
    old = entries[at].unsigned
    body = json.loads(old.body)
    person = body.get("person")
    name = person["id"] if isinstance(person, dict) else person
    body["public_key"] = forger.own_public.hex()
    found, first = forger.put(entries, at, replace(old, body=canonical(body)))
    previous = found[at].hash
    for place in range(at + 1, len(found)):
        unsigned = replace(found[place].unsigned, previous=previous)
        signature = found[place].signature
        if unsigned.by == name:
            signature = sign(forger.seed, unsigned.canonical_bytes())
        found[place] = Entry(unsigned, unsigned.hash(), signature)
        previous = found[place].hash
    message = found[0].unsigned.canonical_bytes()
    if not at and is_signed(forger.own_public, message, found[0].signature):
        first = _first_with_own_key(entries, name)
    return found, first


def _first_with_own_key(entries: list[Entry], name: str) -> int:
    """Return the number of the first entry that somebody signed with their own key."""
    has_own = False
    for entry in entries:
        said = entry.unsigned
        if has_own and said.by == name:
            return entry.number
        is_made = said.kind is Kind.KEY_MADE
        has_own = has_own or (is_made and json.loads(said.body)["person"] == name)
    raise LookupError("nobody signed with a key of their own")


def signature_dropped(forger: Forger, entries: list[Entry]) -> Forged | None:
    """Take a signature away, or put another's in its place."""
    at = forger.chance.randrange(len(entries))
    other = forger.chance.choice(entries).signature
    old = entries[at].signature
    new = forger.chance.choice((b"", bytes(64), other, old[:-1], old[::-1]))
    if new == old:
        return None
    found = list(entries)
    found[at] = replace(entries[at], signature=new)
    return found, at + 1


def another_kind(forger: Forger, entries: list[Entry]) -> Forged | None:
    """Say that an entry tells something else, or is of another ward."""
    at = forger.chance.randrange(len(entries))
    old = entries[at].unsigned
    kind = forger.chance.choice([one for one in Kind if one is not old.kind])
    ward = forger.chance.choice((old.ward + "0", "", "another ward"))
    changed = forger.chance.choice((replace(old, kind=kind), replace(old, ward=ward)))
    return forger.put(entries, at, changed)


FORGERIES: dict[str, Forgery] = {
    "letter": letter,
    "any byte": any_byte,
    "author": author,
    "time": time,
    "order": order,
    "splice": splice,
    "left out": left_out,
    "made up": made_up,
    "key swapped": key_swapped,
    "signature dropped": signature_dropped,
    "another kind": another_kind,
}
