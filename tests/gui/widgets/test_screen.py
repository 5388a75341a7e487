"""The frame of a screen: going back, problems, scrolling, the first control."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coprod_desktop.gui.places import ToHome
from coprod_desktop.gui.screen import Action, Frame, Screen
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.big_button import BigButton
from coprod_desktop.gui.widgets.bottom_bar import BottomBar
from coprod_desktop.gui.widgets.notice import Notice
from coprod_desktop.gui.widgets.plain import text_label
from tests.gui.widgets.sheet import nothing


def shown(qtbot: QtBot, screen: Screen) -> Screen:
    qtbot.addWidget(screen)
    screen.resize(1024, 600)
    screen.show()
    screen.activateWindow()
    return screen


def test_escape_and_back_go_to_the_same_place(qtbot: QtBot, stage: Stage) -> None:
    screen = shown(qtbot, Screen(stage, Frame("Help", back=ToHome())))
    went: list[object] = []
    screen.went.connect(went.append)
    bar = screen.findChild(BottomBar)
    assert bar is not None

    QTest.keyClick(screen, Qt.Key.Key_Escape)
    bar.buttons()[0].click()

    assert went == [ToHome(), ToHome()]


def test_the_focus_starts_on_the_first_control_else_on_the_main_action(
    qtbot: QtBot, stage: Stage
) -> None:
    frame = Frame("Check", main=Action("Share", "share", nothing))
    empty = shown(qtbot, Screen(stage, frame))
    full = shown(qtbot, Screen(stage, frame))
    button = BigButton(stage, "Change")
    full.body.addWidget(button)
    button.show()

    empty.focus_first()
    full.focus_first()

    main = empty.focusWidget()
    assert isinstance(main, BigButton)
    assert main.words == "Share"
    assert full.focusWidget() is button


def test_a_problem_is_told_at_the_top_and_takes_the_focus(
    qtbot: QtBot, stage: Stage
) -> None:
    screen = shown(qtbot, Screen(stage, Frame("Write")))
    for _ in range(40):
        screen.body.addWidget(text_label("Something to read."))
    screen.area.verticalScrollBar().setValue(400)

    screen.show_notice("Only Sam can change these words.")
    screen.show_notice("Please write a name.")

    notice = screen.focusWidget()
    assert isinstance(notice, Notice)
    assert notice.words == "Please write a name."
    qtbot.waitUntil(lambda: len(screen.findChildren(Notice)) == 1)
    qtbot.waitUntil(lambda: not notice.visibleRegion().isEmpty())


def test_pages_can_be_read_by_keys_where_nothing_takes_the_focus(
    qtbot: QtBot, stage: Stage
) -> None:
    screen = shown(qtbot, Screen(stage, Frame("Help", back=ToHome())))
    for _ in range(60):
        screen.body.addWidget(text_label("Something to read."))
    qtbot.waitUntil(lambda: screen.area.verticalScrollBar().maximum() > 0)

    QTest.keyClick(screen, Qt.Key.Key_PageDown)

    assert screen.area.verticalScrollBar().value() > 0


def test_ways_out_stand_between_others_and_above_them_when_there_is_no_room(
    qtbot: QtBot, stage: Stage
) -> None:
    outs = tuple(Action(f"I would rather not {one}", None, nothing) for one in "abc")
    frame = Frame("Q", None, ToHome(), Action("Next", "next", nothing), outs)
    screen = shown(qtbot, Screen(stage, frame))
    bar = screen.findChild(BottomBar)
    assert bar is not None

    screen.resize(1366, 768)
    wide = [button.words for button in bar.buttons()]
    screen.resize(900, 600)
    narrow = [button.words for button in bar.buttons()]

    assert (wide[0], wide[-1]) == ("Back", "Next")
    assert narrow[-2:] == ["Back", "Next"]


def test_other_actions_take_the_place_of_those_before(
    qtbot: QtBot, stage: Stage
) -> None:
    screen = shown(qtbot, Screen(stage, Frame("Q", None, ToHome())))
    bar = screen.findChild(BottomBar)
    assert bar is not None

    screen.set_main(Action("Next", "next", nothing))
    screen.set_main(Action("Share", "share", nothing, enabled=False))
    screen.set_outs((Action("Later", None, nothing),))
    screen.set_outs(())
    screen.set_where("Question 1 of 2", "Only you can see this")
    screen.set_where("Question 2 of 2")

    assert [button.words for button in bar.buttons()] == ["Back", "Share"]
    assert not bar.buttons()[1].isEnabled()
