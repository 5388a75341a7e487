"""Tests of the one way for text to get onto paper."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.pdf.drawable import drawable, paragraphs
from coprod_desktop.pdf.faces import face

ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]))


def shown(text: str) -> str:
    return "".join(sign.shown for sign in drawable(text))


@given(ANY_TEXT)
def test_what_is_drawn_can_be_read_back_as_it_was_written(text: str) -> None:
    signs = drawable(text)

    assert "".join(sign.written for sign in signs) == text


@given(ANY_TEXT, st.sampled_from(["body", "bold"]))
def test_nothing_is_drawn_that_the_font_has_no_drawing_for(
    text: str, weight: str
) -> None:
    signs = drawable(text, weight)

    assert all(sign.face.signs.issuperset(sign.shown) for sign in signs)


def test_plain_welsh_words_are_one_stretch_in_the_main_font() -> None:
    (sign,) = drawable("Tŷ, dŵr, ŵyn.")

    assert sign.is_plain
    assert sign.face is face("body")


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("😀", "[grinning face]"),
        ("😀😀😀", "[grinning face × 3]"),
        ("\u202eevil", "[right-to-left override]evil"),
        ("a\u2066b", "a[left-to-right isolate]b"),
        ("x\x0cy", "x[U+000C]y"),
        ("a\tb", "a    b"),
        ("\U000e0041", "[tag latin capital letter a]"),
        ("a\u200bb\ufeffc", "abc"),
        ("one\u00a0two", "one two"),
        ("w\u0302", "ŵ"),
        ("e\u0316", "e[combining grave accent below]"),
    ],
)
def test_what_no_font_has_is_named_and_never_a_box(written: str, seen: str) -> None:
    assert shown(written) == seen


def test_no_mark_up_is_known() -> None:
    words = "</para><b>Staff</b> &amp; {name} \\n ) Tj"

    assert shown(words) == words


def test_only_line_ends_make_a_new_line() -> None:
    assert paragraphs("a\n\nb\u2028c\x0cd") == ["a", "", "b", "c\x0cd"]


def test_no_text_is_no_signs() -> None:
    assert drawable("") == []
