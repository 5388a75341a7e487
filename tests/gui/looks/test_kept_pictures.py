"""A picture in docs of what was there before is noticed, and a softer edge is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coprod_desktop.gui.screen import Screen
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.plain import PlainLabel
from tests.gui.looks.kept_pictures import MADE_ANEW, stale
from tests.gui.widgets.sheet import sheet


@pytest.fixture
def screen(qtbot: QtBot, stage: Stage) -> Screen:
    found = sheet(stage)
    qtbot.addWidget(found)
    found.resize(1366, 768)
    found.show()
    for _ in range(5):
        QApplication.processEvents()
    return found


@pytest.fixture
def kept(screen: Screen, tmp_path: Path) -> Path:
    """Where the picture of the screen was kept."""
    return taken(screen, tmp_path / "kept")


def taken(screen: Screen, folder: Path) -> Path:
    folder.mkdir()
    screen.grab().save(str(folder / "home.png"))
    return folder


def test_a_screen_that_did_not_change_is_as_its_picture(
    screen: Screen, kept: Path, tmp_path: Path
) -> None:
    now = taken(screen, tmp_path / "now")

    assert stale(now, kept, ("home",)) == []


def test_edges_that_another_computer_draws_softer_are_the_same_picture(
    kept: Path, tmp_path: Path
) -> None:
    image = QImage(str(kept / "home.png"))
    soft = image.scaled(image.size() * 2).scaled(image.size())
    for x in range(0, image.width(), 3):
        soft.setPixel(x, 300, soft.pixel(x, 301))
    (tmp_path / "now").mkdir()
    soft.save(str(tmp_path / "now" / "home.png"))

    assert stale(tmp_path / "now", kept, ("home",)) == []


def test_one_other_word_is_noticed_and_it_is_said_how_to_mend_that(
    screen: Screen, kept: Path, tmp_path: Path
) -> None:
    label = next(one for one in screen.findChildren(PlainLabel) if one.isVisible())
    label.setText("Other")

    [told] = stale(taken(screen, tmp_path / "now"), kept, ("home",))

    assert "docs/screens/home.png" in str(told)
    assert MADE_ANEW in str(told)


def test_other_colours_are_noticed(screen: Screen, kept: Path, tmp_path: Path) -> None:
    board = screen.stage.board
    board.read_as(board.reading._replace(theme="soft-blue"))

    assert len(stale(taken(screen, tmp_path / "now"), kept, ("home",))) == 1


def test_a_picture_that_is_missing_or_of_another_size_is_noticed(
    screen: Screen, kept: Path, tmp_path: Path
) -> None:
    screen.resize(1024, 600)
    now = taken(screen, tmp_path / "now")

    told = [one.why for one in stale(now, kept, ("home",))]
    (kept / "home.png").unlink()
    told += [one.why for one in stale(now, kept, ("home",))]

    assert told == ["has another size", "is not there"]
