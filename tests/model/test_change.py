"""The smallest change between two states of a text box."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.model.authored_text import AuthoredText
from coprod_desktop.model.change import Change, smallest_change
from tests.model.values import PRIYA, SAM, own

short = st.text("ab\n😀", max_size=14)


@given(short, short, st.data())
def test_the_change_leads_from_one_to_the_other(before, after, data) -> None:
    caret = data.draw(st.integers(0, len(after)))

    at, gone, new = smallest_change(before, after, caret)

    assert before[:at] + new + before[at + gone :] == after


@given(short, st.data())
def test_what_was_typed_is_found_where_it_was_typed(before, data) -> None:
    at = data.draw(st.integers(0, len(before)))
    gone = data.draw(st.integers(0, len(before) - at))
    new = data.draw(short)
    after = before[:at] + new + before[at + gone :]

    found = smallest_change(before, after, at + len(new))

    # Nothing outside the hand's own edit is said to have changed.
    assert at <= found.at
    assert found.at + found.gone <= at + gone or not found.gone
    assert len(found.new) <= len(new)


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 4), short), max_size=20))
def test_no_sign_is_given_to_the_wrong_person(found) -> None:
    """The nurse's words stay hers while the patient types around them."""
    text = AuthoredText.by(own(PRIYA), "NURSE")
    for at, gone, new in found:
        begin = min(at, len(text))
        count = min(gone, len(text) - begin)
        after = text.text[:begin] + new + text.text[begin + count :]

        change = smallest_change(text.text, after, begin + len(new))
        typed = AuthoredText.by(own(SAM), change.new)
        text = text.replaced(change.at, change.gone, typed)

        assert text.text == after
        theirs = [piece for piece, by in text.pieces() if by == own(PRIYA)]
        assert set("".join(theirs)) <= set("NURSE")


def test_a_repeated_letter_lands_where_it_was_typed() -> None:
    assert smallest_change("aaa", "aaaa", 1) == Change(0, 0, "a")
    assert smallest_change("aaa", "aaaa", 4) == Change(3, 0, "a")


def test_erasing_before_the_same_letter_is_found() -> None:
    assert smallest_change("abab", "ab", 0) == Change(0, 2, "")


def test_no_change_is_no_change() -> None:
    assert smallest_change("abc", "abc", 3) == Change(3, 0, "")
    assert smallest_change("", "", 0) == Change(0, 0, "")
