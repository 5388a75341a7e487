"""A keyboard for a screen reader's journey, which actions alone would not make speak.

Run by Debian's own Python, which has ``gi``; presses the key that each line names.
"""

import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

KEYS = {"Tab": 0xFF09, "Space": 0x20, "Enter": 0xFF0D}
"""X's own numbers (keysymdef.h)."""

Atspi.init()
for line in sys.stdin:
    number = KEYS.get(line.strip()) or ord(line.strip())
    is_done = Atspi.generate_keyboard_event(number, None, Atspi.KeySynthType.SYM)
    print(is_done, flush=True)
