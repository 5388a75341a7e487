"""Each draft is sealed under a key of its own, and that key to everybody who may read.

Whoever has a key of their own is a reader by it (a box that only they open). People
without one are read for by the ward, whose key seals for the reader ``""``. Nobody who
is not a reader gets the words, whichever key of the ward they hold.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from coprod_desktop.crypto.boxes import fill_box, open_box
from coprod_desktop.crypto.doors import Random
from coprod_desktop.crypto.sealing import NONCE_BYTES, SealBroken, Sealing, seal, unseal
from coprod_desktop.model.canonical import canonical
from coprod_desktop.model.documents import DocumentId
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.problem import Problem
from coprod_desktop.store.keyring import KEY_BYTES, WardKey
from coprod_desktop.store.schema import draft_keys, drafts
from coprod_desktop.store.turn import Cells, Turn

WARD = PersonId("")
"""Reads for everybody who has no key of their own."""

READING = "how-i-read"
"""The question under which lies no draft, but how somebody likes to read."""

Seed = Callable[[PersonId], bytes | None]
"""What an open voice reads with: 32 bytes; None where the voice is closed."""


class Place(NamedTuple):
    """Where a draft lies. ``scribe`` writes for a voice whose own key is closed."""

    document: DocumentId
    question: str
    voice: PersonId
    scribe: PersonId = PersonId("")

    @property
    def cells(self) -> Cells:
        """The columns of the key."""
        return self._asdict()


class _Known(NamedTuple):
    readers: dict[PersonId, bytes]
    rows: dict[PersonId, bytes]
    """As they were written. A turn that was taken back has not left them there."""
    sealing: Sealing
    context: bytes
    kept: object
    """All that was kept when they were there for certain."""


class DraftSeals:
    """Seals and opens drafts inside a turn."""

    def __init__(self, key: WardKey, random: Random, seed_of: Seed) -> None:
        """Derive the key that the ward reads with."""
        self._ward_id = key.ward_id
        self._ward_reader = key.derived("coprod-desktop/draft-keys/v1")
        self._random = random
        self._seed_of = seed_of
        # Open drafts, so that a save need not seal the same key to the same readers.
        self._known: dict[Place, _Known] = {}

    def forget(self) -> None:
        """Forget the keys of all drafts; they are opened again when they are asked."""
        self._known.clear()

    def keep(
        self, turn: Turn, place: Place, text: str, readers: Mapping[PersonId, bytes]
    ) -> bytes:
        """Seal a draft for these readers alone, in place of the one before.

        ``readers`` are people and what is sealed to them (X25519, 32 bytes); the ward
        needs no key. Returns what was sealed.
        """
        known = self._known.get(place)
        if known is None or known.readers != readers or not self._has(turn, place):
            known = self._with_new_key(turn, place, readers)
        nonce = self._random(NONCE_BYTES)
        sealed = known.sealing.seal(text.encode(), context=known.context, nonce=nonce)
        turn.put(drafts, {**place.cells, "sealed": sealed})
        self._known[place] = known._replace(kept=turn.after)
        return sealed

    def seal_older(
        self, lies: tuple[str, ...], told: dict[str, Any]
    ) -> tuple[bytes, bytes]:
        """Return a draft that an older program wrote, and its key, sealed to the ward.

        ``told`` has what the older file's columns say of it.
        """
        document, question, voice, _ = lies
        place = Place(DocumentId(document), question, PersonId(voice))
        key, nonce = self._random(KEY_BYTES), self._random(NONCE_BYTES)
        text = canonical(told).encode()
        sealed = seal(key, text, context=self._context(place), nonce=nonce)
        return sealed, self._sealed_key(place, WARD, b"", key)

    def read(
        self, turn: Turn, place: Place, sealed: bytes, seed_of: Seed | None = None
    ) -> str | None:
        """Return what a draft says; None where nobody who is open may read it.

        ``seed_of`` says with what people read, where it is not their open voices.

        Raises:
            Problem: It is not as it was sealed.
        """
        key = self._key_of(turn, place, seed_of or self._seed_of)
        if key is None:
            return None
        try:
            return unseal(key, sealed, context=self._context(place)).decode()
        except SealBroken:
            raise Problem("store.database_damaged") from None

    def may_read(self, turn: Turn, place: Place) -> bool:
        """Whether somebody who is open may read a draft."""
        return self._key_of(turn, place, self._seed_of) is not None

    def erase(self, turn: Turn, place: Place) -> None:
        """Erase a draft and every key to it, for good."""
        self._known.pop(place, None)
        turn.drop(drafts, place.cells)
        for reader in self._key_rows(turn, place):
            turn.drop(draft_keys, {**place.cells, "reader": reader})

    def _has(self, turn: Turn, place: Place) -> bool:
        """Whether the keys to a draft are those that were written."""
        known = self._known[place]
        return known.kept is turn.before or known.rows == self._key_rows(turn, place)

    def _with_new_key(
        self, turn: Turn, place: Place, readers: Mapping[PersonId, bytes]
    ) -> _Known:
        self.erase(turn, place)
        key = self._random(KEY_BYTES)
        rows = {
            reader: self._sealed_key(place, reader, public, key)
            for reader, public in readers.items()
        }
        for reader, sealed in rows.items():
            turn.put(draft_keys, {**place.cells, "reader": reader, "sealed": sealed})
        context = self._context(place)
        return _Known(dict(readers), rows, Sealing(key), context, turn.before)

    def _key_of(self, turn: Turn, place: Place, seed_of: Seed) -> bytes | None:
        for reader, sealed in self._key_rows(turn, place).items():
            key = self._opened(place, reader, sealed, seed_of)
            if key is not None:
                return key
        return None

    def _opened(
        self, place: Place, reader: PersonId, sealed: bytes, seed_of: Seed
    ) -> bytes | None:
        context = self._context(place, reader)
        if reader == WARD:
            try:
                return unseal(self._ward_reader, sealed, context=context)
            except SealBroken:
                raise Problem("store.database_damaged") from None
        seed = seed_of(reader)
        if seed is None:
            return None
        try:
            return open_box(seed, sealed, context=context)
        except SealBroken:
            # Sealed to a key that they had before, and that nobody could give back.
            return None

    def _key_rows(self, turn: Turn, place: Place) -> dict[PersonId, bytes]:
        rows = turn.rows(draft_keys, place.cells)
        return {PersonId(row["reader"]): row["sealed"] for row in rows}

    def _sealed_key(
        self, place: Place, reader: PersonId, public: bytes, key: bytes
    ) -> bytes:
        context = self._context(place, reader)
        if reader == WARD:
            nonce = self._random(NONCE_BYTES)
            return seal(self._ward_reader, key, context=context, nonce=nonce)
        return fill_box(public, key, context=context, random=self._random)

    def _context(self, place: Place, reader: PersonId | None = None) -> bytes:
        told = {"ward": self._ward_id, "draft": list(place), "reader": reader}
        return canonical(told).encode()
