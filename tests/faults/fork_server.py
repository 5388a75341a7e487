"""A program with everything loaded that forks a child for each job: cheap to kill.

The test calls :meth:`ForkServer.run`; the server forks, the child does what the job
names and tells lines, the server kills it at a moment or waits for its end, and gives
the lines back. Run as ``python -m tests.faults.fork_server MODULE...`` it loads these
modules first.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import json
import os
import select
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.architecture.source import ROOT

RAISED = 70
"""How a child ends that raised what nobody foresaw."""

LONGEST_S = 600.0
"""By the clock: on a busy machine a child may hardly get its turn."""

Tell = Callable[..., None]
"""Writes one line at once: what a child has done."""


@dataclass(frozen=True)
class Ended:
    """How a child ended, and what it had told until then."""

    status: int
    """Its exit status; a signal's number is negative."""
    lines: tuple[str, ...]
    killed_at: float = 0.0
    """By the monotonic clock; 0 where the server did not kill it."""

    @property
    def was_killed(self) -> bool:
        """Whether it was ended from outside, or ended itself so."""
        return self.status == -signal.SIGKILL


class ForkServer:
    """The program, as the test sees it."""

    def __init__(
        self,
        modules: Sequence[str],
        preload: Sequence[Path] = (),
        settings: Mapping[str, str] | None = None,
    ) -> None:
        """Start it with these modules loaded, and libraries before all others."""
        more = dict(settings or {})
        if preload:
            more["LD_PRELOAD"] = " ".join(str(one) for one in preload)
        self._program = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.fork_server", *modules],
            cwd=ROOT,
            env={**os.environ, **more, "QT_QPA_PLATFORM": "offscreen"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def run(
        self,
        act: str,
        kill_after_s: float | None = None,
        counted_from: str = "",
        **named: Any,
    ) -> Ended:
        """Fork a child that calls ``module:function`` with these values.

        Time until it is killed is counted from its first line that begins with
        ``counted_from``, or from its start.

        Raises:
            RuntimeError: The child was still busy after far too long.
        """
        how = {"kill_after_s": kill_after_s, "counted_from": counted_from}
        return self._asked(act, named, **how)

    def warm_up(self, act: str, **named: Any) -> Ended:
        """Do it in the server itself, so that its children find all of it loaded."""
        return self._asked(act, named, is_here=True)

    def _asked(self, act: str, named: dict[str, Any], **how: Any) -> Ended:
        job = {"act": act, "named": named, "kill_after_s": None, **how}
        assert self._program.stdin is not None
        assert self._program.stdout is not None
        self._program.stdin.write(json.dumps(job) + "\n")
        self._program.stdin.flush()
        told = json.loads(self._program.stdout.readline())
        if told["status"] is None:
            raise RuntimeError(f"{act} was still busy after {LONGEST_S:.0f} s")
        return Ended(told["status"], tuple(told["lines"]), told["killed_at"])

    def close(self) -> None:
        """End it."""
        assert self._program.stdin is not None
        assert self._program.stdout is not None
        self._program.stdin.close()
        self._program.wait()
        self._program.stdout.close()


@contextlib.contextmanager
def fork_server(
    *modules: str,
    preload: Sequence[Path] = (),
    settings: Mapping[str, str] | None = None,
) -> Iterator[ForkServer]:
    """Start a server, and end it."""
    server = ForkServer(modules, preload, settings)
    try:
        yield server
    finally:
        server.close()


# --- Inside the server ------------------------------------------------------------


def serve() -> None:
    """Do one job after the other, until nobody asks any more."""
    for line in sys.stdin:
        job = json.loads(line)
        told = _here(job) if "is_here" in job else _forked(job)
        sys.stdout.write(json.dumps(told) + "\n")
        sys.stdout.flush()


def _here(job: dict[str, Any]) -> dict[str, Any]:
    lines: list[str] = []
    _act(job["act"])(lambda *words: lines.append(_line(words)), **job["named"])
    gc.freeze()
    return {"status": 0, "lines": lines, "killed_at": 0.0}


def _act(named: str) -> Callable[..., None]:
    module, _, name = named.partition(":")
    found: Callable[..., None] = getattr(sys.modules[module], name)
    return found


def _line(words: tuple[object, ...]) -> str:
    return " ".join(str(one) for one in words)


def _forked(job: dict[str, Any]) -> dict[str, Any]:
    heard, told = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(heard)
        _child(job, told)
    os.close(told)
    kill_after_s = job["kill_after_s"]
    begin = b"" if kill_after_s is None else job["counted_from"].encode()
    is_counting = kill_after_s is not None and not begin
    deadline = time.monotonic() + (kill_after_s if is_counting else LONGEST_S)
    text = bytearray()
    killed_at = 0.0
    with os.fdopen(heard, "rb", buffering=0) as lines:
        while True:
            left = max(0.0, deadline - time.monotonic())
            if not killed_at and not select.select([lines], [], [], left)[0]:
                killed_at = time.monotonic()
                os.kill(child, signal.SIGKILL)
            got = lines.read(65_536)
            if not got:
                break
            text += got
            if begin and not is_counting and _has_begun(begin, text):
                is_counting = True
                deadline = time.monotonic() + kill_after_s
    _, status = os.waitpid(child, 0)
    if killed_at and not is_counting:
        return {"status": None, "lines": [], "killed_at": killed_at}
    whole = text.decode("utf-8", "replace").split("\n")[:-1]
    ended = os.waitstatus_to_exitcode(status)
    return {"status": ended, "lines": whole, "killed_at": killed_at}


def _has_begun(begin: bytes, text: bytearray) -> bool:
    return text.startswith(begin) or b"\n" + begin in text


def _child(job: dict[str, Any], told: int) -> None:
    """Do the job and end, whatever happens; nothing of the server runs on."""

    def tell(*words: object) -> None:
        os.write(told, (_line(words) + "\n").encode())

    try:
        _act(job["act"])(tell, **job["named"])
    except BaseException:  # noqa: BLE001 - the test hears of it as a line
        tell("raised", json.dumps(traceback.format_exc(limit=-30)))
        os._exit(RAISED)
    os._exit(0)


if __name__ == "__main__":
    for one in sys.argv[1:]:
        importlib.import_module(one)
    serve()
