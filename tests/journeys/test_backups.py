"""Staff see that there is a good backup, and put one back when they must."""

from __future__ import annotations

import shutil
from pathlib import Path

from coprod_desktop.gui.places import ToOpenWard
from tests.journeys.driver import WardComputer
from tests.journeys.signing import MORGAN_S, PRIYA_S, WHO, SigningComputer

NEWEST = "The last good backup:"
ASKED = "Put this backup back?"


def wait_to_see(pc: WardComputer, words: str) -> None:
    """Wait until something stands on the screen by itself."""
    pc._bot.waitUntil(lambda: pc.sees(words), timeout=60_000)


def make_one(desk: SigningComputer) -> None:
    """Choose the stick, and wait for the first backup."""
    desk.press("What staff see to")
    desk.press("Backups")
    assert desk.sees("There is no backup yet.")
    desk.press("Choose a folder")
    wait_to_see(desk, NEWEST)


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
