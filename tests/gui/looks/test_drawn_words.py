"""Words that are drawn outside of their widget are noticed."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.big_button import BigButton
from coprod_desktop.gui.widgets.plain import PlainLabel
from tests.gui.looks.drawn_words import drawn_outside
from tests.gui.widgets.sheet import sheet


@pytest.mark.parametrize("text_pt", [14, 48])
def test_every_widget_draws_its_words_inside_itself(
    qtbot: QtBot, stage: Stage, text_pt: int
) -> None:
    stage.board.set_text_pt(text_pt)
    screen = sheet(stage)
    qtbot.addWidget(screen)
    screen.resize(1024, 4000)
    screen.show()

    assert drawn_outside(screen) == []


def test_a_label_without_room_for_its_words_is_noticed(
    qtbot: QtBot, stage: Stage
) -> None:
    label = PlainLabel("These are more words than there is room for in here")
    qtbot.addWidget(label)
    label.resize(120, 30)
    label.show()

    [told] = drawn_outside(label)

    assert "These are more words" in told


def test_a_button_without_room_for_its_words_is_noticed(
    qtbot: QtBot, stage: Stage
) -> None:
    button = BigButton(stage, "Go on to the next question of this form", "next")
    qtbot.addWidget(button)
    button.resize(160, 40)
    button.show()

    assert len(drawn_outside(button)) == 1
