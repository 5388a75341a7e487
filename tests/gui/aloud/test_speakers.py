"""Which voice says a piece: the system's own first, and another where that fails."""

from __future__ import annotations

import pytest
from PySide6.QtTextToSpeech import QTextToSpeech
from pytestqt.qtbot import QtBot

from coprod_desktop.gui.aloud.speaker import Piece, PlayedVoice
from coprod_desktop.gui.aloud.speakers import ENGINES, Speakers, find_speaker
from coprod_desktop.gui.aloud.system_speaker import made_by
from tests.fakes import FakeSound, FakeVoice
from tests.gui.aloud.engines import PATIENCE_MS, Ears, nothing


def test_the_first_that_knows_a_language_says_it(ears: Ears):
    welsh, sound = FakeVoice("en", "cy"), FakeSound()
    speakers = Speakers(ears.speaker, PlayedVoice(welsh, sound))

    speakers.say(Piece("Tea", "en", 100), nothing, nothing)
    english = list(ears.engine.said)
    speakers.say(Piece("Te", "cy", 100), nothing, nothing)

    assert english == ["Tea"]
    assert welsh.said == [("Te", "cy", 100)]
    assert ears.speaker.heard_now() is None
    assert speakers.heard_now() == (0, 2)
    assert speakers.knows("cy")
    assert not speakers.knows("ur")


def test_a_voice_that_fails_leaves_its_words_to_the_next(ears: Ears, qtbot: QtBot):
    other, sound = FakeVoice("en"), FakeSound()
    speakers = Speakers(ears.speaker, PlayedVoice(other, sound))
    failed: list[str] = []
    speakers.say(Piece("Tea", "en", 100), nothing, lambda: failed.append("failed"))
    ears.engine.errorOccurred.emit(QTextToSpeech.ErrorReason.Playback, "")
    qtbot.waitUntil(lambda: bool(other.said), timeout=PATIENCE_MS)
    speakers.pause()
    was_held = sound.is_held
    speakers.go_on()
    speakers.say(Piece("And milk", "en", 100), nothing, lambda: failed.append("failed"))

    assert [words for words, _, _ in other.said] == ["Tea", "And milk"]
    assert was_held
    assert not sound.is_held
    assert failed == []


def test_a_loudspeaker_that_is_gone_is_nobodys_fault(ears: Ears, qtbot: QtBot):
    sound = FakeSound()
    speakers = Speakers(ears.speaker, PlayedVoice(FakeVoice("en"), sound))
    failed: list[str] = []
    speakers.say(Piece("Tea", "en", 100), nothing, lambda: failed.append("failed"))
    ears.has_sound = sound.is_plugged_in = False
    is_there = speakers.is_there()
    ears.engine.errorOccurred.emit(QTextToSpeech.ErrorReason.Playback, "")
    qtbot.waitUntil(lambda: bool(failed), timeout=PATIENCE_MS)
    ears.has_sound = True
    speakers.say(Piece("And milk", "en", 100), nothing, nothing)

    assert not is_there
    assert ears.engine.said == ["And milk"]


def test_windows_and_macos_ask_their_own_voices_first(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setitem(ENGINES, "win32", ("not here", "mock"))
    found = find_speaker("win32")

    assert found is not None
    # The mock's language, and no other voice's.
    assert found.knows("fi")


def test_an_engine_that_is_not_here_is_not_used():
    assert made_by(("winrt", "sapi"), lambda: True) is None


def test_a_computer_without_any_voice_has_none(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("coprod_desktop.gui.aloud.speakers.find_voice", lambda: None)

    assert find_speaker("linux") is None
