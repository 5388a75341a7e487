"""A ward is made by keyboard alone, and nothing is written before the last step."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from coprod_desktop.gui.screens.set_up_code import SetUpCodeScreen
from coprod_desktop.gui.screens.set_up_code_back import SetUpCodeBackScreen
from coprod_desktop.gui.screens.set_up_passphrase import SetUpPassphraseScreen
from coprod_desktop.gui.screens.set_up_staff import SetUpStaffScreen
from coprod_desktop.gui.screens.set_up_ward import SetUpWardScreen
from coprod_desktop.gui.screens.set_up_welcome import SetUpWelcomeScreen
from coprod_desktop.gui.set_up import SetUpAnswers, SetUpStep, ToSetUpStep
from coprod_desktop.gui.showing.act_one import set_up
from coprod_desktop.gui.showing.visitor import Visitor
from coprod_desktop.model.people import Role
from tests.gui.window.conftest import Visits

ENTER = Qt.Key.Key_Return


def at(visitor: Visitor, step: SetUpStep) -> None:
    visitor.program.window.go(ToSetUpStep(step))


def test_a_ward_is_made_by_keyboard_alone(visits: Visits, tmp_path: Path):
    visitor = visits(tmp_path / "new")

    set_up(visitor)

    ward = visitor.program.routes.session.ward
    assert ward.name == "Larch Ward (made up)"
    assert ward.settings["meeting"] == "CPA meeting"
    staff = ward.opened_by
    assert (staff.name, staff.role, staff.title) == (
        "Priya Sample",
        Role.NURSE,
        "Nurse",
    )


def test_nothing_is_written_before_the_ward_is_made(visits: Visits, tmp_path: Path):
    folder = tmp_path / "new"
    visitor = visits(folder)

    visitor.key(ENTER)
    visitor.write("Larch Ward")
    visitor.key(ENTER)
    visitor.on(SetUpStaffScreen)

    assert not folder.exists()


def test_what_was_typed_is_there_when_somebody_comes_back(
    visits: Visits, tmp_path: Path
):
    visitor = visits(tmp_path / "new")
    visitor.key(ENTER)
    visitor.write("Larch Ward")

    visitor.key(Qt.Key.Key_Escape)
    visitor.on(SetUpWelcomeScreen)
    visitor.key(ENTER)

    assert visitor.on(SetUpWardScreen).name.text() == "Larch Ward"


def test_a_ward_needs_a_name(visits: Visits, tmp_path: Path):
    visitor = visits(tmp_path / "new")
    visitor.key(ENTER)

    visitor.key(ENTER)

    screen = visitor.on(SetUpWardScreen)
    assert screen.name.box.hasFocus()
    assert screen.name.box.accessibleDescription()


def test_staff_are_asked_what_their_work_is(visits: Visits, tmp_path: Path):
    visitor = visits(tmp_path / "new")
    at(visitor, SetUpStep.STAFF)
    visitor.write("Priya Sample")

    visitor.key(ENTER)

    assert isinstance(visitor.screen, SetUpStaffScreen)
    assert visitor.focus().accessibleName() == visitor.words(
        "set_up.staff.role_missing"
    )


def test_a_short_passphrase_is_told_how_long_it_is(visits: Visits, tmp_path: Path):
    visitor = visits(tmp_path / "new")
    at(visitor, SetUpStep.PASSPHRASE)
    visitor.write("elevensigns")

    visitor.key(ENTER)
    visitor.key(ENTER)

    screen = visitor.on(SetUpPassphraseScreen)
    assert "11" in screen.pair.first.field.box.accessibleDescription()
    assert screen.pair.first.field.box.hasFocus()


def test_two_different_passphrases_are_not_taken(visits: Visits, tmp_path: Path):
    visitor = visits(tmp_path / "new")
    at(visitor, SetUpStep.PASSPHRASE)
    visitor.write("four made up words")
    visitor.key(ENTER)
    visitor.write("four made up word")

    visitor.key(ENTER)

    screen = visitor.on(SetUpPassphraseScreen)
    assert screen.pair.second.field.box.hasFocus()


def test_the_recovery_code_can_be_kept_in_a_file(visits: Visits, tmp_path: Path):
    visitor = visits(tmp_path / "new")
    at(visitor, SetUpStep.CODE)
    code = visitor.on(SetUpCodeScreen).code

    visitor.press(visitor.words("set_up.code.save"))

    kept = (tmp_path / "recovery-code.txt").read_text(encoding="utf-8")
    assert all(group in kept for group in code.split("-"))


def test_a_code_that_cannot_be_kept_there_is_not_lost(visits: Visits, tmp_path: Path):
    visitor = visits(tmp_path / "new")
    at(visitor, SetUpStep.CODE)
    (tmp_path / "recovery-code.txt").mkdir()
    code = visitor.on(SetUpCodeScreen).code

    visitor.press(visitor.words("set_up.code.save"))

    assert visitor.on(SetUpCodeScreen).code == code
    assert visitor.screen.findChild(type(visitor.focus())) is not None


def test_a_mistyped_code_can_be_tried_again_or_shown_again(
    visits: Visits, tmp_path: Path
):
    visitor = visits(tmp_path / "new")
    at(visitor, SetUpStep.CODE)
    code = visitor.on(SetUpCodeScreen).code
    at(visitor, SetUpStep.CODE_BACK)
    screen = visitor.on(SetUpCodeBackScreen)

    visitor.write("AAAA" + code[4:])
    visitor.key(ENTER)

    assert screen.code.box.hasFocus()
    assert visitor.words("set_up.code_back.wrong") in (
        screen.code.box.accessibleDescription()
    )
    visitor.press(visitor.words("set_up.code_back.again"))
    assert visitor.on(SetUpCodeScreen).code == code


def test_secrets_never_show_themselves():
    answers = SetUpAnswers(passphrase="a secret passphrase", code="ABCD-EFGH")

    assert "secret" not in repr(answers)
    assert "ABCD" not in repr(answers)
