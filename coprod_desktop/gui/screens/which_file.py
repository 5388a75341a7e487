"""Which file is opened: those of the right kind in a folder, the newest first."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod_desktop.gui.choosing import ChoosingScreen, Ways, in_columns
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.big_button import BigButton
from coprod_desktop.gui.widgets.heading import Heading
from coprod_desktop.gui.widgets.in_a_row import in_a_row
from coprod_desktop.gui.widgets.plain import discard, text_label
from coprod_desktop.gui.widgets.tile import Tile, TileView
from coprod_desktop.i18n.dates import long_date
from coprod_desktop.workspace.folders import (
    MOST_SHOWN,
    FileSeen,
    FolderSeen,
    look_into,
    told_name,
)

AT_FIRST = 12
"""So many files are shown before somebody asks for more."""


def endings_of(kinds: str) -> tuple[str, ...]:
    """Return the endings, in small letters, of patterns such as ``*.pdf *.PDF``."""
    return tuple({one.removeprefix("*").lower(): None for one in kinds.split()})


class WhichFileScreen(ChoosingScreen):
    """Nothing is changed by choosing; other kinds of file are not shown."""

    def __init__(self, stage: Stage, title: str, kinds: str, ways: Ways) -> None:
        self._endings = endings_of(kinds)
        self._kind_picture = "paper" if ".pdf" in self._endings else "camera"
        help_words = stage.words.text("choosing.open_help")
        super().__init__(stage, title, help_words, ways)

    def look_at(self, folder: Path) -> Callable[[], FolderSeen]:
        """Return what looks for files of the kind."""
        return partial(look_into, folder, self._endings)

    def show_folder(self, column: QVBoxLayout, seen: FolderSeen) -> None:
        """Show the newest files, and the folders to go into."""
        text = self.stage.words.text
        self.set_main(None)
        if not seen.files:
            column.addWidget(text_label(text("choosing.no_files"), "strong"))
        else:
            column.addWidget(Heading(text("choosing.files"), 2))
            column.addWidget(in_columns(map(self._file_tile, seen.files[:AT_FIRST])))
        if len(seen.files) > AT_FIRST:
            self._rest = QVBoxLayout()
            show = partial(self._show_rest, seen)
            self.more = BigButton(self.stage, text("choosing.older"), "down", run=show)
            self._rest.addLayout(in_a_row(self.more))
            column.addLayout(self._rest)
        super().show_folder(column, seen)

    def _show_rest(self, seen: FolderSeen) -> None:
        """Show the older files in the place of the button, and stand on the first."""
        discard(self.more)
        tiles = [self._file_tile(one) for one in seen.files[AT_FIRST:]]
        shown: list[QWidget] = [in_columns(tiles)]
        if seen.has_more_files:
            told = self.stage.words.text("choosing.more_files", count=MOST_SHOWN)
            shown.append(text_label(told, "quiet"))
        for widget in shown:
            self._rest.addWidget(widget)
            widget.show()
        first = tiles[0]
        first.setFocus()
        QTimer.singleShot(0, first, lambda: self.area.show_whole(first))

    def _file_tile(self, file: FileSeen) -> Tile:
        words, folder = self.stage.words, self.folder or Path()
        changed = datetime.fromtimestamp(file.changed_s, UTC).astimezone()
        day = long_date(changed.date(), words.language)
        kilobytes = max(1, round(file.size / 1000))
        if kilobytes < 1000:
            about = words.text("choosing.file_kb", day=day, count=kilobytes)
        else:
            about = words.text(
                "choosing.file_mb", day=day, count=round(kilobytes / 1000)
            )
        view = TileView(told_name(file.name), about, picture=self._kind_picture)
        return Tile(self.stage, view, partial(self.choose, folder / file.name))
