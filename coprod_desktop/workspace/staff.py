"""Who opens the ward: adding staff, closing their doors, changing passphrases."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coprod_desktop.model.people import Person, PersonId, Role
from coprod_desktop.model.problem import Problem

if TYPE_CHECKING:
    from coprod_desktop.store.keyring import WardKey
    from coprod_desktop.store.places import Folder
    from coprod_desktop.workspace.ward import Ward

# The keyring brings ciphers with it: inside the methods below.
# ruff: noqa: PLC0415


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who works on the ward, or did."""

    person: Person
    can_open: bool
    """Whether they have a passphrase to the ward."""
    has_left: bool


class StaffDoors:
    """The doors of staff to the ward. Slow where a passphrase is tried or made."""

    def __init__(
        self,
        ward: Ward,
        folder: Folder,
        key: WardKey,
        take_over: Callable[[PersonId], None],
    ) -> None:
        self._ward = ward
        self._folder = folder
        self._key = key
        self._take_over = take_over

    def members(self) -> tuple[Member, ...]:
        """Return everybody who works on the ward or did, in the order they joined.

        Raises:
            Problem: The keyring is not as it was.
        """
        from coprod_desktop.store.keyring import read_keyring

        people = self._ward.people
        doors = {one.person_id for one in read_keyring(self._folder).doors}
        return tuple(
            Member(one, one.id in doors, one.id in people.left)
            for one in people.everyone
            if one.is_staff
        )

    def take_in(self, person: PersonId, beside: bytes) -> bool:
        """Open the voice of a member of staff who has just opened a door to the ward.

        The first time, they get a key of their own. ``beside`` is what lies beside
        that door. Returns whether the voice is open: it is not where an older keyring
        was put back, whose door is to a passphrase that they have changed since, or
        where nothing can be written.

        Raises:
            Problem: It could not be written.
        """
        store = self._ward.store
        if self._ward.voices.has_own_key(person):
            return store.sign_in.open_staff(person, beside)
        if store.is_read_only:
            return False
        store.keys.make(person, person, store.keys.staff_door(person, beside))
        return True

    def add(self, name: str, role: Role, title: str, passphrase: str) -> Person:
        """Add a member of staff who may open the ward.

        Raises:
            Problem: The name, title or passphrase will not do, or it could not be
                saved.
        """
        from coprod_desktop.model.doors import chosen_passphrase

        chosen_passphrase(passphrase)
        person = self._ward.add_person(name, role, title)
        self.let_open(person.id, passphrase)
        return person

    def let_open(self, person: PersonId, passphrase: str) -> None:
        """Let a member of staff open the ward with their first passphrase.

        Where the ward was opened with its recovery code, also with another one: they
        get a new key, and it is they who have the ward open from then on.

        Raises:
            Problem: They are not staff, have left, have a passphrase already, the new
                one is too short, or it could not be saved.
        """
        from coprod_desktop.store.keyring import keep_keyring, new_staff_door

        staff = self._ward.people[person]
        if not staff.is_staff:
            raise Problem("workspace.only_staff_open")
        if person in self._ward.people.left:
            raise Problem("workspace.has_left")
        store = self._ward.store
        has_code = store.voices.code is not None
        if self._ward.voices.has_own_key(person) and not has_code:
            raise Problem("workspace.old_passphrase_first")
        made = new_staff_door(
            self._folder, self._key, staff, passphrase, world=self._ward.world
        )
        if self._ward.voices.has_own_key(person):
            store.keys.renew_with_code(person, made.beside)
        keep_keyring(self._folder, made.file)
        if has_code:
            self._take_over(person)

    def remove(self, person: PersonId) -> None:
        """Close a member of staff's door for good. Their words stay.

        Raises:
            Problem: It is the last door, or their own; or it could not be saved.
        """
        from coprod_desktop.store.keyring import close_staff_door, read_keyring

        if person == self._ward.opened_by.id:
            raise Problem("workspace.not_yourself")
        if not any(one.id == person for one in self._ward.people.staff):
            raise Problem("workspace.only_staff_open")
        doors = {one.person_id for one in read_keyring(self._folder).doors}
        if doors == {person}:
            raise Problem("store.last_door")
        self._ward.store.keys.close_for_good(person, self._ward.opened_by.id)
        close_staff_door(self._folder, self._key, person)

    def take_new_code(self, code: str) -> None:
        """Let another recovery code open the ward; the one before opens nothing more.

        For a code that was lost or seen, and for wards whose first code cannot give
        staff new keys. Have it printed and typed back first: see the doorway's
        ``new_recovery_code`` and ``is_same_code``.

        Raises:
            Problem: It is no code, or it could not be saved: then the one before may
                still be the one.
        """
        from coprod_desktop.store.keyring import keep_keyring, new_code_door
        from coprod_desktop.store.recovery_signer import recovery_signer

        ward = self._ward
        made = new_code_door(self._folder, self._key, code, world=ward.world)
        signer = recovery_signer(made.beside)
        ward.store.keys.take_new_code(ward.opened_by.id, signer)
        keep_keyring(self._folder, made.file)

    def change_passphrase(self, person: PersonId, old: str, new: str) -> None:
        """Change a member of staff's passphrase; the old one must be known.

        Raises:
            Problem: The old one is wrong, the new one too short, or it could not be
                saved: then the old one still opens the ward.
        """
        from coprod_desktop.store.keyring import (
            keep_keyring,
            new_staff_door,
            unlock_both,
        )

        store = self._ward.store
        beside = unlock_both(self._folder, person, old).beside
        staff = self._ward.people[person]
        made = new_staff_door(
            self._folder, self._key, staff, new, world=self._ward.world
        )
        key = store.sign_in.proven_staff(person, beside)
        if key is not None:
            store.keys.begin_staff_change(person, key, made.beside)
        keep_keyring(self._folder, made.file)
        if key is not None:
            store.sign_in.proven_staff(person, made.beside)
