"""Staff open the ward; what is wrong is told in words and changes nothing."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from coprod_desktop.gui.screens.open_ward import OpenWardScreen
from coprod_desktop.gui.screens.recovery import RecoveryScreen
from coprod_desktop.gui.screens.trouble import TroubleScreen
from coprod_desktop.gui.screens.who_is_here import WhoIsHereScreen
from coprod_desktop.gui.widgets.plain import PlainLabel
from coprod_desktop.model.problem import Problem
from coprod_desktop.store.database import Database
from tests.gui.window.conftest import Visits
from tests.workspace.wards import PASSPHRASE

ENTER = Qt.Key.Key_Return


def sum_of(folder: Path) -> str:
    """One number for every byte of every file in a folder."""
    files = sorted(one for one in folder.rglob("*") if one.is_file())
    found = hashlib.sha256()
    for one in files:
        found.update(one.name.encode() + one.read_bytes())
    return found.hexdigest()


def test_staff_open_the_ward_with_their_passphrase(visits: Visits, ward_folder: Path):
    visitor = visits(ward_folder)

    visitor.write(PASSPHRASE)
    visitor.key(ENTER)

    visitor.on(WhoIsHereScreen)
    assert visitor.program.routes.session.ward.opened_by.name == "Priya Sample"


def test_a_wrong_passphrase_changes_nothing_and_keeps_the_focus(
    visits: Visits, ward_folder: Path
):
    before = sum_of(ward_folder)
    visitor = visits(ward_folder)
    screen = visitor.on(OpenWardScreen)

    visitor.write("not this passphrase")
    visitor.key(ENTER)
    visitor.until(lambda: not screen.is_waiting)

    box = screen.passphrase.field.box
    assert box.hasFocus()
    assert visitor.words("store.wrong_passphrase") in box.accessibleDescription()
    assert not visitor.program.routes.session.has_ward
    assert sum_of(ward_folder) == before


def test_nothing_can_be_pressed_while_the_ward_is_being_opened(
    visits: Visits, ward_folder: Path
):
    visitor = visits(ward_folder)
    screen = visitor.on(OpenWardScreen)
    visitor.write(PASSPHRASE)

    screen.passphrase.entered.emit()

    assert screen.is_waiting
    assert visitor.focus().accessibleName() == visitor.words("open_ward.opening")
    assert not screen.passphrase.isEnabled()
    visitor.on(WhoIsHereScreen)


def test_an_empty_passphrase_is_asked_for(visits: Visits, ward_folder: Path):
    visitor = visits(ward_folder)

    visitor.key(ENTER)

    screen = visitor.on(OpenWardScreen)
    assert visitor.words("open_ward.passphrase_missing") in (
        screen.passphrase.field.box.accessibleDescription()
    )


def test_the_door_names_no_patient(visits: Visits, ward_folder: Path):
    visitor = visits(ward_folder)

    said = [one.text() for one in visitor.screen.findChildren(PlainLabel)]

    assert not any("Sam" in one or "Alex" in one for one in said)
    assert "Sam" not in visitor.program.window.windowTitle()


def test_a_wrong_recovery_code_is_told_beside_the_field(
    visits: Visits, ward_folder: Path
):
    visitor = visits(ward_folder)
    visitor.press(visitor.words("open_ward.have_code"))
    screen = visitor.on(RecoveryScreen)

    visitor.key(ENTER)
    assert visitor.words("recovery.missing") in screen.code.box.accessibleDescription()
    visitor.write("ABCD EFGH")
    visitor.key(ENTER)
    visitor.until(lambda: not screen.is_waiting)

    assert screen.code.box.hasFocus()
    assert visitor.words("store.code_mistyped") in (
        screen.code.box.accessibleDescription()
    )


@pytest.mark.parametrize(
    "damage",
    [
        lambda keyring: keyring.write_bytes(b""),
        lambda keyring: keyring.write_bytes(b"something else"),
        lambda keyring: keyring.unlink(),
    ],
    ids=["empty", "foreign", "missing"],
)
def test_a_keyring_that_is_not_as_it_was_is_told_and_left_alone(
    visits: Visits, ward_folder: Path, damage
):
    # Either of the two would mend the other.
    for name in ("ward.keyring", "ward.keyring-2"):
        damage(ward_folder / "ward" / name)
    before = sum_of(ward_folder)

    visitor = visits(ward_folder)

    screen = visitor.on(TroubleScreen)
    assert screen.notice.words
    assert screen.notice.hasFocus()
    visitor.press(visitor.words("trouble.again"))
    visitor.on(TroubleScreen)
    assert sum_of(ward_folder) == before


def test_the_made_up_ward_tells_its_passphrase(visits: Visits, ward_folder: Path):
    visitor = visits(ward_folder, passphrase=PASSPHRASE)

    told = visitor.words("open_ward.example", passphrase=PASSPHRASE)

    said = [one.text() for one in visitor.screen.findChildren(PlainLabel)]
    assert told in said


def test_what_could_not_be_tidied_at_closing_is_told_at_the_door(
    visits: Visits, ward_folder: Path, monkeypatch: pytest.MonkeyPatch
):
    visitor = visits(ward_folder)
    visitor.write(PASSPHRASE)
    visitor.key(ENTER)
    visitor.on(WhoIsHereScreen)

    def damaged(self: Database) -> None:
        raise Problem("store.database_damaged")

    with monkeypatch.context() as patch:
        patch.setattr(Database, "tidy", damaged)
        is_closed = visitor.program.window.close_ward()
    door = visitor.on(OpenWardScreen)
    said = {one.text() for one in door.findChildren(PlainLabel)}
    visitor.write(PASSPHRASE)
    visitor.key(ENTER)
    visitor.on(WhoIsHereScreen)
    visitor.program.window.close_ward()
    then = {one.text() for one in visitor.on(OpenWardScreen).findChildren(PlainLabel)}

    assert is_closed
    assert visitor.words("store.database_damaged") in said
    assert visitor.words("store.database_damaged") not in then
