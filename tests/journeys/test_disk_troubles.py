"""What a person sees when files are lost, or the disk takes no more words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from coprod_desktop.gui.places import ToOpenWard, ToQuestion
from coprod_desktop.store import opening
from tests.journeys.signing import PRIYA_S, WHO, SigningComputer
from tests.journeys.stories import open_form

NEWS = "Please read this first"
WORDS = "Words that must not be lost."


def open_by_the_door(desk: SigningComputer) -> None:
    """Open the ward with Priya's passphrase."""
    desk.window.go(ToOpenWard())
    desk.press("Priya, Nurse")
    desk.fill("Passphrase", PRIYA_S)
    desk.press("Open the ward")


def let_sam_write(desk: SigningComputer, words: str) -> str:
    """Sam writes at the first question in words, which is returned; it is saved."""
    begin_to_write(desk)
    desk.write(words)
    desk.wait_until_saved()
    return desk.question.work.question.id


def wait_to_see(desk: SigningComputer, words: str) -> None:
    """Wait until something stands on the screen by itself."""
    desk._bot.waitUntil(lambda: desk.sees(words), timeout=10_000)


def begin_to_write(desk: SigningComputer) -> None:
    """Sam opens the care plan at its first question in words."""
    desk.press("Go on")
    open_form(desk, "My care plan")
    desk.press("Next")


def gone(path: Path) -> None:
    """Take the file away."""
    path.unlink()


def emptied(path: Path) -> None:
    """Leave nothing in it."""
    path.write_bytes(b"")


def halved(path: Path) -> None:
    """Cut it in the middle."""
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


@pytest.mark.parametrize(
    ("file", "spoil"),
    [
        ("ward.coprod", halved),
        ("ward.journal", gone),
        ("ward.drafts", emptied),
        ("ward.keyring", emptied),
        ("ward.keyring-2", halved),
    ],
)
def test_any_one_file_is_put_back_and_staff_are_told_once(
    desk: SigningComputer, file: str, spoil: Callable[[Path], None]
):
    question = let_sam_write(desk, WORDS)
    entries = desk.ward.store.record.head()
    desk.window.close_ward()
    spoil(desk.folder / "ward" / file)

    open_by_the_door(desk)

    assert desk.heading == NEWS
    assert desk.notice.count("made again") == 1
    assert desk.window.focusWidget().accessibleName() == desk.notice
    assert desk.ward.store.record.head() == entries
    desk.press("I have read it")
    assert desk.heading == WHO
    desk.go_to_who_is_here()
    desk.press("Go on")
    desk.press("My care plan")
    desk.window.go(ToQuestion(question))
    assert desk.box.words == WORDS
    desk.window.close_ward()
    open_by_the_door(desk)
    assert desk.heading == WHO


def test_a_folder_that_vanishes_keeps_the_words_on_the_screen(desk: SigningComputer):
    begin_to_write(desk)
    ward = desk.folder / "ward"
    ward.rename(desk.folder / "away")

    desk.write(WORDS)
    wait_to_see(desk, "The ward's files are not in their place any more.")

    assert desk.box.words == WORDS
    assert desk.box.hasFocus()
    assert desk.question.status.words == "Not saved. Your words are still here"
    assert desk.window.close_ward() is False
    assert desk.box.words == WORDS
    (desk.folder / "away").rename(ward)
    desk.write(" And more.")
    desk.wait_until_saved()
    assert not desk.sees("The ward's files are not in their place any more.")


def test_a_network_share_is_refused_with_its_reason(
    desk: SigningComputer, monkeypatch: pytest.MonkeyPatch
):
    desk.window.close_ward()
    monkeypatch.setattr(opening, "is_on_network", lambda _: True)

    open_by_the_door(desk)

    assert desk.sees("The ward's words cannot be kept on a network drive.")
    assert desk.sees("Two computers could write over each other there.")
    assert not desk.program.routes.session.has_ward
