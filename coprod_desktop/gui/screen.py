"""The frame that every screen shares: a scrolling body, and one bar below it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from coprod_desktop.gui.look import EDGE_PX
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.bottom_bar import BottomBar
from coprod_desktop.gui.widgets.flowing import Flowing
from coprod_desktop.gui.widgets.heading import Heading
from coprod_desktop.gui.widgets.notice import Notice, NoticeKind
from coprod_desktop.gui.widgets.picture import Picture
from coprod_desktop.gui.widgets.plain import discard, text_label
from coprod_desktop.gui.widgets.private_notice import FirstHeard, PrivateNotice
from coprod_desktop.gui.widgets.reading_order import read_as_laid_out
from coprod_desktop.gui.widgets.scrolling import Scrolling
from coprod_desktop.gui.widgets.tab_order import follow_each_other, in_reading_order
from coprod_desktop.gui.widgets.wrap_layout import WrapLayout
from coprod_desktop.model.problem import Problem

WIDEST_PX = 1320
"""Lines longer than this are hard to follow."""


class Action(NamedTuple):
    """Something that a button of the bottom bar does."""

    words: str
    picture: str | None
    run: Callable[[], None]
    enabled: bool = True


class Frame(NamedTuple):
    """What stands around a screen's body."""

    title: str
    """The heading, and the window's title: never a patient's name."""
    picture: str | None = None
    back: object | None = None
    """The place that Back leads to; None shows no Back."""
    main: Action | None = None
    outs: tuple[Action, ...] = ()
    help: str = ""
    """One short sentence under the heading."""
    private: str = ""
    """Of a private view: who reads this, and where help is."""


class Screen(QWidget):
    """One thing a screen: a heading, a body that scrolls, and a bar that stays."""

    went = Signal(object)

    def __init__(self, stage: Stage, frame: Frame) -> None:
        super().__init__()
        self.setObjectName("screen")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.stage = stage
        self.frame = frame
        self.language = stage.words.language
        """In which language it was made."""
        self.anew: object | None = None
        """Where it covers another: the place that shows it anew in another language."""
        self.setWindowTitle(frame.title)
        self._notice: Notice | None = None
        self._said_first: FirstHeard | None = None
        self.private: PrivateNotice | None = None
        self._bar = BottomBar(stage)
        self._bar.show_back(self.go_back if frame.back is not None else None)
        self.body = QVBoxLayout()
        self._column = QVBoxLayout()
        self._where = WrapLayout(is_spread=True)
        self._build()
        self.set_main(frame.main)
        self.set_outs(frame.outs)
        stage.board.changed.connect(self._on_board_changed)
        self._on_board_changed()

    def set_main(self, main: Action | None) -> None:
        """Show another main action, or none."""
        self._bar.show_main(main)

    def set_outs(self, outs: tuple[Action, ...]) -> None:
        """Show other ways out."""
        self._bar.show_outs(outs)

    def set_status(self, status: QWidget) -> None:
        """Show how things stand in the bar at the bottom, where it never scrolls."""
        self._bar.show_status(status)

    def set_where(self, leading: str, trailing: str = "") -> None:
        """Say above the heading where this is, and who can see it."""
        while self._where.count():
            item = self._where.takeAt(0)
            label = None if item is None else item.widget()
            if label is not None:
                discard(label)
        for words in (leading, trailing):
            if words:
                self._where.addWidget(text_label(words, "quiet"))

    def set_heading(self, words: str) -> None:
        """Say what the screen is about.

        Where it changes, Orca speaks only of what has the focus and of the groups that
        it came into: so the heading names the whole body too.
        """
        self.heading.setText(words)
        self.area.setAccessibleName(words)

    def say_first(self, words: str) -> None:
        """Say something above the heading, spoken when the screen shows."""
        self._said_first = FirstHeard(self.stage, words)
        self._column.insertWidget(0, self._said_first)
        read_as_laid_out(self._held)

    def hear_private_first(self) -> None:
        """Let whatever has the focus be heard after who reads this, where help is."""
        now = QApplication.focusWidget()
        first = [one for one in (self._said_first, self.private) if one is not None]
        if not first or now is None or now in first:
            return
        described = (*(one.words for one in first), now.accessibleDescription())
        now.setAccessibleDescription(" ".join(one for one in described if one))

    def go_back(self) -> None:
        """Go to where Back leads."""
        if self.frame.back is not None:
            self.went.emit(self.frame.back)

    def focus_first(self) -> None:
        """Put the focus on the first control of the body, else on the main action."""
        body = in_reading_order(self._inside)
        first = body[0] if body else self._bar.first()
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_main(self) -> None:
        """Put the focus on the main action."""
        self._bar.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def left(self) -> None:
        """Keep what was written. Called before another screen takes its place.

        Raises:
            Problem: It cannot be kept; this screen stays.
        """

    def show_problem(self, problem: Problem) -> None:
        """Tell about a problem, at the top of the body and calmly."""
        self.show_notice(self.sentence(problem))

    def sentence(self, problem: Problem) -> str:
        """Return a problem as a sentence; screens that know people's names say more."""
        return self.stage.words.explain(problem)

    def show_notice(self, words: str, kind: NoticeKind = "problem") -> None:
        """Show a sentence in a panel at the top, and put the focus there."""
        self.hide_notice()
        self._notice = Notice(self.stage, words, kind)
        self._column.insertWidget(0, self._notice)
        read_as_laid_out(self._held)
        # A layout shows it a moment later, and nothing hidden takes the focus.
        self._notice.show()
        self._notice.setFocus(Qt.FocusReason.OtherFocusReason)
        notice = self._notice
        QTimer.singleShot(0, notice, lambda: self.area.show_whole(notice))

    def hide_notice(self) -> None:
        """Take the panel away."""
        if self._notice is not None:
            self._column.removeWidget(self._notice)
            discard(self._notice)
            self._notice = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.area.verticalScrollBar()
        step = {
            Qt.Key.Key_PageDown: bar.pageStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(),
            Qt.Key.Key_Down: bar.singleStep(),
            Qt.Key.Key_Up: -bar.singleStep(),
        }.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape and self.frame.back is not None:
            self.go_back()
        elif step is not None:
            bar.setValue(bar.value() + step)
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        self._order_tabs()
        super().showEvent(event)

    def focusNextPrevChild(self, is_next: bool) -> bool:
        if not self.isVisible():
            # It has gone, and Qt looks where else the focus could be.
            return super().focusNextPrevChild(is_next)
        # The body may have been given something since.
        self._order_tabs()
        has_moved = super().focusNextPrevChild(is_next)
        now = self.focusWidget()
        if self._inside.isAncestorOf(now):
            # The area sees to this only when the focus was in it already.
            self.area.show_whole(now)
        return has_moved

    def _order_tabs(self) -> None:
        """Let Tab go down the body as it stands now, and then along the bar."""
        follow_each_other((*in_reading_order(self._inside), *self._bar.buttons()))

    def _build(self) -> None:
        self._inside = Flowing()
        self._inside.setObjectName("screen-body")
        self._column.addLayout(self._where)
        self._column.addLayout(self._heading())
        if self.frame.private:
            self.private = PrivateNotice(self.stage, self.frame.private)
            self._column.addWidget(self.private)
        self._column.addLayout(self.body, 1)
        held = Flowing()
        self._held: QWidget = held
        held.setLayout(self._column)
        held.setMaximumWidth(WIDEST_PX)
        held.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        centre = QHBoxLayout(self._inside)
        centre.setContentsMargins(0, 0, 0, 0)
        centre.addWidget(held)
        self.area = Scrolling(self._inside)
        self.set_heading(self.frame.title)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.area, 1)
        whole.addWidget(self._bar)

    def _heading(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(EDGE_PX, 0, 0, 0)
        self._picture: Picture | None = None
        if self.frame.picture is not None:
            px = self.stage.look.picture_px
            self._picture = Picture(self.stage.pictures, self.frame.picture, px)
            row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        self.heading = Heading("", 1)
        words.addWidget(self.heading)
        if self.frame.help:
            words.addWidget(text_label(self.frame.help))
        words.addStretch(1)
        row.addLayout(words, 1)
        self._heading_row, self._heading_words = row, words
        return row

    def _on_board_changed(self) -> None:
        look = self.stage.look
        side = max(10, 72 - round(look.text_px * 1.2))
        self._column.setContentsMargins(side, look.gap_px, side, look.gap_px)
        self._column.setSpacing(look.below_px())
        self.body.setSpacing(look.below_px())
        self._heading_row.setSpacing(look.gap_px + 8)
        self._heading_words.setSpacing(look.below_px(0.5))
        if self._picture is not None and self.frame.picture is not None:
            self._picture.show_picture(self.frame.picture, look.picture_px)
