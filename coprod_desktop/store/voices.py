"""Whose own key is open now, and with what each person's entries are signed.

A voice is open while its key is in memory. People without a key of their own have one
that the ward keeps for them, as everybody had at first.
"""

from __future__ import annotations

from collections.abc import Callable

from coprod_desktop.model.bodies import RECOVERY
from coprod_desktop.model.documents import Signed
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.problem import Problem
from coprod_desktop.store.own_keys import OwnKey, OwnKeys
from coprod_desktop.store.recovery_signer import RecoverySigner
from coprod_desktop.store.seeds import Seeds
from coprod_desktop.store.turn import Turn


class Voices:
    """The keys that are open. Nothing here is on the disk."""

    def __init__(self, seeds: Seeds, own_keys: OwnKeys) -> None:
        """Start with every voice closed."""
        self._seeds = seeds
        self._own_keys = own_keys
        self._open: dict[PersonId, OwnKey] = {}
        self._code: RecoverySigner | None = None
        self.on_closed: Callable[[], object] = lambda: None
        """Called after a voice closed."""
        self.turns = 0
        """How often a voice was opened or closed: what can be read changes with it."""

    def open(self, person: PersonId, key: OwnKey) -> None:
        """Open a voice with the key behind its door."""
        self._open[person] = key
        self.turns += 1

    def take_code(self, code: RecoverySigner) -> None:
        """Let the ward's recovery code give staff new keys, while the ward is open."""
        self._code = code

    def close(self, person: PersonId) -> None:
        """Close a voice; nothing happens where it is closed already."""
        if self._open.pop(person, None) is None:
            return
        self.turns += 1
        self.on_closed()

    def close_all(self) -> None:
        """Close every voice, and forget the recovery code."""
        self._code = None
        for person in self.open_now:
            self.close(person)

    def is_open(self, person: PersonId) -> bool:
        """Whether somebody's own key is open."""
        return person in self._open

    @property
    def open_now(self) -> dict[PersonId, OwnKey]:
        """The own keys that are open."""
        return dict(self._open)

    @property
    def code(self) -> RecoverySigner | None:
        """What the recovery code signs with, where the ward was opened with it."""
        return self._code

    def key_of(self, person: PersonId) -> OwnKey | None:
        """Return somebody's own key, or None where it is closed."""
        return self._open.get(person)

    def reading_of(self, person: PersonId) -> bytes | None:
        """Return what somebody reads with, or None where their key is closed."""
        key = self._open.get(person)
        return key.reading if key else None

    def has_own_key(self, turn: Turn, person: PersonId) -> bool:
        """Whether somebody has a key of their own, open or closed."""
        return self._own_keys.has(turn, person)

    def can_sign(self, turn: Turn, person: PersonId) -> bool:
        """Whether entries can be written as this person now."""
        if self.has_own_key(turn, person):
            return self.is_open(person)
        return self._seeds.has(turn, person)

    def signed(self, turn: Turn, person: PersonId) -> Signed:
        """Return which kind of key signs for somebody who acts for themselves."""
        return Signed.OWN if self.has_own_key(turn, person) else Signed.WARD

    def signing_of(self, turn: Turn, person: PersonId) -> bytes:
        """Return the seed that signs what somebody does.

        Raises:
            Problem: Their own key is closed, or what is stored is damaged.
            ValueError: Nobody of this id has joined, or their door was closed.
        """
        if person == RECOVERY:
            if self._code is None:
                raise ValueError("the ward was not opened with its recovery code")
            return self._code.signing
        key = self._open.get(person)
        if key is not None:
            return key.signing
        if self.has_own_key(turn, person):
            raise Problem("store.voice_closed")
        return self._seeds.of(turn, person)
