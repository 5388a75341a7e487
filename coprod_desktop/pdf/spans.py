"""Words on their way to a line, and lines on their way to a page."""

from __future__ import annotations

from dataclasses import dataclass

from coprod_desktop.pdf.faces import Face
from coprod_desktop.pdf.structure import Element


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

    @property
    def is_plain(self) -> bool:
        """Whether it is drawn as it was written."""
        return self.shown == self.written


Row = tuple[Stretch, ...]
"""One line of text; empty for a blank one."""
