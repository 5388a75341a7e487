"""What cannot be reached is noticed; and by Tab everything comes into sight."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from coprod_desktop.gui.showing.visitor import Visitor
from coprod_desktop.gui.showing.within_reach import out_of_reach
from coprod_desktop.gui.widgets import top_bar
from coprod_desktop.gui.widgets.bottom_bar import BottomBar
from coprod_desktop.gui.widgets.pressable import Pressable
from coprod_desktop.gui.widgets.scrolling import Scrolling
from tests.gui.window.conftest import Visits


@pytest.fixture
def big(visits: Visits, ward_folder: Path) -> Visitor:
    """The door in the biggest words, in the smallest window: it must be scrolled."""
    found = visits(ward_folder)
    found.program.stage.board.set_text_pt(48)
    found.program.window.resize(1024, 600)
    found.settle()
    return found


def test_in_the_biggest_words_all_of_a_screen_is_in_reach(big: Visitor):
    bar = big.screen.area.verticalScrollBar()
    bar.setValue(7)
    focused = big.focus()

    told = out_of_reach(big.program.window)

    assert told == []
    assert bar.maximum() > 0
    assert (bar.value(), big.focus()) == (7, focused)


def test_looking_writes_over_nothing(big: Visitor):
    big.write("four made")

    out_of_reach(big.program.window)
    big.write(" up words")

    assert big.screen.findChildren(type(big.focus()))[0] is big.focus()
    assert big.focus().text() == "four made up words"  # type: ignore[attr-defined]


def test_from_the_top_bar_tab_scrolls_to_where_the_body_begins(big: Visitor):
    bar = big.screen.area.verticalScrollBar()
    bar.setValue(bar.maximum())
    shown = [one for one in top_bars(big) if one.isVisible()]
    shown[-1].setFocus()

    big.key(Qt.Key.Key_Tab)

    assert big.screen.area.isAncestorOf(big.focus())
    assert bar.value() < bar.maximum()
    assert big.focus().visibleRegion().boundingRect() == big.focus().rect()


def top_bars(visitor: Visitor) -> list[Pressable]:
    return visitor.program.window.top_bar.findChildren(Pressable)


def test_a_focus_that_tab_leaves_out_of_sight_is_noticed(
    big: Visitor, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(top_bar, "scroll_to_focus", lambda: None)

    told = out_of_reach(big.program.window)

    assert any("has the focus, and is not seen whole" in one for one in told)


def test_a_control_that_tab_passes_by_is_noticed(big: Visitor):
    big.program.window.top_bar.help.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    [told] = out_of_reach(big.program.window)

    assert told.endswith("Tab does not come to it")


def test_a_screen_that_scrolls_sideways_is_noticed(big: Visitor):
    wide = QWidget()
    wide.setMinimumWidth(3_000)
    big.screen.body.addWidget(wide)
    big.settle()

    assert any("scrolls sideways" in one for one in out_of_reach(big.program.window))


def test_a_second_scroll_is_noticed(big: Visitor):
    inside = QWidget()
    inside.setMinimumHeight(900)
    second = Scrolling(inside)
    second.setFixedHeight(120)
    big.screen.body.addWidget(second)
    big.settle()

    assert any("scrolls by itself" in one for one in out_of_reach(big.program.window))


def test_a_main_action_that_is_partly_out_of_sight_is_noticed(big: Visitor):
    below = big.screen.findChild(BottomBar)
    assert below is not None
    main = below.buttons()[-1]
    main.move(main.x(), main.y() + 40)
    QApplication.processEvents()

    told = out_of_reach(big.program.window)

    assert any("below, and not seen whole" in one for one in told)
