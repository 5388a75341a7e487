"""What the program asks of the world outside: the time, and new ids."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

Clock = Callable[[], datetime]
"""Gives the time now, with a time zone (UTC)."""

Ids = Callable[[], str]
"""Gives a new id that was never given before: 32 lower-case hexadecimal digits."""
