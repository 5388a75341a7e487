"""A stage for widgets and screens: real words, real pictures, the Paper theme."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from coprod_desktop.gui.background import Background
from coprod_desktop.gui.look import load_fonts
from coprod_desktop.gui.look_board import LookBoard
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.tongue import Tongue
from coprod_desktop.gui.widgets.picture import shelf_for
from coprod_desktop.model.reading import Reading
from tests.english import english
from tests.fakes import FakeClock


@pytest.fixture
def stage(qapp: QApplication, clock: FakeClock) -> Iterator[Stage]:
    # What earlier tests left would be styled anew each time.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    load_fonts()
    background = Background()
    board = LookBoard(Reading(16, "paper"))
    board.dress(qapp)
    yield Stage(Tongue(english()), board, shelf_for(board), background, clock)
    background.close()
    qapp.setStyleSheet("")
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
