"""The ward's settings, and what they are where nobody changed them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from coprod_desktop.i18n.catalogue import read_catalogue
from coprod_desktop.model.pins import ADVISED, ALLOWED

MEETING = "meeting"
"""What the ward calls its CPA meeting; forms say {meeting}."""

IDLE_MINUTES = "idle_minutes"
"""After how many minutes without a touch the computer locks."""

FEWEST_IDLE_MINUTES, USUAL_IDLE_MINUTES, MOST_IDLE_MINUTES = 1, 2, 10


BACKUP_FOLDER = "backup_folder"
"""Where backups go: the path of a folder on this computer, a stick or a share."""

PIN_FIGURES = "pin_figures"
"""How many figures a PIN has: 6, or 4 where the ward chose so."""


def pin_figures_of(kept: Mapping[str, str]) -> int:
    """Return how many figures a new PIN has; what is no such number counts for 6."""
    told = kept.get(PIN_FIGURES, "")
    return next((one for one in ALLOWED if told == str(one)), ADVISED)


def pin_lengths_of(kept: Mapping[str, str]) -> tuple[int, ...]:
    """Return how many figures PINs of a ward can have, the most first.

    A ward that once chose otherwise has PINs of both lengths.
    """
    if PIN_FIGURES not in kept:
        return (ADVISED,)
    return tuple(sorted(ALLOWED, reverse=True))


def settings_of(kept: Mapping[str, str], language: str) -> dict[str, str]:
    """Return a ward's settings, with the usual value for what was never set."""
    return {MEETING: _usual_meeting(language), **kept}


def idle_minutes_of(kept: Mapping[str, str]) -> int:
    """Return after how many minutes without a touch the computer locks.

    What is no number, or not from 1 to 10, counts for the usual two.
    """
    told = kept.get(IDLE_MINUTES, "")
    minutes = int(told) if told.isascii() and told.isdigit() else 0
    is_possible = FEWEST_IDLE_MINUTES <= minutes <= MOST_IDLE_MINUTES
    return minutes if is_possible else USUAL_IDLE_MINUTES


@cache
def _usual_meeting(language: str) -> str:
    # Asked at every form that is opened or printed; a catalogue takes 20 ms to read.
    return read_catalogue(language).text("workspace.usual_meeting")
