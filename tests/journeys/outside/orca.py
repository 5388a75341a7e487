"""Orca, a real screen reader, listened to without a voice.

Orca writes what it speaks into its debug file before it looks for a voice, and where
there is none it goes on: so no sound, no server and no waiting for a sentence's end.
"""

from __future__ import annotations

import re
import shlex
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.journeys.outside.seat import Environment, running

PATIENCE_MS = 180_000
SPOKEN = re.compile(r"SPEECH OUTPUT: '(.*?)'(?: voice=\w+)?\s*\{", re.DOTALL)
CUSTOMS = """import orca.debug
import orca.settings
orca.debug.debugFile.reconfigure(line_buffering=True)
orca.settings.enableKeyEcho = False
"""
"""Orca reads it by itself: each line is to be in the file when it was spoken, and the
keys that are pressed need not be named."""


@dataclass
class Spoken:
    """What Orca has said so far, in its debug file."""

    file: Path
    bot: QtBot
    begun: int = 0
    """How many lines were said before what is listened to."""
    passed: int = 0
    """How many of those that are listened to belong to what was before."""

    def lines(self) -> list[str]:
        """Everything since what is listened to began."""
        if not self.file.exists():
            return []
        told = self.file.read_text(encoding="utf-8", errors="replace")
        said = [" ".join(one.split()) for one in SPOKEN.findall(told)]
        return said[self.begun :]

    def forgets_before(self, first: str) -> None:
        """Wait until this is said, and begin to listen there."""
        self._until(lambda: first in self.lines(), [first])
        self.begun += self.lines().index(first)

    def waits_for(self, expected: Sequence[str]) -> None:
        """Wait until all of this was said in this order, since the last time."""
        self._until(lambda: self._after(expected) is not None, expected)
        self.passed = self._after(expected) or 0

    def _after(self, expected: Sequence[str]) -> int | None:
        """Where the last of these lines ends; None where one was not said yet."""
        lines, place = self.lines(), self.passed
        for one in expected:
            if one not in lines[place:]:
                return None
            place = lines.index(one, place) + 1
        return place

    def _until(self, is_so: Callable[[], bool], expected: Sequence[str]) -> None:
        def check() -> None:
            heard = self.lines()[self.passed :]
            assert is_so(), f"waited for {list(expected)}, heard {heard}"

        self.bot.waitUntil(check, timeout=PATIENCE_MS)


@contextmanager
def window_keeper(environment: Environment, home: Path, bot: QtBot) -> Iterator[None]:
    """Keep a window manager running, which gives new windows the focus."""
    stands = home / "windows-are-kept"
    command = ("openbox", "--startup", f"touch {shlex.quote(str(stands))}")
    with running(*command, environment=environment):
        bot.waitUntil(stands.exists, timeout=PATIENCE_MS)
        yield


@contextmanager
def orca(environment: Environment, home: Path, bot: QtBot) -> Iterator[Spoken]:
    """Keep Orca running on a seat, with settings of its own below ``home``."""
    customs = home / "data" / "orca" / "orca-customizations.py"
    customs.parent.mkdir(parents=True)
    customs.write_text(CUSTOMS, encoding="utf-8")
    (home / "run").mkdir(mode=0o700)
    file = home / "orca.txt"
    settings = {
        **environment,
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(home / "run"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_DATA_HOME": str(home / "data"),
        "SPEECHD_ADDRESS": f"unix_socket:{home / 'nobody-speaks'}",
        "GSETTINGS_BACKEND": "memory",
        "LC_ALL": "C.UTF-8",
    }
    command = ("orca", f"--debug-file={file}", "--disable=braille")
    with running(*command, environment=settings):
        spoken = Spoken(file, bot)
        spoken.forgets_before("Screen reader on.")
        yield spoken


class Keyboard:
    """Keys that reach whatever has the focus, as from a real keyboard."""

    def __init__(self, child: subprocess.Popen[str]) -> None:
        self._child = child

    def press(self, key: str) -> None:
        """Press Tab, Space, Enter, or a figure."""
        assert self._child.stdin is not None
        assert self._child.stdout is not None
        self._child.stdin.write(f"{key}\n")
        self._child.stdin.flush()
        assert self._child.stdout.readline() == "True\n", key
