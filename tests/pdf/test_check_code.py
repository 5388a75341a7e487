"""Tests of the code that tells one paper's words from another's."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.pdf.check_code import check_code


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
