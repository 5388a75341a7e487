"""Nothing asks Qt for the next in the focus chain: it kills the program later."""

from __future__ import annotations

from pathlib import Path

import coprod_desktop.gui

OWNER_CHANGING = ("nextInFocusChain(", "previousInFocusChain(")


def test_nobody_asks_for_the_next_in_qt_s_focus_chain() -> None:
    folder = Path(coprod_desktop.gui.__file__).parent

    found = [
        path.name
        for path in sorted(folder.rglob("*.py"))
        for call in OWNER_CHANGING
        if call in path.read_text(encoding="utf-8")
    ]

    assert found == []
