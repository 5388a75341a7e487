"""How a paper's file names which paper of its document it is."""

from __future__ import annotations

from itertools import product

import pytest

from coprod_desktop.pdf.choice import USUAL, Copy, PaperChoice, PaperKind, choice_of

EVERY = [PaperChoice(*one) for one in product(PaperKind, Copy, ("", "en"))]


@pytest.mark.parametrize("choice", EVERY, ids=lambda one: one.told)
def test_a_choice_is_read_from_what_a_file_says_of_it(choice: PaperChoice) -> None:
    assert choice_of(choice.told) == choice


@pytest.mark.parametrize(
    "told",
    [
        "",
        "paper clear",
        "paper huge, copy mine",
        "paper clear, copy yours",
        "paper clear, copy mine, beside fr",
    ],
)
def test_what_names_no_paper_of_ours_is_the_usual_one(told: str) -> None:
    assert choice_of(told) == USUAL


def test_a_file_is_named_by_what_is_not_usual_about_it() -> None:
    large = PaperChoice(PaperKind.LARGE_PRINT, Copy.MEETING)
    both = PaperChoice(beside="en")

    assert USUAL.named == ()
    assert both.named == ("en",)
    assert large.named == ("large-print", "meeting")
