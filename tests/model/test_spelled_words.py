"""What a speller can be asked about: words, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.model.spelled_words import (
    SpelledWord,
    bare_word,
    is_in_letters_of,
    plain_word,
    spelled_words,
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", []),
        ("I am tierd.", ["I", "am", "tierd"]),
        ("I don’t, I can't", ["I", "don’t", "I", "can't"]),
        ("'quoted' words'", ["quoted", "words"]),
        ("10mg of B12 twice 2x", ["of", "twice"]),
        ("self-harm", ["self", "harm"]),
        ("ask sam@example.org or www.example.org now", ["ask", "or", "now"]),
        ("ŵyl yn Nhŷ", ["ŵyl", "yn", "Nhŷ"]),
        ("e\u0301cole", ["e\u0301cole"]),
        ("شُكرًا جزيلا", ["شُكرًا", "جزيلا"]),
        ("snake_case", []),
    ],
)
def test_words_are_found_where_they_stand(text: str, words: list[str]):
    found = list(spelled_words(text))

    assert [one.word for one in found] == words
    for one in found:
        assert text[one.at : one.end] == one.word


@given(st.text())
def test_every_word_stands_where_it_is_said_to(text: str):
    last = 0
    for one in spelled_words(text):
        assert one.at >= last
        assert text[one.at : one.end] == one.word != ""
        last = one.end


def test_words_are_compared_without_what_the_keyboard_chose():
    assert plain_word("Don’t") == plain_word("don't")
    assert bare_word("Sam’s") == bare_word("SAM") == "sam"
    assert bare_word("nurses'") == "nurses"
    assert SpelledWord(2, "am").end == 4


@pytest.mark.parametrize(
    ("word", "language", "is_in"),
    [
        ("tired", "en", True),
        ("tired", "en-GB", True),
        ("شكرا", "en", False),
        ("شكرا", "ar", True),
        ("شكریہ", "ur", True),
        ("tired", "ar", False),
        ("привет", "pl", False),
    ],
)
def test_words_in_other_letters_are_not_of_this_language(word, language, is_in):
    assert is_in_letters_of(word, language) is is_in
