"""The ward's settings, and what they are where nobody changed them."""

from __future__ import annotations

from collections.abc import Mapping

from coprod_desktop.i18n.catalogue import read_catalogue

MEETING = "meeting"
"""What the ward calls its CPA meeting; forms say {meeting}."""


def settings_of(kept: Mapping[str, str], language: str) -> dict[str, str]:
    """Return a ward's settings, with the usual value for what was never set."""
    words = read_catalogue(language)
    return {MEETING: words.text("workspace.usual_meeting"), **kept}
