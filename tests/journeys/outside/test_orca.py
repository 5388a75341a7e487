"""What Orca speaks on the way, held against a script that people can read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coprod_desktop.workspace.doorway import Doorway
from tests.fakes import TickingClock, fake_world
from tests.gui.privacy.needs import need_orca
from tests.journeys.outside.listener import (
    BUTTON,
    HEADING,
    RADIO,
    SECRET,
    WINDOW,
    Listener,
    listener,
    run_by_debian,
)
from tests.journeys.outside.orca import Keyboard, Spoken, orca, window_keeper
from tests.journeys.outside.seat import Environment, seat
from tests.journeys.outside.started import program_at
from tests.journeys.signing import PIN, PRIYA_S, make_signing_ward

pytestmark = pytest.mark.timeout(900)

SCRIPT = Path(__file__).with_name("orca-script.txt")
KEYBOARD = Path(__file__).with_name("keyboard.py")

# A role alone: Orca asked for the name of something that had left the screen. That
# nothing on a screen is without a name is held by the journey of accessible actions.
GONE_MEANWHILE = "comment."


@dataclass(frozen=True)
class Step:
    """Something that is done, and what Orca says of it."""

    act: str
    told: tuple[str, ...]
    said: tuple[str, ...]


def read_script() -> list[Step]:
    """Read the script; what stands before the first step explains it."""
    _, _, script = SCRIPT.read_text(encoding="utf-8").partition("\nlisten\n")
    steps: list[list[str]] = [["listen"]]
    for line in script.splitlines():
        if line.startswith("    "):
            steps[-1].append(line.strip())
        elif line.strip():
            steps.append([line.strip()])
    return [_step(first, tuple(rest)) for first, *rest in steps]


def _step(first: str, said: tuple[str, ...]) -> Step:
    act, _, told = first.partition(" ")
    return Step(act, tuple(one.strip() for one in told.split("|")), said)


def make_ward(folder: Path) -> None:
    """Make a ward in which Sam signs in with a PIN."""
    people = make_signing_ward(folder)
    door = Doorway(folder, fake_world(TickingClock(), "orca"))
    ward = door.open(people.priya, PRIYA_S)
    ward.voices.make_pin(people.sam, PIN)
    ward.voices.close(people.sam)
    ward.close()


def come_to_who_is_here(one: Listener) -> None:
    one.waits_for(WINDOW, "Who is opening the ward? – Coprod Desktop", "active")
    one.press(RADIO, "Priya, Nurse")
    one.write(SECRET, "Passphrase", PRIYA_S)
    one.press(BUTTON, "Open the ward")
    one.finds(HEADING, "Who is here?")


def come_in_again(one: Listener, spoken: Spoken) -> None:
    """Go to the bar above and back into the screen.

    As the ward opens, Orca sometimes hears of the button that has the focus before it
    hears of the screen, and then leaves out what the screen is called.
    """
    one.focus(BUTTON, "Text size")
    spoken.forgets_before("Text size push button.")
    one.focus(BUTTON, "Add a patient")


@contextmanager
def keyboard(environment: Environment) -> Iterator[Keyboard]:
    with run_by_debian(KEYBOARD, environment) as child:
        yield Keyboard(child)


def take(step: Step, one: Listener, keys: Keyboard) -> None:
    match step.act:
        case "go":
            one.focus(*step.told)
        case "key":
            keys.press(*step.told)
        case "write":
            one.write(*step.told)
        case "finds":
            one.finds(*step.told)
        case _:
            assert step.act == "listen"


def test_orca_says_what_the_script_says_and_nothing_else(tmp_path: Path, qtbot: QtBot):
    need_orca()
    make_ward(tmp_path / "ward")
    script = read_script()

    with (
        seat() as place,
        window_keeper(place, tmp_path, qtbot),
        orca(place, tmp_path / "orca", qtbot) as spoken,
        program_at({**place, "HOME": str(tmp_path)}, tmp_path / "ward"),
        listener(place) as one,
        keyboard(place) as keys,
    ):
        come_to_who_is_here(one)
        come_in_again(one, spoken)
        spoken.forgets_before(script[0].said[0])
        for step in script:
            take(step, one, keys)
            spoken.waits_for(step.said)
        heard = spoken.lines()

    written = {said for step in script for said in step.said}
    assert len(written) > 3
    known = written | {GONE_MEANWHILE}
    strange = [at for at, line in enumerate(heard) if line not in known]
    assert strange == [], [heard[max(0, at - 3) : at + 3] for at in strange]
