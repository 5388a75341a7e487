"""What takes two people, one named on the ward and one from outside it.

Both have opened their own voices. The entry is signed by the one of the ward and holds
the other's signature; ``rightful_ward`` refuses every other pair.
"""

from __future__ import annotations

from typing import NamedTuple

from coprod_desktop.crypto.doors import Random
from coprod_desktop.model.acts import CoSigned, DraftsOpened, KeySucceeded
from coprod_desktop.model.documents import Draft, Side
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.problem import Problem
from coprod_desktop.store.drafts import Drafts
from coprod_desktop.store.key_making import MakeDoor
from coprod_desktop.store.own_keys import new_own_key
from coprod_desktop.store.sign_in import KeyParts
from coprod_desktop.store.turn import Turn
from coprod_desktop.store.writing import EntryWriter


class Pair(NamedTuple):
    """The two."""

    ward: PersonId
    outside: PersonId


class TwoPeople:
    """Renews a forgotten secret, and opens private drafts in an emergency."""

    def __init__(
        self, parts: KeyParts, writer: EntryWriter, drafts: Drafts, random: Random
    ) -> None:
        """Write to an open file."""
        self._parts = parts
        self._writer = writer
        self._drafts = drafts
        self._random = random

    def check(self, person: PersonId, pair: Pair) -> None:
        """Refuse a pair that is not one named person of each side.

        Raises:
            Problem: They are not; or it is about one of the two.
        """
        named = self._parts.ward().guardians
        sides = tuple(named.get(one) for one in pair)
        if sides != (Side.WARD, Side.OUTSIDE) or person in pair:
            raise Problem("store.takes_two_sides")

    def renew(self, person: PersonId, pair: Pair, make_door: MakeDoor) -> bool:
        """Give somebody who forgot their secret a new key and a new door.

        Their old words still verify with the old key. Returns whether their private
        drafts came back: they do where both were named when they last signed in.

        Raises:
            ValueError: There is no key that another could follow.
            Problem: It is not one named person of each side, a voice of the two is
                closed, or it could not be written.
        """
        parts, state = self._parts, self._parts.ward()
        self.check(person, pair)
        with parts.database.transaction() as turn:
            reading = self._reading(turn, person, pair)
        key = new_own_key(self._random, reading)
        door = make_door(key.unlocker)
        cosigned = CoSigned(pair.outside)
        with parts.database.transaction() as turn:
            body = KeySucceeded(person, key.public_key, key.drafts_key, cosigned)
            self._writer.write(turn, pair.ward, [("", body)])
            parts.own_keys.keep(turn, person, key)
            parts.doors.keep_alone(turn, door)
            parts.tries.forgive(person, turn)
            parts.escrow.remake(turn, person, key.reading, state)
        parts.voices.close(person)
        return reading is not None

    def open_drafts(
        self, person: PersonId, pair: Pair, reason: str, minutes: int
    ) -> tuple[Draft, ...]:
        """Return somebody's private drafts, once the record tells that they were read.

        Raises:
            Problem: It is not one named person of each side, a voice of the two is
                closed, there is no way to them, or the entry could not be written.
        """
        parts = self._parts
        self.check(person, pair)
        cosigned = CoSigned(pair.outside)
        with parts.database.transaction() as turn:
            reading = self._reading(turn, person, pair)
            if reading is None and parts.voices.has_own_key(turn, person):
                raise Problem("store.no_way_to_drafts")
            body = DraftsOpened(person, reason, minutes, cosigned)
            self._writer.write(turn, pair.ward, [("", body)])
        with parts.database.transaction() as turn:
            return self._drafts.all_of(
                turn, person, lambda one: reading if one == person else None
            )

    def _reading(self, turn: Turn, person: PersonId, pair: Pair) -> bytes | None:
        keys = {one: self._parts.voices.key_of(one) for one in pair}
        opened = {one: key for one, key in keys.items() if key is not None}
        if len(opened) != len(pair):
            raise Problem("store.voice_closed")
        return self._parts.escrow.opened_by(turn, person, opened)
