"""The pictures, found by what they mean: ``medicine``, ``my-week``, ``not-sure``.

Each has two drawings: a flat one in colour, and a black one for themes of high contrast
and for paper. A picture never stands without words (LOOK).
"""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path

from coprod_desktop.bundled import bundled
from coprod_desktop.content.json_files import read_json

_MEANING = re.compile(r"[a-z]+(-[a-z]+)*")
_INK = re.compile(r"#[0-9A-Fa-f]{6}")
_BLACK = b'"#000000"'


class PictureStyle(StrEnum):
    """How a picture is drawn."""

    FLAT = "flat"
    HIGH_CONTRAST = "high-contrast"


def meanings() -> frozenset[str]:
    """Return everything that there is a picture for."""
    found = read_json(_folder() / "pictures.json", "pictures.json")
    return frozenset(found if isinstance(found, dict) else ())


def picture_path(meaning: str, style: PictureStyle = PictureStyle.FLAT) -> Path:
    """Return the SVG file of a picture.

    Raises:
        KeyError: There is no picture for this meaning.
    """
    folder = _folder() if style is PictureStyle.FLAT else _folder() / style.value
    path = folder / f"{meaning}.svg"
    if not _MEANING.fullmatch(meaning) or not path.is_file():
        raise KeyError(meaning)
    return path


def picture_svg(
    meaning: str, style: PictureStyle = PictureStyle.FLAT, ink: str = "#000000"
) -> bytes:
    """Return a picture as SVG; ``ink`` colours the lines of a high-contrast one.

    Raises:
        KeyError: There is no picture for this meaning.
        ValueError: The ink is not a colour like ``#1A1A17``.
    """
    if not _INK.fullmatch(ink):
        raise ValueError(f"want a colour like #1A1A17, not {ink!r}")
    svg = picture_path(meaning, style).read_bytes()
    if style is PictureStyle.FLAT:
        return svg
    return svg.replace(_BLACK, f'"{ink}"'.encode("ascii"))


def alt_key(meaning: str) -> str:
    """Return the catalogue key of the words that stand in for a picture."""
    return f"picture.{meaning.replace('-', '_')}"


def _folder() -> Path:
    return bundled("resources") / "pictures"
