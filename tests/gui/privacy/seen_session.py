"""One session: a bus, the accessibility bus on it, the program, and a client of both.

Run by ``dbus-run-session``; prints what the client was told after each step, as JSON.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
DEBIANS_PYTHON = "/usr/bin/python3"
CLIENT = Path(__file__).with_name("at_spi_client.py")

PUT = "fulmar"
"""What the client writes, beside what Sam does."""

Child = subprocess.Popen[str]


def started(*command: str) -> Child:
    """A child that is spoken to line by line."""
    return subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


def ask(child: Child, line: str) -> str:
    """Say a line to a child, and wait for its answer."""
    assert child.stdin is not None
    assert child.stdout is not None
    child.stdin.write(line + "\n")
    child.stdin.flush()
    return child.stdout.readline()


def main(folder: str) -> None:
    """Go through the steps and tell what the client found at each."""
    launcher = subprocess.Popen([LAUNCHER, "--launch-immediately"])
    program = started(sys.executable, "-m", "tests.gui.privacy.seen_child", folder)
    client = started(DEBIANS_PYTHON, str(CLIENT))
    assert program.stdout is not None
    assert program.stdout.readline() == "done\n"
    told = {}

    def take(step: str) -> None:
        assert ask(program, step) == "done\n"
        told[step] = json.loads(ask(client, "walk"))

    for step in ("write", "cover", "uncover", "minute"):
        take(step)
    for _ in range(3):
        # For three minutes more somebody writes by the client alone.
        told["put"] = json.loads(ask(client, f"put {PUT}"))
        take("minute")
    told["language"] = json.loads(ask(client, "language"))
    take("lock")
    told["kept"] = json.loads(ask(client, "again"))
    ask(program, "")
    program.wait()
    for child in (client, launcher):
        child.terminate()
        child.wait()
    print(json.dumps(told))


if __name__ == "__main__":
    main(sys.argv[1])
