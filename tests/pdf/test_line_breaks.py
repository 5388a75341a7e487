"""Tests of breaking words into lines."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from coprod_desktop.pdf.line_breaks import break_lines
from coprod_desktop.pdf.spans import Row, Span
from coprod_desktop.pdf.structure import Element

WIDTH = 200.0


def rows(text: str, width: float = WIDTH) -> list[Row]:
    return break_lines([Span(text, Element("P"), 14, is_said=True)], width)


def wide(row: Row) -> float:
    """How far a line reaches, without the spaces at its end."""
    if not row:
        return 0.0
    ends = [
        one.x + one.face.width(one.shown.rstrip(), one.span.size)
        for one in row
        if one.shown.strip()
    ]
    return max(ends, default=0.0)


def written(found: list[Row]) -> str:
    return "".join(one.written for row in found for one in row)


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\n")))
@example("w" * 300)
@example("one\x1dother")
@example("😀 word " * 20)
@example("Is there " + "\u0301" * 300)
@example("e\u0301" * 100)
def test_nothing_is_lost_and_no_line_is_too_long(text: str) -> None:
    found = rows(text)

    assert written(found) == text
    assert all(wide(row) <= WIDTH + 0.01 for row in found)


def test_words_are_not_parted_where_they_fit() -> None:
    found = rows("I want to talk about going home at weekends because I miss it")

    ends = [row[0].shown[-1:] for row in found]
    assert ends == [" ", "t"]


def test_a_word_longer_than_a_line_is_parted_without_a_hyphen() -> None:
    found = rows("a " + "w" * 100 + " b")

    assert "-" not in written(found)
    assert len(found) > 3


def test_a_name_in_brackets_longer_than_a_line_is_read_once() -> None:
    text = "\ufdfa"

    found = rows(text, 90)

    assert written(found) == text


def test_a_long_name_goes_on_in_the_next_line() -> None:
    text = "\U0001f9d1\u200d\U0001f9bd"

    found = rows(text, 60)

    assert len(found) > 1
    assert written(found) == text


def test_no_text_is_one_blank_line() -> None:
    assert written(rows("")) == ""
    assert len(rows("")) == 1


def test_a_word_in_two_spans_is_not_parted_between_them() -> None:
    element = Element("P")
    spans = [Span("I would like quiet", element, 14), Span("ness", element, 14)]

    found = break_lines(spans, 110)

    assert [row[0].shown[:5] for row in found] == ["I wou", "quiet"]


def test_stretches_of_a_line_follow_each_other() -> None:
    (row,) = rows("one 😀 two", 500)

    for one, after in pairwise(row):
        assert abs(one.x + one.width - after.x) < 0.01
