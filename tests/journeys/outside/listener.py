"""Somebody who knows the program by what the accessibility bus tells, and only so.

Every wish is waited for: what is pressed is looked for until it is there and shows.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.journeys.outside.seat import Environment

DEBIANS_PYTHON = "/usr/bin/python3"
CLIENT = Path(__file__).with_name("bus_client.py")
PATIENCE_S = 60
"""How long anything is waited for: very long, for a test beside many others."""

WINDOW = "filler"
"""Qt gives a plain window no better role; decision 022."""
BUTTON, RADIO, TICK, GROUP = "push button", "radio button", "check box", "panel"
HEADING, NOTE, WORDS, BOX, SECRET = (
    "heading",
    "comment",
    "label",
    "text",
    "password text",
)


@dataclass(frozen=True)
class Told:
    """What the bus tells of one thing on the screen."""

    role: str
    name: str
    description: str
    states: tuple[str, ...]
    actions: tuple[str, ...]
    relations: tuple[tuple[str, str], ...]
    text: str | None
    depth: int

    def __str__(self) -> str:
        return f"{'  ' * self.depth}{self.role} {self.name!r} {self.description!r}"


Page = tuple[Told, ...]


class Listener:
    """Finds things by role and name, and does what they offer to do."""

    def __init__(self, client: subprocess.Popen[str]) -> None:
        self._client = client

    def page(self) -> Page:
        """Everything that shows now, in the order in which it is read."""
        return tuple(_told(one) for one in self._wish("look"))

    def finds(self, role: str, name: str, **where: Any) -> Told:
        """Wait until this shows, and tell of it.

        ``within`` names a group that it stands in, ``number`` counts equal ones.
        """
        return _told(self._must("find", role, name, where))

    def press(self, role: str, name: str, **where: Any) -> None:
        """Press it, or turn it, as soon as it shows."""
        self._must("press", role, name, where)

    def write(self, role: str, name: str, words: str, **where: Any) -> None:
        """Put words into a box, instead of what stood there."""
        self._must("write", role, name, {"words": words, **where})

    def insert(self, role: str, name: str, words: str, **where: Any) -> None:
        """Put words at the end of a box."""
        self._must("insert", role, name, {"words": words, **where})

    def focus(self, role: str, name: str, **where: Any) -> None:
        """Ask for the focus, as a screen reader's own keys do."""
        self._must("focus", role, name, where)

    def hears(self, words: str) -> None:
        """Wait until a live message has said this, since :meth:`forget`."""
        said = self._wish("has_heard", kind="object:announcement", words=words)
        assert said, f"nobody said {words!r}"

    def hears_turn(self, name: str) -> None:
        """Wait until the bus has told that this was ticked or chosen."""
        assert self._wish("has_turned", name=name), f"nobody told of {name!r}"

    def forget(self) -> None:
        """Listen anew: what was heard before does not count."""
        self._wish("forget")

    def waits_for(self, role: str, name: str, state: str, **where: Any) -> None:
        """Wait until it shows and has this state."""
        self._must("find", role, name, {"state": state, **where})

    def _must(self, act: str, role: str, name: str, where: dict[str, Any]) -> Any:
        came = self._wish(act, role=role, name=name, **where)
        if not came:
            shown = "\n".join(str(one) for one in self.page())
            raise AssertionError(f"never could {act} {role} {name!r} {where}:\n{shown}")
        return came

    def _wish(self, act: str, **told: Any) -> Any:
        client = self._client
        assert client.stdin is not None
        assert client.stdout is not None
        wish = {"do": act, "patience_s": PATIENCE_S, **told}
        client.stdin.write(json.dumps(wish) + "\n")
        client.stdin.flush()
        return json.loads(client.stdout.readline())


@contextmanager
def run_by_debian(
    program: Path, environment: Environment
) -> Iterator[subprocess.Popen[str]]:
    """Run a program under Debian's Python, and talk to it as long as this lasts."""
    pipe = subprocess.PIPE
    command = [DEBIANS_PYTHON, "-W", "ignore", str(program)]
    with subprocess.Popen(
        command, env=environment, stdin=pipe, stdout=pipe, text=True
    ) as child:
        try:
            yield child
        finally:
            child.terminate()


@contextmanager
def listener(environment: Environment) -> Iterator[Listener]:
    """Listen on the bus of a seat as long as this lasts."""
    with run_by_debian(CLIENT, environment) as client:
        yield Listener(client)


def _told(one: dict[str, Any]) -> Told:
    told = {key: _fixed(value) for key, value in one.items()}
    return Told(**told)


def _fixed(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_fixed(one) for one in value)
    return value
