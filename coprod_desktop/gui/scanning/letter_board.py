"""A board of letters and phrases: it types into a box of the screen below it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from coprod_desktop.gui.places import GoBack
from coprod_desktop.gui.scanning import typing_keys
from coprod_desktop.gui.screen import Action, Frame, Screen
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.answer_editor import AnswerEditor
from coprod_desktop.gui.widgets.big_button import BigButton
from coprod_desktop.gui.widgets.plain import text_label
from coprod_desktop.gui.widgets.plate import Face, Line
from coprod_desktop.gui.widgets.pressable import Pressable
from coprod_desktop.gui.widgets.wrap_layout import WrapLayout

Box = QLineEdit | AnswerEditor

LATIN = "abcd efgh ijklmn opqrst uvwxyz"
SIGNS = "12345 67890 .,?!' -:;() /&@\"_ *~$=+#%"
"""Also all that stands in a recovery code."""

PHRASES = ("want", "not_want", "feel", "like", "worried", "ask")
MOST_SHOWN = 120
"""So many of the last signs are shown, so that the keys stay near."""

_KEY_EM = 2.6


class BoardKey(Pressable):
    """One sign to type. A press leaves no trace on it."""

    def __init__(self, stage: Stage, sign: str, run: Callable[[], None]) -> None:
        super().__init__(stage, sign)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(lambda *_: run())

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        least = round(self._stage.look.text_px * _KEY_EM)
        return QSize(max(least, hint.width()), hint.height())

    def face(self) -> Face:
        """Return what the key shows in the look of the moment."""
        look = self._stage.look
        line = Line(self.accessibleName(), look.part_px, is_bold=True)
        return Face((line,), is_tight=True, least_height=look.control_px)


class LetterBoardScreen(Screen):
    """Covers the screen whose box it types into, by keys like a keyboard's.

    What is typed into a box that hides it is neither shown here nor said.
    """

    def __init__(self, stage: Stage, box: Box) -> None:
        words = stage.words
        done = Action(words.text("text_size.done"), None, self.go_back)
        title = words.text("board.title")
        super().__init__(stage, Frame(title, "write", back=GoBack(), main=done))
        self._box = box
        self._pages: dict[str, QWidget] = {}
        self._turns: dict[str, BigButton] = {}
        self.shown = text_label("")
        self.body.addWidget(text_label(box.accessibleName(), "strong"))
        self.body.addWidget(self.shown)
        self._add_row(self._changes())
        for page, rows in self._signs().items():
            self._add_page(page, rows)
        self._add_row(list(self._turns.values()))
        if isinstance(box, AnswerEditor):
            self._add_row([self._phrase(one) for one in PHRASES])
        self.body.addStretch(1)
        self._go_to_end()
        self._turn_to("letters")
        self._show_words()

    @property
    def is_secret(self) -> bool:
        """Whether what is typed is hidden in its box."""
        box = self._box
        if not isinstance(box, QLineEdit):
            return False
        return box.echoMode() is not QLineEdit.EchoMode.Normal

    def _changes(self) -> list[QWidget]:
        """Return what changes words and is no letter, the most used first."""
        acts: list[tuple[str, Callable[[QWidget], None]]] = [
            ("board.space", lambda box: typing_keys.write(box, " ")),
            ("board.rub_out", typing_keys.rub_out),
        ]
        if not self.is_secret:
            acts.append(("board.rub_word", typing_keys.rub_out_word))
        if isinstance(self._box, AnswerEditor):
            acts.append(("board.new_line", typing_keys.new_line))
        text = self.stage.words.text
        return [
            BigButton(self.stage, text(key), run=partial(self._change, act))
            for key, act in acts
        ]

    def _signs(self) -> dict[str, str]:
        """Return the rows of each page that can be turned to."""
        alphabet = self.stage.words.text("board.alphabet")
        pages = {"letters": alphabet}
        if "a" not in alphabet:
            pages["latin"] = LATIN
        capitals = alphabet if "a" in alphabet else LATIN
        return {**pages, "capitals": capitals.upper(), "signs": SIGNS}

    def _add_page(self, page: str, rows: str) -> None:
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for row in rows.split():
            keys = [
                BoardKey(self.stage, sign, partial(self._write, sign)) for sign in row
            ]
            column.addWidget(_in_row(keys))
        self._pages[page] = held
        self._turns[page] = BigButton(
            self.stage,
            self.stage.words.text(f"board.{page}"),
            run=partial(self._turn_to, page),
        )
        self.body.addWidget(held)

    def _add_row(self, widgets: list[QWidget] | list[BigButton]) -> None:
        self.body.addWidget(_in_row(list(widgets)))

    def _phrase(self, name: str) -> BigButton:
        phrase = self.stage.words.text(f"board.phrase_{name}")
        return BigButton(self.stage, phrase, run=partial(self._write_phrase, phrase))

    def _turn_to(self, page: str) -> None:
        for name, held in self._pages.items():
            held.setVisible(name == page)
            self._turns[name].setEnabled(name != page)

    def _write_phrase(self, phrase: str) -> None:
        before = self._text()
        gap = " " if before and not before[-1].isspace() else ""
        self._write(f"{gap}{phrase} ")

    def _write(self, words: str) -> None:
        before = self._text()
        self._change(lambda box: typing_keys.write(box, words))
        if self._text() == before:
            # The screen below has said why; whoever writes here sees this.
            self.show_notice(self.stage.words.text("board.refused"))

    def _change(self, act: Callable[[QWidget], None]) -> None:
        self.hide_notice()
        act(self._box)
        self._show_words()

    def _text(self) -> str:
        box = self._box
        return box.words if isinstance(box, AnswerEditor) else box.text()

    def _go_to_end(self) -> None:
        if isinstance(self._box, AnswerEditor):
            self._box.moveCursor(QTextCursor.MoveOperation.End)
        else:
            self._box.end(False)

    def _show_words(self) -> None:
        words, text = self.stage.words, self._text()
        if self.is_secret:
            self.shown.setText(words.text("board.count", count=len(text)))
        else:
            self.shown.setText(text[-MOST_SHOWN:] or words.text("board.nothing"))


def _in_row(widgets: list[QWidget] | list[BoardKey]) -> QWidget:
    held = QWidget()
    row = WrapLayout(held)
    for widget in widgets:
        row.addWidget(widget)
    return held
