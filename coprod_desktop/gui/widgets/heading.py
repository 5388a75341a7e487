"""A heading: big words that assistive technology announces as a heading."""

from __future__ import annotations

from PySide6.QtGui import QAccessible

from coprod_desktop.gui.widgets.plain import PlainLabel
from coprod_desktop.gui.widgets.spoken_roles import speak_roles


class Heading(PlainLabel):
    """The heading of a screen (level 1) or of a part of it (level 2)."""

    spoken_role = QAccessible.Role.Heading

    def __init__(self, text: str, level: int = 1) -> None:
        speak_roles()
        super().__init__(text, "heading" if level == 1 else "part")
        self.level = level
