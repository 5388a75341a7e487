"""What is damaged or was replaced is not thrown away: it is moved aside and kept."""

from __future__ import annotations

from pathlib import Path


def move_aside(path: Path) -> None:
    """Give a file another name beside it, ``….damaged-1`` and so on, if it is there.

    Raises:
        OSError: It cannot be renamed; it is where it was.
    """
    if path.exists():
        number = 1
        while (aside := path.with_name(f"{path.name}.damaged-{number}")).exists():
            number += 1
        path.rename(aside)


def moved_aside(path: Path) -> tuple[Path, ...]:
    """Return what was moved aside from a place, the newest first."""
    found = path.parent.glob(f"{path.name}.damaged-*")
    return tuple(sorted(found, key=lambda one: -int(one.name.rsplit("-", 1)[1])))
