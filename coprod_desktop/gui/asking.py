"""The windows of the system itself: choosing a file, choosing a printer.

Screens are given them from outside, so that a test can answer in a person's place. They
answer at once; screens of our own, which may stand in their place
(:mod:`coprod_desktop.gui.own_asking`), answer later or never. So whoever asks says what
is to be done then.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from PySide6.QtGui import QPagedPaintDevice
    from PySide6.QtWidgets import QWidget

    from coprod_desktop.gui.screen import Screen


class PrintWish(NamedTuple):
    """What is to be printed."""

    title: str
    """Of the job: others see it at the printer, and it names nobody."""
    pages: int = 1
    """How many pages there are."""
    page: int = 0
    """The page that is shown, counted from 0."""


class FolderWish(NamedTuple):
    """What a folder is asked for."""

    title: str
    is_to_be_written: bool = False
    """Whether something is to be kept there."""


class Asking:
    """Asks with the system's own windows."""

    __slots__ = ()

    def save_somewhere(
        self, screen: Screen, title: str, name: str, then: Callable[[Path], None]
    ) -> None:
        """Ask where to keep a file, and go on with it; not where there is none."""
        path = self.file_to_save(screen, title, name)
        if path is not None:
            then(path)

    def open_one(
        self, screen: Screen, title: str, kinds: str, then: Callable[[Path], None]
    ) -> None:
        """Ask for a file that is there, and go on with it; not where there is none.

        ``kinds`` are patterns such as ``*.pdf *.PDF``.
        """
        path = self.file_to_open(screen, title, kinds)
        if path is not None:
            then(path)

    def use_folder(
        self, screen: Screen, wish: FolderWish, then: Callable[[Path], None]
    ) -> None:
        """Ask for a folder, and go on with it; not where there is none."""
        path = self.folder_to_use(screen, wish.title)
        if path is not None:
            then(path)

    def print_somehow(
        self,
        screen: Screen,
        wish: PrintWish,
        then: Callable[[QPagedPaintDevice | None], None],
    ) -> None:
        """Ask for a printer, and go on with it, or with None where none is wanted."""
        then(self.printer(screen, wish.title))

    def file_to_save(self, parent: QWidget, title: str, name: str) -> Path | None:
        """Ask where to keep a file that should be called ``name``.

        The system's window asks before an older file is replaced.
        """
        # Like printing, not needed before the window shows.
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415

        start = str(Path.home() / name)
        chosen, _ = QFileDialog.getSaveFileName(parent, title, start)
        return Path(chosen) if chosen else None

    def file_to_open(self, parent: QWidget, title: str, kind: str) -> Path | None:
        """Ask for a file that is there; ``kind`` is a pattern such as ``*.pdf``."""
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - see above

        start = str(Path.home())
        chosen, _ = QFileDialog.getOpenFileName(parent, title, start, kind)
        return Path(chosen) if chosen else None

    def folder_to_use(self, parent: QWidget, title: str) -> Path | None:
        """Ask for a folder; None when somebody changed their mind."""
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - see above

        chosen = QFileDialog.getExistingDirectory(parent, title, str(Path.home()))
        return Path(chosen) if chosen else None

    def has_printer(self) -> bool:
        """Whether this computer knows a printer."""
        from PySide6.QtPrintSupport import QPrinterInfo  # noqa: PLC0415 - see below

        return bool(QPrinterInfo.availablePrinterNames())

    def printer(self, parent: QWidget, title: str) -> QPagedPaintDevice | None:
        """Ask for a printer; None when somebody changed their mind."""
        # QtPrintSupport costs 20 ms, and nobody prints before the window shows.
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(title)
        window = QPrintDialog(printer, parent)
        window.setWindowTitle(title)
        is_wanted = window.exec() == QPrintDialog.DialogCode.Accepted
        window.deleteLater()
        return printer if is_wanted else None
