"""What the command line asks of the window."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Wish:
    """What the command line asks for."""

    folder: Path | None = None
    """Where the ward lives; None where it was not said."""
    is_example: bool = False
    pictures: Path | None = None
    gallery: Path | None = None
    only: tuple[str, ...] = ()
    """In which ways the gallery shows every screen; empty for some of each kind."""


def read_wish(arguments: Sequence[str]) -> Wish:
    """Read the command line; a wrong one ends the program with a line of help."""
    parser = argparse.ArgumentParser("coprod-desktop", description="Opens the window.")
    parser.add_argument("--data-dir", type=Path, help="the folder of the ward")
    parser.add_argument(
        "--example", action="store_true", help="a made-up ward, gone at the end"
    )
    parser.add_argument("--pictures", type=Path, help="take the journey off-screen")
    parser.add_argument("--gallery", type=Path, help="draw every screen")
    parser.add_argument(
        "--only",
        nargs="+",
        default=(),
        metavar="WAY",
        help="of the gallery: languages, themes, per cents, windows; or all",
    )
    told = parser.parse_args(list(arguments))
    return Wish(
        told.data_dir, told.example, told.pictures, told.gallery, tuple(told.only)
    )
