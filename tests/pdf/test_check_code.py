"""Tests of the code that tells one paper's words from another's."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.model.problem import Problem
from coprod_desktop.pdf.check_code import check_code, code_as_printed, is_slip

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def test_the_code_of_known_words_never_changes() -> None:
    code = check_code('{"schema":"coprod-words/1"}')

    assert code == "AD6V-QDFN"


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_code_has_eight_signs_that_are_hard_to_mix_up(words: str) -> None:
    code = check_code(words)

    assert re.fullmatch("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}", code)


def test_one_other_letter_gives_another_code() -> None:
    codes = {check_code(f'{{"words":"{letter}"}}') for letter in "abcdefgh"}

    assert len(codes) == 8


@pytest.mark.parametrize(
    "typed",
    [
        "7F3K-0Q1D",
        "7f3k0q1d",
        " 7F3K 0Q1D ",
        "7F3K OQID",
        "7f3k-oqld",
        "7 F 3 K – 0 Q 1 D.",
        "７Ｆ３Ｋ－０Ｑ１Ｄ",
        "٧F٣K-٠Q١D",
    ],
)
def test_a_code_is_read_however_it_was_typed(typed: str) -> None:
    assert code_as_printed(typed) == "7F3K-0Q1D"


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("", "code_length"),
        ("7F3K-9QW", "code_length"),
        ("7F3K-9QWD7", "code_length"),
        ("7F3K-9QWU", "code_sign"),
        ("7F3K-9QWß", "code_length"),
        ("7F3K-9QWЖ", "code_sign"),
    ],
)
def test_what_can_be_no_code_is_told(typed: str, key: str) -> None:
    with pytest.raises(Problem) as told:
        code_as_printed(typed)

    assert told.value.key == f"pdf.problem.{key}"


@given(st.text(st.sampled_from(SIGNS), min_size=8, max_size=8))
def test_a_printed_code_is_itself(signs: str) -> None:
    code = f"{signs[:4]}-{signs[4:]}"

    assert code_as_printed(code) == code
    assert not is_slip(code, code)


@given(
    st.text(st.sampled_from(SIGNS), min_size=8, max_size=8),
    st.integers(0, 7),
    st.sampled_from(SIGNS),
)
def test_one_other_sign_is_a_slip(signs: str, at: int, other: str) -> None:
    changed = signs[:at] + other + signs[at + 1 :]

    assert is_slip(changed, signs) is (changed != signs)


def test_two_neighbours_in_the_other_order_are_a_slip() -> None:
    assert is_slip("7F3K-9QWD", "7F39-KQWD")
    assert not is_slip("7F3K-9QWD", "793K-FQWD")
    assert not is_slip("7F3K-9QWD", "7F3K-9QAB")
