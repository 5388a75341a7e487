"""Pages of pictures: one picked on each, by mouse, by keys and by their words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from coprod_desktop.content.own_pictures import PAGES
from coprod_desktop.content.pictures import alt_key
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.picture_rounds import PictureRounds, PictureView
from tests.gui.widgets.looking import sight

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def rounds(qtbot: QtBot, stage: Stage) -> PictureRounds:
    pages = tuple(
        tuple(PictureView(one, stage.words.text(alt_key(one))) for one in page)
        for page in PAGES
    )
    found = PictureRounds(stage, pages)
    qtbot.addWidget(found)
    found.resize(900, 600)
    found.show()
    found.activateWindow()
    found.setFocus()
    qtbot.waitUntil(found.pictures()[0].hasFocus)
    return found


def pick(rounds: PictureRounds, *pictures: str) -> None:
    for picture in pictures:
        key = next(one for one in rounds.pictures() if one.view.id == picture)
        QTest.mouseClick(key, LEFT)


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def test_one_is_picked_on_each_page_and_the_next_page_comes(
    rounds: PictureRounds,
) -> None:
    finished: list[tuple[str, ...]] = []
    rounds.finished.connect(lambda: finished.append(rounds.picked()))
    seen = []
    for picture in ("moon", "cat", "cake", "bus"):
        seen.append(rounds.status.words)
        pick(rounds, picture)

    assert seen == [f"Page {n} of 4" for n in (1, 2, 3, 4)]
    assert finished == [("moon", "cat", "cake", "bus")]
    assert rounds.is_finished
    assert rounds.pictures() == ()


def test_each_page_holds_nine_pictures_with_their_words_and_its_number(
    rounds: PictureRounds,
) -> None:
    keys = rounds.pictures()

    assert [one.view.id for one in keys] == list(PAGES[0])
    assert [one.accessibleName() for one in keys][:3] == [
        "A dog",
        "An apple",
        "A bicycle",
    ]
    assert {one.accessibleDescription() for one in keys} == {"Page 1 of 4"}
    page = keys[0].parentWidget()
    assert page is not None
    around = QAccessible.queryAccessibleInterface(page)
    assert around.role() == QAccessible.Role.Grouping
    assert around.text(QAccessible.Text.Name) == "Page 1 of 4"


def test_the_focus_begins_on_the_first_picture_whatever_was_picked(
    qtbot: QtBot, rounds: PictureRounds
) -> None:
    pick(rounds, "ball")

    assert rounds.pictures()[0].hasFocus()
    assert rounds.pictures()[0].view.id == PAGES[1][0]


def test_the_screen_after_a_pick_is_the_same_whichever_it_was(
    qtbot: QtBot, rounds: PictureRounds
) -> None:
    seen = set()
    for picture in PAGES[0]:
        rounds.clear()
        pick(rounds, picture)
        seen.add(sight(rounds))

    assert len(seen) == 1


def test_the_keyboard_alone_picks_on_every_page(
    qtbot: QtBot, rounds: PictureRounds
) -> None:
    for _ in range(4):
        QTest.keyClick(focus(), Qt.Key.Key_Right)
        QTest.keyClick(focus(), Qt.Key.Key_Return)

    assert rounds.picked() == tuple(page[1] for page in PAGES)


def test_a_page_back_forgets_the_last_pick_alone(rounds: PictureRounds) -> None:
    assert rounds.back.isHidden()
    pick(rounds, "dog", "cat")

    QTest.mouseClick(rounds.back, LEFT)

    assert rounds.picked() == ("dog",)
    assert rounds.status.words == "Page 2 of 4"
    assert rounds.pictures()[0].hasFocus()


def test_a_page_back_from_the_end_shows_the_last_page(rounds: PictureRounds) -> None:
    pick(rounds, "dog", "cat", "cake", "bus")
    rounds.setFocus()
    assert rounds.back.hasFocus()

    rounds.go_page_back()

    assert not rounds.is_finished
    assert rounds.status.words == "Page 4 of 4"


def test_everything_can_be_forgotten(rounds: PictureRounds) -> None:
    changed: list[int] = []
    rounds.changed.connect(lambda: changed.append(len(rounds.picked())))
    pick(rounds, "dog")

    rounds.clear()

    assert rounds.picked() == ()
    assert rounds.back.isHidden()
    assert changed == [1, 0]
