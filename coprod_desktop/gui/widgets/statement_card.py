"""What one voice says, on a card whose border tells whose words they are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.answer_editor import AnswerEditor
from coprod_desktop.gui.widgets.big_button import BigButton
from coprod_desktop.gui.widgets.card_border import Ring, paint_card
from coprod_desktop.gui.widgets.flowing import Flowing
from coprod_desktop.gui.widgets.mark_line import MarkLine, MarkView
from coprod_desktop.gui.widgets.picture import Picture
from coprod_desktop.gui.widgets.plain import discard, long_words, text_label
from coprod_desktop.gui.widgets.reading_order import read_as_laid_out
from coprod_desktop.gui.widgets.spoken_roles import speak_roles
from coprod_desktop.gui.widgets.wrap_layout import WrapLayout
from coprod_desktop.model.people import VoiceKind


@dataclass(frozen=True, slots=True)
class PieceView:
    """One part of an answer: something picked, or a line of a list."""

    words: str
    picture: str | None = None
    number: str = ""
    """Stands before a line of an ordered list, such as ``1.``"""
    mark: str = ""
    """What was marked about it, below it."""


@dataclass(frozen=True, slots=True)
class StanceView:
    """What somebody thinks of the words above: told by us, then in their own words.

    The two never share a label: words between quotes could close them, and go on as
    if somebody else spoke.
    """

    told: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CardView:
    """Everything a card says, in words of the screen's language."""

    kind: VoiceKind
    initial: str
    label: str
    """Whose words: "Sam's words"."""
    manner: str = ""
    """Who wrote it down, how, and whether it was read back."""
    words: str = ""
    """The text of the answer; empty where an editor stands in the card."""
    pieces: tuple[PieceView, ...] = ()
    standing: str = ""
    """How it stands: "Not shared yet", "Not agreed yet"."""
    new_words: str = ""
    """"New since you were here", or nothing."""
    stances: tuple[StanceView, ...] = ()
    marks: tuple[MarkView, ...] = ()
    """Stand before the words, and are spoken before them."""

    @property
    def before_words(self) -> str:
        """What is spoken before the words: who wrote them down, and the marks."""
        said = (self.manner, *(mark.words for mark in self.marks))
        return " ".join(one for one in said if one)


class StatementCard(Flowing):
    """A card. The border is painted by kind, and the label says it in words.

    Editors and choices are put into it with :meth:`put`, buttons with
    :meth:`add_action`; both stay when the view becomes another.
    """

    spoken_role = QAccessible.Role.Grouping

    def __init__(self, stage: Stage, view: CardView) -> None:
        super().__init__()
        speak_roles()
        self._stage = stage
        self._view = view
        self._ring = Ring(stage, view.kind, view.initial)
        self._label = text_label("", "strong")
        self._manner = text_label("", "quiet")
        self._news = text_label("", "strong")
        self._standing = text_label("", "quiet")
        self._marks = QVBoxLayout()
        self._shown = QVBoxLayout()
        self._slot = QVBoxLayout()
        self._stances = QVBoxLayout()
        self._actions = WrapLayout()
        self._has_ring = False
        self._build()
        self.show_view(view)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)
        stage.board.changed.connect(self._on_board_changed)
        self._on_board_changed()

    @property
    def view(self) -> CardView:
        """What the card says now."""
        return self._view

    def show_view(self, view: CardView) -> None:
        """Say something else; what was put into the card stays."""
        self._view = view
        self.setAccessibleName(view.label)
        self.setAccessibleDescription(view.before_words)
        self._ring.show_ring(view.kind, view.initial)
        for label, words in (
            (self._label, view.label),
            (self._manner, view.manner),
            (self._news, view.new_words),
            (self._standing, view.standing),
        ):
            label.setText(words)
            label.setVisible(bool(words))
        _clear(self._marks)
        for mark in view.marks:
            self._marks.addWidget(MarkLine(self._stage, mark))
        _clear(self._shown)
        if view.words:
            self._shown.addWidget(long_words(view.words))
        for piece in view.pieces:
            self._shown.addLayout(self._piece(piece))
        _clear(self._stances)
        for stance in view.stances:
            self._stances.addWidget(text_label(stance.told, "strong"))
            for words in stance.words:
                self._stances.addWidget(long_words(words))
        read_as_laid_out(self)
        self.update()

    def put(self, widget: QWidget) -> None:
        """Put an editor, a list or choices into the card."""
        widget.setProperty("ring", "card")
        self._slot.addWidget(widget)
        read_as_laid_out(self)

    def add_action(
        self, words: str, picture: str | None, run: Callable[[], None]
    ) -> BigButton:
        """Add a button below, and return it."""
        button = BigButton(self._stage, words, picture, "quiet", run)
        self._actions.addWidget(button)
        return button

    def clear_actions(self) -> None:
        """Take the buttons away."""
        _clear(self._actions)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        kind, look = self._view.kind, self._stage.look
        paint_card(painter, self.rect(), kind, look, has_ring=self._has_ring)

    def _build(self) -> None:
        names = WrapLayout()
        names.addWidget(self._label)
        names.addWidget(self._manner)
        names.addWidget(self._news)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(self._ring, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addLayout(names, 1)
        self._column = QVBoxLayout(self)
        self._column.addLayout(head)
        self._below = QVBoxLayout()
        self._below.addLayout(self._marks)
        self._below.addLayout(self._shown)
        self._below.addLayout(self._slot)
        self._below.addWidget(self._standing)
        self._below.addLayout(self._stances)
        self._below.addLayout(self._actions)
        self._column.addLayout(self._below)

    def _piece(self, piece: PieceView) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        if piece.number:
            row.addWidget(text_label(piece.number), 0, Qt.AlignmentFlag.AlignTop)
        if piece.picture is not None:
            picture = Picture(self._stage.pictures, piece.picture, 0)
            picture.grow_with(self._stage.board, lambda look: round(look.text_px * 1.6))
            row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        words = long_words(piece.words)
        words.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        if not piece.mark:
            row.addWidget(words, 1)
            return row
        both = QVBoxLayout()
        both.addWidget(words)
        both.addWidget(text_label(piece.mark, "strong"))
        row.addLayout(both, 1)
        return row

    def _on_focus_changed(self, _: QWidget | None, now: QWidget | None) -> None:
        has_ring = isinstance(now, AnswerEditor) and self._slot.indexOf(now) >= 0
        if has_ring != self._has_ring:
            self._has_ring = has_ring
            self.update()

    def _on_board_changed(self) -> None:
        look = self._stage.look
        pad = round(14 + look.text_px * 0.3)
        self._column.setContentsMargins(pad + 4, pad, pad + 4, pad)
        self._column.setSpacing(look.below_px(0.4))
        self._below.setSpacing(look.below_px(0.5))
        # Big text needs the whole width.
        inset = self._ring.sizeHint().width() + 14 if look.text_pt <= 28 else 0
        self._below.setContentsMargins(inset, 0, 0, 0)
        self._shown.setSpacing(look.below_px(0.5))


def _clear(layout: QVBoxLayout | QHBoxLayout | WrapLayout) -> None:
    while layout.count():
        item = layout.takeAt(0)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            discard(widget)
        elif isinstance(inner, QHBoxLayout | QVBoxLayout):
            _clear(inner)
