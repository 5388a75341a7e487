"""Each screen in other sizes and windows, made once: what is cut or out of reach."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from typing import NamedTuple

from PySide6.QtWidgets import QApplication

from coprod_desktop.gui.showing.hangings import PERCENTS, WINDOWS
from coprod_desktop.gui.showing.visitor import Visitor
from tests.gui.looks.drawn_words import drawn_outside


class Size(NamedTuple):
    """How big words and the window are."""

    text_pt: int
    window_px: tuple[int, int]
    name: str
    """In the words of the gallery."""
    theme: str = ""
    """Another theme than the one of now; empty for that."""


SIZES = tuple(
    Size(PERCENTS[percent], WINDOWS[window], f"{percent} %, {window}")
    for percent, window in product(PERCENTS, WINDOWS)
)
"""100, 200 and 300 % in both windows."""


@contextmanager
def as_it_was(visitor: Visitor) -> Iterator[None]:
    """Afterwards show the screen as it was, with the focus where it was."""
    window, board = visitor.program.window, visitor.program.stage.board
    reading, px, focused = board.reading, window.size(), QApplication.focusWidget()
    scrolled = visitor.screen.area.verticalScrollBar().value()
    yield
    board.read_as(reading)
    window.resize(px)
    visitor.settle()
    visitor.screen.area.verticalScrollBar().setValue(scrolled)
    if focused is not None and focused is not QApplication.focusWidget():
        focused.setFocus()


def show_in(visitor: Visitor, size: Size) -> None:
    """Show the screen in a size."""
    window, board = visitor.program.window, visitor.program.stage.board
    theme = size.theme or board.reading.theme
    board.read_as(board.reading._replace(text_pt=size.text_pt, theme=theme))
    window.resize(*size.window_px)
    # A box that grows with its words asks for its room once it was laid out.
    for _ in range(2):
        visitor.settle()


def faults_now(visitor: Visitor) -> list[str]:
    """Return what is cut off or out of reach, and words that are drawn outside."""
    return [*visitor.faults(), *drawn_outside(visitor.program.window)]
