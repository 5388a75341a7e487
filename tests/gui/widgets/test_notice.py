"""A panel that says one thing."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.notice import Notice
from coprod_desktop.gui.widgets.picture import Picture


@pytest.mark.parametrize("text_pt", [14, 48])
def test_its_picture_grows_and_shrinks_with_its_words(
    qtbot: QtBot, stage: Stage, text_pt: int
) -> None:
    notice = Notice(stage, "Everything is saved.", "good")
    qtbot.addWidget(notice)
    notice.show()

    stage.board.set_text_pt(text_pt)

    picture = notice.findChild(Picture)
    assert picture is not None
    assert picture.sizeHint().height() == round(stage.look.text_px * 1.6)
