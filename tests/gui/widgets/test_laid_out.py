"""Words are measured without laying them out more often than needed."""

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from coprod_desktop.gui.widgets.laid_out import LaidOut, Measured, Setting

WORDS = (
    "One",
    "A sentence that is long enough to be broken",
    "Two\nlines, the second longer",
    "Averylongwordthatmustbebrokenbecauseitisaloneonitsline",
)


@pytest.mark.parametrize("words", WORDS)
def test_what_is_measured_is_what_would_be_laid_out(qapp: QApplication, words):
    setting = Setting(QFont(), 1.3)
    measured = Measured(words, setting)
    natural = LaidOut(words, 1_000_000, setting).natural_width

    near = range(round(natural) - 3, round(natural) + 4)
    for width in (1, 20, 60, 150, *near, 5_000):
        assert measured.height(width) == LaidOut(words, width, setting).height
        assert measured.height(width) == LaidOut(words, width, setting).height
    assert measured.natural_width() == natural
