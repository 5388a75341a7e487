"""A document as one web page, read as a browser and a screen reader would."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from coprod_desktop.exchange.web_page import web_page
from coprod_desktop.model.people import VoiceKind
from coprod_desktop.pdf import blocks
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

VOID = frozenset({"meta", "br", "hr", "img", "input", "link"})


class Read(HTMLParser):
    """What a page holds: its elements, and the text in each."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[tuple[str, ...], str]] = []
        self.unbalanced: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop()[0] != tag:
            self.unbalanced.append(tag)

    def handle_data(self, data: str) -> None:
        self.texts.append((tuple(tag for tag, _ in self.open), data))

    def handle_comment(self, data: str) -> None:
        self.unbalanced.append(data)

    def tags(self) -> set[str]:
        return {tag for tag, _ in self.elements}

    def text_in(self, tag: str) -> list[str]:
        """The text of every such element that holds any."""
        return [text for tags, text in self.texts if tag in tags]


@pytest.fixture
def page() -> str:
    return web_page(paper_of(marked_document(), told=flags()))


def words_on(page: str) -> list[str]:
    """What stands in each block of somebody's own words."""
    found = re.findall(r'<p class="words" dir="auto">(.*?)</p>', page, re.DOTALL)
    without = [re.sub(r'<span class="how">.*?</span> ', "", one) for one in found]
    return ["".join(Read(one).text_in("bdi")) for one in without]


def test_a_page_is_whole_and_says_its_language_and_title(page: str) -> None:
    read = Read(page)

    assert page.startswith('<!DOCTYPE html>\n<html lang="en" dir="ltr">')
    assert (read.unbalanced, read.open) == ([], [])
    assert read.text_in("title") == ["My ward round, Thursday 26 November 2026"]
    assert [tag for tag, _ in read.elements if tag in ("header", "main", "footer")] == [
        "header",
        "main",
        "footer",
    ]


def test_headings_step_down_one_at_a_time_from_one_title(page: str) -> None:
    levels = [int(one) for one in re.findall(r"<h([1-6])\b", page)]

    assert levels.count(1) == 1
    assert levels[0] == 1
    steps = pairwise(levels)
    assert all(after <= before + 1 for before, after in steps)


def test_every_part_and_every_voice_is_named_by_its_heading(page: str) -> None:
    read = Read(page)
    ids = [attrs["id"] for _, attrs in read.elements if "id" in attrs]

    named = [
        attrs.get("aria-labelledby")
        for tag, attrs in read.elements
        if tag in ("article", "section")
    ]

    assert None not in named
    assert set(named) <= set(ids)
    assert len(set(ids)) == len(ids)
    assert len(set(named)) == len(named)


def test_the_label_stands_before_the_words_it_is_about(page: str) -> None:
    for article in re.findall(r"<article.*?</article>", page, re.DOTALL):
        label = article.index("<h")

        assert label == article.index(">") + 1
        assert 'class="words"' not in article[:label]
    assert page.count("<article") == len(marked_document().statements) + len(flags())


def test_everything_that_paper_says_of_agreement_stands_there(page: str) -> None:
    text = " ".join(text for _, text in Read(page).texts)

    for told in (
        "Priya (nurse) wrote down, word for word",
        "Sam says: I was pressed to write this.",
        "Sam sees this differently",
        "Nobody has answered this yet.",
        "Sam has not agreed these words yet.",
        "3 answers are not yet agreed by the people whose words they are.",
        "This was about earlier words.",
        "This paper holds only words that were shared.",
    ):
        assert told in text or told.replace("wrote down", "") in text, told


def test_a_page_runs_nothing_fetches_nothing_and_needs_no_colour(page: str) -> None:
    read = Read(page)

    assert read.tags().isdisjoint(
        {"script", "img", "link", "iframe", "object", "form", "input", "base", "a"}
    )
    assert not [
        attrs for _, attrs in read.elements if any(n[:2] == "on" for n in attrs)
    ]
    assert not re.search(r"url\(|@import|https?:|//", page)
    style = page[page.index("<style>") : page.index("</style>")]
    assert set(re.findall(r"#[0-9a-f]+", style)) == {"#000", "#fff"}
    assert "rgb" not in style


def test_every_kind_of_voice_has_a_border_of_its_own(page: str) -> None:
    style = page[page.index("<style>") : page.index("</style>")]
    borders = [re.search(rf"\.{kind}\{{([^}}]*)\}}", style) for kind in VoiceKind]

    assert all(borders)
    assert len({one[1] for one in borders if one}) == len(VoiceKind)


def test_words_come_out_as_they_were_written() -> None:
    found = words_on(web_page(paper_of(sample_document())))

    written = [one.said.text.text for one in sample_document().statements]
    assert [one for one in written if one] != []
    assert {one for one in written if one} <= set(found)


def outside(read: Read) -> list[str]:
    """The text that is in nobody's block, but for the code made from the words."""
    found = [text for tags, text in read.texts if "article" not in tags]
    return [re.sub(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}\b", "CODE", text) for text in found]


@pytest.mark.parametrize("words", CORPUS, ids=range(len(CORPUS)))
def test_hostile_words_stay_in_their_block_and_are_text(words: str) -> None:
    words = words.encode("utf-8", "replace").decode()
    kind = one_answer(by(SAM, "quiet"))
    hostile = one_answer(by(SAM, words)) if words else kind

    read = Read(web_page(paper_of(hostile)))

    quiet = Read(web_page(paper_of(kind)))
    assert read.elements == quiet.elements
    assert (read.unbalanced, read.open) == ([], [])
    assert outside(read) == outside(quiet)


def test_words_that_came_in_more_ways_than_one_say_so_at_each() -> None:
    page = web_page(paper_of(sample_document()))

    text = "".join(text for _, text in Read(page).texts)

    assert (
        "Sam wrote: I would like Priya (nurse) wrote in short: to try without the "
        "evening dose"
    ) in text


def test_a_page_of_a_language_from_the_right_starts_there() -> None:
    voice = blocks.Voice(VoiceKind.TOGETHER, "", "Together", "Sam and Priya")
    words = blocks.Words((blocks.Piece("سلام"),))
    title, said = blocks.Title("T", ()), blocks.Statement(voice, (), (words,))
    paper = paper_of(sample_document())
    turned = blocks.Paper(
        (title, said), "T", "ur", "Ward", paper.printed_at, paper.footer
    )

    page = web_page(turned)

    assert '<html lang="ur" dir="rtl">' in page
    assert words_on(page) == ["سلام"]
