"""A wall clock that jumps, for children of a fork server: libfaketime, read each time.

Only the clock on the wall is changed, as somebody changes it in the system's settings;
the clock that runs forward stays as it is.
"""

from __future__ import annotations

import random
from pathlib import Path

JUMPS = (
    *("+0", "+3652d", "-3652d", "+1d", "-1d", "+3600s", "-3600s", "+40s", "-40s"),
    *("@1970-01-01 00:00:01", "@2099-12-31 23:59:58", "@2026-03-29 00:59:58"),
    # The hour that is missing in spring, and the one that comes twice in autumn.
    *("@2026-03-29 01:30:00", "@2026-10-25 00:59:58", "@2026-10-25 01:30:00"),
)
"""Ten years to either side, the first and the last day of many programs, and the hours
at which British clocks are changed."""


def faketime_library() -> Path | None:
    """Return where libfaketime lies; None where it is not installed."""
    found = sorted(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"))
    return found[0] if found else None


class WallClock:
    """The file that says how far the clock on the wall is off."""

    def __init__(self, folder: Path) -> None:
        """Keep it in a folder."""
        self.file = folder / "wall-clock"
        self.set("+0")

    @property
    def settings(self) -> dict[str, str]:
        """What a program's environment must hold."""
        return {
            "FAKETIME_TIMESTAMP_FILE": str(self.file),
            "FAKETIME_NO_CACHE": "1",
            "FAKETIME_DONT_RESET": "1",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
            "DONT_FAKE_MONOTONIC": "1",
            # The times of files are shown through a lock that all children share; one
            # that is killed with the lock in its hands leaves the others waiting.
            "NO_FAKE_STAT": "1",
            "TZ": "Europe/London",
        }

    def set(self, jump: str) -> None:
        """Let the clock show something else: one of ``JUMPS``, or alike."""
        self.file.write_text(jump + "\n", encoding="ascii")

    def jump(self, chance: random.Random) -> str:
        """Let the clock jump by chance; return where to."""
        jump = chance.choice(JUMPS)
        self.set(jump)
        return jump
