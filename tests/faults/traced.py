"""Reading what strace saw: writes and completed syncs, file by file, in order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

CALLS = ("write", "pwrite64", "writev", "fsync", "fdatasync")
OPTIONS = ("-f", "-y", "-s", "80", "-e", f"trace={','.join(CALLS)}", "--signal=none")

_CALL = re.compile(r"^(\d+)\s+(\w+)\((\d+)<([^>]*)>(.*)$")
_RESUMED = re.compile(r"^(\d+)\s+<\.\.\. (\w+) resumed>(.*)$")
_RESULT = re.compile(r"= (-?\d+)")


@dataclass(frozen=True)
class Seen:
    """One call that was completed."""

    call: str
    file: str
    """The path, or what else the descriptor stands for, such as ``pipe:[12]``."""
    number: int
    """The descriptor."""
    rest: str
    """What was written, as strace quotes it."""
    result: int


def read_trace(log: Path) -> Iterator[Seen]:
    """Give every call in the order in which it was completed.

    A write counts from where it began: it may be on the disk from then on.
    """
    waiting: dict[str, tuple[str, int, str, str]] = {}
    for line in log.read_text("utf-8", errors="replace").splitlines():
        begun = _CALL.match(line)
        if begun is not None:
            pid, call, number, file, rest = begun.groups()
            if rest.endswith("<unfinished ...>"):
                waiting[pid] = (call, int(number), file, rest)
                continue
            yield _seen(call, int(number), file, rest)
            continue
        resumed = _RESUMED.match(line)
        if resumed is not None and resumed[1] in waiting:
            call, number, file, rest = waiting.pop(resumed[1])
            yield _seen(call, number, file, f"{rest} {resumed[3]}")


def _seen(call: str, number: int, file: str, rest: str) -> Seen:
    results = _RESULT.findall(rest)
    return Seen(call, file, number, rest, int(results[-1]) if results else -1)
