"""The real voice: it can be heard, in each language, and says when each word is."""

from __future__ import annotations

import array
import sys

import pytest

from coprod_desktop.i18n.catalogue import languages
from coprod_desktop.speech.espeak import Espeak, find_voice
from coprod_desktop.speech.voice import Heard, Spoken, Voice
from tests.speech.needs import real_voice

FAINT = 300
"""Of 32,768: quieter than this nobody hears."""
STEP_MS = 10
QUIET_MS = 120


@pytest.fixture(scope="module")
def voice() -> Voice:
    return real_voice()


def loudness(spoken: Spoken) -> list[int]:
    """How loud each hundredth of a second is."""
    samples = array.array("h", spoken.samples)
    step = spoken.rate * STEP_MS // 1000
    return [
        max(map(abs, samples[at : at + step])) for at in range(0, len(samples), step)
    ]


def beginnings_ms(spoken: Spoken) -> list[int]:
    """When something is heard after silence."""
    loud, before = loudness(spoken), QUIET_MS // STEP_MS
    return [
        at * STEP_MS
        for at, level in enumerate(loud)
        if level > FAINT and all(one <= FAINT for one in loud[max(0, at - before) : at])
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Yes. No. Stop."),
        ("cy", "Ie. Na. Dewch."),
        ("pl", "Tak. Nie. Stop."),
        ("ar", "نعم. لا. قف."),
        ("ur", "ہاں۔ نہیں۔ رکو۔"),
    ],
)
def test_each_word_is_heard_within_100_ms_of_when_it_is_pointed_out(
    voice: Voice, language: str, text: str
):
    spoken = voice.say(text, language, 100)

    heard = beginnings_ms(spoken)
    assert [text[word.start : word.end] for word in spoken.words] == text.split()
    assert len(heard) == len(spoken.words)
    for word, at_ms in zip(spoken.words, heard, strict=True):
        assert abs(word.at_ms - at_ms) <= 100


def pitch_hz(spoken: Spoken) -> float:
    """How deep the loudest moment is: where the sound is most like itself again."""
    samples = array.array("h", spoken.samples)
    at = max(range(len(samples)), key=lambda one: abs(samples[one]))
    heard = samples[max(0, at - 1_200) : at + 1_200]
    lags = range(spoken.rate // 450, spoken.rate // 50)
    least = min(
        lags,
        key=lambda lag: sum(
            abs(heard[one] - heard[one + lag])
            for one in range(0, len(heard) - lags[-1], 2)
        ),
    )
    return spoken.rate / least


def test_a_deeper_voice_is_deeper_and_a_higher_one_higher(voice: Voice):
    deep, usual, high = (
        pitch_hz(voice.say("Aah", "en", 100, tone))
        for tone in ("deeper", "usual", "higher")
    )

    assert deep * 1.05 < usual
    assert usual * 1.05 < high


def test_every_language_of_the_program_has_a_voice(voice: Voice):
    assert [one for one in languages() if not voice.knows(one)] == []


def test_a_language_without_a_voice_is_told_apart(voice: Voice):
    assert not voice.knows("fo")
    with pytest.raises(ValueError, match="no voice for the language 'fo'"):
        voice.say("Góðan dag", "fo", 100)


def test_languages_sound_different(voice: Voice):
    assert voice.say("dawn", "en", 100).samples != voice.say("dawn", "cy", 100).samples


def test_slower_takes_longer(voice: Voice):
    usual = voice.say("I want to go outside with a nurse.", "en-GB", 100)
    slow = voice.say("I want to go outside with a nurse.", "en-GB", 60)

    assert len(slow.samples) > 1.3 * len(usual.samples)


def test_what_is_written_as_one_word_is_pointed_out_as_one(voice: Voice):
    text = "I don't like 12.5 mg 😀 of well-known tea"

    spoken = voice.say(text, "en", 100)

    words = [text[word.start : word.end] for word in spoken.words]
    assert words[:5] == ["I", "don't", "like", "12.5", "mg"]
    assert words[-3:] == ["of", "well-known", "tea"]


@pytest.mark.parametrize("text", ["", " ", "a\x00b", "half \ud800 a sign", "<b>[[x]]"])
def test_any_text_can_be_said(voice: Voice, text: str):
    assert voice.say(text, "en", 100).rate > 0


def test_nothing_of_what_was_said_stays_in_the_voice(voice: Voice):
    voice.say("one", "en", 100)
    again = voice.say("two", "en", 100)

    assert [(word.start, word.end) for word in again.words] == [(0, 3)]
    assert again.words[0].at_ms < 100


def test_the_word_that_is_heard_is_the_last_that_began():
    spoken = Spoken(b"", 1_000, (Heard(0, 3, 100), Heard(4, 7, 400)))

    assert spoken.word_at(50) is None
    assert spoken.word_at(399) == Heard(0, 3, 100)
    assert spoken.word_at(9_000) == Heard(4, 7, 400)


def test_where_the_voice_is_not_installed_there_is_none(monkeypatch):
    monkeypatch.setitem(sys.modules, "espeakng_loader", None)

    assert find_voice() is None


def test_a_voice_of_this_computer_is_espeak(voice: Voice):
    assert isinstance(voice, Espeak)
