"""What a screen says, in the order in which it is read aloud."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtWidgets import QLayout, QWidget

from coprod_desktop.gui.widgets.answer_editor import AnswerEditor
from coprod_desktop.gui.widgets.big_button import BigButton
from coprod_desktop.gui.widgets.plain import PlainLabel
from coprod_desktop.gui.widgets.pressable import Pressable


class Passage(NamedTuple):
    """Words, and the widget on which they stand."""

    words: str
    stands_on: QWidget
    language: str = ""
    """A tag, where the label knows that they are of another language than the screen;
    it tells so by its property ``tongue``."""


def passages(inside: QWidget | None) -> tuple[Passage, ...]:
    """Return everything that is said inside a widget, from the top.

    Headings, help, whose words they are and then the words, what somebody is writing,
    and what can be chosen. Not the buttons, and never a box for something secret.
    """
    layout = None if inside is None else inside.layout()
    if layout is None:
        return ()
    return tuple(one for one in _of_layout(layout) if one.words.strip())


def _of_widget(widget: QWidget) -> Iterator[Passage]:
    if widget.isHidden():
        return
    if isinstance(widget, PlainLabel):
        yield Passage(widget.text(), widget, widget.property("tongue") or "")
    elif isinstance(widget, AnswerEditor):
        yield Passage(widget.toPlainText(), widget)
    elif isinstance(widget, Pressable):
        if not isinstance(widget, BigButton):
            yield Passage(widget.accessibleName(), widget)
    elif (layout := widget.layout()) is not None:
        yield from _of_layout(layout)


def _of_layout(layout: QLayout) -> Iterator[Passage]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        widget = None if item is None else item.widget()
        inner = None if item is None else item.layout()
        if widget is not None:
            yield from _of_widget(widget)
        elif inner is not None:
            yield from _of_layout(inner)
