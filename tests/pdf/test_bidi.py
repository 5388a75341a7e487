"""Tests of the bidirectional algorithm (UAX 9): which way each sign runs."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.pdf.bidi import first_strong, levels, reordered

_SIGNS = "ab دج 12١٢۳().,:+-%[]\u064e\u2066\u2067\u2068\u2069«»/{}\u200d#א٪،"


def kinds(text: str) -> list[str]:
    return [unicodedata.bidirectional(sign) for sign in text]


def seen(text: str, base: int = 1) -> str:
    """A line as it stands from left to right."""
    return "".join(text[at] for at in reordered(levels(kinds(text), text, base)))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("دج (ab) 12.", ".12 )ab( جد"),
        ("12:30 - 13:45", "13:45 - 12:30"),
        ("a (د) b", "b )د( a"),
        ("د 1,5 %", "% 1,5 د"),
        ("د 1+2", "2+1 د"),
        ("ab 1+2", "ab 1+2"),
        ("د\u064e1", "1\u064eد"),
        ("[د", "د["),
        ("a [b) ]", "a [b) ]"),
    ],
)
def test_a_line_stands_as_unicode_says(text: str, line: str) -> None:
    assert seen(text) == line


def test_a_bracket_goes_with_the_letters_around_it_where_it_holds_others() -> None:
    assert seen("a(د)b", 0) == "a(د)b"
    assert seen("د(a)ج", 0) == "د(a)ج"


def test_what_is_isolated_moves_nothing_outside_it() -> None:
    plain = seen("د \u2068ab.\u2069 ج")

    assert plain.replace("\u2068", "").replace("\u2069", "") == "ج ab. د"


def test_an_isolate_that_is_never_closed_reaches_to_the_end() -> None:
    assert levels(kinds("د\u2067a"), "د\u2067a", 1) == [1, 1, 4]


def test_a_sign_without_width_goes_with_the_one_before() -> None:
    assert levels(kinds("\u200da\u200d"), "\u200da\u200d", 1) == [1, 2, 2]


def test_the_first_letter_tells_the_direction_but_not_what_is_isolated() -> None:
    assert first_strong(kinds("1 \u2067د\u2069 a")) == 0
    assert first_strong(kinds("\u2069دa")) == 1
    assert first_strong(kinds("12 (3)")) is None


@given(st.text(st.sampled_from(_SIGNS), max_size=20), st.integers(0, 1))
def test_nothing_is_lost_and_isolates_stay_in_one_piece(text: str, base: int) -> None:
    inside = f"{text.translate(dict.fromkeys(range(0x2066, 0x206A)))}"
    whole = f"د\u2068{inside}\u2069ج"

    line = seen(whole, base)

    assert sorted(line) == sorted(whole)
    start, end = sorted((line.index("\u2068"), line.index("\u2069")))
    assert sorted(line[start + 1 : end]) == sorted(inside)
