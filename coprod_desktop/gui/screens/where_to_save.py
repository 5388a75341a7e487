"""Where a file goes: a place of this computer, a folder in it, and a name."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout

from coprod_desktop.gui.choosing import ChoosingScreen, Ways
from coprod_desktop.gui.screen import Action
from coprod_desktop.gui.spots import Spot
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.big_button import BigButton
from coprod_desktop.gui.widgets.in_a_row import in_a_row
from coprod_desktop.gui.widgets.line_field import LineField
from coprod_desktop.gui.widgets.plain import discard
from coprod_desktop.gui.widgets.said_line import SaidLine
from coprod_desktop.model.problem import Problem
from coprod_desktop.workspace.folders import (
    FolderSeen,
    free_name,
    look_into,
    told_name,
)
from coprod_desktop.workspace.saving_files import LONGEST_NAME, check_name


class WhereToSaveScreen(ChoosingScreen):
    """No file is ever replaced: where one has the name, another name is offered."""

    def __init__(self, stage: Stage, name: str, ways: Ways) -> None:
        self._wanted = name
        """What the person wants it to be called."""
        self._ending = Path(name).suffix
        self._may_save = False
        self._said: tuple[str, ...] = ()
        self.field: LineField | None = None
        text = stage.words.text
        super().__init__(
            stage, text("choosing.save_title"), text("choosing.save_help"), ways
        )

    def focus_first(self) -> None:
        """Stand on "Save here" where one can; else on the first control."""
        if self.folder is not None and self._may_save:
            self.stand_on_main(*self._said)
        else:
            super().focus_first()

    def look_at(self, folder: Path) -> Callable[[], FolderSeen]:
        """Return what looks into a folder, and whether the name is free there."""
        return partial(look_into, folder, wanted=self._wanted)

    def state_of(self, spot: Spot) -> str:
        """Return whether there is room, where the place answers."""
        told = super().state_of(spot)
        return told or self.room_words(may_write=spot.may_write, free=spot.free)

    def show_folder(self, column: QVBoxLayout, seen: FolderSeen) -> None:
        """Show the name and whether there is room, then the folders to go into."""
        self._name = seen.free_name
        self.field, self._may_save = None, seen.may_write
        self._named = QVBoxLayout()
        column.addLayout(self._named)
        if seen.may_write:
            self._show_name()
        room = self.room_words(may_write=seen.may_write, free=seen.free)
        picture = "safe" if seen.may_write else "warning-calm"
        column.addWidget(SaidLine(self.stage, room, picture))
        super().show_folder(column, seen)
        here = self.stage.words.text("choosing.here")
        self.set_main(Action(here, "saved", self._save, enabled=seen.may_write))

    def _show_name(self) -> None:
        """Say what the file will be called, and let that be changed."""
        text, name = self.stage.words.text, told_name(self._name)
        said = text("choosing.called", name=name)
        if self._name != self._wanted:
            said = text("choosing.taken", old=told_name(self._wanted), name=name)
        self._said = (said,)
        self._called = SaidLine(self.stage, said, "paper")
        other = text("choosing.other_name")
        self.rename = BigButton(self.stage, other, "write", run=self._ask_name)
        self._named.addWidget(self._called)
        self._named.addLayout(in_a_row(self.rename))

    def _ask_name(self) -> None:
        """Put a line to write in where the name was told."""
        text = self.stage.words.text
        for told in (self._called, self.rename):
            discard(told)
        says = text("choosing.name_help", ending=self._ending)
        self.field = LineField(text("choosing.name"), says, LONGEST_NAME)
        self.field.set_text(Path(self._name).stem)
        self.field.entered.connect(self._save)
        self._named.addWidget(self.field)
        self.field.show()
        self.field.setFocus()
        self.field.box.selectAll()

    def _save(self) -> None:
        """Look once more whether the name is free, then go."""
        folder, wanted = self.folder, self._name
        if folder is None:
            return
        if self.field is not None:
            wanted = self._written()
            try:
                check_name(wanted)
            except Problem as problem:
                self._refuse(self.sentence(problem))
                return
        self._wanted = wanted
        self.look_for(
            lambda: free_name(folder, wanted), partial(self._save_as, folder, wanted)
        )

    def _written(self) -> str:
        """Return the name in the line, with its ending."""
        name = self.field.text().strip() if self.field is not None else ""
        has_ending = name.lower().endswith(self._ending.lower())
        return name if has_ending or not name else f"{name}{self._ending}"

    def _save_as(self, folder: Path, wanted: str, free: str) -> None:
        if free == wanted:
            self.choose(folder / free)
            return
        if self.field is None:
            self._ask_name()
        if self.field is not None:
            self.field.set_text(Path(free).stem)
        self._refuse(self.stage.words.text("choosing.taken_now"))

    def _refuse(self, sentence: str) -> None:
        if self.field is not None:
            self.field.show_error(sentence)
            self.field.setFocus()
            self.field.box.selectAll()
