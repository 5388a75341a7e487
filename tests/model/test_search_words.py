"""What somebody looks for and what stands there are spelt by one rule."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.model.search_words import (
    LONGEST,
    MOST,
    question_words,
    search_words,
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I want to go HOME.", ("i", "want", "to", "go", "home")),
        ("Tŷ bach, cafe\u0301 and café", ("ty", "bach", "cafe", "and", "cafe")),
        ("don't_stop", ("don", "t", "stop")),
        ("Straße 12", ("strasse", "12")),
        ("ਸਤ ਸ੍ਰੀ ਅਕਾਲ", ("ਸਤ", "ਸ੍ਰੀ", "ਅਕਾਲ")),
        ("مُحَمَّد", ("محمد",)),
        ("🐕 \u200b \ue000", ()),
        ("", ()),
    ],
)
def test_a_text_is_parted_into_words(text: str, words: tuple[str, ...]):
    assert search_words(text) == words


def test_a_very_long_word_counts_by_its_beginning():
    assert search_words("a" * 1_000) == ("a" * LONGEST,)


def test_a_question_has_each_word_once_and_not_too_many():
    assert question_words("dog Dog DOG") == ("dog",)
    assert len(question_words(" ".join(f"w{n}" for n in range(99)))) == MOST


@given(st.text())
def test_writing_it_in_capitals_or_in_another_form_changes_nothing(text: str):
    words = search_words(text)

    assert search_words(unicodedata.normalize("NFD", text)) == words
    assert search_words(" ".join(words)) == words
    assert all(" " not in word for word in words)
