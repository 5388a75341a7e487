"""Help explains hard words; those of the screen that it opens over come first."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from coprod_desktop.content.word_list import read_word_list
from coprod_desktop.gui.hard_words import explained_words, text_on
from coprod_desktop.gui.screens.help import HelpScreen
from coprod_desktop.gui.showing.visitor import Visitor
from coprod_desktop.gui.widgets.heading import Heading
from coprod_desktop.gui.widgets.said_line import SaidLine
from coprod_desktop.i18n.catalogue import languages
from tests.gui.window.conftest import Visits
from tests.workspace.wards import PASSPHRASE


@pytest.fixture
def helped(visits: Visits, ward_folder) -> tuple[Visitor, HelpScreen]:
    """Help, opened by its key over the screen that asks for the passphrase."""
    visitor = visits(ward_folder)
    visitor.write(PASSPHRASE)
    visitor.key(Qt.Key.Key_F1)
    return visitor, visitor.on(HelpScreen)


def test_the_words_of_the_screen_below_come_first(helped):
    visitor, screen = helped
    headings = [one.text() for one in screen.findChildren(Heading)]
    lines = [one.words for one in screen.findChildren(SaidLine)]

    assert visitor.words("help.words_here") in headings[:2]
    assert headings[-1] == visitor.words("help.words")
    meaning = next(
        one.meaning for one in read_word_list("en") if one.word == "passphrase"
    )
    assert lines[0].endswith(f": {meaning}")
    assert sum(line.startswith("passphrase: ") for line in lines) == 1


def test_every_hard_word_is_there_once(helped):
    _, screen = helped
    lines = [one.words for one in screen.findChildren(SaidLine)]

    for one in read_word_list("en"):
        assert lines.count(f"{one.word}: {one.meaning}") == 1


def test_what_was_typed_in_secret_is_not_looked_at(visits: Visits, ward_folder):
    visitor = visits(ward_folder)
    visitor.write(PASSPHRASE)

    assert PASSPHRASE not in text_on(visitor.screen)


@pytest.mark.parametrize("language", languages())
def test_every_language_explains_its_words_in_order(language: str):
    first = read_word_list(language)[0]

    found = explained_words(language, f"({first.word})")

    assert first in found.here
    assert {*found.here, *found.others} == set(read_word_list(language))
    assert not {*found.here} & {*found.others}
    words = [one.word.casefold() for one in found.others]
    assert words == sorted(words)


def test_a_language_without_a_list_is_explained_in_english():
    found = explained_words("x-none", "Who is your advocate?")

    assert [one.word for one in found.here] == ["advocate"]
