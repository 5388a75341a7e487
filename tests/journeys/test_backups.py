"""Staff see that there is a good backup, and put one back when they must."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from coprod_desktop.gui.places import ToOpenWard
from tests.journeys.driver import WardComputer
from tests.journeys.hands import KeyHands
from tests.journeys.signing import (
    MORGAN_S,
    PRIYA_S,
    WHO,
    SigningComputer,
    SigningWard,
)

NEWEST = "The last good backup:"
ASKED = "Put this backup back?"


def wait_to_see(pc: WardComputer, words: str) -> None:
    """Wait until something stands on the screen by itself."""
    pc._bot.waitUntil(lambda: pc.sees(words), timeout=60_000)


def make_one(desk: SigningComputer) -> None:
    """Choose the stick, and wait for the first backup."""
    desk.press("What staff see to")
    assert desk.sees("No folder is chosen for them yet")
    desk.press("Backups")
    assert desk.sees("There is no backup yet.")
    desk.press("Choose a folder")
    wait_to_see(desk, NEWEST)


@pytest.fixture
def key_desk(
    qtbot: QtBot, tmp_path: Path, signing_ward: SigningWard
) -> Iterator[SigningComputer]:
    """That ward's computer, used by the keyboard alone."""
    computer = SigningComputer(qtbot, tmp_path, signing_ward, KeyHands())
    yield computer
    computer.close()


def choose_the_newest(pc: WardComputer) -> None:
    """Press the button beside the backup at the top of the list."""
    names = [one.name for one in pc.screen.rows]  # type: ignore[attr-defined]
    pc.press(f"Put this one back: {names[0]}")
    assert pc.heading == ASKED


def test_an_older_backup_is_put_back_by_two_and_the_ward_before_is_kept(
    desk: SigningComputer,
):
    make_one(desk)
    desk.press("Back")
    desk.press("Back")
    desk.add_patient("Jordan")
    desk.ward.backups.stop()
    desk.press("What staff see to")
    desk.press("Backups")
    desk.press("Put a backup back")
    names = [one.name for one in desk.screen.rows]  # type: ignore[attr-defined]
    desk.press(f"Put this one back: {names[-1]}")
    desk.press("Priya")
    desk.fill("Your passphrase on the day of the backup", "not the passphrase")
    desk.press("Put it back")
    assert desk.program.routes.session.has_ward

    desk.fill("Your passphrase on the day of the backup", PRIYA_S)
    desk.press("Put it back")
    assert "Words were written after this backup was made" in desk.notice
    assert not desk.program.routes.session.has_ward
    desk.fill("Who from outside the ward is with you?", "Morgan")
    desk.fill("Their own passphrase", MORGAN_S)
    desk.press("Put it back")

    assert desk.notice.startswith("The backup is back:")
    assert desk.sees(str(desk.folder / "replaced-1"))
    desk.press("Open the ward")
    desk.press("Priya, Nurse")
    desk.fill("Passphrase", PRIYA_S)
    desk.press("Open the ward")
    assert desk.heading == WHO
    assert "Jordan" not in [one.name for one in desk.ward.people.everyone]
    assert desk.ward.store.record.verify() is None


def test_a_ward_that_cannot_be_opened_any_more_comes_back_from_the_stick(
    desk: SigningComputer,
):
    make_one(desk)
    desk.program.routes.close_ward()
    for path in (desk.folder / "ward").iterdir():
        path.write_bytes(b"")
    desk.program.window.go(ToOpenWard())
    assert desk.heading == "The ward cannot be opened now"
    desk.press("Put a backup back")
    assert desk.sees("No backup is shown yet.")
    desk.press("Look in another folder")
    choose_the_newest(desk)
    desk.press("Priya")
    desk.fill("Your passphrase on the day of the backup", PRIYA_S)

    desk.press("Put it back")

    assert desk.notice.startswith("The backup is back:")
    desk.press("Open the ward")
    assert desk.button("Priya, Nurse").isVisible()


def test_a_new_computer_begins_with_a_backup(
    desk: SigningComputer, pc_without_ward: WardComputer
):
    make_one(desk)
    stick = desk.answers.stick
    new = pc_without_ward
    shutil.copytree(stick, new.answers.stick, dirs_exist_ok=True)

    new.press("I have a backup")
    new.press("Look in another folder")
    choose_the_newest(new)
    new.press("Back")
    new.press("Look in another folder")
    choose_the_newest(new)
    new.press("Priya")
    new.fill("Your passphrase on the day of the backup", PRIYA_S)
    new.press("Put it back")

    assert new.notice.startswith("The backup is back:")


def test_what_is_missing_or_broken_is_said_and_nothing_is_closed(
    desk: SigningComputer,
):
    make_one(desk)
    desk.press("Put a backup back")
    [row] = desk.screen.rows  # type: ignore[attr-defined]
    keyring = Path(row.folder) / "ward.keyring"
    whole = keyring.read_bytes()
    keyring.write_bytes(b"")
    desk.press(f"Put this one back: {row.name}")
    assert desk.heading == "Which backup do you want to put back?"
    assert desk.notice

    keyring.write_bytes(whole)
    desk.press(f"Put this one back: {row.name}")
    desk.press("Put it back")
    assert desk.notice == "Please choose your name first."
    desk.press("Priya")
    desk.press("Put it back")
    assert desk.sees("Please type your passphrase.")
    desk.press("Back")
    desk.press("Back")
    shutil.rmtree(desk.answers.stick)
    desk.press("Make one now")
    wait_to_see(desk, "The folder for backups is not there.")
    desk.press("Put a backup back")
    assert "The folder for backups is not there." in desk.notice
    assert desk.program.routes.session.has_ward


def test_a_backup_is_tried_out_before_anybody_relies_on_it(desk: SigningComputer):
    make_one(desk)
    desk.press("Put a backup back")
    [row] = desk.screen.rows  # type: ignore[attr-defined]

    desk.press(f"Check this one: {row.name}")
    assert desk.notice.startswith(f"{row.name}. It is whole:")

    journal = Path(row.folder) / "ward.journal"
    journal.write_bytes(journal.read_bytes()[:-5])
    desk.press(f"Check this one: {row.name}")
    assert desk.notice.startswith("This backup is damaged.")
    assert desk.program.routes.session.has_ward


def mend(desk: SigningComputer, what: str) -> None:
    """Do one thing about the ward's files, as Priya."""
    desk.press(what)
    desk.press("Priya")
    desk.fill("Passphrase", PRIYA_S)
    desk.press("Begin")


def test_staff_check_the_ward_and_make_each_file_again(desk: SigningComputer):
    entries = desk.ward.store.record.head()
    desk.press("What staff see to")
    desk.press("Backups")
    wait_to_see(desk, f"All {entries} entries were read over.")
    desk.press("Check or mend")
    desk.press("Begin")
    assert desk.notice == "Please choose your name first."

    mend(desk, "Check everything")
    assert desk.notice == (
        f"All is as it was written: {entries} entries. You can open the ward now."
    )
    mend(desk, "Mend the lists")
    assert desk.notice.startswith("The lists were made again.")
    for what in ("Mend the file of words", "Mend the second copy"):
        mend(desk, what)
        assert desk.sees("It was made again. You can open the ward now.")
    desk.press("Back")
    desk.press("Priya, Nurse")
    desk.fill("Passphrase", PRIYA_S)
    desk.press("Open the ward")

    assert desk.heading == WHO
    assert desk.ward.store.record.head() == entries


def test_what_is_left_of_a_ward_that_opens_no_more_is_saved(desk: SigningComputer):
    entries = desk.ward.store.record.head()
    desk.program.routes.close_ward()
    ward = desk.folder / "ward"
    (ward / "ward.coprod").write_bytes(b"")
    journal = bytearray((ward / "ward.journal").read_bytes())
    journal[len(journal) // 2] ^= 0xFF
    (ward / "ward.journal").write_bytes(journal)
    desk.window.go(ToOpenWard())
    desk.press("Priya, Nurse")
    desk.fill("Passphrase", PRIYA_S)
    desk.press("Open the ward")
    assert not desk.program.routes.session.has_ward

    desk.press("Check or mend")
    desk.press("Save what is left")
    assert desk.sees("Anybody who has them can read them.")
    desk.press("Priya")
    desk.fill("Passphrase", "not the passphrase")
    desk.press("Begin")
    assert not (desk.answers.folder / "rescued-words.json").exists()
    desk.fill("Passphrase", PRIYA_S)
    desk.press("Begin")

    saved = json.loads((desk.answers.folder / "rescued-words.json").read_text("utf-8"))
    assert desk.sees(f"{len(saved['entries'])} shared entries were saved.")
    assert 0 < len(saved["entries"]) < entries
    desk.press("Back")
    assert desk.button("Priya, Nurse").isVisible()


def test_the_keyboard_alone_makes_a_backup_tries_it_out_and_puts_it_back(
    key_desk: SigningComputer,
):
    desk = key_desk
    make_one(desk)
    desk.press("Make one now")
    desk.press("Put a backup back")
    name = desk.screen.rows[0].name  # type: ignore[attr-defined]
    desk.press(f"Check this one: {name}")
    assert "It is whole" in desk.notice
    desk.key(Qt.Key.Key_Escape)
    assert desk.heading == "Backups"
    desk.press("Put a backup back")
    choose_the_newest(desk)
    desk.press("Priya")
    desk.fill("Your passphrase on the day of the backup", PRIYA_S)
    desk.key(Qt.Key.Key_Return)

    assert desk.notice.startswith("The backup is back:")
    desk.press("Open the ward")
    assert desk.button("Priya, Nurse").isVisible()


def test_staff_see_on_their_screen_that_a_backup_could_not_be_made(
    desk: SigningComputer,
):
    make_one(desk)
    shutil.rmtree(desk.answers.folder / "stick")
    desk.press("Make one now")
    wait_to_see(desk, "The folder for backups is not there.")

    desk.press("Back")

    assert desk.sees("The last one could not be made")
