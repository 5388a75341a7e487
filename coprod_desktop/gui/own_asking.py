"""Asking for a file, a folder or a printer on screens of our own.

The system's windows cannot be used by one switch, do not grow with somebody's words and
have no Welsh; from each of our screens they can still be reached (decision 031).
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from coprod_desktop.gui.asking import Asking, FolderWish, PrintWish

if TYPE_CHECKING:
    from PySide6.QtGui import QPagedPaintDevice

    from coprod_desktop.gui.screen import Screen
    from coprod_desktop.gui.spots import Spot, SpotKind

# None of this is loaded before somebody asks.
# ruff: noqa: PLC0415


class OwnAsking(Asking):
    """Covers the screen that asks; one outside a window asks by the system's."""

    __slots__ = ("_spots",)

    def __init__(
        self, spots: Callable[[tuple[SpotKind, ...]], tuple[Spot, ...]] | None = None
    ) -> None:
        """``spots`` finds the places of this computer; a test may make some up."""
        self._spots = spots

    def save_somewhere(
        self, screen: Screen, title: str, name: str, then: Callable[[Path], None]
    ) -> None:
        """Ask for a place, a folder and a name. An older file is never replaced."""
        from coprod_desktop.gui import covering, spots
        from coprod_desktop.gui.choosing import Ways
        from coprod_desktop.gui.screens.where_to_save import (
            WhereToSaveScreen,
        )

        find = self._spots or spots.spots_here
        ways = Ways(
            lambda: find(spots.SAVING),
            lambda parent: self.file_to_save(parent, title, name),
            then,
        )
        if not covering.cover(
            screen, lambda: WhereToSaveScreen(screen.stage, name, ways)
        ):
            super().save_somewhere(screen, title, name, then)

    def open_one(
        self, screen: Screen, title: str, kinds: str, then: Callable[[Path], None]
    ) -> None:
        """Ask for a place, a folder and a file of the right kind in it."""
        from coprod_desktop.gui import covering, spots
        from coprod_desktop.gui.choosing import Ways
        from coprod_desktop.gui.screens.which_file import WhichFileScreen

        find = self._spots or spots.spots_here
        ways = Ways(
            lambda: find(spots.OPENING),
            lambda parent: self.file_to_open(parent, title, kinds),
            then,
        )
        if not covering.cover(
            screen, lambda: WhichFileScreen(screen.stage, title, kinds, ways)
        ):
            super().open_one(screen, title, kinds, then)

    def use_folder(
        self, screen: Screen, wish: FolderWish, then: Callable[[Path], None]
    ) -> None:
        """Ask for a place, or a folder in it."""
        from coprod_desktop.gui import covering, spots
        from coprod_desktop.gui.choosing import Ways
        from coprod_desktop.gui.screens.which_folder import WhichFolderScreen

        find = self._spots or spots.spots_here
        ways = Ways(
            lambda: find(spots.SAVING),
            lambda parent: self.folder_to_use(parent, wish.title),
            then,
        )
        if not covering.cover(
            screen, lambda: WhichFolderScreen(screen.stage, wish, ways)
        ):
            super().use_folder(screen, wish, then)

    def print_somehow(
        self,
        screen: Screen,
        wish: PrintWish,
        then: Callable[[QPagedPaintDevice | None], None],
    ) -> None:
        """Ask for copies, pages, sides and colours; the usual ones are chosen."""
        from coprod_desktop.gui import covering, print_choice
        from coprod_desktop.gui.screens.how_to_print import HowToPrintScreen, PrintDoors

        doors = PrintDoors(
            print_choice.printer_names(),
            print_choice.usual_choice,
            lambda choice: print_choice.chosen_printer(choice, wish.title),
            lambda parent: self.printer(parent, wish.title),
            then,
        )
        if not doors.printers or not covering.cover(
            screen, lambda: HowToPrintScreen(screen.stage, wish, doors)
        ):
            super().print_somehow(screen, wish, then)
