"""Marks, signatures and flags on paper."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coprod_desktop.i18n.catalogue import read_catalogue
from coprod_desktop.model.documents import Document, MarkKind, Signed
from coprod_desktop.pdf import blocks
from coprod_desktop.pdf.layouts import LAYOUT, creator_of, layout_of
from coprod_desktop.pdf.marks import mark_in_words
from coprod_desktop.pdf.reading import Passage, read_paper
from coprod_desktop.pdf.signed import signed_in_words
from coprod_desktop.pdf.source import Names
from tests.pdf.samples import (
    CASEY,
    PEOPLE,
    PRIYA,
    SAM,
    by,
    flags,
    mark,
    marked_document,
    one_answer,
    paper_of,
    pdf_of,
    sample_document,
)
from tests.pdf.test_compose import every

NAMES = Names(PEOPLE, read_catalogue("en"))
PRESSED = "Sam says: I was pressed to write this."
NOT_MINE = "Sam says: I did not write this."


def answered(**more: object) -> Document:
    document = one_answer(by(SAM, "I am well here."))
    (one,) = document.statements
    return replace(document, statements=(replace(one, **more),))  # type: ignore[arg-type]


def notices(document: Document) -> list[str]:
    return [one.text for one in every(blocks.Notice, paper_of(document))]


def passages(pdf: bytes, words: str) -> list[Passage]:
    return [one for one in read_paper(pdf).passages if words in one.text]


def test_a_mark_stands_in_the_block_of_the_words_before_they_are_read() -> None:
    pdf = pdf_of(marked_document())

    every_one = read_paper(pdf).passages
    block = [one.text for one in every_one if one.title == "Sam's words"]
    at = block.index(PRESSED)
    assert block[at - 1] == "Sam's words"
    assert block[at + 1].startswith(NOT_MINE)
    assert block[at + 3] == "I sleep better when staff knock first."
    (found,) = [one for one in passages(pdf, PRESSED) if one.text == PRESSED]
    assert (found.role, found.shown) == ("P", PRESSED)


def test_a_mark_stands_on_page_one_and_on_the_last() -> None:
    found = notices(marked_document())

    assert found[-2:] == [
        "Sam says they were pressed to write an answer here. See question 7.",
        "Sam says they did not write an answer here. See question 7.",
    ]
    (table,) = every(blocks.Table, paper_of(marked_document()))
    assert any(PRESSED in row[2] for row in table.rows)


def test_two_answers_of_one_mark_are_one_notice() -> None:
    document = sample_document()
    marks = (mark(MarkKind.PRESSED),)
    statements = tuple(
        replace(one, marks=marks) if one.voice == SAM else one
        for one in document.statements
        if one.question in ("week", "talk")
    )

    found = notices(replace(document, statements=statements))

    both = "Sam says they were pressed to write 2 answers here. See questions 1 and 2."
    assert both in found


def test_a_mark_that_is_kept_off_paper_is_nowhere_on_it() -> None:
    document = answered(marks=(mark(MarkKind.PRESSED, is_printed=False),))

    assert notices(document) == []
    assert passages(pdf_of(document), "pressed") == []


def test_a_mark_says_who_wrote_it_down_and_about_which_words() -> None:
    (one,) = answered().statements
    newer = replace(one, version=3)

    told = mark_in_words(NAMES, newer, mark(MarkKind.NOT_MINE, 2, CASEY))

    assert told == (
        f"{NOT_MINE} Casey (advocate) wrote that down for them. "
        "This was said about earlier words."
    )


@pytest.mark.parametrize(
    ("signed", "sentence"),
    [
        (Signed.OWN, "Signed with Sam's own sign-in."),
        (Signed.WARD, "Signed by the ward's computer."),
        (Signed.SCRIBE, "Signed by Priya (nurse)."),
    ],
)
def test_whose_key_is_under_words_is_told_under_their_label_and_explained(
    signed: Signed, sentence: str
) -> None:
    paper = paper_of(answered(signed=signed, signed_by=PRIYA))

    (statement,) = every(blocks.Statement, paper)
    assert statement.signed == (sentence,)
    (table,) = every(blocks.Table, paper)
    assert sentence in table.rows[0][2]
    means = every(blocks.Bullets, paper)[-1].lines
    assert len(means) == 2
    assert "does not show who was typing" in means[-1]


def test_a_witness_who_signed_for_the_reading_back_is_named() -> None:
    (by_witness,) = answered(confirmed_by=PRIYA).statements
    (by_voice,) = answered(confirmed_by=SAM).statements

    assert signed_in_words(NAMES, by_witness)[1:] == (
        "Priya (nurse) signed what was said then.",
    )
    assert signed_in_words(NAMES, by_voice)[1:] == ()


def test_a_form_without_words_explains_no_signatures() -> None:
    paper = paper_of(replace(sample_document(), statements=()))

    assert "Who signed" not in [one.text for one in every(blocks.Heading, paper)]


def test_what_is_not_fair_stands_before_the_form_with_its_answers() -> None:
    paper = paper_of(sample_document(), told=flags())

    headings = [one.text for one in every(blocks.Heading, paper)]
    assert headings[0] == "Something is not fair here"
    waiting, done = every(blocks.Statement, paper)[:2]
    assert waiting.manner == ("Jo wrote this.", "Nobody has answered this yet.")
    assert waiting.stances == ()
    assert done.manner == ("Sam wrote this.",)
    assert [one.voice.label for one in done.stances] == ["Priya answered"]
    (key,) = every(blocks.Key, paper)
    assert "Jo's words (mum)" in [one.label for one in key.voices]


def test_the_people_of_a_flag_stand_in_the_key_where_nobody_else_spoke() -> None:
    paper = paper_of(replace(sample_document(), statements=()), told=flags())

    (key,) = every(blocks.Key, paper)
    assert [one.label for one in key.voices] == [
        "Sam's words",
        "Jo's words (mum)",
        "Priya's words (nurse)",
    ]


def test_a_paper_of_the_first_layout_has_nothing_that_came_later() -> None:
    paper = paper_of(sample_document(), layout=1)

    assert all(one.signed == () for one in every(blocks.Statement, paper))
    assert "Who signed" not in [one.text for one in every(blocks.Heading, paper)]


@pytest.mark.parametrize("layout", [1, 2, 17])
def test_a_layout_is_read_as_it_was_named(layout: int) -> None:
    assert layout_of(creator_of(layout)) == layout


@pytest.mark.parametrize("creator", ["", "Coprod Desktop, layout x", "Somebody else"])
def test_what_names_no_layout_is_of_the_first(creator: str) -> None:
    assert layout_of(creator) == 1
    assert read_paper(pdf_of(sample_document())).layout == LAYOUT
