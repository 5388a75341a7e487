"""The way back to private drafts when a PIN is forgotten: two people, one of each side.

What a person reads their drafts with is sealed under a secret that is split in two. One
half is sealed to each named person of the ward, the other to each named from outside
it. Neither side can do anything alone, and nobody's signing key has a way back. What
staff read with is also in a box for the ward's recovery code.
"""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import select

from coprod_desktop.crypto.boxes import fill_box, open_box
from coprod_desktop.crypto.doors import Random
from coprod_desktop.crypto.sealing import NONCE_BYTES, SealBroken, seal, unseal
from coprod_desktop.crypto.splitting import joined, split
from coprod_desktop.model.bodies import RECOVERY
from coprod_desktop.model.canonical import canonical
from coprod_desktop.model.documents import Side
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.problem import Problem
from coprod_desktop.model.record import WardState
from coprod_desktop.store.own_keys import OwnKey
from coprod_desktop.store.recovery_signer import RecoverySigner, read_box
from coprod_desktop.store.schema import escrow_drafts, escrow_shares
from coprod_desktop.store.turn import Turn


class Escrow:
    """Makes, and opens, the way back to people's drafts."""

    def __init__(self, ward_id: str, random: Random) -> None:
        """Serve one ward."""
        self._ward_id = ward_id
        self._random = random

    def refresh(
        self, turn: Turn, person: PersonId, reading: bytes, state: WardState
    ) -> None:
        """Make the way anew where others are named by now than when it was made."""
        wanted = self._named(person, state)
        is_staff = state.people[person].is_staff
        box = read_box(turn, state.recovery_key) if is_staff else None
        told = {str(holder): key.hex() for holder, (_, key) in wanted.items()}
        named = canonical({**told, RECOVERY: box.hex() if box else ""})
        if named == self._kept_named(turn, person):
            return
        self._drop(turn, person)
        secret = self._random(32)
        parts = dict(zip(Side, split(secret, self._random), strict=True))
        if {side for side, _ in wanted.values()} != set(Side):
            # One side alone is no way back, and is given nothing.
            wanted = {}
        nonce = self._random(NONCE_BYTES)
        sealed = seal(secret, reading, context=self._context(person), nonce=nonce)
        cells = {"person": person, "named": named, "sealed": sealed}
        turn.put(escrow_drafts, cells)
        for holder, (side, key) in wanted.items():
            self._put_share(turn, person, holder, key, parts[side])
        if box is not None:
            self._put_share(turn, person, RECOVERY, box, reading)

    def remake(
        self, turn: Turn, person: PersonId, reading: bytes, state: WardState
    ) -> None:
        """Make the way anew, whoever is named."""
        self._drop(turn, person)
        self.refresh(turn, person, reading, state)

    def is_there(self, turn: Turn, person: PersonId) -> bool:
        """Whether two people can give somebody's drafts back."""
        return bool(set(self._shares(turn, person)) - {RECOVERY})

    def opened_by(
        self, turn: Turn, person: PersonId, holders: Mapping[PersonId, OwnKey]
    ) -> bytes | None:
        """Return what somebody reads their drafts with; None where there is no way.

        Raises:
            Problem: What is stored is not what was sealed.
        """
        shares = self._shares(turn, person)
        if not set(holders) <= set(shares):
            return None
        wanted = select(escrow_drafts.c.sealed).where(escrow_drafts.c.person == person)
        sealed = turn.execute(wanted).scalar_one()
        try:
            one, other = (
                open_box(
                    key.reading, shares[holder], context=self._context(person, holder)
                )
                for holder, key in holders.items()
            )
            secret = joined(one, other)
            return unseal(secret, sealed, context=self._context(person))
        except (SealBroken, ValueError):
            raise Problem("store.database_damaged") from None

    def opened_with_code(
        self, turn: Turn, person: PersonId, code: RecoverySigner
    ) -> bytes | None:
        """Return what a member of staff reads their drafts with, or None."""
        sealed = self._shares(turn, person).get(RECOVERY)
        if sealed is None:
            return None
        context = self._context(person, RECOVERY)
        try:
            return open_box(code.reading, sealed, context=context)
        except SealBroken:
            raise Problem("store.database_damaged") from None

    def _named(
        self, person: PersonId, state: WardState
    ) -> dict[PersonId, tuple[Side, bytes]]:
        return {
            holder: (side, state.drafts_keys[holder])
            for holder, side in sorted(state.guardians.items())
            if holder != person
        }

    def _kept_named(self, turn: Turn, person: PersonId) -> str | None:
        wanted = select(escrow_drafts.c.named).where(escrow_drafts.c.person == person)
        return turn.execute(wanted).scalar()

    def _put_share(
        self, turn: Turn, person: PersonId, holder: PersonId, key: bytes, part: bytes
    ) -> None:
        context = self._context(person, holder)
        sealed = fill_box(key, part, context=context, random=self._random)
        cells = {"person": person, "holder": holder, "sealed": sealed}
        turn.put(escrow_shares, cells)

    def _shares(self, turn: Turn, person: PersonId) -> dict[PersonId, bytes]:
        wanted = select(escrow_shares).where(escrow_shares.c.person == person)
        return {PersonId(row.holder): row.sealed for row in turn.execute(wanted)}

    def _drop(self, turn: Turn, person: PersonId) -> None:
        turn.drop(escrow_drafts, {"person": person})
        for holder in self._shares(turn, person):
            turn.drop(escrow_shares, {"person": person, "holder": holder})

    def _context(self, person: PersonId, holder: PersonId | None = None) -> bytes:
        told = {"ward": self._ward_id, "escrow": person, "holder": holder}
        return canonical(told).encode()
