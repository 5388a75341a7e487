"""Themes: which colour plays which part. ``resources/themes/<id>.json``.

A theme is data: another one needs no Python, but a name in the catalogue. Text has 7:1
against what it stands on; borders, icons and the focus ring have 3:1 (WCAG 2.2, 1.4.6
and 1.4.11). The seventh choice of LOOK, "as my computer", is one of the others, and
``as-computer.json`` says which.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from coprod_desktop.bundled import bundled
from coprod_desktop.content.json_files import Json, read_json
from coprod_desktop.content.pictures import PictureStyle
from coprod_desktop.model.people import VoiceKind
from coprod_desktop.model.problem import Problem
from coprod_desktop.model.reading import AS_COMPUTER

FIRST = "paper"
"""The theme of whoever chose none, on a computer that asks for none."""

_COLOUR = re.compile(r"#[0-9A-F]{6}")


class Colours(NamedTuple):
    """The colours of a theme by the part they play, each like ``#1A1A17``."""

    window: str
    surface: str
    """Cards, bars and boxes to write in."""
    text: str
    quiet_text: str
    border: str
    accent: str
    """The one main action of a screen."""
    accent_text: str
    focus: str
    chosen: str
    """What stands behind something that is picked."""
    chosen_border: str
    notice: str
    notice_border: str


class VoiceColours(NamedTuple):
    """How a voice's words look on screen, beside its border and its label."""

    tint: str
    border: str


class Theme(NamedTuple):
    """One choice of colours."""

    id: str
    picture_style: PictureStyle
    colours: Colours
    voices: Mapping[VoiceKind, VoiceColours]

    @property
    def name_key(self) -> str:
        """The catalogue key of the theme's name."""
        return f"theme.{self.id}"


def theme_ids(folder: Path | None = None) -> tuple[str, ...]:
    """Return the ids of the themes there are, Paper first."""
    found = {path.stem for path in (folder or _folder()).glob("*.json")}
    return tuple(sorted(found - {AS_COMPUTER}, key=lambda one: (one != FIRST, one)))


def computer_theme(
    *, is_dark: bool, has_contrast: bool, folder: Path | None = None
) -> str:
    """Return the id of the theme for what a computer's owner chose there.

    Raises:
        Problem: The file that says which is broken.
    """
    name = f"{AS_COMPUTER}.json"
    found = _part(read_json((folder or _folder()) / name, name), name, "")
    asked = ("dark" if is_dark else "light") + ("_contrast" if has_contrast else "")
    theme = found.get(asked)
    if not isinstance(theme, str):
        raise Problem("content.wrong_shape", file=name, place=asked)
    return theme


def read_theme(theme: str = FIRST, folder: Path | None = None) -> Theme:
    """Return a theme by its id.

    Raises:
        Problem: There is no such theme, or its file is broken.
    """
    name = f"{theme}.json"
    if theme not in theme_ids(folder):
        raise Problem("content.file_missing", file=name)
    found = _part(read_json((folder or _folder()) / name, name), name, "")
    wanted = {"id", "picture_style", "colours", "voices"}
    styles = [style.value for style in PictureStyle]
    if set(found) != wanted or found["id"] != theme:
        raise Problem("content.wrong_shape", file=name, place="id")
    if found["picture_style"] not in styles:
        raise Problem("content.wrong_shape", file=name, place="picture_style")
    voices = _part(found["voices"], name, "voices")
    if set(voices) != {kind.value for kind in VoiceKind}:
        raise Problem("content.wrong_shape", file=name, place="voices")
    return Theme(
        theme,
        PictureStyle(str(found["picture_style"])),
        Colours(**_colours(found["colours"], Colours, name, "colours")),
        {
            kind: VoiceColours(
                **_colours(voices[kind], VoiceColours, name, f"voices.{kind}")
            )
            for kind in VoiceKind
        },
    )


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21 (WCAG 2.2, contrast ratio)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _folder() -> Path:
    return bundled("resources") / "themes"


def _part(found: Json, file: str, place: str) -> dict[str, Json]:
    if not isinstance(found, dict):
        raise Problem("content.wrong_shape", file=file, place=place)
    return found


def _colours(
    found: Json, shape: type[Colours | VoiceColours], file: str, place: str
) -> dict[str, str]:
    part = _part(found, file, place)
    if set(part) != set(shape._fields):
        raise Problem("content.wrong_shape", file=file, place=place)
    for name, colour in part.items():
        if not isinstance(colour, str) or not _COLOUR.fullmatch(colour):
            raise Problem("content.wrong_shape", file=file, place=f"{place}.{name}")
    return {name: str(colour) for name, colour in part.items()}


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
