"""The door to a ward: making one, and opening it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from coprod_desktop.model.people import Person, PersonId, Role
from coprod_desktop.model.problem import Problem
from coprod_desktop.model.progress import Progress
from coprod_desktop.workspace.names import checked_line, checked_name

if TYPE_CHECKING:
    from coprod_desktop.content.forms import FormShelf
    from coprod_desktop.model.acts import PhotographKept
    from coprod_desktop.store.findings import Finding
    from coprod_desktop.store.keyring import FolderState, Keyring, WardKey
    from coprod_desktop.store.rescue import Rescued
    from coprod_desktop.store.world import World
    from coprod_desktop.workspace.ward import Ward

# Inside the methods below: the store brings ciphers and a database with it, and the
# window shows before they are loaded.
# ruff: noqa: PLC0415


class Doorway:
    """The one folder in which a ward lives, still closed."""

    def __init__(
        self, folder: Path, world: World, shelf: FormShelf | None = None
    ) -> None:
        """Look at a folder; ``shelf`` holds the forms, our own where none is given."""
        from coprod_desktop.store.places import Folder

        self._folder = Folder(folder)
        self._world = world
        self._shelf = shelf
        if self._folder.is_being_swapped():
            self._end_swap()

    @property
    def world(self) -> World:
        """The time, ids and chance that wards are opened with."""
        return self._world

    def beside(self, folder: Path) -> Doorway:
        """Return a doorway like this one, of another folder."""
        return Doorway(folder, self._world, self._shelf)

    @property
    def folder(self) -> Path:
        """The folder in which the ward lives, or will."""
        return self._folder.root

    def state(self) -> FolderState:
        """Look whether there is a ward, without opening anything."""
        from coprod_desktop.store.keyring import state

        return state(self._folder)

    def keyring(self) -> Keyring:
        """Return the ward's name and who may open it.

        Raises:
            Problem: There is no ward, or its keyring is not as it was.
        """
        from coprod_desktop.store.keyring import read_keyring

        return read_keyring(self._folder)

    def new_recovery_code(self) -> str:
        """Return a recovery code to show, print and have typed back."""
        from coprod_desktop.store.keyring import new_recovery_code

        return new_recovery_code(self._world.random)

    def is_same_code(self, shown: str, typed: str) -> bool:
        """Whether somebody typed the code that they were shown.

        Raises:
            Problem: What they typed is no code: a sign is wrong or missing.
        """
        from coprod_desktop.store.keyring import same_code

        return same_code(shown, typed)

    def first_member(self, name: str, role: Role, title: str) -> Person:
        """Return the member of staff who makes the ward, with a checked name.

        Raises:
            Problem: The name or title cannot stand on a label.
        """
        return Person(
            PersonId(self._world.ids()),
            checked_name(name, ()),
            role,
            checked_line(title),
        )

    def make_ward(
        self, ward_name: str, staff: Person, passphrase: str, recovery_code: str
    ) -> Ward:
        """Make a ward and open it for the member of staff who made it.

        Raises:
            Problem: The name, passphrase or code will not do, there is a ward already,
                or the folder cannot be written. Nothing half-made is left.
        """
        from coprod_desktop.store import vault
        from coprod_desktop.store.world import NewWard

        name = checked_name(ward_name, ())
        new = NewWard(name, staff, passphrase, recovery_code)
        vault.make_ward(self._folder, new, world=self._world)
        return self.open(staff.id, passphrase)

    def open(self, person: PersonId, passphrase: str) -> Ward:
        """Open the ward with a member of staff's passphrase.

        Raises:
            Problem: The passphrase is wrong, or the ward cannot be opened. Nothing has
                been changed.
        """
        from coprod_desktop.store.keyring import unlock_both

        opened = unlock_both(self._folder, person, passphrase)
        return _mended(lambda: self._taken_in(opened.key, person, opened.beside))

    def come_back(self, ward: Ward, person: PersonId, passphrase: str) -> Ward:
        """Let a member of staff go on with a ward that stayed open; slow.

        Raises:
            Problem: The passphrase is wrong, they have left, or the keyring is not
                this ward's any more. Nothing has been changed.
        """
        from coprod_desktop.store.keyring import unlock_both
        from coprod_desktop.workspace.ward import Opened

        opened = unlock_both(self._folder, person, passphrase)
        ward.come_back(Opened(self._folder, opened.key, person))
        ward.staff.take_in(person, opened.beside)
        return ward

    def open_with_code(self, code: str, person: PersonId | None = None) -> Ward:
        """Open the ward with the recovery code, for its first member of staff.

        Nobody is signed in by it. What it can do besides is to give a member of staff
        another passphrase: :meth:`coprod_desktop.workspace.staff.StaffDoors.let_open`.

        Raises:
            Problem: The code is wrong, or the ward cannot be opened.
        """
        from coprod_desktop.store.keyring import unlock_both_with_code
        from coprod_desktop.store.recovery_signer import recovery_signer

        opened = unlock_both_with_code(self._folder, code)
        first = person or self.keyring().doors[0].person_id
        ward = _mended(lambda: self._opened(opened.key, first))
        ward.store.voices.take_code(recovery_signer(opened.beside))
        return ward

    def _taken_in(self, key: WardKey, person: PersonId, beside: bytes) -> Ward:
        ward = self._opened(key, person)
        try:
            ward.staff.take_in(person, beside)
        except BaseException:
            ward.close()
            raise
        return ward

    def rebuild(
        self,
        person: PersonId,
        passphrase: str,
        side: str,
        progress: Progress = lambda *_: None,
    ) -> tuple[Finding, ...]:
        """Make the ``database`` anew from the journal, or the ``journal`` from it.

        What was there is moved aside. Returns what to tell. ``progress`` is told how
        far it is.

        Raises:
            Problem: The passphrase is wrong, the other side is not whole, or a program
                has the ward open. Nothing has been changed.
        """
        from coprod_desktop.store.keyring import unlock
        from coprod_desktop.store.opening import rebuild

        key = unlock(self._folder, person, passphrase)
        return rebuild(self._folder, key, self._world, side, progress)

    def rescue(
        self, person: PersonId, passphrase: str, progress: Progress = lambda *_: None
    ) -> Rescued:
        """Read every shared entry that can still be read; nothing is changed.

        Raises:
            Problem: The passphrase is wrong, or a program has the ward open.
        """
        from coprod_desktop.store.keyring import unlock
        from coprod_desktop.store.rescue import rescue

        key = unlock(self._folder, person, passphrase)
        return rescue(self._folder, key, progress)

    def rescue_photographs(
        self,
        person: PersonId,
        passphrase: str,
        wanted: tuple[PhotographKept, ...],
        give: Callable[[PhotographKept, bytes], None],
        progress: Progress = lambda *_: None,
    ) -> None:
        """Give each of these photographs that can still be read; nothing is changed.

        Raises:
            Problem: The passphrase is wrong, or a program has the ward open. And
                whatever ``give`` raises.
        """
        from coprod_desktop.store.keyring import unlock
        from coprod_desktop.store.rescue_photographs import rescue_photographs

        key = unlock(self._folder, person, passphrase)
        rescue_photographs(self._folder, key, wanted, give, progress)

    def _end_swap(self) -> None:
        """End what putting a backup back began and did not live to end."""
        from coprod_desktop.store.swapping import end_swap

        # Where it cannot be done now, the next opening tries again.
        with suppress(OSError):
            end_swap(self._folder)

    def _opened(self, key: WardKey, person: PersonId) -> Ward:
        from coprod_desktop.content.forms import bundled_shelf
        from coprod_desktop.store import vault
        from coprod_desktop.store.keyring import close_staff_door
        from coprod_desktop.workspace.ward import Opened, Ward

        store = vault.open_store(self._folder, key, self._world)
        try:
            if person in store.record.state().left:
                close_staff_door(self._folder, key, person)
                raise Problem("workspace.has_left")
        except BaseException:
            store.close()
            raise
        opened = Opened(self._folder, key, person)
        return Ward(opened, store, self._world, self._shelf or bundled_shelf())


def _mended(enter: Callable[[], Ward]) -> Ward:
    """Enter; where damage is met on the way in, once more.

    Damage that is met leaves word for the next opening, which makes the database anew
    from the journal. Nobody need be turned away for it.
    """
    try:
        return enter()
    except Problem as problem:
        if problem.key != "store.database_damaged":
            raise
        return enter()
