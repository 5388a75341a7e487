"""What the ward itself leaves room for: who is here, with which key, who helps whom.

Part of :mod:`coprod_desktop.store.rightful`, which reads entries in order.
"""

from __future__ import annotations

from coprod_desktop.crypto.signing import is_signed
from coprod_desktop.model.acts import (
    DraftsOpened,
    GuardianEnded,
    GuardianNamed,
    KeyMade,
    KeySucceeded,
    PersonLeft,
    Restored,
    TwoPeople,
    WordsSeen,
)
from coprod_desktop.model.bodies import (
    RECOVERY,
    Body,
    PersonJoined,
    SettingChanged,
    WardMade,
    cosigned_bytes,
    recovery_key_of,
)
from coprod_desktop.model.documents import Side
from coprod_desktop.model.entries import Entry
from coprod_desktop.model.people import Person, PersonId, Role
from coprod_desktop.model.permissions import may_explain_words
from coprod_desktop.model.ward_words import WordExplained

WardBody = (
    WardMade
    | SettingChanged
    | PersonJoined
    | KeyMade
    | KeySucceeded
    | DraftsOpened
    | Restored
    | WordsSeen
    | PersonLeft
    | GuardianNamed
    | GuardianEnded
    | WordExplained
)
"""What is about the ward itself, or about who did what to which key or words."""


class DoesNotFollow(ValueError):  # noqa: N818 - what is wrong, as verify tells it
    """An entry that the entries before it leave no room for."""


class WardRules:
    """Remembers people, keys and guardians, and judges entries about them.

    It knows since which entry each is so: an entry of a document can be judged as of
    its own number, also by one who has read later entries of the ward already.
    """

    def __init__(self) -> None:
        """Start before the first entry."""
        self._people: dict[PersonId, Person] = {}
        self._own_keys: dict[PersonId, bytes] = {}
        self._own_since: dict[PersonId, int] = {}
        self._guardians: dict[PersonId, Side] = {}
        self._left: dict[PersonId, int] = {}
        self._recovery = b""

    def copied(self) -> WardRules:
        """Return another that has read as far, and goes on by itself."""
        found = WardRules()
        found._people = dict(self._people)
        found._own_keys = dict(self._own_keys)
        found._own_since = dict(self._own_since)
        found._guardians = dict(self._guardians)
        found._left = dict(self._left)
        found._recovery = self._recovery
        return found

    def has_own_key(self, person: PersonId, number: int) -> bool:
        """Whether only their own key signs for somebody at this entry."""
        return self._own_since.get(person, number) < number

    def person(self, person: PersonId) -> Person | None:
        """Return somebody who has joined; None where nobody of this id has."""
        return self._people.get(person)

    def check_actor(self, entry: Entry, body: Body) -> None:
        """Refuse an act of somebody whose door was closed, or of the bare code.

        Raises:
            DoesNotFollow: They may not act any more.
        """
        actor = entry.unsigned.by
        if self._left.get(actor, entry.number) < entry.number:
            raise DoesNotFollow("somebody whose door was closed does not act")
        if actor == RECOVERY and not isinstance(body, KeySucceeded):
            raise DoesNotFollow("the recovery code only gives staff another key")

    def admit(self, entry: Entry, body: WardBody) -> None:
        """Judge an entry about the ward, and remember it.

        Raises:
            DoesNotFollow: The entries before it leave no room for it.
        """
        match body:
            case WardMade() | SettingChanged():
                self._set(entry, body)
            case PersonJoined():
                self._join(entry, body)
            case KeyMade():
                self._make_key(entry, body)
            case KeySucceeded():
                self._renew_key(entry, body)
            case DraftsOpened() | Restored():
                self._check_two(entry, body)
            case WordsSeen():
                self._see(body)
            case WordExplained():
                self._explain(entry)
            case _:
                self._turn(entry, body)

    def _set(self, entry: Entry, body: WardMade | SettingChanged) -> None:
        recovery = recovery_key_of(body)
        if recovery is None:
            return
        self._check_staff(entry.unsigned.by)
        self._recovery = recovery

    def _see(self, body: WordsSeen) -> None:
        if body.who is not None and body.who not in self._people:
            raise DoesNotFollow("nobody of this id could have seen anything")

    def _explain(self, entry: Entry) -> None:
        actor = self._people.get(entry.unsigned.by)
        if actor is None or not may_explain_words(actor):
            raise DoesNotFollow("only staff explain words of the ward")

    def _join(self, entry: Entry, body: PersonJoined) -> None:
        actor, person = entry.unsigned.by, body.person.id
        # A second joining would put another key under somebody's name.
        if person in self._people or person == RECOVERY:
            raise DoesNotFollow("this person has joined before")
        if actor not in self._people and (entry.number > 1 or actor != person):
            raise DoesNotFollow("somebody who has not joined cannot let others in")
        self._people[person] = body.person

    def _make_key(self, entry: Entry, body: KeyMade) -> None:
        if body.person not in self._people or body.person in self._left:
            raise DoesNotFollow("only who is here gets a key")
        if body.person in self._own_keys:
            raise DoesNotFollow("a second key takes two people")
        self._check_staff(entry.unsigned.by)
        self._own_keys[body.person] = body.public_key
        self._own_since[body.person] = entry.number

    def _renew_key(self, entry: Entry, body: KeySucceeded) -> None:
        if body.person not in self._own_keys or body.person in self._left:
            raise DoesNotFollow("there is no key that another could follow")
        if body.cosigned is None:
            is_staff = self._people[body.person].is_staff
            if entry.unsigned.by != RECOVERY or not (is_staff and self._recovery):
                raise DoesNotFollow("one person alone renews nobody's key")
        else:
            self._check_two(entry, body)
            if body.person in {entry.unsigned.by, body.cosigned.by}:
                raise DoesNotFollow("nobody renews their own key")
        self._own_keys[body.person] = body.public_key

    def _turn(
        self, entry: Entry, body: PersonLeft | GuardianNamed | GuardianEnded
    ) -> None:
        self._check_staff(entry.unsigned.by)
        person = self._people.get(body.person)
        if person is None or person.id in self._left:
            raise DoesNotFollow("nobody of this id is here")
        if isinstance(body, PersonLeft):
            self._check_staff(person.id)
            self._left[person.id] = entry.number
            self._guardians.pop(person.id, None)
        elif isinstance(body, GuardianEnded):
            if self._guardians.pop(person.id, None) is None:
                raise DoesNotFollow("they were not named")
        else:
            is_outside = not person.is_staff and person.role is not Role.PATIENT
            fits = person.is_staff if body.side is Side.WARD else is_outside
            if not fits or person.id not in self._own_keys:
                raise DoesNotFollow("they cannot stand on this side")
            self._guardians[person.id] = body.side

    def _check_staff(self, person: PersonId) -> None:
        found = self._people.get(person)
        if found is None or not found.is_staff:
            raise DoesNotFollow("only staff can do this")

    def _check_two(self, entry: Entry, body: TwoPeople) -> None:
        actor = entry.unsigned.by
        if body.cosigned is None:
            self._check_staff(actor)
            return
        second = body.cosigned.by
        sides = (self._guardians.get(actor), self._guardians.get(second))
        if sides != (Side.WARD, Side.OUTSIDE):
            raise DoesNotFollow("this takes one named from each side")
        message = cosigned_bytes(entry.unsigned, body)
        if not is_signed(self._own_keys[second], message, body.cosigned.signature):
            raise DoesNotFollow("the second person did not sign this")
