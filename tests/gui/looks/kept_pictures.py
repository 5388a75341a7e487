"""The pictures in ``docs/screens``: of which scenes, and whether they are stale."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from coprod_desktop.gui.saved_line import SavedLine
from coprod_desktop.gui.showing.journey import Also
from coprod_desktop.gui.showing.visitor import Visitor
from coprod_desktop.model.reading import USUAL_PT
from tests.architecture.source import ROOT
from tests.gui.looks.ways import Size, as_it_was, show_in

FOLDER = ROOT / "docs" / "screens"
MADE_ANEW = "python3 dev.py bench kept_pictures"
USUAL = Size(USUAL_PT, (1366, 768), "usual", "paper")

IN_ENGLISH = {
    "check-paper": "check-paper",
    "check-words": "check-words",
    "home": "home",
    "mend": "mend",
    "paper": "paper",
    "parts": "parts",
    "phrases": "phrases",
    "put-back": "put-back",
    "question": "question-words",
    "read-back": "read-back",
    "recovery-code": "set-up-code",
    "refused": "question-refused",
    "see-differently": "see-differently",
    "share": "share",
    "talk-card": "talk-card",
}
IN_ARABIC = {"home-arabic": "home", "question-arabic": "question-words"}
"""The name of each picture, and the scene it is of."""

GRAIN_PX = 8
"""Pictures are held against each other in squares: edges of letters differ."""
TELLING = 20
"""By how much of 255 a square differs that shows something else."""
MOST_SQUARES = 8
"""A caret may be there or not; a word is more."""


class Stale(NamedTuple):
    """A picture that no longer shows what is there."""

    name: str
    why: str

    def __str__(self) -> str:
        return (
            f"docs/screens/{self.name}.png: {self.why}. To make them anew: {MADE_ANEW}"
        )


def taken_into(folder: Path, scenes: dict[str, str]) -> Also:
    """Return what takes the pictures of some scenes, as ``docs`` shows them."""

    def take(visitor: Visitor, scene: str) -> None:
        for name in [name for name, of in scenes.items() if of == scene]:
            _wait_until_saved(visitor)
            with as_it_was(visitor):
                show_in(visitor, USUAL)
                # Where it was scrolled to depends on how big the words were before.
                visitor.screen.area.verticalScrollBar().setValue(0)
                visitor.program.window.grab().save(str(folder / f"{name}.png"))

    return take


def _wait_until_saved(visitor: Visitor) -> None:
    """Wait until the screen says so, so that its picture is always the same."""
    saved = {"", visitor.words("question.saved")}
    lines = visitor.screen.findChildren(SavedLine)
    visitor.until(lambda: all(one.words in saved for one in lines))


def stale(taken: Path, kept: Path, names: tuple[str, ...]) -> list[Stale]:
    """Return which of the kept pictures are not like those taken now."""
    found = []
    for name in names:
        now, before = (QImage(str(one / f"{name}.png")) for one in (taken, kept))
        if before.isNull():
            found.append(Stale(name, "is not there"))
        elif now.size() != before.size():
            found.append(Stale(name, "has another size"))
        elif (count := squares_apart(now, before)) > MOST_SQUARES:
            found.append(Stale(name, f"{count} squares show something else"))
    return found


def squares_apart(one: QImage, other: QImage) -> int:
    """Count the squares in which two pictures of one size differ to the eye."""
    first, second = (_in_squares(each) for each in (one, other))
    pairs = zip(first, second, strict=True)
    return sum(
        max(abs(a - b) for a, b in zip(mine, theirs, strict=True)) > TELLING
        for mine, theirs in pairs
    )


def _in_squares(image: QImage) -> list[bytes]:
    """Return the mean colour of each square."""
    small = image.scaled(
        image.width() // GRAIN_PX,
        image.height() // GRAIN_PX,
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    ).convertToFormat(QImage.Format.Format_RGB32)
    pixels = bytes(small.constBits())
    return [pixels[at : at + 3] for at in range(0, len(pixels), 4)]
