"""Pages of pictures, one to be picked on each: the next page comes by itself.

What was picked leaves no trace on the screen (SAFETY T7): the next page takes its place
at once, and the focus always begins on its first picture.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.big_button import BigButton
from coprod_desktop.gui.widgets.plain import discard
from coprod_desktop.gui.widgets.plate import Face, Line
from coprod_desktop.gui.widgets.pressable import Pressable
from coprod_desktop.gui.widgets.spoken_roles import speak_roles
from coprod_desktop.gui.widgets.status_line import StatusLine
from coprod_desktop.gui.widgets.wrap_layout import WrapLayout

COLUMNS = 5
"""In a wide window all nine are seen at once; a narrow one has fewer a line."""


class PictureView(NamedTuple):
    """One picture to pick, and its words."""

    id: str
    """What the picture means."""
    words: str


Pages = tuple[tuple[PictureView, ...], ...]


class PictureKey(Pressable):
    """One picture of a page, with its words below it."""

    def __init__(self, stage: Stage, view: PictureView, page: str) -> None:
        self.view = view
        super().__init__(stage, view.words, page)

    def face(self) -> Face:
        """Return what the picture shows in the look of the moment."""
        look = self._stage.look
        return Face(
            (Line(self.view.words, look.small_px),),
            self.view.id,
            look.picture(min(96, 40 + look.text_px)),
            is_column=True,
            is_tight=True,
            least_height=look.tile_px,
        )


class PicturePage(QWidget):
    """The pictures of one page, side by side."""

    spoken_role = QAccessible.Role.Grouping

    def __init__(self, name: str) -> None:
        super().__init__()
        speak_roles()
        self.setAccessibleName(name)
        self.grid = WrapLayout(self, columns=COLUMNS)


class PictureRounds(QWidget):
    """Pages of pictures. One is picked on each; a page back is always possible."""

    changed = Signal()
    """Another page is showing, or everything was forgotten."""
    finished = Signal()
    """One was picked on every page."""

    def __init__(self, stage: Stage, pages: Pages) -> None:
        super().__init__()
        self._stage = stage
        self._pages = pages
        self._picked: list[str] = []
        self._page: PicturePage | None = None
        self._keys: tuple[PictureKey, ...] = ()
        words = stage.words
        self.status = StatusLine(stage, role="strong")
        self.back = BigButton(
            stage, words.text("pictures.page_back"), "back", run=self.go_page_back
        )
        row = QHBoxLayout()
        row.addWidget(self.status)
        row.addSpacing(stage.look.gap_px)
        row.addWidget(self.back)
        row.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(row)
        self._show_page()

    @property
    def is_finished(self) -> bool:
        """Whether one was picked on every page."""
        return len(self._picked) == len(self._pages)

    def picked(self) -> tuple[str, ...]:
        """Return what was picked so far, page by page."""
        return tuple(self._picked)

    def pictures(self) -> tuple[PictureKey, ...]:
        """Return the pictures of the page that is showing; none when all are picked."""
        return self._keys

    def clear(self) -> None:
        """Forget what was picked, and show the first page."""
        self._picked = []
        self._show_page()

    def go_page_back(self) -> None:
        """Forget the last pick, and show its page again."""
        self._picked = self._picked[:-1]
        self._show_page()
        self.setFocus()

    def setFocus(  # noqa: N802 - stands in for Qt's own
        self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason
    ) -> None:
        """Put the focus on the first picture of the page."""
        first = self._keys[0] if self._keys else self.back
        first.setFocus(reason)

    def _pick(self, picture: str) -> None:
        self._picked = [*self._picked, picture]
        self._show_page()
        if self.is_finished:
            self.finished.emit()
        else:
            self.setFocus()

    def _show_page(self) -> None:
        words, number = self._stage.words, len(self._picked) + 1
        if self._page is not None:
            self._column.removeWidget(self._page)
            discard(self._page)
        self._page, self._keys = None, ()
        if self.is_finished:
            said = words.text("pictures.all_picked")
        else:
            said = words.text("pictures.page", number=number, count=len(self._pages))
            self._lay_page(self._pages[number - 1], said)
        self.status.show_status(said, "yes" if self.is_finished else None)
        self.back.setVisible(bool(self._picked))
        self.changed.emit()

    def _lay_page(self, pictures: tuple[PictureView, ...], said: str) -> None:
        page = PicturePage(said)
        self._keys = tuple(self._key(page, one, said) for one in pictures)
        self._column.addWidget(page)
        if self.isVisible():
            # A layout shows it a moment later, and nothing hidden takes the focus.
            page.show()
        self._page = page

    def _key(self, page: PicturePage, view: PictureView, said: str) -> PictureKey:
        key = PictureKey(self._stage, view, said)
        key.clicked.connect(lambda *_: self._pick(view.id))
        page.grid.addWidget(key)
        return key
