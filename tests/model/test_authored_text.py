"""Every code point knows whose it is, whatever is done to the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.model.authored_text import (
    EMPTY,
    Attribution,
    AuthoredText,
    Edit,
    Mode,
    Run,
    merged,
)
from tests.model.values import JO, PRIYA, SAM, own, scribe, texts

Naive = list[tuple[str, Attribution]]


def naive(text: AuthoredText) -> Naive:
    """The text as a list of single signs: slow and plainly right."""
    return [(sign, by) for piece, by in text.pieces() for sign in piece]


def checked(text: AuthoredText) -> AuthoredText:
    """Make the text again through the constructor, which refuses wrong runs."""
    again = AuthoredText(text.text, text.runs)
    assert again == text
    return text


edits = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 9), texts), max_size=25)


@given(texts, edits)
def test_editing_is_the_same_as_editing_a_list_of_signs(start, found) -> None:
    text, plain = start, naive(start)
    for at, gone, new in found:
        begin = min(at, len(text))
        count = min(gone, len(text) - begin)

        text = checked(text.replaced(begin, count, new))
        plain[begin : begin + count] = naive(new)

        assert naive(text) == plain


@given(texts, st.data())
def test_an_edit_and_its_inverse_lead_back(text, data) -> None:
    at = data.draw(st.integers(0, len(text)))
    stop = data.draw(st.integers(at, len(text)))
    edit = Edit(at, text.part(at, stop), data.draw(texts))

    after = checked(edit.apply(text))

    assert edit.inverse().apply(after) == text
    assert edit.inverse().inverse() == edit


@given(texts, st.data())
def test_cutting_anywhere_and_joining_changes_nothing(text, data) -> None:
    at = data.draw(st.integers(0, len(text)))

    assert checked(text.part(0, at)) + checked(text.part(at, len(text))) == text


@given(texts, texts)
def test_joining_keeps_every_sign_s_attribution(one, other) -> None:
    assert naive(checked(one + other)) == naive(one) + naive(other)


@given(texts)
def test_pieces_voices_and_attributions_tell_the_same(text) -> None:
    pieces = text.pieces()

    assert "".join(words for words, _ in pieces) == text.text
    assert tuple(by for _, by in pieces) == text.attributions(0, len(text))
    assert text.voices == {by.voice for _, by in pieces}


def test_runs_that_do_not_add_up_are_refused() -> None:
    with pytest.raises(ValueError, match="add up"):
        AuthoredText("abc", (Run(own(SAM), 2),))


@pytest.mark.parametrize(
    "runs",
    [
        (Run(own(SAM), 1), Run(own(SAM), 2)),
        (Run(own(SAM), 3), Run(own(PRIYA), 0)),
    ],
)
def test_runs_that_are_not_merged_are_refused(runs) -> None:
    with pytest.raises(ValueError, match="merged"):
        AuthoredText("abc", runs)


@pytest.mark.parametrize(("start", "stop"), [(-1, 1), (2, 1), (0, 4)])
def test_a_range_outside_the_text_is_refused(start: int, stop: int) -> None:
    text = AuthoredText.by(own(SAM), "abc")

    with pytest.raises(ValueError, match="not inside"):
        text.part(start, stop)
    with pytest.raises(ValueError, match="not inside"):
        text.replaced(start, stop - start, EMPTY)


def test_an_edit_that_does_not_fit_is_refused() -> None:
    edit = Edit(0, AuthoredText.by(own(SAM), "x"), EMPTY)

    with pytest.raises(ValueError, match="does not fit"):
        edit.apply(AuthoredText.by(own(PRIYA), "x"))


def test_merging_joins_like_neighbours_and_drops_empty_runs() -> None:
    runs = [Run(own(SAM), 1), Run(own(JO), 0), Run(own(SAM), 2), Run(own(JO), 1)]

    assert merged(runs) == (Run(own(SAM), 3), Run(own(JO), 1))


def test_a_pen_knows_its_own_hand_and_how_it_pastes() -> None:
    assert own(SAM).is_own_hand
    assert not scribe(SAM, PRIYA).is_own_hand
    assert scribe(SAM, PRIYA).pasting() == Attribution(SAM, PRIYA, Mode.PASTED)


def test_no_words_have_no_runs() -> None:
    assert AuthoredText.by(own(SAM), "") == EMPTY == AuthoredText()
