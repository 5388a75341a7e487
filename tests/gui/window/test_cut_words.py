"""What is cut off is noticed: words without room, and what no scrolling reaches."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from coprod_desktop.gui.showing.cut_words import cut_words
from coprod_desktop.gui.widgets.plain import PlainLabel
from coprod_desktop.gui.widgets.pressable import Pressable
from tests.gui.window.conftest import Visits


def test_a_screen_with_room_for_everything_has_nothing_cut_off(
    visits: Visits, ward_folder: Path
):
    assert cut_words(visits(ward_folder).program.window) == []


def test_words_without_room_are_noticed(visits: Visits, ward_folder: Path):
    visitor = visits(ward_folder)
    label = visitor.screen.findChildren(PlainLabel)[0]
    label.setFixedHeight(10)
    visitor.settle()

    [cut] = cut_words(visitor.program.window)

    assert "10 px tall" in cut


def test_a_button_outside_the_window_is_noticed(visits: Visits, ward_folder: Path):
    visitor = visits(ward_folder)
    window = visitor.program.window
    button: Pressable = window.top_bar.help
    button.move(button.x(), window.height())

    cut = cut_words(window)

    assert len(cut) == 1
    assert "outside" in cut[0]


def test_words_that_what_holds_them_has_no_room_for_are_noticed(
    visits: Visits, ward_folder: Path
):
    visitor = visits(ward_folder)
    holder = QWidget()
    holder.setFixedSize(300, 40)
    label = PlainLabel("Some words", "body")
    label.setParent(holder)
    label.setGeometry(0, 20, 300, label.heightForWidth(300))
    visitor.screen.body.addWidget(holder)
    visitor.settle()

    [cut] = cut_words(visitor.program.window)

    assert "Some words" in cut
    assert "outside" in cut


def test_words_that_lie_over_others_are_noticed(visits: Visits, ward_folder: Path):
    visitor = visits(ward_folder)
    shown = visitor.screen.findChildren(PlainLabel)
    first, second, *_ = [one for one in shown if one.isVisible()]
    second.setGeometry(first.geometry())
    second.setParent(first.parentWidget())
    second.show()

    assert any("over" in one for one in cut_words(visitor.program.window))
