"""What I need to take part, on paper: by the six steps, in the print that is mine."""

from __future__ import annotations

from datetime import date

import pytest

from coprod_desktop.i18n.catalogue import read_catalogue
from coprod_desktop.pdf import blocks
from coprod_desktop.pdf.choice import PaperChoice, PaperKind
from coprod_desktop.pdf.letters import LetterFacts
from coprod_desktop.pdf.needs import STEPS, Needs, needs_paper
from coprod_desktop.pdf.reading import read_paper
from coprod_desktop.pdf.render import render
from tests.pdf.samples import NOON, PEOPLE, SAM

FACTS = LetterFacts("Juniper ward", NOON)
LARGE = PaperChoice(PaperKind.LARGE_PRINT)


def paper(
    language: str = "en",
    review_on: date | None = date(2027, 2, 26),
    choice: PaperChoice = LARGE,
) -> blocks.Paper:
    """What Sam needs."""
    needs = Needs(("Please read to me.", "Words on paper: big."), review_on, choice)
    return needs_paper(PEOPLE[SAM], needs, read_catalogue(language), FACTS)


def lists(whole: blocks.Paper) -> list[tuple[str, ...]]:
    return [one.lines for one in whole.blocks if isinstance(one, blocks.Bullets)]


def test_it_says_what_i_need_then_the_six_steps_with_the_day_of_the_review():
    needed, steps = lists(paper())

    assert needed == ("Please read to me.", "Words on paper: big.")
    assert len(steps) == len(STEPS) + 1 == 6
    assert "staff of Juniper ward may see it" in steps[3]
    assert "26 February 2027" in steps[5]


def test_without_a_day_it_says_that_it_is_asked_the_next_time():
    _, steps = lists(paper(review_on=None))

    assert "next" in steps[5]


@pytest.mark.parametrize("kind", PaperKind)
def test_it_is_drawn_in_the_print_that_is_theirs(kind: PaperKind):
    pdf = render(paper(choice=PaperChoice(kind)))

    assert paper(choice=PaperChoice(kind)).choice.kind is kind
    assert pdf == render(paper(choice=PaperChoice(kind)))


def test_what_is_read_from_the_tags_is_what_it_says():
    said = [one.text for one in read_paper(render(paper())).passages]

    assert any("Please read to me." in one for one in said)
