"""Who may change which words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.model.authored_text import AuthoredText
from coprod_desktop.model.problem import NotYourWords, Problem
from coprod_desktop.model.rules import check_edit, may_change_run, who_forbids
from tests.model.values import JO, PRIYA, SAM, attributions, own, scribe, texts

OWN = AuthoredText.by(own(SAM), "I do want")
WRITTEN_FOR = AuthoredText.by(scribe(SAM, PRIYA), "walks")


@pytest.mark.parametrize(
    ("pen", "run", "may"),
    [
        (own(SAM), own(SAM), True),
        (own(SAM), scribe(SAM, PRIYA), True),
        (scribe(SAM, PRIYA), scribe(SAM, JO), True),
        (scribe(SAM, PRIYA), own(SAM), False),
        (own(PRIYA), scribe(SAM, PRIYA), False),
        (own(PRIYA), own(SAM), False),
        (own(SAM), own(PRIYA), False),
    ],
)
def test_words_are_their_voice_s(pen, run, may: bool) -> None:
    assert may_change_run(pen, run) is may


def test_a_word_may_not_be_put_between_words_of_another_hand() -> None:
    pen = scribe(SAM, PRIYA)

    assert who_forbids(pen, OWN, 5, 0) == SAM
    assert who_forbids(pen, OWN, 0, 0) is None
    assert who_forbids(pen, OWN, len(OWN), 0) is None
    assert who_forbids(pen, OWN + WRITTEN_FOR, len(OWN), 0) is None


def test_a_refusal_names_whose_words_they_are() -> None:
    with pytest.raises(NotYourWords) as caught:
        check_edit(own(PRIYA), OWN, 0, 1)

    assert (caught.value.owner, caught.value.key) == (SAM, "problem.not_your_words")
    check_edit(own(SAM), OWN, 0, len(OWN))


@given(texts, attributions, st.data())
def test_an_allowed_edit_takes_nothing_from_anybody_else(text, pen, data) -> None:
    at = data.draw(st.integers(0, len(text)))
    gone = data.draw(st.integers(0, len(text) - at))
    if who_forbids(pen, text, at, gone) is not None:
        return

    after = text.replaced(at, gone, AuthoredText.by(pen, "new"))

    for other in {by for _, by in text.pieces() if not may_change_run(pen, by)}:
        assert _signs_of(after, other) == _signs_of(text, other)


def _signs_of(text: AuthoredText, by: object) -> str:
    return "".join(piece for piece, whose in text.pieces() if whose == by)


def test_a_problem_carries_its_sentence_and_values() -> None:
    problem = Problem("store.some_key", count=3)

    assert (problem.key, problem.named, str(problem)) == (
        "store.some_key",
        {"count": 3},
        "store.some_key",
    )
