"""Pictures beside words are as big as the words, also when these become bigger."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.mark_line import MarkLine, MarkView
from coprod_desktop.gui.widgets.notice import Notice
from coprod_desktop.gui.widgets.person_row import PersonRow
from coprod_desktop.gui.widgets.picture import Picture
from coprod_desktop.gui.widgets.statement_card import (
    CardView,
    PieceView,
    StatementCard,
)
from coprod_desktop.model.people import VoiceKind

CARD = CardView(
    VoiceKind.PATIENT, "S", "Sam's words", pieces=(PieceView("Rest", "my-room"),)
)
MAKERS: dict[str, Callable[[Stage], QWidget]] = {
    "notice": lambda stage: Notice(stage, "Everything is saved.", "good"),
    "mark": lambda stage: MarkLine(stage, MarkView("Sam was pressed.", "flag")),
    "person": lambda stage: PersonRow(stage, "Sam Example", "", "person", ()),
    "card": lambda stage: StatementCard(stage, CARD),
}


@pytest.mark.parametrize("made", MAKERS)
def test_a_picture_grows_with_the_words_beside_it(
    qtbot: QtBot, stage: Stage, made: str
) -> None:
    widget = MAKERS[made](stage)
    qtbot.addWidget(widget)
    before = sizes(widget)

    stage.board.set_text_pt(24)

    anew = MAKERS[made](stage)
    qtbot.addWidget(anew)
    assert sizes(widget) == sizes(anew)
    assert sizes(widget) != before


def sizes(widget: QWidget) -> list[int]:
    return [one.sizeHint().height() for one in widget.findChildren(Picture)]
