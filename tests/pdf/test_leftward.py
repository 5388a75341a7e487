"""Tests of paper whose lines start at the right."""

from __future__ import annotations

import re
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coprod_desktop.model.people import VoiceKind
from coprod_desktop.pdf import blocks
from coprod_desktop.pdf.drawable import paragraphs
from coprod_desktop.pdf.leftward_lines import break_leftward
from coprod_desktop.pdf.reading import read_paper
from coprod_desktop.pdf.render import render
from coprod_desktop.pdf.spans import Row, Span
from coprod_desktop.pdf.structure import Element
from tests.pdf.test_render import HOSTILE, plain_paper

_WIDE = 10_000.0


def span(text: str, *, is_said: bool = False, is_note: bool = False) -> Span:
    element = Element("P", is_leftward=True)
    return Span(text, element, 14, is_said=is_said, is_note=is_note)


def rows(*spans: Span, width: float = _WIDE) -> list[Row]:
    return break_leftward(spans, width)


def from_right(row: Row) -> list[str]:
    """What stands in a line, word by word, from its right edge."""
    placed = sorted(row, key=lambda one: one.x)
    return [one.written.strip() for one in placed if one.written.strip()]


def leftward(*found: blocks.Block) -> bytes:
    paper = plain_paper(*found)
    return render(
        blocks.Paper(
            paper.blocks,
            paper.title,
            "ar",
            paper.author,
            paper.printed_at,
            paper.footer,
        )
    )


def said(words: str) -> blocks.Statement:
    voice = blocks.Voice(VoiceKind.PATIENT, "س", "كلام سام", "سام")
    return blocks.Statement(voice, (), (blocks.Words((blocks.Piece(words),)),))


def passages(pdf: bytes) -> list[str]:
    return [one.text for one in read_paper(pdf).passages if one.role == "P"]


def test_words_stand_from_right_to_left_and_are_read_as_written() -> None:
    text = "كلام سام (Sam) 12."

    (row,) = rows(span(text))

    assert from_right(row) == ["كلام", "سام", "(", "Sam", ")", "12", "."]
    assert "".join(one.written for one in row) == text
    assert row[0].x == 0


def test_a_bracket_is_mirrored_and_read_as_written() -> None:
    (row,) = rows(span("(سام)"))

    shown = [(one.shown, one.written) for one in row if one.written in "()"]
    assert shown == [(")", "("), ("(", ")")]


def test_a_full_stop_of_a_name_stays_at_the_name() -> None:
    (row,) = rows(span("كلام \u2068Sam (x).\u2069 هنا"))

    assert from_right(row) == ["كلام", "Sam (x).", "هنا"]


def test_isolates_beside_each_other_keep_their_order() -> None:
    (row,) = rows(span("\u2068Sam\u2069\u2068Jo\u2069"))

    assert from_right(row) == ["Sam", "Jo"]


def test_controls_in_somebodys_words_are_named_and_never_obeyed() -> None:
    text = "Sam\u2069\u2068\u202eevil"

    (row,) = rows(span(text, is_said=True))

    shown = "".join(one.shown for one in row)
    assert "[pop directional isolate][first strong isolate]" in shown
    assert "".join(one.written for one in row) == text


def test_a_sentence_whose_isolates_do_not_match_shows_them() -> None:
    (row,) = rows(span("كلام\u2069"))

    assert "[pop directional isolate]" in "".join(one.shown for one in row)


def test_somebodys_english_runs_rightwards_close_to_its_border() -> None:
    wide = rows(span("See (you) soon. نعم!", is_said=True))
    narrow = rows(span("one two three four", is_said=True), width=90)

    (row,) = wide
    assert from_right(row)[0] == "!"
    assert abs(min(one.x for one in row)) < 0.001
    starts = {round(max(one.x + one.width for one in row), 6) for row in narrow}
    assert len(narrow) > 1
    assert len(starts) == 1


def test_a_note_stands_before_the_words_that_it_tells_of() -> None:
    note, words = span("بقلم:", is_note=True), span("go home.", is_said=True)
    before = span("نعم 10:30. ", is_said=True)
    first = span("لا", is_said=True)

    (row,) = rows(first, note, before, note, words)

    kept = [one.span for one in sorted(row, key=lambda one: one.x)]
    met = [one for at, one in enumerate(kept) if not at or kept[at - 1] is not one]
    assert met == [first, note, before, note, words]


def test_words_without_any_letters_run_as_the_paper_does() -> None:
    (row,) = rows(span("12?", is_said=True))

    assert from_right(row) == ["12", "?"]


def test_a_word_that_is_too_long_is_parted_and_nothing_is_lost() -> None:
    found = rows(span("ب" * 300 + " " + "w" * 300, is_said=True), width=200)

    written = "".join(one.written for row in found for one in row)
    assert written == "ب" * 300 + " " + "w" * 300
    assert all(sum(one.width for one in row) <= 200 for row in found)


@settings(max_examples=60)
@given(
    st.text(
        st.sampled_from("ab دجَلاي12().,:\t\u200d\u00a0é😀\u202e\u2069"), max_size=60
    )
)
def test_whatever_is_written_is_kept_and_nothing_overlaps(text: str) -> None:
    found = rows(span(text, is_said=True), width=150)

    assert "".join(one.written for row in found for one in row) == text
    for row in found:
        placed = sorted(row, key=lambda one: (one.x, one.width))
        for one, following in pairwise(placed):
            assert following.x >= one.x + one.width - 0.001


@pytest.mark.parametrize(
    "words",
    [
        "لا (أبدا).",
        "قال Sam: نعم 12:30",
        # Emoji part a paragraph: they are tried in test_emoji.
        *(one for one in HOSTILE if "😀" not in one),
    ],
)
def test_the_words_of_a_leftward_page_are_read_back_as_written(words: str) -> None:
    _, *told = passages(leftward(said(words)))

    assert told == [line for line in paragraphs(words) if line]


def test_pdftotext_reads_arabic_letters_in_their_order(tmp_path: Path) -> None:
    place = tmp_path / "paper.pdf"
    place.write_bytes(leftward(said("كلام لا محمد")))

    asked = ["pdftotext", str(place), "-"]
    read = subprocess.run(asked, capture_output=True, text=True, check=True)

    told = re.sub("[\u202a-\u202e]", "", read.stdout)
    assert "كلام لا محمد" in told


def test_the_same_leftward_paper_gives_the_same_bytes() -> None:
    assert leftward(said("نعم")) == leftward(said("نعم"))
