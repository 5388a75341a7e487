"""Passages are said one after another; the word that is heard is pointed out."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from coprod_desktop.gui.aloud.passages import passages
from coprod_desktop.gui.aloud.player import Player
from coprod_desktop.gui.aloud.speaker import PlayedVoice
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.answer_editor import AnswerEditor
from coprod_desktop.gui.widgets.big_button import BigButton
from coprod_desktop.gui.widgets.choice_grid import ChoiceGrid, OptionView
from coprod_desktop.gui.widgets.heading import Heading
from coprod_desktop.gui.widgets.line_field import LineField
from coprod_desktop.gui.widgets.plain import PlainLabel, long_words, text_label
from tests.fakes import FakeSound, FakeVoice
from tests.speech.needs import real_voice


class Page(QWidget):
    """A heading, and somebody's words below it."""

    def __init__(self) -> None:
        super().__init__()
        self.heading = Heading("What helps you?")
        self.words = long_words("A walk 😀 outside. And tea.")
        column = QVBoxLayout(self)
        column.addWidget(self.heading)
        column.addWidget(self.words)


@pytest.fixture
def page(qapp: QApplication) -> Page:
    return Page()


@pytest.fixture
def voice() -> FakeVoice:
    return FakeVoice()


@pytest.fixture
def sound() -> FakeSound:
    return FakeSound()


@pytest.fixture
def player(page: Page, voice: FakeVoice, sound: FakeSound) -> Player:
    """It has just begun to read the page."""
    player = Player(PlayedVoice(voice, sound))
    player.read(passages(page), "en", 100)
    return player


def pointed(player: Player, label: PlainLabel) -> str:
    player.point_out()
    return label.pointed_out


def test_each_word_is_pointed_out_when_it_is_heard(
    player: Player, page: Page, sound: FakeSound
):
    first = pointed(player, page.heading)
    sound.play_to(1_400)
    last = pointed(player, page.heading)
    sound.play_out()
    sound.play_to(1_600)

    assert (first, last) == ("What", "you?")
    assert page.heading.pointed_out == ""
    assert pointed(player, page.words) == "outside."


def test_the_second_sentence_is_pointed_out_where_it_stands(
    player: Player, page: Page, sound: FakeSound
):
    sound.play_out()
    sound.play_out()
    sound.play_to(500)

    assert pointed(player, page.words) == "tea."


def test_when_all_is_said_nothing_is_pointed_out(
    player: Player, page: Page, sound: FakeSound, qtbot
):
    sound.play_out()
    sound.play_out()
    with qtbot.waitSignal(player.finished):
        sound.play_out()

    assert not player.is_reading
    assert page.words.pointed_out == ""


def test_stopping_is_silent_at_once_and_forgets_the_rest(
    player: Player, page: Page, sound: FakeSound
):
    player.point_out()

    player.stop()

    assert sound.playing is None
    assert not player.is_reading
    assert page.heading.pointed_out == ""


def test_it_can_be_held_and_goes_on_from_there(player: Player, sound: FakeSound):
    player.pause_or_go_on()
    was_held = sound.is_held and player.is_paused
    player.pause_or_go_on()

    assert was_held
    assert not sound.is_held
    assert not player.is_paused


def test_again_begins_these_words_anew(
    player: Player, voice: FakeVoice, sound: FakeSound
):
    sound.play_out()
    sound.play_out()

    player.again()

    said = [text for text, _, _ in voice.said]
    assert said == [
        "What helps you?",
        "A walk 😀 outside.",
        " And tea.",
        "A walk 😀 outside.",
    ]


def test_next_goes_on_with_what_stands_next(
    player: Player, page: Page, voice: FakeVoice
):
    player.point_out()

    player.skip()

    assert [text for text, _, _ in voice.said][1:] == ["A walk 😀 outside."]
    assert page.heading.pointed_out == ""


def test_after_the_last_there_is_nothing_next(
    player: Player, sound: FakeSound, qtbot: QtBot
):
    player.skip()
    with qtbot.waitSignal(player.finished):
        player.skip()

    player.skip()

    assert not player.is_reading
    assert sound.playing is None


def test_slower_is_heard_at_once(player: Player, voice: FakeVoice):
    player.set_speed(60)

    assert voice.said[-1] == ("What helps you?", "en", 60)


def test_words_that_went_from_the_screen_are_not_said(
    player: Player, page: Page, voice: FakeVoice, sound: FakeSound, qtbot
):
    from shiboken6 import delete

    delete(page.words)
    with qtbot.waitSignal(player.finished):
        sound.play_out()

    assert [text for text, _, _ in voice.said] == ["What helps you?"]


def test_words_that_became_others_are_not_pointed_out(player: Player, page: Page):
    page.heading.setText("Something else")

    assert pointed(player, page.heading) == ""


def test_words_of_other_letters_are_said_in_a_language_that_has_them(
    voice: FakeVoice, sound: FakeSound, qapp: QApplication
):
    page = Page()
    page.words.setText("چائے اچھی ہے")
    player = Player(PlayedVoice(voice, sound))
    voice.languages = ("en", "ur")
    player.read(passages(page), "en", 100)
    player.skip()

    assert [language for _, language, _ in voice.said] == ["en", "ur"]


def test_without_a_voice_for_them_the_voice_of_the_screen_says_them(
    voice: FakeVoice, sound: FakeSound, qapp: QApplication
):
    page = Page()
    page.words.setText("چائے اچھی ہے")
    player = Player(PlayedVoice(voice, sound))
    voice.languages = ("en",)
    player.read(passages(page), "en", 100)
    player.skip()

    assert [language for _, language, _ in voice.said] == ["en", "en"]


def test_a_loudspeaker_that_is_pulled_out_ends_it(
    player: Player, sound: FakeSound, qtbot
):
    with qtbot.waitSignal(player.failed):
        sound.pull_the_plug()

    assert not player.is_reading


def test_nothing_held_is_nothing_to_hold_or_repeat(player: Player, sound: FakeSound):
    player.stop()
    player.pause_or_go_on()
    player.again()
    player.set_speed(60)

    assert sound.playing is None
    assert not player.is_paused


def test_buttons_and_secrets_are_not_read(stage: Stage):
    page = QWidget()
    column = QVBoxLayout(page)
    hidden = text_label("hidden")
    editor = AnswerEditor(stage, lines=1)
    editor.setPlainText("my own words")
    secret = LineField("Passphrase")
    secret.box.setText("hunter2 example")
    for one in (
        text_label("Help"),
        hidden,
        editor,
        secret,
        BigButton(stage, "Undo"),
        ChoiceGrid(stage, (OptionView("a", "Tea", None),), "Drinks"),
    ):
        column.addWidget(one)
    hidden.hide()

    read = [one.words for one in passages(page)]

    assert read[:2] == ["Help", "my own words"]
    assert read[-1] == "Tea"
    assert not {"hidden", "Undo"} & {*read}
    assert not any("hunter2" in words for words in read)


def test_no_screen_says_nothing():
    assert passages(None) == ()


def test_the_real_voice_is_pointed_out_within_100_ms(page: Page, sound: FakeSound):
    voice = real_voice()
    player = Player(PlayedVoice(voice, sound))
    player.read(passages(page), "en", 100)
    assert sound.playing is not None
    times = {word.at_ms: word for word in sound.playing.words}
    text = page.heading.text()

    for at_ms, word in times.items():
        sound.play_to(at_ms + 99)

        assert pointed(player, page.heading) == text[word.start : word.end]
    player.stop()
