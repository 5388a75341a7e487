"""Opening one's own voice: with a PIN, one's own pictures, or a passphrase."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coprod_desktop.content.own_pictures import PAGES
from coprod_desktop.model.documents import DocumentId
from coprod_desktop.model.doors import (
    DoorKind,
    NewSecret,
    chosen_passphrase,
    chosen_pictures,
    chosen_pin,
)
from coprod_desktop.model.own_pictures import Pages
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.problem import Problem
from coprod_desktop.model.tries import MOST
from coprod_desktop.workspace.key_news import KeyNews, key_news
from coprod_desktop.workspace.settings import pin_figures_of

if TYPE_CHECKING:
    from coprod_desktop.store.places import Folder
    from coprod_desktop.workspace.ward import Ward


@dataclass(frozen=True, slots=True)
class VoiceDoor:
    """Somebody's door as it is before they try it."""

    kind: DoorKind | None
    """None for somebody who has no sign-in of their own yet."""
    tries_left: int = MOST
    wait_s: int = 0
    """Whole seconds until the next try may be made."""
    grids: Pages = ()
    """The pages on which one's own pictures are found."""
    has_way_back: bool = False
    """Whether two named people could give private words back, were it forgotten."""

    @property
    def is_closed(self) -> bool:
        """Whether only two people together can help now."""
        return not self.tries_left


class Voices:
    """Whose own sign-in is open in this ward. Slow where a secret is tried or made."""

    def __init__(self, ward: Ward, folder: Folder) -> None:
        self._ward = ward
        self._folder = folder

    @property
    def pin_figures(self) -> int:
        """How many figures a new PIN has on this ward: 4 or 6."""
        return pin_figures_of(self._ward.store.record.state().settings)

    def door(self, person: PersonId) -> VoiceDoor:
        """Return somebody's door as it is now.

        Raises:
            Problem: The store is damaged.
        """
        seen = self._ward.store.sign_in.door(person)
        if seen is None:
            return VoiceDoor(None)
        return VoiceDoor(
            seen.kind, seen.tries_left, seen.wait_s, seen.pages, seen.has_way_back
        )

    def has_own_key(self, person: PersonId) -> bool:
        """Whether somebody has a sign-in of their own, open or closed."""
        return person in self._ward.store.record.state().drafts_keys

    def is_open(self, person: PersonId) -> bool:
        """Whether somebody is signed in with their own key."""
        return self._ward.store.voices.is_open(person)

    def can_write(self, person: PersonId) -> bool:
        """Whether words can be written as this person now: never with a closed key."""
        state = self._ward.store.record.state()
        if person in state.left:
            return False
        return person not in state.drafts_keys or self.is_open(person)

    def sign_in_with_pin(self, person: PersonId, pin: str) -> tuple[KeyNews, ...]:
        """Open somebody's voice; return what they must be told.

        Raises:
            Problem: The PIN is wrong, tries are used up, or it is too early.
        """
        self._ward.store.sign_in.open(person, DoorKind.PIN, pin)
        return self.news(person)

    def sign_in_with_pictures(
        self, person: PersonId, names: Collection[str]
    ) -> tuple[KeyNews, ...]:
        """Open somebody's voice with the pictures they picked, in any order.

        Raises:
            Problem: A picture is wrong, tries are used up, or it is too early.
        """
        self._ward.store.sign_in.open(person, DoorKind.PICTURES, names)
        return self.news(person)

    def sign_in_with_passphrase(
        self, person: PersonId, passphrase: str
    ) -> tuple[KeyNews, ...]:
        """Open the voice of staff, or of somebody from outside the ward.

        Raises:
            Problem: The passphrase is wrong, tries are used up, or it is too early.
        """
        from coprod_desktop.store.keyring import unlock_both  # noqa: PLC0415 - slow

        if self._ward.people[person].is_staff:
            beside = unlock_both(self._folder, person, passphrase).beside
            if not self._ward.staff.take_in(person, beside):
                raise Problem("workspace.other_passphrase")
        else:
            sign_in = self._ward.store.sign_in
            sign_in.open(person, DoorKind.PASSPHRASE, passphrase)
        return self.news(person)

    def make_pin(self, person: PersonId, pin: str) -> None:
        """Give somebody a PIN in place of whatever they had, and open their voice.

        Raises:
            Problem: It will not do, they are not signed in, or it could not be saved.
        """
        self._make(person, chosen_pin(pin, self.pin_figures))

    def make_pictures(self, person: PersonId, picked: Collection[str]) -> None:
        """Give somebody their own pictures, one of each page, and open their voice.

        Raises:
            Problem: As :meth:`make_pin`.
        """
        self._make(person, chosen_pictures(picked, PAGES))

    def make_passphrase(self, person: PersonId, passphrase: str) -> None:
        """Give somebody from outside the ward a passphrase, and open their voice.

        Raises:
            Problem: As :meth:`make_pin`.
        """
        self._make(person, chosen_passphrase(passphrase))

    def news(self, person: PersonId) -> tuple[KeyNews, ...]:
        """Return what was done with somebody's key or drafts that they have not read.

        Raises:
            Problem: The store is damaged.
        """
        store = self._ward.store
        read = store.drafts.progress(DocumentId(""), person).seen
        return key_news(store.record.acts(), self._ward.people, person, read)

    def have_read(self, person: PersonId, news: Collection[KeyNews]) -> None:
        """Remember that somebody has read this; until then it is told each time.

        Raises:
            Problem: It could not be saved.
        """
        from dataclasses import replace  # noqa: PLC0415

        drafts = self._ward.store.drafts
        where = drafts.progress(DocumentId(""), person)
        newest = max((one.number for one in news), default=0)
        drafts.keep_progress(replace(where, seen=max(where.seen, newest)))

    def close(self, person: PersonId) -> None:
        """Sign somebody out."""
        self._ward.store.voices.close(person)

    def close_all(self) -> None:
        """Sign everybody out, as when the window is locked."""
        self._ward.store.voices.close_all()

    def _make(self, person: PersonId, secret: NewSecret) -> None:
        if self._ward.people[person].is_staff:
            raise Problem("workspace.staff_have_passphrases")
        keys = self._ward.store.keys
        make_door = keys.secret_door(person, secret)
        if self.has_own_key(person):
            keys.change_door(person, make_door)
        else:
            keys.make(person, self._ward.opened_by.id, make_door)
