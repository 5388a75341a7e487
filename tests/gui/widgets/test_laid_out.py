"""Words are measured without laying them out more often than needed."""

import pytest
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication

from coprod_desktop.gui.widgets.laid_out import LaidOut, Measured, PointedOut, Setting

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


def colours_of(
    words: str, start: int, end: int, *, is_leftwards: bool = False
) -> tuple[int, int]:
    """How much is drawn in the pointed-out paper, and where it begins, in px."""
    image = QImage(400, 120, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    pointed = PointedOut(start, end, QColor("blue"), QColor("yellow"))
    painter = QPainter(image)
    setting = Setting(QFont(), is_leftwards=is_leftwards)
    LaidOut(words, 400, setting).draw(painter, 0, 0, pointed)
    painter.end()
    blue = [
        x
        for x in range(400)
        for y in range(120)
        if image.pixelColor(x, y) == QColor("blue")
    ]
    return len(blue), min(blue, default=-1)


def test_a_word_is_pointed_out_where_it_stands(qapp: QApplication):
    first, first_at = colours_of("tea and milk", 0, 3)
    last, last_at = colours_of("tea and milk", 8, 12)

    assert first > 0
    assert first_at == 0
    assert last > 0
    assert last_at > 20


def test_a_sign_outside_the_first_plane_moves_nothing(qapp: QApplication):
    plain, plain_at = colours_of("a\nmilk", 2, 6)
    shown, shown_at = colours_of("😀\nmilk", 2, 6)

    assert (plain, plain_at) == (shown, shown_at)
    assert plain > 0


def test_nothing_is_pointed_out_of_nothing(qapp: QApplication):
    assert colours_of("tea", 0, 0) == (0, -1)
    assert colours_of("tea", 7, 9) == (0, -1)


@pytest.mark.parametrize(
    ("text", "is_leftwards", "runs_leftwards"),
    [
        ("\u2067طباعة\u2069. \u2067نسختي\u2069.", True, True),
        ("\u2068Sam\u2069: \u2068tea\u2069.", True, True),
        ("\u2068Sam\u2069: \u2068tea\u2069.", False, False),
        ("So \u2068Sam\u2069: \u2068tea\u2069.", True, False),
        ("كتب \u2068Sam\u2069: \u2068tea\u2069.", True, True),
    ],
)
def test_names_and_nothing_else_run_as_the_screen_does(
    qapp: QApplication, text: str, is_leftwards: bool, runs_leftwards: bool
):
    first, last = (
        colours_of(text, at, at + 3, is_leftwards=is_leftwards)[1]
        for at in (text.index("\u2069") - 3, text.rindex("\u2069") - 3)
    )
    assert (first > last) is runs_leftwards
