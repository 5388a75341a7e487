"""Where staff see to backups. A backup is put back also where no ward is open."""

from __future__ import annotations

from coprod_desktop.gui.places import Place


class BackupPlace(Place):
    """A place where staff see to backups."""

    __slots__ = ()


class ToBackups(BackupPlace):
    """How it stands with backups, where they go, and making one."""

    __slots__ = ()


class ToPutBack(BackupPlace):
    """Choose which backup to put back."""

    __slots__ = ()


class ToPutBackOne(BackupPlace):
    """Put one backup back, after being asked."""

    __slots__ = ("folder",)
    __match_args__ = ("folder",)

    def __init__(self, folder: str) -> None:
        self.folder = folder


class ToMend(BackupPlace):
    """Check the ward's files, make one anew, or save what is left."""

    __slots__ = ()
