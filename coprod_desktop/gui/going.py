"""A way to a place, for a button to run."""

from __future__ import annotations

from collections.abc import Callable

from coprod_desktop.gui.screen import Screen


def going(screen: Screen, place: object) -> Callable[[], None]:
    """Return what makes a screen ask to go to a place."""

    def go() -> None:
        screen.went.emit(place)

    return go
