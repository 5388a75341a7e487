"""A document as plain text: nobody's words can look like a label of ours."""

from __future__ import annotations

import re

import pytest

from coprod_desktop.exchange.plain_text import BAR, plain_text
from tests.faults.hostile_text import CORPUS
from tests.pdf.samples import (
    SAM,
    by,
    flags,
    marked_document,
    one_answer,
    paper_of,
    sample_document,
)


def lines_of(text: str) -> list[str]:
    return text.split("\n")


def ours(text: str) -> list[str]:
    """The lines that nobody wrote, but for the code made from the words."""
    found = [line for line in text.splitlines() if not line.startswith(BAR)]
    return [re.sub(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}\b", "CODE", line) for line in found]


def test_whose_words_they_are_stands_above_them() -> None:
    lines = lines_of(plain_text(paper_of(marked_document(), told=flags())))
    at = lines.index(BAR + "I sleep better when staff knock first.")

    start = max(number for number in range(at) if lines[number].startswith("["))
    above = lines[start:at]

    assert above[0] == "[Sam's words]"
    assert above[1] == "! Sam says: I was pressed to write this."
    assert "Said by Sam. Written down by Priya (nurse), word for word." in above


def test_choices_lists_ways_out_and_the_table_are_told() -> None:
    text = plain_text(paper_of(sample_document()))

    for line in (
        "(x) Good (chosen)",
        "( ) Very good",
        "1. I want them there",
        BAR + "Mum",
        "Jo did not want to answer this.",
        "[Sam sees this differently]",
        "(Priya (nurse) wrote in short:)",
        BAR + "to try without the evening dose",
    ):
        assert line in lines_of(text), line
    assert "- Question: 7; Whose words: Sam's words; " in text
    assert text.endswith("\n")


@pytest.mark.parametrize("words", CORPUS, ids=range(len(CORPUS)))
def test_every_line_of_hostile_words_starts_with_a_bar(words: str) -> None:
    words = words.encode("utf-8", "replace").decode()
    quiet = plain_text(paper_of(one_answer(by(SAM, "quiet"))))

    hostile = plain_text(paper_of(one_answer(by(SAM, words))))

    assert ours(hostile) == ours(quiet)


def test_no_word_gives_a_terminal_orders() -> None:
    said = by(SAM, "\x9b31mred\x7f and \x85 next")

    text = plain_text(paper_of(one_answer(said)))

    assert not any(0x7F <= ord(sign) < 0xA0 for sign in text)
    assert BAR + "\ufffd31mred\ufffd and " in text
