"""The three papers: how large everything on them is, and what stands where."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from coprod_desktop.i18n.catalogue import read_catalogue
from coprod_desktop.pdf import blocks
from coprod_desktop.pdf.choice import Copy, PaperChoice, PaperKind
from coprod_desktop.pdf.compose import compose
from coprod_desktop.pdf.reading import read_paper
from coprod_desktop.pdf.render import render
from coprod_desktop.pdf.sizes import sizes_of
from coprod_desktop.pdf.source import PaperFacts
from tests.pdf.samples import (
    NOON,
    PEOPLE,
    PRIYA,
    SAM,
    DocumentMaker,
    by,
    flags,
    form_words,
    marked_document,
    one_answer,
    template,
)

CHOSEN = [kind for kind in PaperKind if kind is not PaperKind.CLEAR]


def paper(kind: PaperKind, document=None, copy: Copy = Copy.MINE) -> blocks.Paper:
    choice = PaperChoice(kind, copy)
    facts = PaperFacts(
        "Juniper ward",
        NOON,
        "7F3K-9QWD",
        42,
        flags=flags(),
        choice=choice,
    )
    words = read_catalogue("en")
    found = document or marked_document()
    return compose(found, template(), form_words(), PEOPLE, words, facts)


def sizes_on(pdf: bytes) -> dict[float, int]:
    """How often each size of letters is set on the pages."""
    found: dict[float, int] = {}
    with pikepdf.open(BytesIO(pdf)) as opened:
        for page in opened.pages:
            for size in re.findall(rb" ([\d.]+) Tf", page.Contents.read_bytes()):
                found[float(size)] = found.get(float(size), 0) + 1
    return found


@pytest.mark.parametrize("kind", CHOSEN)
def test_nothing_on_a_paper_is_smaller_than_it_promises(kind: PaperKind) -> None:
    found = sizes_on(render(paper(kind)))

    smallest = {PaperKind.EASY_READ: 14, PaperKind.LARGE_PRINT: 18}
    assert min(found) == smallest[kind]


@pytest.mark.parametrize("kind", PaperKind)
def test_nobody_s_words_are_smaller_than_another_s(kind: PaperKind) -> None:
    said = "Words that two people say."
    maker = DocumentMaker(template())
    for voice in (SAM, PRIYA):
        maker.add("talk", voice, by(voice, said))

    pdf = render(paper(kind, maker.document()))

    with pikepdf.open(BytesIO(pdf)) as opened:
        drawn = b"".join(page.Contents.read_bytes() for page in opened.pages)
    read = [one.text for one in read_paper(pdf).passages]
    assert read.count(said) == 2
    assert drawn.count(b" %g Tf" % sizes_of(kind).body) >= 2


@pytest.mark.parametrize("kind", CHOSEN)
def test_words_are_in_their_order_and_whole(kind: PaperKind) -> None:
    document = one_answer(by(SAM, "First of all.\nA" + "a" * 200))

    read = [one.text for one in read_paper(render(paper(kind, document))).passages]

    assert read.index("First of all.") + 1 == read.index("A" + "a" * 200)


def test_a_question_s_picture_is_big_on_easy_read_paper() -> None:
    pdf = render(paper(PaperKind.EASY_READ))

    with pikepdf.open(BytesIO(pdf)) as opened:
        drawn = b"".join(page.Contents.read_bytes() for page in opened.pages)
    boxes = [float(one) for one in re.findall(rb"q ([\d.]+) 0 0 \1 ", drawn)]
    # 32 to 40 mm (DOMAIN 3.1).
    assert 90 < max(boxes) < 114
    assert boxes.count(max(boxes)) == 1 + 10


def test_steps_that_would_part_a_word_stand_below_each_other() -> None:
    words = form_words()
    long = {**words.options["week"], "ok": "Neitherexcellentnordreadful"}
    options = {**words.options, "week": long}
    choice = PaperChoice(PaperKind.LARGE_PRINT)
    facts = PaperFacts("Juniper ward", NOON, "", 42, choice=choice)
    asked = replace(words, options=options)
    document = marked_document()

    made = compose(document, template(), asked, PEOPLE, read_catalogue("en"), facts)

    read = [one.shown for one in read_paper(render(made)).passages]
    assert "Neitherexcellentnordreadful" in read


def test_larger_papers_tell_who_wrote_what_in_sentences_and_not_in_columns() -> None:
    large = paper(PaperKind.LARGE_PRINT).blocks
    clear = paper(PaperKind.CLEAR).blocks

    rows = [one for one in clear if isinstance(one, blocks.Table)]
    told = [
        line for one in large if isinstance(one, blocks.Bullets) for line in one.lines
    ]
    assert not any(isinstance(one, blocks.Table) for one in large)
    assert len([line for line in told if line.startswith("Question ")]) == len(
        rows[0].rows
    )
    assert any("Read back: Yes, that is right." in line for line in told)


@pytest.mark.parametrize("kind", PaperKind)
def test_what_nobody_should_miss_stands_on_the_first_page(kind: PaperKind) -> None:
    read = read_paper(render(paper(kind, copy=Copy.MEETING)))

    first = " ".join(one.text for one in read.passages if one.page == 1)
    assert "Sam sees 2 things differently from the team." in first
    assert "pressed to write an answer" in first


def test_the_meeting_s_copy_says_so_first_and_at_the_foot_of_each_page() -> None:
    read = read_paper(render(paper(PaperKind.CLEAR, copy=Copy.MEETING)))

    first = [one.text for one in read.passages if one.page == 1]
    assert any(one.startswith("This is the meeting's copy.") for one in first[:4])
    assert all("The meeting's copy, for those who meet" in one for one in read.loose)
    assert read.choice == PaperChoice(PaperKind.CLEAR, Copy.MEETING)


def test_a_person_s_own_copy_says_nothing_of_a_meeting() -> None:
    read = read_paper(render(paper(PaperKind.LARGE_PRINT)))

    assert not any("meeting's copy" in one for one in read.loose)
