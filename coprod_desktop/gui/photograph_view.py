"""A photograph with what makes it bigger, turns it and moves it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.big_button import BigButton
from coprod_desktop.gui.widgets.plain import text_label
from coprod_desktop.gui.widgets.wrap_layout import WrapLayout
from coprod_desktop.gui.widgets.zoomed_picture import ZoomedPicture
from coprod_desktop.model.problem import Problem

_MOVES = {"up": (0, -1), "down": (0, 1), "left": (-1, 0), "right_way": (1, 0)}


class PhotographView(QWidget):
    """Says what it is, and that it is being opened; then shows it.

    All that a mouse or a switch presses is a button, and all of it has a key.
    """

    shown = Signal()
    """The picture is there."""

    def __init__(self, stage: Stage, said: str, load: Callable[[], QImage]) -> None:
        """``load`` gives the picture. It is slow, and called beside the window."""
        super().__init__()
        self._stage = stage
        self._said = said
        self.picture: ZoomedPicture | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(stage.look.gap_px)
        self._column.addWidget(text_label(said, "strong"))
        self._state = text_label(stage.words.text("photograph.opening"))
        self._column.addWidget(self._state)
        # Whoever has gone on is shown nothing any more.
        here = [self]
        self.destroyed.connect(here.clear)
        stage.background.run(load, partial(self._show, here), partial(self._fail, here))

    def _show(self, here: list[PhotographView], image: QImage) -> None:
        if not here:
            return
        self._state.hide()
        words = self._stage.words
        self.picture = ZoomedPicture(self._stage, image)
        self.picture.setAccessibleName(self._said)
        self.picture.setAccessibleDescription(words.text("photograph.keys"))
        self.picture.changed.connect(self._show_buttons)
        steps = (
            ("paper.bigger", "search", partial(self.picture.zoom_by, 1)),
            ("paper.smaller", None, partial(self.picture.zoom_by, -1)),
            ("photograph.turn_left", "undo", partial(self.picture.turn_by, -1)),
            ("photograph.turn_right", None, partial(self.picture.turn_by, 1)),
        )
        self.bigger, self.smaller, *self.turns = (
            BigButton(self._stage, words.text(key), picture, "quiet", run)
            for key, picture, run in steps
        )
        self.moves = [
            BigButton(
                self._stage,
                words.text(f"photograph.{way}"),
                None,
                "quiet",
                partial(self.picture.move_by, *step),
            )
            for way, step in _MOVES.items()
        ]
        row = QWidget()
        wrap = WrapLayout(row)
        for one in (self.bigger, self.smaller, *self.turns, *self.moves):
            wrap.addWidget(one)
        for part in (row, self.picture):
            self._column.addWidget(part)
            # A layout shows it a moment later, and nothing hidden takes the focus.
            part.show()
        self._show_buttons()
        self.shown.emit()

    def _show_buttons(self) -> None:
        picture = self.picture
        if picture is None:
            return
        for ends, other in ((self.bigger, self.smaller), (self.smaller, self.bigger)):
            may = picture.may_grow if ends is self.bigger else picture.may_shrink
            had_focus = ends.hasFocus()
            ends.setEnabled(may)
            if had_focus and not may:
                other.setEnabled(True)
                other.setFocus()
        if not picture.may_shrink and any(one.hasFocus() for one in self.moves):
            self.bigger.setFocus()
        for one in self.moves:
            one.setVisible(picture.may_shrink)

    def _fail(self, here: list[PhotographView], error: Exception) -> None:
        if not isinstance(error, Problem):
            raise error
        if here:
            self._state.setText(self._stage.words.explain(error))
