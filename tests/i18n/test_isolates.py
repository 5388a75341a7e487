"""Tests of values inside sentences that run leftwards: they stay where they belong."""

from __future__ import annotations

import pytest

from coprod_desktop.i18n.catalogue import read_catalogue
from coprod_desktop.i18n.isolates import is_balanced, isolated, isolating


def test_a_name_is_isolated_in_arabic_and_left_alone_in_english() -> None:
    arabic = isolating(read_catalogue("ar"))
    english = read_catalogue("en")

    assert arabic.text("pdf.words_of", name="Sam (x).").endswith("\u2068Sam (x).\u2069")
    assert isolating(english) is english


def test_a_number_in_a_counted_sentence_stands_as_it_is() -> None:
    arabic = isolating(read_catalogue("ar"))

    told = arabic.plural("pdf.questions", 3, numbers="1")

    assert "\u20681\u2069" in told


@pytest.mark.parametrize("name", ["سام (a)", "Sam سام", "\u2068Sam\u2069 (nurse)"])
def test_what_holds_leftward_words_runs_leftwards(name: str) -> None:
    assert isolated(name) == f"\u2067{name}\u2069"


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Jo\u2069", "Jo[pop directional isolate]"),
        ("\u2067Jo", "[right-to-left isolate]Jo"),
        ("\u202eJo", "[right-to-left override]Jo"),
        ("\u2069Jo\u2068", "[pop directional isolate]Jo[first strong isolate]"),
    ],
)
def test_a_name_that_reaches_out_of_its_place_is_told(name: str, told: str) -> None:
    assert isolated(name) == f"\u2068{told}\u2069"


def test_nothing_needs_no_place_of_its_own() -> None:
    assert isolated("") == ""
    assert is_balanced("")
