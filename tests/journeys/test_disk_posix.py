"""A folder that may only be read, and a disk that is full, as a system has them."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coprod_desktop.gui.places import ToQuestion
from coprod_desktop.gui.screens.home import HomeScreen
from coprod_desktop.gui.screens.sign_in import SignInScreen
from tests.faults.needs import small_disk
from tests.journeys.signing import PIN, WHO, SigningComputer, SigningWard
from tests.journeys.test_disk_troubles import (
    NEWS,
    WORDS,
    begin_to_write,
    let_sam_write,
    open_by_the_door,
    wait_to_see,
)


@contextmanager
def read_only_here(folder: Path) -> Iterator[None]:
    """Let nothing be written in a folder: root may, so root becomes nobody."""
    below = [folder, *folder.rglob("*")]
    modes = {path: path.stat().st_mode for path in below}
    for path in below:
        path.chmod(0o555 if path.is_dir() else 0o444)
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(65_534)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)
        for path, mode in modes.items():
            path.chmod(mode)


@pytest.fixture
def open_desk(qtbot: QtBot, signing_ward: SigningWard) -> Iterator[SigningComputer]:
    """The ward's computer, in a place that everybody may look into."""
    with tempfile.TemporaryDirectory() as place:
        Path(place).chmod(0o755)
        computer = SigningComputer(qtbot, Path(place), signing_ward)
        yield computer
        computer.close()


ONLY_READING = "You can read here. Nothing new can be kept just now. Please tell staff."


def test_a_folder_that_cannot_be_written_opens_to_read_and_says_so_first(
    open_desk: SigningComputer,
):
    desk = open_desk
    question = let_sam_write(desk, WORDS)
    desk.window.close_ward()
    with read_only_here(desk.folder):
        open_by_the_door(desk)
        assert desk.heading == NEWS
        assert "Nothing can be written in the ward's folder just now." in desk.notice
        desk.press("I have read it")
        desk.go_to_who_is_here()
        desk.press("Go on")
        desk.press("My care plan")

        assert desk.sees(ONLY_READING)
        desk.window.go(ToQuestion(question))
        assert desk.sees(ONLY_READING)
        assert desk.box.accessibleDescription().startswith(ONLY_READING)
        assert desk.box.words == WORDS
        desk.write("x")
        assert desk.box.words == WORDS
        assert desk.sees("You can read here, but nothing new can be kept.")
        assert desk.window.lock()
        desk.staff_return()
        assert desk.heading == WHO
        assert desk.window.close_ward()


def test_where_nothing_can_be_kept_sam_is_told_that_signing_in_must_wait(
    open_desk: SigningComputer,
):
    desk = open_desk
    desk.give_sam_a_pin()
    desk.window.close_ward()
    with read_only_here(desk.folder):
        open_by_the_door(desk)
        desk.press("I have read it")
        desk.go_to_who_is_here(desk.people.priya)
        desk.press("Go on")
        assert isinstance(desk.screen, SignInScreen)
        for _ in range(2):
            desk.type_pin(PIN)
            desk.press("Sign in")
            assert desk.sees("Signing in does not work just now: nothing can be kept")
            assert desk.sees("Your words are safe. Please tell staff.")

        assert isinstance(desk.screen, SignInScreen)
        desk.press("Write with staff instead")
        assert isinstance(desk.screen, HomeScreen)
        assert not desk.ward.voices.is_open(desk.people.sam)
        assert desk.window.close_ward()
    desk.come_in()
    desk.press("Go on")
    desk.sign_in(PIN)
    assert desk.ward.voices.is_open(desk.people.sam)


def fill(disk: Path, *, but: int) -> None:
    """Fill a disk; ``but`` bytes stay free."""
    free = shutil.disk_usage(disk).free
    filling = disk / f"filling-{free}"
    with filling.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, max(1, free - but))


def test_a_full_disk_gives_the_reserve_and_after_that_keeps_the_words_on_the_screen(
    qtbot: QtBot, tmp_path: Path, signing_ward: SigningWard
):
    with small_disk(tmp_path / "disk") as disk:
        desk = SigningComputer(qtbot, disk, signing_ward)
        begin_to_write(desk)
        desk.write("Begun. ")
        desk.wait_until_saved()
        assert (desk.folder / "ward" / "ward.reserve").stat().st_size
        fill(disk, but=64 * 1024)

        desk.write("More. ")
        wait_to_see(desk, "This computer is nearly full. Your words are still saved.")
        assert not (desk.folder / "ward" / "ward.reserve").exists()
        assert desk.question.status.words == "Saved"
        fill(disk, but=0)
        desk.write(WORDS)
        wait_to_see(desk, "There is no room left on this computer.")
        assert desk.box.words == f"Begun. More. {WORDS}"
        assert desk.box.hasFocus()
        assert desk.question.status.words == "Not saved. Your words are still here"
        fill(disk, but=0)  # what the failed write gave back
        assert desk.window.close_ward() is False
        assert desk.box.words == f"Begun. More. {WORDS}"
        for filling in disk.glob("filling-*"):
            filling.unlink()
        desk.write("!")
        desk.wait_until_saved()
        assert not desk.sees("There is no room left on this computer.")

        desk.close()
    assert not desk.program.routes.session.has_ward
