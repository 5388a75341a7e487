"""Where a ward's files lie."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class Folder(NamedTuple):
    """The folder that holds one ward. All of its files lie in ``root/ward``.

    The inner folder comes into being whole, by one renaming, when a ward is made.
    """

    root: Path

    @property
    def ward(self) -> Path:
        """The inner folder."""
        return self.root / "ward"

    @property
    def keyring(self) -> Path:
        """The doors to the ward's key."""
        return self.ward / "ward.keyring"

    @property
    def database(self) -> Path:
        """The encrypted words."""
        return self.ward / "ward.coprod"

    @property
    def journal(self) -> Path:
        """What was shared, sealed, record behind record; decision 012."""
        return self.ward / "ward.journal"

    @property
    def drafts(self) -> Path:
        """What is private, sealed; written anew when something is erased."""
        return self.ward / "ward.drafts"

    @property
    def twin(self) -> Path:
        """The keyring once more."""
        return self.ward / "ward.keyring-2"

    @property
    def reserve(self) -> Path:
        """Room that is given up when the disk is full."""
        return self.ward / "ward.reserve"

    @property
    def suspect(self) -> Path:
        """Names the files that were found damaged; the next opening makes them anew."""
        return self.ward / "ward.suspect"

    @property
    def knock(self) -> Path:
        """There for a moment when a second program wants the ward's window in front."""
        return self.root / "ward.knock"

    @property
    def window(self) -> Path:
        """The file whose lock says that a window stands before this ward; empty."""
        return self.root / "window.lock"

    @property
    def swap_note(self) -> Path:
        """There while a backup is put in the place of the ward: see ``swapping``."""
        return self.root / "ward.swap"

    def is_being_swapped(self) -> bool:
        """Whether it is there; not where the folder may not be looked into."""
        try:
            return self.swap_note.exists()
        except OSError:
            # The ward's own files are asked next, and what stops that is told.
            return False

    @property
    def lock(self) -> Path:
        """The file whose lock says that a program has the ward open; empty."""
        return self.ward / "ward.lock"

    @property
    def files(self) -> tuple[Path, ...]:
        """Every file that a ward has when nobody has it open, but for the reserve."""
        return (
            self.keyring,
            self.twin,
            self.database,
            self.journal,
            self.drafts,
            self.lock,
        )


def default_folder() -> Folder:
    """Return the folder that this system keeps a program's own files in."""
    from platformdirs import user_data_path  # noqa: PLC0415 - seldom needed

    return Folder(user_data_path("coprod-desktop", appauthor=False))
