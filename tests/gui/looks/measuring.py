"""What is measured of each kind of widget: words, borders, rings and pictures."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any, NamedTuple
from unittest.mock import patch

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QWidget

from coprod_desktop.gui.look import EDGE_PX, RING_PX
from coprod_desktop.gui.widgets.laid_out import LaidOut
from coprod_desktop.gui.widgets.picture import PictureShelf
from coprod_desktop.gui.widgets.pressable import Pressable
from tests.gui.looks.drawn import Drawn, bands, between, drawn, place_of

TEXT, PARTS = 7.0, 3.0
HALF = 128
"""A pixel with less of a picture in it is more ground than picture."""
STATES: dict[str, dict[str, bool]] = {
    "plain": {},
    "hover": {"underMouse": True},
    "pressed": {"isDown": True, "underMouse": True},
    "focused": {"hasFocus": True},
    "checked": {"isChecked": True},
    "checked, hover": {"isChecked": True, "underMouse": True},
    "checked, pressed": {"isChecked": True, "isDown": True},
    "disabled": {"isEnabled": False},
}


class Measure(NamedTuple):
    """One contrast that was measured, and how much it must be."""

    what: str
    state: str
    part: str
    found: float
    least: float

    @property
    def is_enough(self) -> bool:
        """Whether it is as much as it must be, but for how colours are rounded."""
        return self.found >= self.least - 0.005


@contextmanager
def no_words() -> Iterator[None]:
    """Draw everything but words."""
    with patch.object(LaidOut, "draw", lambda *_: None):
        yield


@contextmanager
def no_pictures() -> Iterator[None]:
    """Draw everything but pictures."""
    with patch.object(PictureShelf, "pixmap", lambda *_, **__: QPixmap()):
        yield


@contextmanager
def in_state(button: Pressable, state: str) -> Iterator[None]:
    """Let a button paint itself as it is in a state."""
    told: dict[str, Callable[[], bool]] = {
        name: (lambda answer=answer: answer)  # type: ignore[misc]
        for name, answer in {**_PLAIN, **STATES[state]}.items()
    }
    paints_so: Any = told
    with patch.multiple(button, **paints_so):
        button.update()
        yield
    button.update()


_PLAIN = {"underMouse": False, "isDown": False, "hasFocus": False, "isEnabled": True}


def of_button(screen: QWidget, button: Pressable, name: str, state: str) -> Any:
    """Give what is measured of a button in a state."""
    box = place_of(button, screen)
    with in_state(button, state), no_pictures():
        whole = drawn(screen, box)
        with no_words():
            bare = drawn(screen, box)
    words = bands(whole, bare)
    if words:
        yield Measure(name, state, "words", min(words), TEXT)
    if state == "focused":
        with in_state(button, "plain"), no_pictures(), no_words():
            yield from of_ring(name, bare, drawn(screen, box))
    elif button.face().trim.value != "out" or state in {"hover", "pressed"}:
        yield Measure(name, state, "border", border(bare), PARTS)


def border(bare: Drawn) -> float:
    """Return the contrast of a border with what is outside, at the leading edge.

    Some borders are dashed: a third of the height is looked at.
    """
    third = bare.height // 3
    edge = QRect(EDGE_PX, third, 8, third)
    return bare.strongest(bare[0, bare.height // 2], edge)


def of_ring(name: str, focused: Drawn, plain: Drawn) -> Iterator[Measure]:
    """Give the contrast of a focus ring with what was there, and how thick it is."""
    y = focused.height // 2
    ground = plain[0, y]
    ring = [x for x in range(min(30, focused.width)) if focused[x, y] != plain[x, y]]
    seen = sum(between(focused[x, y], ground) >= PARTS for x in ring)
    most = max((between(focused[x, y], plain[x, y]) for x in ring), default=1.0)
    yield Measure(name, "focused", "ring", most, PARTS)
    yield Measure(name, "focused", "ring, pixels", seen, RING_PX)


def of_labels(screen: QWidget, kind: type[QWidget]) -> Iterator[Measure]:
    """Give the contrast of the words of every label, role by role."""
    with no_pictures():
        whole = drawn(screen)
        with no_words():
            bare = drawn(screen)
    found: dict[str, float] = {}
    for label in screen.findChildren(kind):
        if label.isVisibleTo(screen):
            lines = bands(whole, bare, place_of(label, screen))
            name = f"label, {label.property('role')}"
            found[name] = min([found.get(name, 99.0), *lines])
    for name, least in sorted(found.items()):
        yield Measure(name, "plain", "words", least, TEXT)


def of_box(screen: QWidget, box: QWidget, name: str) -> Iterator[Measure]:
    """Give the contrast of the words that somebody wrote into a box."""
    inside = place_of(box, screen).adjusted(10, 10, -10, -10)
    seen = drawn(screen)
    least = seen.strongest(seen.ground(inside), inside)
    yield Measure(name, "plain", "words", least, TEXT)


Outline = list[tuple[int, ...]]
"""The pixels about each end of each row, transparent ones too."""


def outline(picture: QPixmap) -> Outline:
    """Return the outline of a picture, as it is drawn on nothing."""
    image = picture.toImage().convertToFormat(QImage.Format.Format_ARGB32)
    wide = image.width()
    pixels = array("I", bytes(image.constBits()))
    found = []
    for start in range(0, len(pixels), wide):
        row = pixels[start : start + wide]
        there = [x for x in range(wide) if row[x] >> 24 >= HALF]
        for x, inwards in ((there[0], 1), (there[-1], -1)) if there else ():
            about = (x + inwards * step for step in (-1, 0, 1, 2))
            found.append(tuple(row[one] for one in about if 0 <= one < wide))
    return found


def on_ground(found: Outline, ground: int) -> float:
    """Return how well an outline can be told from a ground.

    The tenth part of the rows that does worst is tips, which are blended away.
    """
    seen = sorted(
        max(between(_over(one, ground), ground) for one in row) for row in found
    )
    return seen[len(seen) // 10]


@cache
def _over(pixel: int, ground: int) -> int:
    share = (pixel >> 24) / 255
    parts = (
        round((pixel >> by & 255) * share + (ground >> by & 255) * (1 - share)) << by
        for by in (0, 8, 16)
    )
    return sum(parts)
