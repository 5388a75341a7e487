"""Giving people keys of their own, other doors to them, and closing doors for good."""

from __future__ import annotations

from collections.abc import Callable

from coprod_desktop.crypto.doors import Random
from coprod_desktop.model.acts import KeyMade, KeySucceeded, PersonLeft
from coprod_desktop.model.bodies import RECOVERY, RECOVERY_KEY, SettingChanged
from coprod_desktop.model.doors import DoorKind, NewSecret
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.problem import Problem
from coprod_desktop.store.drafts import Drafts
from coprod_desktop.store.own_keys import OwnKey, new_own_key
from coprod_desktop.store.person_doors import NEXT_STAFF, PersonDoor
from coprod_desktop.store.recovery_signer import RecoverySigner, keep_box
from coprod_desktop.store.schema import doors, tries
from coprod_desktop.store.seeds import Seeds
from coprod_desktop.store.sign_in import KeyParts
from coprod_desktop.store.writing import EntryWriter

MakeDoor = Callable[[bytes], PersonDoor]
"""Makes a door to what unlocks a key: 32 bytes. May be slow."""


class KeyMaking:
    """Writes keys, doors and the entries that tell of them, all or nothing."""

    def __init__(
        self,
        parts: KeyParts,
        writer: EntryWriter,
        seeds: Seeds,
        drafts: Drafts,
        random: Random,
    ) -> None:
        """Write to an open file."""
        self._parts = parts
        self._writer = writer
        self._seeds = seeds
        self._drafts = drafts
        self._random = random

    def secret_door(self, person: PersonId, secret: NewSecret) -> MakeDoor:
        """Return what makes a door for a PIN, pictures or a passphrase. Slow."""
        made = self._parts.doors.made
        return lambda unlocker: made(person, secret, unlocker)

    def staff_door(self, person: PersonId, beside: bytes) -> MakeDoor:
        """Return what makes a door for a secret beside a door to the ward."""
        made = self._parts.doors.made_for_staff
        return lambda unlocker: made(person, beside, unlocker, DoorKind.STAFF)

    def make(self, person: PersonId, by: PersonId, make_door: MakeDoor) -> None:
        """Give somebody their first own key, and open their voice.

        A member of staff lets them; staff may let themselves. What the ward has signed
        with for them is erased, and their private drafts are sealed to their new key.

        Raises:
            ValueError: They have one, or ``by`` is not staff.
            Problem: It could not be written.
        """
        parts, state = self._parts, self._parts.ward()
        key = new_own_key(self._random)
        door = make_door(key.unlocker)
        with parts.database.transaction() as turn:
            body = KeyMade(person, key.public_key, key.drafts_key)
            self._writer.write(turn, by, [("", body)])
            self._drafts.hand_over(turn, person, key.drafts_key)
            self._seeds.drop(turn, person)
            parts.own_keys.keep(turn, person, key)
            parts.doors.keep_alone(turn, door)
            parts.tries.forgive(person, turn)
            parts.escrow.remake(turn, person, key.reading, state)
        parts.voices.open(person, key)

    def change_door(self, person: PersonId, make_door: MakeDoor) -> None:
        """Give somebody whose voice is open another door to the same key.

        Raises:
            Problem: Their voice is closed, or it could not be written.
        """
        parts = self._parts
        key = parts.voices.key_of(person)
        if key is None:
            raise Problem("store.voice_closed")
        door = make_door(key.unlocker)
        with parts.database.transaction() as turn:
            parts.doors.keep_alone(turn, door)
            parts.tries.forgive(person, turn)

    def begin_staff_change(self, person: PersonId, key: OwnKey, beside: bytes) -> None:
        """Make ready for another passphrase: until the keyring has it, both doors open.

        Raises:
            Problem: It could not be written.
        """
        parts = self._parts
        door = parts.doors.made_for_staff(person, beside, key.unlocker, NEXT_STAFF)
        with parts.database.transaction() as turn:
            parts.doors.keep(turn, door)

    def renew_with_code(self, person: PersonId, beside: bytes) -> bool:
        """Give a member of staff another key: the ward was opened with its code.

        Returns whether their private drafts came back; the voice is open after it.

        Raises:
            ValueError: They have no key, or no staff role.
            Problem: The ward was opened otherwise, or with a code that cannot do this;
                or it could not be written.
        """
        parts, state = self._parts, self._parts.ward()
        code = parts.voices.code
        if code is None or code.public_key != state.recovery_key:
            raise Problem("store.code_gives_no_key")
        with parts.database.transaction() as turn:
            reading = parts.escrow.opened_with_code(turn, person, code)
        key = new_own_key(self._random, reading)
        door = self.staff_door(person, beside)(key.unlocker)
        with parts.database.transaction() as turn:
            body = KeySucceeded(person, key.public_key, key.drafts_key, None)
            self._writer.write(turn, RECOVERY, [("", body)])
            parts.own_keys.keep(turn, person, key)
            parts.doors.keep_alone(turn, door)
            parts.escrow.remake(turn, person, key.reading, state)
        parts.voices.open(person, key)
        return reading is not None

    def take_new_code(self, by: PersonId, code: RecoverySigner) -> None:
        """Let another recovery code give staff new keys, in place of the one before.

        Raises:
            ValueError: ``by`` is not staff.
            Problem: It could not be written.
        """
        body = SettingChanged(RECOVERY_KEY, code.public_key.hex())
        with self._parts.database.transaction() as turn:
            self._writer.write(turn, by, [("", body)])
            keep_box(turn, code)

    def close_for_good(self, person: PersonId, by: PersonId) -> None:
        """Close a member of staff's door in the record; their words stay.

        Raises:
            ValueError: They are not staff, or have left before.
            Problem: It could not be written.
        """
        parts = self._parts
        with parts.database.transaction() as turn:
            self._writer.write(turn, by, [("", PersonLeft(person))])
            for door in parts.doors.of(turn, person):
                turn.drop(doors, {"person": person, "kind": door.kind})
            turn.drop(tries, {"person": person})
            self._seeds.drop(turn, person)
        parts.voices.close(person)
