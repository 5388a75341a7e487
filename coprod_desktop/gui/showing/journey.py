"""The whole journey in one way of showing: three acts, and what can go wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from coprod_desktop.gui.places import ToWhoIsHere
from coprod_desktop.gui.program import Program, open_program
from coprod_desktop.gui.screen import Screen
from coprod_desktop.gui.showing import act_one, act_three, act_two, seldom
from coprod_desktop.gui.showing.own_words import own_words
from coprod_desktop.gui.showing.stand_in import StandIn
from coprod_desktop.gui.showing.visitor import Visitor
from coprod_desktop.gui.showing.ward_words import ward_words
from coprod_desktop.gui.showing.wards import Wards
from coprod_desktop.gui.showing.when_it_fails import (
    show_crash,
    show_open_already,
    show_opening_news,
    show_trouble,
)
from coprod_desktop.gui.showing.without_writing import without_writing
from coprod_desktop.i18n.catalogue import Catalogue
from coprod_desktop.model.reading import Reading


@dataclass(frozen=True, slots=True)
class Hanging:
    """One way in which every screen is shown."""

    words: Catalogue
    size_px: tuple[int, int] = (1366, 768)
    text_pt: int = 18
    theme: str = "paper"


class Seen(NamedTuple):
    """What a journey came to."""

    pictures: tuple[Path, ...]
    cut: tuple[str, ...]
    """What was cut off in them, or out of reach: see ``Visitor.faults``."""
    headings: dict[str, str]
    """What the heading of each scene said."""
    screens: frozenset[type[Screen]] = frozenset()
    """Which kinds of screen were in them."""


Also = Callable[[Visitor, str], None]
"""What is looked at in a scene besides: given who is there, and the scene's name."""


def take_journey(
    wards: Wards, hanging: Hanging, folder: Path, also: Also | None = None
) -> Seen:
    """Take the journey with real keys and clicks; return what was seen.

    The finished PDF lies beside them. The wards live as long as the journey. Whatever
    ``also`` changes in a scene, it leaves everything as it was.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix="coprod-journey-") as own:
        new, example = Path(own) / "new", Path(own) / "example"
        (Path(own) / "stick").mkdir()
        new.mkdir()
        example.mkdir()
        wards.make_example(example)
        first = Visitor(_program(wards, hanging, new, folder), folder, also)
        _first_act(first)
        opened = _program(wards, hanging, example, folder, wards.passphrase)
        second = Visitor(opened, folder, also)
        _second_act(second, wards.passphrase)
    return Seen(
        (*first.taken, *second.taken),
        (*first.cut, *second.cut),
        {**first.headings, **second.headings},
        frozenset(first.screens | second.screens),
    )


def _first_act(visitor: Visitor) -> None:
    act_one.set_up(visitor)
    act_one.people(visitor)
    act_one.lock_and_open(visitor)
    show_trouble(visitor.program)
    visitor.picture("trouble")
    show_opening_news(visitor.program)
    visitor.picture("opening-news")
    show_open_already(visitor.program)
    visitor.picture("open-already")
    _leave(visitor.program)


def _second_act(visitor: Visitor, passphrase: str) -> None:
    act_two.come_in(visitor, passphrase)
    act_two.ward_round(visitor)
    act_two.care_plan(visitor)
    without_writing(visitor)
    visitor.program.window.go(ToWhoIsHere())
    act_three.own_ways(visitor)
    act_three.staff_doors(visitor)
    ward_words(visitor)
    seldom.staff_choices(visitor)
    act_three.backups(visitor)
    act_three.emergency(visitor, passphrase)
    act_three.forgotten(visitor, passphrase)
    act_two.back_to_the_plan(visitor)
    act_two.paper(visitor)
    own_words(visitor)
    act_two.at_hand(visitor)
    seldom.left_alone(visitor)
    seldom.own_sign_in(visitor)
    show_crash(visitor.program)
    visitor.picture("crash")
    _leave(visitor.program)


def _program(
    wards: Wards, hanging: Hanging, place: Path, folder: Path, passphrase: str = ""
) -> Program:
    program = open_program(
        wards.doorway(place),
        hanging.words,
        wards.clock,
        asking=StandIn(folder, place.parent / "stick"),
        example_passphrase=passphrase,
    )
    program.stage.board.read_as(Reading(hanging.text_pt, hanging.theme))
    program.window.resize(*hanging.size_px)
    program.begin()
    program.window.show()
    program.window.activateWindow()
    return program


def _leave(program: Program) -> None:
    program.window.close_ward()
    program.window.close()
    program.window.deleteLater()
    program.close()
