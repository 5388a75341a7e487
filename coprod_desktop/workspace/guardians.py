"""Who helps when a secret is forgotten: one of the ward, and one from outside it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from coprod_desktop.model.acts import GuardianEnded, GuardianNamed
from coprod_desktop.model.documents import Draft, Side
from coprod_desktop.model.doors import DoorKind, NewSecret
from coprod_desktop.model.people import Person, PersonId, Role
from coprod_desktop.model.problem import Problem
from coprod_desktop.workspace.names import checked_line, checked_name

if TYPE_CHECKING:
    from coprod_desktop.store.key_making import MakeDoor
    from coprod_desktop.store.keyring import WardKey
    from coprod_desktop.store.own_keys import OwnKey
    from coprod_desktop.store.places import Folder
    from coprod_desktop.store.two_people import Pair
    from coprod_desktop.workspace.ward import Ward

# The store brings ciphers and a database with it: inside the methods below.
# ruff: noqa: PLC0415

EMERGENCY_MINUTES = 30
"""For how long private words can be read once two people have opened them."""

Told = str | Collection[str]
"""What somebody types at their door, or the pictures that they pick."""


class OpenedDrafts:
    """Somebody's private words, opened in an emergency: to read, and for a while."""

    def __init__(
        self, person: Person, drafts: tuple[Draft, ...], monotonic: Callable[[], float]
    ) -> None:
        self.person = person
        self._drafts = drafts
        self._monotonic = monotonic
        self._until = monotonic() + EMERGENCY_MINUTES * 60

    @property
    def seconds_left(self) -> int:
        """How many seconds they can still be read."""
        return max(0, round(self._until - self._monotonic()))

    def drafts(self) -> tuple[Draft, ...]:
        """Return the drafts, by document and question.

        Raises:
            Problem: The time is over, or they were closed.
        """
        if not self.seconds_left:
            self.close()
            raise Problem("workspace.drafts_closed_again")
        return self._drafts

    def close(self) -> None:
        """Close them before the time is over."""
        self._drafts, self._until = (), 0.0


class Guardians:
    """Names the two, and does what takes both. Slow where secrets are tried."""

    def __init__(self, ward: Ward, folder: Folder, key: WardKey) -> None:
        self._ward = ward
        self._folder = folder
        self._key = key

    def named(self, side: Side) -> tuple[Person, ...]:
        """Return who is named on one side."""
        named = self._ward.store.record.state().guardians
        people = self._ward.people.everyone
        return tuple(one for one in people if named.get(one.id) is side)

    def may_be_named(self, side: Side) -> tuple[Person, ...]:
        """Return who could be named on one side: they have a sign-in of their own."""
        state = self._ward.store.record.state()
        free = (
            one
            for one in state.people.everyone
            if one.id in state.drafts_keys
            and one.id not in state.guardians
            and one.id not in state.left
        )
        return tuple(one for one in free if _side_of(one) is side)

    def add_outside(self, name: str, title: str) -> Person:
        """Add somebody from outside the ward who stands beside no one patient.

        Such as a Caldicott guardian or a safeguarding lead. They can be named once
        they have a passphrase.

        Raises:
            Problem: The name or title cannot stand on a label.
        """
        ward = self._ward
        person = Person(
            PersonId(ward.world.ids()),
            checked_name(name, [one.name for one in ward.people.everyone]),
            Role.ADVOCATE,
            checked_line(title),
        )
        ward.store.people.add(person, ward.opened_by.id)
        return person

    def name(self, person: PersonId, side: Side) -> None:
        """Name somebody; who opened the ward signs for it.

        Raises:
            Problem: They cannot stand on this side, or have no sign-in of their own.
        """
        if all(one.id != person for one in self.may_be_named(side)):
            raise Problem("workspace.cannot_be_named")
        self._write(GuardianNamed(person, side))

    def end(self, person: PersonId) -> None:
        """End somebody's being named.

        Raises:
            Problem: They were not named.
        """
        if person not in self._ward.store.record.state().guardians:
            raise Problem("workspace.not_named")
        self._write(GuardianEnded(person))

    def renew_door(
        self,
        patient: PersonId,
        a: PersonId,
        a_secret: Told,
        b: PersonId,
        b_secret: Told,
        new: NewSecret,
    ) -> bool:
        """Give somebody who forgot their secret another one, and a new key behind it.

        ``a`` is named on the ward, ``b`` from outside it; each gives their own secret.
        The new one comes from :mod:`coprod_desktop.model.doors`. Returns whether
        private words came back. They are told at their next sign-in.

        Raises:
            Problem: It is not one of each side, a secret is wrong, there is nothing to
                renew, or it could not be saved.
        """
        from coprod_desktop.store.keyring import keep_keyring, new_staff_door

        store, person = self._ward.store, self._ward.people[patient]
        if not self._ward.voices.has_own_key(patient):
            raise Problem("workspace.no_own_sign_in")
        if person.is_staff != (new.kind is DoorKind.STAFF):
            raise Problem("workspace.staff_have_passphrases")
        with self._both(patient, a, a_secret, b, b_secret) as pair:
            make_door: MakeDoor = store.keys.secret_door(patient, new)
            if not person.is_staff:
                return store.two_people.renew(patient, pair, make_door)
            made = new_staff_door(
                self._folder, self._key, person, new.text, world=self._ward.world
            )
            make_door = store.keys.staff_door(patient, made.beside)
            came_back = store.two_people.renew(patient, pair, make_door)
            keep_keyring(self._folder, made.file)
            return came_back

    def open_drafts(
        self,
        patient: PersonId,
        a: PersonId,
        a_secret: Told,
        b: PersonId,
        b_secret: Told,
        reason: str,
    ) -> OpenedDrafts:
        """Open somebody's private words in an emergency, to read, for half an hour.

        The record tells who did and why before a word is read.

        Raises:
            Problem: No reason was given, it is not one of each side, a secret is wrong,
                there is no way to the words, or it could not be saved.
        """
        why = " ".join(reason.split())
        if not why:
            raise Problem("workspace.reason_missing")
        with self._both(patient, a, a_secret, b, b_secret) as pair:
            drafts = self._ward.store.two_people.open_drafts(
                patient, pair, why, EMERGENCY_MINUTES
            )
        return OpenedDrafts(self._ward.people[patient], drafts, self._ward.monotonic)

    @contextmanager
    def _both(
        self,
        patient: PersonId,
        a: PersonId,
        a_secret: Told,
        b: PersonId,
        b_secret: Told,
    ) -> Iterator[Pair]:
        """Open both voices while something is done that takes both."""
        from coprod_desktop.store.two_people import Pair

        pair, store = Pair(a, b), self._ward.store
        store.two_people.check(patient, pair)
        keys = {a: self._proven(a, a_secret), b: self._proven(b, b_secret)}
        others = [one for one in keys if not store.voices.is_open(one)]
        try:
            for one in others:
                store.voices.open(one, keys[one])
            yield pair
        finally:
            for one in others:
                store.voices.close(one)

    def _proven(self, person: PersonId, secret: Told) -> OwnKey:
        from coprod_desktop.store.keyring import unlock_both

        sign_in = self._ward.store.sign_in
        door = sign_in.door(person)
        if door is None:
            raise Problem("store.no_such_door")
        if door.kind is not DoorKind.STAFF:
            return sign_in.proven(person, door.kind, secret)
        beside = unlock_both(self._folder, person, str(secret)).beside
        key = sign_in.proven_staff(person, beside)
        if key is None:
            raise Problem("workspace.other_passphrase")
        return key

    def _write(self, body: GuardianNamed | GuardianEnded) -> None:
        store = self._ward.store
        store.record.append(self._ward.opened_by.id, [("", body)])
        store.sign_in.remake_ways_back()


def _side_of(person: Person) -> Side | None:
    if person.is_staff:
        return Side.WARD
    return None if person.role is Role.PATIENT else Side.OUTSIDE
