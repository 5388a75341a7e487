"""Whether words are saved is said in words, and never before it is so."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from coprod_desktop.gui.program import make_stage
from coprod_desktop.gui.saved_line import SavedLine
from coprod_desktop.i18n.catalogue import read_catalogue
from coprod_desktop.workspace.autosave import Saved
from tests.fakes import FakeClock


@pytest.mark.parametrize(
    ("saved", "said"),
    [
        (Saved.UNSAVED, "Not saved yet"),
        (Saved.SAVING, "Saving"),
        (Saved.SAVED, "Saved"),
        (Saved.FAILED, "Not saved. Your words are still here"),
    ],
)
def test_how_far_saving_is_stands_there_in_words(
    qapp: QApplication, clock: FakeClock, saved: Saved, said: str
):
    stage = make_stage(read_catalogue("en"), clock)
    stage.board.dress(qapp)
    line = SavedLine(stage)

    line.show_saved(saved)

    assert line.words == said
    stage.background.close()
    qapp.setStyleSheet("")
