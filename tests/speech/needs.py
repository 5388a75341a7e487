"""What hearing a voice needs of the machine; where it is missing, it is said."""

from __future__ import annotations

import shutil

import pytest

from coprod_desktop.speech.espeak import find_voice
from coprod_desktop.speech.voice import Voice


def real_voice() -> Voice:
    """Return the real voice. Skip, aloud, where this machine has none."""
    found = find_voice()
    if found is None:
        pytest.skip("NOT TRIED with a real voice: espeakng-loader is not installed")
    return found


def need_a_sink() -> None:
    """Skip, aloud, where this machine has no sound server of its own to start."""
    missing = [one for one in ("pulseaudio", "parec") if not shutil.which(one)]
    if missing:
        pytest.skip(f"NOT TRIED with a real loudspeaker: this machine lacks {missing}")
