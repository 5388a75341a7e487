"""Whoever has one switch sees to the words of the ward as everybody else does."""

from __future__ import annotations

from PySide6.QtCore import Qt

from coprod_desktop.gui.screens.take_word_away import TakeWordAwayScreen
from coprod_desktop.gui.screens.ward_word import WardWordScreen
from coprod_desktop.gui.screens.ward_words import WardWordsScreen
from coprod_desktop.gui.screens.who_is_here import WhoIsHereScreen
from coprod_desktop.gui.screens.word_picture import WordPictureScreen
from coprod_desktop.gui.word_places import ToWordPicture
from coprod_desktop.model.reading import AUTOMATIC
from coprod_desktop.model.ward_words import ToldIn
from coprod_desktop.workspace.ward_words import WardWords
from tests.gui.scanning.conftest import Switch
from tests.workspace.wards import PASSPHRASE

ENTER = Qt.Key.Key_Return
HUDDLE = ToldIn("en", "huddle", "A short talk that staff have.")


def test_one_switch_chooses_a_picture_and_takes_a_word_away(switch: Switch):
    visitor, program = switch.visitor, switch.program
    visitor.write(PASSPHRASE)
    visitor.key(ENTER)
    visitor.on(WhoIsHereScreen)
    words, text = WardWords(program.routes.session.ward), visitor.words
    one = words.add(HUDDLE)
    program.window.go(ToWordPicture(one))
    picture = visitor.on(WordPictureScreen).pictures.buttons()[3].view
    switch.read_as(switch=AUTOMATIC)

    # A press right after a screen came would be meant for the one before.
    switch.seconds.pass_s(1)
    switch.choose(picture.words)
    visitor.on(WardWordScreen)
    assert words.all()[0].picture == picture.id
    switch.choose(text("ward_words.take_away"))
    visitor.on(TakeWordAwayScreen)
    switch.choose(text("ward_words.take_away"))
    visitor.on(WardWordsScreen)

    assert words.all() == ()
