"""Whoever has one switch is helped with spelling as everybody else is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from coprod_desktop.gui.chosen_places import ToSpelling
from coprod_desktop.gui.gathering import Gathering
from coprod_desktop.gui.screens.question import QuestionScreen
from coprod_desktop.gui.screens.spelling import SpellingScreen
from coprod_desktop.gui.screens.who_is_here import WhoIsHereScreen
from coprod_desktop.model.change import Change
from coprod_desktop.model.people import Role
from coprod_desktop.model.reading import AUTOMATIC
from coprod_desktop.spelling import with_enchant
from tests.fakes import FakeSpeller
from tests.gui.scanning.conftest import Switch
from tests.workspace.wards import PASSPHRASE, text_of

ASKED = "went-well"


def test_one_switch_takes_a_word_and_stops(
    switch: Switch, monkeypatch: pytest.MonkeyPatch
):
    found = FakeSpeller("i was", tierd=("tired", "tied"))
    monkeypatch.setattr(with_enchant, "find_speller", lambda _: found)
    visitor, program = switch.visitor, switch.program
    visitor.write(PASSPHRASE)
    visitor.key(Qt.Key.Key_Return)
    visitor.on(WhoIsHereScreen)
    session = program.routes.session
    people = session.ward.people
    sam = next(one.id for one in people.everyone if one.role is Role.PATIENT)
    session.gather(Gathering().about(sam, people).turned(sam))
    if not session.gathering.is_patient_here:
        session.gather(session.gathering.turned(sam))
    session.sit_down()
    document = session.open_form("ward-round").document
    document.writing.change(ASKED, Change(0, 0, "I was tierd tierdly"))
    program.window.go(ToSpelling(ASKED))
    screen = visitor.on(SpellingScreen)
    visitor.until(lambda: bool(screen.tiles))
    switch.read_as(switch=AUTOMATIC)
    # A press right after a screen came would be meant for the one before.
    switch.seconds.pass_s(1)

    switch.choose("tired")
    switch.choose(visitor.words("spelling.stop"))
    visitor.on(QuestionScreen)

    assert text_of(document, ASKED) == "I was tired tierdly"
