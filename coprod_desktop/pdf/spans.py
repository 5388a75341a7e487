"""Words on their way to a line, and lines on their way to a page."""

from __future__ import annotations

from dataclasses import dataclass

from coprod_desktop.pdf.faces import Face
from coprod_desktop.pdf.structure import Element

_SIDE, _AIR = 1.2, 0.15
"""An emoji's side, and the air between it and its name, of the size of the words."""
_BELOW = 0.26
"""So far below the baseline it starts: its middle is that of a capital letter."""

Box = tuple[float, float, float, float]
"""Left, low, right and high."""


@dataclass(frozen=True, slots=True)
class Span:
    """Text of one kind: which part of the structure it is, how heavy, how large."""

    text: str
    element: Element
    size: float
    weight: str = "body"
    is_note: bool = False
    """Whether it is a note of ours between a person's words, and wears a frame."""
    is_said: bool = False
    """Whether it is somebody's own words, and no sentence of ours."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """An emoji that stands in a line, as often as it was written."""

    key: str
    name: str
    count: int

    def width(self, size: float) -> float:
        """Return how wide it is beside words of a size, with the air behind it."""
        return size * (_SIDE * self.count + _AIR)

    def box(self, left: float, y: float, size: float, *, is_leftward: bool) -> Box:
        """Return where it stands beside words of a size, whose baseline is ``y``."""
        left += size * _AIR if is_leftward else 0
        low = y - size * _BELOW
        return left, low, left + size * _SIDE * self.count, low + size * _SIDE


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbouring signs of one line that are drawn in one go."""

    shown: str
    written: str
    face: Face
    span: Span
    width: float
    x: float = 0
    letters: tuple[tuple[str, str], ...] = ()
    """Where it runs leftwards: from the left, each letter as drawn and as it is told,
    which is as written but backwards."""
    drawing: Drawing | None = None
    """An emoji that is drawn here, in place of letters."""
    is_name: bool = False
    """Whether it is (a part of) the name of the emoji that was drawn before it."""

    @property
    def is_plain(self) -> bool:
        """Whether it is drawn as it was written."""
        return self.shown == self.written and self.drawing is None


Row = tuple[Stretch, ...]
"""One line of text; empty for a blank one."""
