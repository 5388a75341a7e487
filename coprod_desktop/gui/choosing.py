"""What the screens share on which a file or a folder of this computer is chosen.

First the places that there are, then one of them, and from there into its folders.
Back goes the same way, and from the places to the screen that asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod_desktop.gui.background import Look
from coprod_desktop.gui.places import GoBack
from coprod_desktop.gui.screen import Action, Frame, Screen
from coprod_desktop.gui.spots import Spot, SpotKind
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.big_button import BigButton
from coprod_desktop.gui.widgets.heading import Heading
from coprod_desktop.gui.widgets.notice import Notice
from coprod_desktop.gui.widgets.plain import discard, text_label
from coprod_desktop.gui.widgets.tile import Tile, TileView
from coprod_desktop.gui.widgets.wrap_layout import WrapLayout
from coprod_desktop.model.problem import Problem
from coprod_desktop.workspace.folders import (
    MOST_SHOWN,
    FolderSeen,
    look_into,
    told_name,
)

Outcome = TypeVar("Outcome")

ASK_MS = 20
"""How often it is asked whether a look has ended."""
CALM_MS = 300
"""A look that takes longer says so; until then nothing moves."""
LITTLE_ROOM = 20 * 2**20
"""Fewer free bytes than this are told."""

_PICTURES = {
    SpotKind.DOCUMENTS: "paper",
    SpotKind.DESKTOP: "computer",
    SpotKind.DOWNLOADS: "come-in",
    SpotKind.PICTURES: "camera",
    SpotKind.HOME: "home",
    SpotKind.STICK: "export",
}


class Ways(NamedTuple):
    """How a screen finds what there is, and whom it tells what was chosen."""

    spots: Callable[[], tuple[Spot, ...]]
    """The places that there are. Slow."""
    ask_system: Callable[[QWidget], Path | None]
    """Asks in the system's own window."""
    chosen: Callable[[Path], None]
    """Told when the screen has gone."""


class Step(NamedTuple):
    """A folder that somebody went into."""

    name: str
    """As it is shown."""
    path: Path


class ChoosingScreen(Screen):
    """Covers the screen that asks. Looking never holds the window up."""

    def __init__(self, stage: Stage, title: str, help_words: str, ways: Ways) -> None:
        frame = Frame(title, "folder", GoBack(), help=help_words)
        super().__init__(stage, frame)
        self._ways = ways
        self._trail: tuple[Step, ...] = ()
        self._shown: QWidget | None = None
        self._waiting: Notice | None = None
        self._look: Look[Any] | None = None
        self._asked = 0
        self._then: Callable[[], None] = self._show_nothing
        self._timer = QTimer(self)
        self._timer.setInterval(ASK_MS)
        self._timer.timeout.connect(self._on_timer_ran_out)
        elsewhere = stage.words.text("choosing.elsewhere")
        self.set_outs((Action(elsewhere, "search", self._ask_system),))
        self._look_for_spots()

    @property
    def is_looking(self) -> bool:
        """Whether an answer is still to come."""
        return self._look is not None

    @property
    def folder(self) -> Path | None:
        """The folder that is shown; None while the places are."""
        return self._trail[-1].path if self._trail else None

    def go_back(self) -> None:
        """Stop looking; else go to the folder before, to the places, or away."""
        if self._look is not None and self._shown is not None:
            self._stop_looking()
            self.focus_first()
        elif len(self._trail) > 1:
            self.go_into(self._trail[:-1])
        elif self._trail:
            self._look_for_spots()
        else:
            super().go_back()

    # --- What kinds of choosing add to ----------------------------------------------

    def look_at(self, folder: Path) -> Callable[[], FolderSeen]:
        """Return what looks into a folder; slow, and raises Problem."""
        return partial(look_into, folder)

    def show_folder(self, column: QVBoxLayout, seen: FolderSeen) -> None:
        """Show what was found in the folder: at least the folders to go into."""
        for widget in self._folders_in(seen):
            column.addWidget(widget)
        column.addStretch(1)

    # --- Looking --------------------------------------------------------------------

    def look_for(
        self, work: Callable[[], Outcome], then: Callable[[Outcome], None]
    ) -> None:
        """Find something out beside the window; only the newest look is told of."""
        self.hide_notice()
        look = Look(work)
        self._look, self._asked = look, 0
        self._then = lambda: then(look.answer())
        self._timer.start()

    def go_into(self, trail: tuple[Step, ...]) -> None:
        """Show the last folder of a trail; where it cannot be, stay and say so."""
        self.look_for(self.look_at(trail[-1].path), partial(self._come_to, trail))

    def stand_on_main(self, *said: str) -> None:
        """Put the focus on the main action, described by where this is.

        A screen reader speaks of what has the focus alone, and that is in the bar.
        """
        self._bar.first().setAccessibleDescription(
            "\n".join((self.heading.text(), *said))
        )
        self.focus_main()

    def choose(self, path: Path) -> None:
        """Go, and tell what was chosen."""
        chosen = self._ways.chosen
        self.went.emit(GoBack())
        chosen(path)

    def _come_to(self, trail: tuple[Step, ...], seen: FolderSeen) -> None:
        self._trail = trail
        self.set_heading(self.stage.words.text("choosing.in", name=trail[-1].name))
        self.show_folder(self.begin_body(), seen)
        self.show_body()

    def _look_for_spots(self) -> None:
        self.look_for(self._ways.spots, self._show_spots)

    def _on_timer_ran_out(self) -> None:
        self._asked += 1
        if self._look is None or not self._look.has_ended:
            if self._look is not None and self._asked * ASK_MS == CALM_MS:
                self._say_looking()
            return
        then = self._then
        self._stop_looking()
        try:
            then()
        except Problem as problem:
            self.show_problem(problem)

    def _say_looking(self) -> None:
        self._waiting = Notice(self.stage, self.stage.words.text("choosing.looking"))
        self.body.insertWidget(0, self._waiting)
        self._waiting.show()
        self._waiting.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._shown is not None:
            self._shown.setEnabled(False)

    def _stop_looking(self) -> None:
        self._look = None
        self._timer.stop()
        if self._shown is not None:
            self._shown.setEnabled(True)
        if self._waiting is not None:
            self.body.removeWidget(self._waiting)
            discard(self._waiting)
            self._waiting = None

    def _show_nothing(self) -> None:
        """Nothing was looked for yet."""

    # --- Showing --------------------------------------------------------------------

    def begin_body(self) -> QVBoxLayout:
        """Return an empty column, in the place of what was shown."""
        if self._shown is not None:
            self.body.removeWidget(self._shown)
            discard(self._shown)
        self._shown = QWidget()
        column = QVBoxLayout(self._shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.stage.look.gap_px)
        return column

    def show_body(self) -> None:
        """Show the column, and put the focus where it is likely to be wanted."""
        if self._shown is not None:
            self.body.addWidget(self._shown, 1)
            # A layout shows it a moment later, and nothing hidden takes the focus.
            self._shown.show()
        self.area.verticalScrollBar().setValue(0)
        self.focus_first()

    def _folders_in(self, seen: FolderSeen) -> Iterable[QWidget]:
        """Yield a heading, and a button for each folder to go into."""
        if not seen.folders:
            return
        text = self.stage.words.text
        yield Heading(text("choosing.folders"), 2)
        yield in_columns(self._folder_button(name) for name in seen.folders)
        if seen.has_more_folders:
            more = text("choosing.more_folders", count=MOST_SHOWN)
            yield text_label(more, "quiet")

    def _folder_button(self, name: str) -> BigButton:
        path = (self.folder or Path()) / name
        trail = (*self._trail, Step(told_name(name), path))
        go = partial(self.go_into, trail)
        return BigButton(self.stage, told_name(name), "folder", run=go)

    def _show_spots(self, spots: tuple[Spot, ...]) -> None:
        self._trail = ()
        self.set_main(None)
        self.set_heading(self.frame.title)
        column = self.begin_body()
        if spots:
            column.addWidget(in_columns(map(self._tile, spots)))
        else:
            nowhere = self.stage.words.text("choosing.nowhere")
            column.addWidget(Notice(self.stage, nowhere))
        column.addStretch(1)
        self.show_body()

    def _tile(self, spot: Spot) -> Tile:
        told = told_name(spot.name)
        name = self.stage.words.text(f"choosing.{spot.kind}", name=told)
        view = TileView(name, self.state_of(spot), picture=_PICTURES[spot.kind])
        go = partial(self.go_into, (Step(name, spot.path),))
        return Tile(self.stage, view, go)

    def state_of(self, spot: Spot) -> str:
        """Return how it stands with a place; empty where there is nothing to say."""
        if spot.is_silent:
            return self.stage.words.text("choosing.silent")
        return ""

    def room_words(self, *, may_write: bool, free: int | None) -> str:
        """Return whether something can be saved there, in words."""
        text = self.stage.words.text
        if not may_write:
            return text("choosing.read_only")
        if free is None or free >= LITTLE_ROOM:
            return text("choosing.room")
        return text("choosing.little_room") if free else text("choosing.full")

    def _ask_system(self) -> None:
        path = self._ways.ask_system(self)
        if path is not None:
            self.choose(path)


def in_columns(buttons: Iterable[QWidget]) -> QWidget:
    """Return buttons side by side, two to a line where they fit."""
    held = QWidget()
    wrap = WrapLayout(held, columns=2)
    for button in buttons:
        wrap.addWidget(button)
    return held
