"""A file to open, or a folder, is chosen on a screen of our own."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from coprod_desktop.gui.asking import FolderWish
from coprod_desktop.gui.own_asking import OwnAsking
from coprod_desktop.gui.screen import Frame, Screen
from coprod_desktop.gui.screens.which_file import AT_FIRST, endings_of
from coprod_desktop.gui.spots import OPENING, SAVING, Spot, SpotKind
from coprod_desktop.gui.stage import Stage
from coprod_desktop.workspace.folders import MOST_SHOWN
from tests.gui.choosing import Asked

NOV_26_2026 = 1_795_694_400


def put(folder: Path, name: str, size: int = 10, older_days: int = 0) -> Path:
    made = folder / name
    made.write_bytes(b"x" * size)
    changed = NOV_26_2026 - older_days * 86_400
    os.utime(made, (changed, changed))
    return made


def ask_file(asked: Asked, kinds: str = "*.pdf") -> None:
    OwnAsking(asked.find).open_one(
        asked.asks, "Choose a file", kinds, asked.chosen.append
    )
    asked.rest()


def ask_folder(asked: Asked, *, is_to_be_written: bool) -> None:
    wish = FolderWish("Where do backups go?", is_to_be_written)
    OwnAsking(asked.find).use_folder(asked.asks, wish, asked.chosen.append)
    asked.rest()


@pytest.fixture
def asked(stage: Stage, qtbot: QtBot, tmp_path: Path) -> Asked:
    return Asked(stage, qtbot, tmp_path)


def test_files_of_the_kind_come_newest_first_with_their_day_and_size(asked: Asked):
    put(asked.documents, "old.pdf", 2_600_000, older_days=3)
    put(asked.documents, "new.pdf", 20)
    put(asked.documents, "letter.txt")
    ask_file(asked)

    assert asked.looked_for == [OPENING]
    assert asked.says("Choose a file")
    asked.press("Documents")

    words = asked.all_words()
    assert words.index("new.pdf") < words.index("old.pdf")
    assert not asked.says("letter.txt")
    new, old = (
        asked.button(name).accessibleDescription() for name in ("new.pdf", "old.pdf")
    )
    assert new == "Thursday 26 November 2026. Size: 1 KB."
    assert old == "Monday 23 November 2026. Size: 3 MB."
    asked.press("old.pdf")
    assert asked.is_over
    assert asked.chosen == [asked.documents / "old.pdf"]


def test_pictures_have_several_endings_in_small_and_capital_letters(asked: Asked):
    for name in ("a.JPG", "b.jpeg", "c.png", "d.gif"):
        put(asked.documents, name)
    ask_file(asked, "*.jpg *.jpeg *.png *.JPG")
    asked.press("Documents")

    assert all(asked.says(name) for name in ("a.JPG", "b.jpeg", "c.png"))
    assert not asked.says("d.gif")
    assert endings_of("*.pdf *.PDF") == (".pdf",)


def test_older_files_show_when_somebody_asks_and_no_more_than_a_hundred(asked: Asked):
    for number in range(MOST_SHOWN + 1):
        put(asked.documents, f"{number:04}.pdf", older_days=number)
    ask_file(asked)
    asked.press("Documents")
    assert asked.says(f"{AT_FIRST - 1:04}.pdf")
    assert not asked.says(f"{AT_FIRST:04}.pdf")

    asked.press("Show older files")

    first = asked.button(f"{AT_FIRST:04}.pdf")
    assert QApplication.focusWidget() is first
    assert not first.visibleRegion().isEmpty()
    assert asked.says(f"{MOST_SHOWN - 1:04}.pdf")
    assert not asked.says(f"{MOST_SHOWN:04}.pdf")
    assert asked.says("There are more files. The newest 100 are shown.")


def test_a_folder_without_such_a_file_says_so_and_its_folders_lead_on(asked: Asked):
    (asked.documents / "Scans").mkdir()
    put(asked.documents / "Scans", "sheet.pdf")
    ask_file(asked)

    asked.press("Documents")
    assert asked.says("No file of this kind is here.")
    asked.press("Scans")
    asked.press("sheet.pdf")

    assert asked.chosen == [asked.documents / "Scans" / "sheet.pdf"]


def test_a_folder_is_used_where_something_can_be_kept(
    asked: Asked, monkeypatch: pytest.MonkeyPatch
):
    (asked.documents / "Backups").mkdir()
    ask_folder(asked, is_to_be_written=True)

    assert asked.looked_for == [SAVING]
    assert asked.says("Where do backups go?")
    asked.press("Documents")
    use = asked.button("Use this folder")
    assert QApplication.focusWidget() is use
    assert use.accessibleDescription() == "In Documents"
    asked.press("Backups")
    assert asked.says("There is room for it.")
    asked.press("Use this folder")
    assert asked.chosen == [asked.documents / "Backups"]

    monkeypatch.setattr(os, "access", lambda *_: False)
    ask_folder(asked, is_to_be_written=True)
    asked.press("Documents")
    assert asked.says("Nothing can be saved here.")
    assert not asked.button("Use this folder").isEnabled()
    assert QApplication.focusWidget() is asked.button("Backups")


def test_a_folder_that_is_only_looked_into_may_be_one_that_nobody_can_write(
    asked: Asked, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(os, "access", lambda *_: False)
    asked.spots = [
        Spot(SpotKind.DOCUMENTS, asked.documents, may_write=False),
        Spot(SpotKind.STICK, asked.folder, "RED", is_silent=True),
    ]
    ask_folder(asked, is_to_be_written=False)

    assert asked.says("It does not answer now.")
    assert not asked.says("Nothing can be saved here.")
    asked.press("Documents")
    asked.press("Use this folder")

    assert asked.chosen == [asked.documents]


def test_another_place_asks_in_the_systems_own_windows(
    asked: Asked, monkeypatch: pytest.MonkeyPatch
):
    file, folder = asked.folder / "there.pdf", asked.folder / "there"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))

    ask_file(asked)
    asked.press("Another place")
    ask_folder(asked, is_to_be_written=False)
    asked.press("Another place")

    assert asked.is_over
    assert asked.chosen == [file, folder]


def test_a_screen_outside_a_window_asks_in_the_systems_own_windows(
    stage: Stage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    screen, chosen = Screen(stage, Frame("Backups")), list[Path]()
    qtbot.addWidget(screen)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")

    OwnAsking().open_one(screen, "Choose", "*.pdf", chosen.append)
    OwnAsking().use_folder(screen, FolderWish("Choose"), chosen.append)

    assert chosen == []
