"""The tour's part about hard words that the ward explains. It leaves one behind."""

from __future__ import annotations

from PySide6.QtCore import Qt

from coprod_desktop.content.pictures import alt_key
from coprod_desktop.gui.screens.staff import StaffScreen
from coprod_desktop.gui.screens.take_word_away import TakeWordAwayScreen
from coprod_desktop.gui.screens.ward_word import WardWordScreen
from coprod_desktop.gui.screens.ward_words import WardWordsScreen
from coprod_desktop.gui.screens.word_picture import WordPictureScreen
from coprod_desktop.gui.screens.write_word import WriteWordScreen
from coprod_desktop.gui.showing.visitor import Visitor

ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape


def ward_words(visitor: Visitor) -> None:
    """From what staff see to: add a word, with a picture, and look at it."""
    words = visitor.words
    visitor.press(words("staff.words"))
    visitor.on(WardWordsScreen)
    visitor.picture("ward-words-none")
    visitor.press(words("ward_words.add"))
    screen = visitor.on(WriteWordScreen)
    visitor.write("huddle")
    visitor.key(ENTER)
    visitor.write("A short talk that staff have together " + "every day " * 5)
    visitor.key(ENTER)
    visitor.picture("write-word")
    screen.meaning.set_text("A short talk that staff have together every morning.")
    visitor.key(ENTER)
    _turn_to(visitor, "together")
    visitor.picture("word-picture")
    visitor.press(words(alt_key("together")))
    visitor.on(WardWordScreen)
    visitor.picture("ward-word")
    visitor.press(words("ward_words.take_away"))
    visitor.on(TakeWordAwayScreen)
    visitor.picture("take-word-away")
    visitor.press(words("ward_words.stay"))
    visitor.on(WardWordScreen)
    visitor.press(words("ward_words.done"))
    visitor.on(WardWordsScreen)
    visitor.picture("ward-words")
    visitor.key(ESCAPE)
    visitor.on(StaffScreen)


def _turn_to(visitor: Visitor, picture: str) -> None:
    """Turn pages until a picture is there."""
    page = visitor.on(WordPictureScreen)
    while picture not in {one.view.id for one in page.pictures.buttons()}:
        visitor.press(visitor.words("ward_words.more"))
        page = visitor.on(WordPictureScreen)
