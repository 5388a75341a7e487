"""Tests of Arabic letters: joined, and drawn from right to left."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.pdf.arabic import is_arabic, joined
from coprod_desktop.pdf.faces import face
from coprod_desktop.pdf.line_breaks import break_lines
from coprod_desktop.pdf.spans import Span
from coprod_desktop.pdf.structure import Element

SIGNS = face("arabic").signs


def names(word: str) -> list[str]:
    """The joining of each sign as it is drawn, from right to left."""
    drawn = reversed(joined(word, SIGNS))
    return [unicodedata.decomposition(sign).split(" ")[0] for sign in drawn]


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("سمك", ["<initial>", "<medial>", "<final>"]),
        ("ب", ["<isolated>"]),
        ("دار", ["<isolated>", "<isolated>", "<isolated>"]),
        ("سلام", ["<initial>", "<final>", "<isolated>"]),
        ("ںہ", ["<isolated>", "<isolated>"]),
    ],
)
def test_each_letter_takes_the_form_that_joins_its_neighbours(
    word: str, forms: list[str]
) -> None:
    assert names(word) == forms


def test_lam_and_alef_are_one_sign() -> None:
    assert joined("لا", SIGNS) == "\ufefb"


@pytest.mark.parametrize("word", ["علي", "ليل", "لجنة"])
def test_lam_joins_yeh_and_jeem_and_stays_a_letter_of_its_own(word: str) -> None:
    joins = names(word)

    assert len(joins) == len(word)
    assert "<medial>" in joins or joins[0] == "<initial>"
    assert len(joined(word, SIGNS, as_before=True)) == len(word) - 1


def test_a_mark_stays_with_its_letter_and_does_not_part_its_neighbours() -> None:
    drawn = joined("مَن", SIGNS)

    assert unicodedata.decomposition(drawn[0]).startswith("<final>")
    assert drawn[2] == "\u064e"


def test_numbers_keep_their_order() -> None:
    assert joined("\u0661\u0662\u0663", SIGNS) == "\u0661\u0662\u0663"


def test_a_form_that_the_font_lacks_is_left_as_the_letter() -> None:
    assert joined("سمك", frozenset("سمك")) == "كمس"


def test_the_long_line_between_letters_joins_both() -> None:
    assert names("بـب") == ["<initial>", "", "<final>"]


@given(st.text(st.characters(min_codepoint=0x600, max_codepoint=0x6FF)))
def test_whatever_is_written_in_arabic_is_drawn_with_signs_of_the_font(
    word: str,
) -> None:
    known = "".join(char for char in word if char in SIGNS)

    assert set(joined(known, SIGNS)) <= SIGNS


def test_arabic_words_of_a_line_stand_from_right_to_left() -> None:
    text = "Sam said هذه كلماتي أنا. And then"

    (row,) = break_lines([Span(text, Element("P"), 14)], 1_000)

    places = [one.x for one in row if one.face is face("arabic")]
    assert places == sorted(places, reverse=True)
    assert "".join(one.written for one in row) == text


def test_latin_is_not_arabic() -> None:
    assert not any(map(is_arabic, "aŵ1 "))
