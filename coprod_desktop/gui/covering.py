"""Showing a screen over the one that asks something; Back leads to it again."""

from __future__ import annotations

from collections.abc import Callable

from coprod_desktop.gui.screen import Screen
from coprod_desktop.gui.screen_stack import ScreenStack


def cover(screen: Screen, make: Callable[[], Screen]) -> bool:
    """Cover a screen by another; False where it stands in no window of ours."""
    stack = screen.parentWidget()
    if not isinstance(stack, ScreenStack):
        return False
    stack.cover(make())
    return True
