"""What may enter a person's words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.model.text_policy import (
    Accepted,
    accept,
    is_fit,
    to_code_points,
    to_utf16,
    utf16_length,
)

anything = st.text(st.characters(), max_size=40)


@given(anything)
def test_what_was_accepted_once_is_accepted_as_it_is(text: str) -> None:
    accepted = accept(text).text

    assert is_fit(accepted)
    assert accept(accepted) == Accepted(accepted, 0)
    assert accepted.encode().decode() == accepted  # any file can hold it


@given(anything)
def test_fit_text_is_kept_sign_for_sign(text: str) -> None:
    if is_fit(text):
        assert accept(text) == Accepted(text, 0)


@pytest.mark.parametrize(
    ("given_text", "kept", "count"),
    [
        ("a\0b", "a\u2400b", 1),
        ("\x1b[0m\x7f", "\u241b[0m\u2421", 2),
        ("\ud800x", "\ufffdx", 1),
        ("a\r\nb\rc\n", "a\nb\nc\n", 0),
        ("\u00a0\u2028e\u0301\u202e\u200d\t", "\u00a0\u2028e\u0301\u202e\u200d\t", 0),
    ],
)
def test_what_would_hide_or_lose_words_becomes_visible(given_text, kept, count) -> None:
    assert accept(given_text) == Accepted(kept, count)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=20), st.data())
def test_qt_s_positions_and_ours_lead_back_and_forth(text: str, data) -> None:
    at = data.draw(st.integers(0, len(text)))

    assert to_code_points(text, to_utf16(text, at)) == at
    assert utf16_length(text) == len(text.encode("utf-16-le")) // 2


def test_the_middle_of_a_pair_counts_as_before_it_and_past_the_end_as_the_end() -> None:
    assert to_code_points("a😀b", 2) == 1
    assert to_code_points("a😀b", 99) == 3
    assert to_code_points("ŵ", 99) == 1
