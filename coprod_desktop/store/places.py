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
    def lock(self) -> Path:
        """The file whose lock says that a program has the ward open; empty."""
        return self.ward / "ward.lock"

    @property
    def files(self) -> tuple[Path, ...]:
        """Every file that a ward has when nobody has it open."""
        return (self.keyring, self.database, self.lock)


def default_folder() -> Folder:
    """Return the folder that this system keeps a program's own files in."""
    from platformdirs import user_data_path  # noqa: PLC0415 - seldom needed

    return Folder(user_data_path("coprod-desktop", appauthor=False))
