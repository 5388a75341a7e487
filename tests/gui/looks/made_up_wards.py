"""Wards for a journey in which nothing is by chance: pictures of it are the same."""

from __future__ import annotations

from coprod_desktop.gui.look import load_fonts
from coprod_desktop.gui.showing.wards import Wards
from coprod_desktop.workspace.doorway import Doorway
from coprod_desktop.workspace.example import PASSPHRASE, make_example
from tests.fakes import FakeClock, fake_world


def made_up_wards() -> Wards:
    """Return how to come to a new ward and to a made-up one; our fonts are loaded."""
    load_fonts()
    clock = FakeClock()
    return Wards(
        lambda place: Doorway(place, fake_world(clock, "journey")),
        lambda place: make_example(place, fake_world(clock, "example")),
        clock,
        PASSPHRASE,
    )
