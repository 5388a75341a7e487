"""The recovery code and a copy of the folder: the ward goes on on another computer."""

from __future__ import annotations

import shutil

from coprod_desktop.gui.screens.recovery import RecoveryScreen
from coprod_desktop.gui.screens.who_is_here import WhoIsHereScreen
from tests.journeys.driver import WardComputer
from tests.journeys.stories import open_form, share_everything

WORDS = "I want to phone my sister on Sundays."


def test_a_copied_folder_opens_by_the_recovery_code_alone(
    pc: WardComputer, pc_without_ward: WardComputer
):
    pc.window.activateWindow()
    code = pc.set_up_ward()
    pc.add_patient("Sam")
    pc.press("Go on")
    open_form(pc, "My care plan")
    pc.write(WORDS)
    pc.press("All questions")
    pc.press("Check my words")
    share_everything(pc)
    pc.window.close_ward()
    other = pc_without_ward
    shutil.copytree(pc.folder, other.folder, dirs_exist_ok=True)
    other.program.begin()
    other.window.activateWindow()
    other.rest()

    other.press("I have the recovery code")
    assert isinstance(other.screen, RecoveryScreen)
    other.fill("Recovery code", code[:-1] + ("1" if code[-1] != "1" else "2"))
    other.press("Open the ward")
    assert isinstance(other.screen, RecoveryScreen)
    other.fill("Recovery code", code)
    other.press("Open the ward")

    assert isinstance(other.screen, WhoIsHereScreen)
    other.press("Sam")
    other.press("Go on")
    open_form(other, "My care plan")
    assert other.sees(WORDS)
    assert other.program.routes.session.ward.store.record.verify() is None
