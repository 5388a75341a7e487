"""Which folder is used: to keep backups in, or to look for one."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from coprod_desktop.gui.asking import FolderWish
from coprod_desktop.gui.choosing import ChoosingScreen, Ways
from coprod_desktop.gui.screen import Action
from coprod_desktop.gui.spots import Spot
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.said_line import SaidLine
from coprod_desktop.workspace.folders import FolderSeen


class WhichFolderScreen(ChoosingScreen):
    """Where something is to be kept there, it says whether there is room."""

    def __init__(self, stage: Stage, wish: FolderWish, ways: Ways) -> None:
        self._is_to_be_written = wish.is_to_be_written
        self._may_use = False
        help_words = stage.words.text("choosing.folder_help")
        super().__init__(stage, wish.title, help_words, ways)

    def focus_first(self) -> None:
        """Stand on using the folder where one can; else on the first control."""
        if self.folder is not None and self._may_use:
            self.stand_on_main()
        else:
            super().focus_first()

    def state_of(self, spot: Spot) -> str:
        """Return whether there is room, where that matters."""
        told = super().state_of(spot)
        if told or not self._is_to_be_written:
            return told
        return self.room_words(may_write=spot.may_write, free=spot.free)

    def show_folder(self, column: QVBoxLayout, seen: FolderSeen) -> None:
        """Show whether it can be used, and the folders to go into."""
        self._may_use = seen.may_write or not self._is_to_be_written
        if self._is_to_be_written:
            room = self.room_words(may_write=seen.may_write, free=seen.free)
            picture = "safe" if seen.may_write else "warning-calm"
            column.addWidget(SaidLine(self.stage, room, picture))
        super().show_folder(column, seen)
        use = self.stage.words.text("choosing.use")
        self.set_main(Action(use, "folder", self._use, enabled=self._may_use))

    def _use(self) -> None:
        if self.folder is not None:
            self.choose(self.folder)
