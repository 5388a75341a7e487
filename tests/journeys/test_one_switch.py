"""The whole way by one key and nothing else: from the door to a paper."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLineEdit

from coprod_desktop.gui.own_asking import OwnAsking
from coprod_desktop.gui.screens.who_is_here import WhoIsHereScreen
from coprod_desktop.gui.spots import Spot, SpotKind
from tests.journeys.signing import PRIYA_S, SigningComputer
from tests.journeys.stories import open_form, share_everything, text_of
from tests.journeys.switching import SwitchHands, spell


def test_one_switch_goes_from_the_door_to_a_paper_of_the_care_plan(
    desk: SigningComputer,
):
    pc = desk
    assert pc.window.close_ward()
    hands = SwitchHands(pc.program)
    pc.hands = hands

    hands.hold()
    pc.press("Priya, Nurse")
    [passphrase] = pc.screen.findChildren(QLineEdit)
    spell(pc, passphrase, *PRIYA_S)
    pc.press("Open the ward")
    assert isinstance(pc.screen, WhoIsHereScreen)
    pc.press("Sam")
    pc.press("Go on")
    open_form(pc, "My care plan")
    spell(pc, pc.box, "I want", "t", "e", "a")
    pc.press("All questions")
    pc.press("Check my words")
    share_everything(pc)
    paper = _save_where_it_is_shown(pc)

    assert "I want tea" in text_of(paper)
    assert "words Sam wrote this." in text_of(paper)
    assert hands.pressed > 60


def _save_where_it_is_shown(pc: SigningComputer) -> Path:
    """Save the paper on the program's own screens, as on a ward's computer."""
    folder = pc.answers.folder
    spots = (Spot(SpotKind.DOCUMENTS, folder),)
    pc.program.routes._asking = OwnAsking(lambda _: spots)
    pc.press("Print or save")
    pc.press("Save as a file")
    pc.press("Documents")
    pc.press("Save here")
    [paper] = folder.glob("*.pdf")
    return paper
