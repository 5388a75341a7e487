"""The computer's own voices, through Qt, as far as its mock engine can stand in.

Windows' and macOS' have not been tried.
"""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtTextToSpeech import QTextToSpeech
from pytestqt.qtbot import QtBot

from coprod_desktop.gui.aloud.passages import passages
from coprod_desktop.gui.aloud.player import Player
from coprod_desktop.gui.aloud.speaker import Piece
from coprod_desktop.gui.aloud.system_speaker import rate_of
from tests.gui.aloud.engines import PATIENCE_MS, Ears, Engine, Listen, Silent, nothing
from tests.gui.aloud.test_player import Page


def words_heard(ears: Ears, words: str, qtbot: QtBot) -> list[str]:
    """Each word as it is told, until the end of the piece."""
    told: list[str] = []

    def note() -> None:
        span = ears.speaker.heard_now()
        if span is not None and told[-1:] != [words[slice(*span)]]:
            told.append(words[slice(*span)])

    ears.say(words)
    ears.engine.sayingWord.connect(note)
    ears.engine.stateChanged.connect(note)
    qtbot.waitUntil(lambda: bool(ears.heard), timeout=PATIENCE_MS)
    return told


def test_each_word_is_told_whole_and_once(ears: Ears, qtbot: QtBot):
    told = words_heard(ears, "😀 Tea, and don't rush.", qtbot)

    # The mock passes over what is no letter.
    assert [one for one in told if one != "😀"] == ["Tea,", "and", "don't", "rush."]
    assert ears.heard == ["ended"]


def test_where_no_word_is_told_the_sentence_is(listen: Listen):
    class Wordless(Engine):
        can = QTextToSpeech.Capability.Speak

    ears = listen(Wordless)
    ears.say(" A walk. ")
    begun = ears.speaker.heard_now()

    assert begun == (1, 8)


def test_a_voice_that_tells_no_word_once_has_its_sentences_shown(
    listen: Listen, qtbot: QtBot
):
    ears = listen(Silent)
    ears.say("A walk.")
    first = ears.speaker.heard_now()
    qtbot.waitUntil(lambda: bool(ears.heard), timeout=PATIENCE_MS)
    ears.say("And tea.")

    assert first is None
    assert ears.speaker.heard_now() == (0, 8)


def test_stopping_midway_is_silent_at_once_and_tells_nothing(ears: Ears, qtbot: QtBot):
    ears.say("One two three four five")
    first = ears.engine
    with qtbot.waitSignal(first.sayingWord, timeout=PATIENCE_MS):
        pass

    ears.speaker.stop()
    silent = first.state()
    ears.say("Six")
    qtbot.waitUntil(lambda: bool(ears.heard), timeout=PATIENCE_MS)

    assert silent == QTextToSpeech.State.Ready
    assert ears.heard == ["ended"]
    assert ears.engine is not first
    assert ears.engine.said == ["Six"]


def test_a_piece_that_was_said_leaves_its_engine_to_the_next(ears: Ears, qtbot: QtBot):
    for words in ("One", "Two"):
        ears.say(words)
        qtbot.waitUntil(lambda: bool(ears.heard), timeout=PATIENCE_MS)

    assert ears.engine.said == ["One", "Two"]


def test_held_it_waits_and_goes_on(ears: Ears, qtbot: QtBot):
    ears.say("One two three")
    ears.speaker.pause()
    paused = QTextToSpeech.State.Paused
    qtbot.waitUntil(lambda: ears.engine.state() == paused, timeout=PATIENCE_MS)
    held = list(ears.heard)
    ears.speaker.go_on()
    qtbot.waitUntil(lambda: bool(ears.heard), timeout=PATIENCE_MS)

    assert held == []
    assert ears.engine.said == ["One two three"]


def test_held_at_its_last_word_the_end_waits_too(ears: Ears, qtbot: QtBot):
    ears.say("One")
    ears.speaker.pause()
    ready = QTextToSpeech.State.Ready
    qtbot.waitUntil(lambda: ears.engine.state() == ready, timeout=PATIENCE_MS)
    QCoreApplication.processEvents()
    held = list(ears.heard)
    ears.speaker.go_on()
    qtbot.waitUntil(lambda: bool(ears.heard), timeout=PATIENCE_MS)

    assert held == []
    assert ears.heard == ["ended"]


def test_an_engine_that_cannot_hold_begins_the_sentence_again(
    listen: Listen, qtbot: QtBot
):
    class Restless(Engine):
        can = (
            QTextToSpeech.Capability.Speak | QTextToSpeech.Capability.WordByWordProgress
        )

    ears = listen(Restless)
    ears.say("One two")
    ears.speaker.pause()
    was_silent = ears.engine.state() == QTextToSpeech.State.Ready
    ears.speaker.go_on()
    qtbot.waitUntil(lambda: bool(ears.heard), timeout=PATIENCE_MS)

    assert was_silent
    assert [one.said for one in ears.engines] == [["One two"], ["One two"]]
    assert ears.heard == ["ended"]


def test_an_engine_that_never_begins_is_told_as_failed(listen: Listen, qtbot: QtBot):
    class Mute(Engine):
        is_mute = True

    ears = listen(Mute)
    ears.speaker.begins_within_ms = 1
    ears.say("One")
    qtbot.waitUntil(lambda: bool(ears.heard), timeout=PATIENCE_MS)

    assert ears.heard == ["failed"]


def test_an_engines_error_is_told_as_failed(ears: Ears, qtbot: QtBot):
    ears.say("One two three")
    ears.engine.errorOccurred.emit(QTextToSpeech.ErrorReason.Playback, "")
    qtbot.waitUntil(lambda: bool(ears.heard), timeout=PATIENCE_MS)

    told = list(ears.heard)
    ears.say("Four")

    assert told == ["failed"]
    assert [one.said for one in ears.engines] == [["One two three"], ["Four"]]


@pytest.mark.parametrize(
    ("tone", "pitch"), [("deeper", -0.5), ("usual", 0.0), ("higher", 0.5)]
)
def test_the_voice_is_as_deep_as_somebody_likes(ears: Ears, tone: str, pitch: float):
    ears.speaker.say(Piece("Tea", "en", 100, tone), nothing, nothing)

    assert ears.engine.pitch() == pytest.approx(pitch)


def test_stops_alone_are_passed_over(ears: Ears, qtbot: QtBot):
    ears.say(" … ")
    qtbot.waitUntil(lambda: bool(ears.heard), timeout=PATIENCE_MS)

    assert ears.heard == ["ended"]
    assert ears.engine.said == []


def test_english_is_british_where_it_can_be(ears: Ears):
    ears.say("Tea")

    assert ears.engine.locale() == QLocale("en_GB")
    assert not ears.speaker.knows("cy")
    with pytest.raises(ValueError, match="'cy'"):
        ears.say("Te", "cy")


def test_without_a_loudspeaker_it_is_not_there(ears: Ears):
    ears.has_sound = False

    assert not ears.speaker.is_there()


def test_peoples_words_are_no_marks_for_windows_older_voice(listen: Listen):
    class Sapi(Engine):
        name = "sapi"

    ears = listen(Sapi)
    ears.say('I am <silence msec="9"/> & here')

    assert ears.engine.said == ['I am  silence msec="9"/    here']


@pytest.mark.parametrize(
    ("engine", "slowest", "usual"),
    [("winrt", -1.0, -0.333), ("sapi", -0.631, -0.166), ("darwin", -0.5, -0.167)],
)
def test_each_engine_is_as_slow_as_somebody_wants(
    engine: str, slowest: float, usual: float
):
    assert rate_of(engine, 60) == pytest.approx(slowest, abs=0.001)
    assert rate_of(engine, 100) == pytest.approx(usual, abs=0.001)
    assert 0 < rate_of(engine, 130) <= 0.1


def test_a_screen_is_read_through_by_the_systems_voice(ears: Ears, qtbot: QtBot):
    page = Page()
    player = Player(ears.speaker)
    seen: list[str] = []
    player.pointed.connect(lambda one: seen.append(one.widget.pointed_out))

    with qtbot.waitSignal(player.finished, timeout=PATIENCE_MS):
        player.read(passages(page), "en", 100)

    # Not each of them, where the machine is busy.
    assert seen
    assert {*seen} <= {"What", "helps", "you?", "A", "walk", "outside.", "And", "tea."}
    assert ears.engine.said == ["What helps you?", "A walk 😀 outside.", " And tea."]
    assert page.words.pointed_out == ""


def test_slower_says_the_sentence_again_slower(ears: Ears):
    page = Page()
    player = Player(ears.speaker)
    player.read(passages(page), "en", 100)

    player.set_speed(60)

    assert [one.said for one in ears.engines] == [["What helps you?"]] * 2
    assert ears.engine.rate() == pytest.approx(-0.5)
