"""A loudspeaker that nobody hears, and what was played on it. On this machine alone."""

from __future__ import annotations

import array
import contextlib
import os
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

RATE = 22_050
STEP_MS = 10
FAINT = 300
"""Of 32,768: quieter than this nobody hears."""
QUIET_STEPS = 12
"""A word begins after so long a silence."""
_SERVER = ("pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1")
_MODULES = ("module-native-protocol-unix", "module-null-sink sink_name=unheard")
_RECORDER = ("parec", "-d", "unheard.monitor", "--raw", "--format=s16le")


class Recording:
    """What is heard, with the time of each piece of it."""

    def __init__(self, recorder: subprocess.Popen[bytes]) -> None:
        self._recorder = recorder
        self._samples = bytearray()
        self._began_s = float("inf")
        """When the first sample was heard: no piece comes before it was."""
        self.has_begun = threading.Event()
        self._thread = threading.Thread(target=self._listen)
        self._thread.start()

    def end(self) -> None:
        """Stop recording."""
        self._recorder.terminate()
        self._recorder.wait()
        self._thread.join()
        if self._recorder.stdout is not None:
            self._recorder.stdout.close()

    def loudest(self) -> int:
        """Return how loud it was at most; 0 for silence."""
        return max(self._loudness(), default=0)

    def beginnings_s(self) -> list[float]:
        """Return when something was heard after silence."""
        loud = self._loudness()
        return [
            self._began_s + at * STEP_MS / 1000
            for at, level in enumerate(loud)
            if level > FAINT
            and all(one <= FAINT for one in loud[max(0, at - QUIET_STEPS) : at])
        ]

    def _loudness(self) -> list[int]:
        samples = array.array("h", bytes(self._samples[: len(self._samples) // 2 * 2]))
        step = RATE * STEP_MS // 1000
        ends = range(0, len(samples), step)
        return [max(map(abs, samples[at : at + step])) for at in ends]

    def _listen(self) -> None:
        pipe = self._recorder.stdout
        assert pipe is not None
        while piece := os.read(pipe.fileno(), 4096):
            now = time.monotonic()
            self._samples += piece
            heard_s = len(self._samples) / 2 / RATE
            self._began_s = min(self._began_s, now - heard_s)
            self.has_begun.set()


@contextlib.contextmanager
def unheard(folder: Path) -> Iterator[tuple[dict[str, str], Recording]]:
    """Give the settings with which programs play there, and what is recorded."""
    folder.chmod(0o700)
    settings = {**os.environ, "HOME": str(folder), "XDG_RUNTIME_DIR": str(folder)}
    settings |= {"LC_ALL": "C", "PULSE_SERVER": f"unix:{folder}/pulse/native"}
    modules = [word for module in _MODULES for word in ("-L", module)]
    log = ("--log-target=stderr", "--log-level=info", "--disable-shm=yes")
    server = subprocess.Popen(
        [*_SERVER, *log, *modules], env=settings, stderr=subprocess.PIPE, text=True
    )
    assert server.stderr is not None
    drain: threading.Thread | None = None
    try:
        told = []
        for line in server.stderr:
            told.append(line)
            if "startup complete" in line:
                break
        else:
            pytest.fail(f"The sound server did not start: {''.join(told)}")
        drain = threading.Thread(target=server.stderr.read)
        drain.start()
        rate = (f"--rate={RATE}", "--channels=1", "--latency-msec=10")
        recorder = subprocess.Popen(
            [*_RECORDER, *rate], env=settings, stdout=subprocess.PIPE
        )
        recording = Recording(recorder)
        try:
            assert recording.has_begun.wait(60)
            yield settings, recording
        finally:
            recording.end()
    finally:
        server.terminate()
        server.wait()
        if drain is not None:
            drain.join()
        server.stderr.close()
