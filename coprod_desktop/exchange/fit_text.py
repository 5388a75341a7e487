"""Text as other systems may hold it."""

from __future__ import annotations

import re

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")


def shown(text: str) -> str:
    """Return text with a visible sign for each control but tab and line end."""
    return _CONTROLS.sub("\ufffd", text)
