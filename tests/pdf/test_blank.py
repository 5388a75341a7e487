"""Forms to fill in by hand: every prompt, room, who wrote it, and a code a sheet."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from coprod_desktop.content.forms import bundled_shelf
from coprod_desktop.i18n.catalogue import read_catalogue
from coprod_desktop.pdf import blocks
from coprod_desktop.pdf.choice import Copy, PaperChoice, PaperKind
from coprod_desktop.pdf.compose import compose
from coprod_desktop.pdf.reading import ReadPaper, read_paper
from coprod_desktop.pdf.render import render
from coprod_desktop.pdf.sheet_code import read_sheet_code, sheet_tag
from coprod_desktop.pdf.source import Beside, PaperFacts
from tests.pdf.samples import (
    NOON,
    PEOPLE,
    form_words,
    marked_document,
    template,
)

TAG = sheet_tag("ward", "d" * 32, "ward-round", 4)
FACTS = PaperFacts("Juniper ward", NOON, "7F3K-9QWD", 42, sheet_tag=TAG)


def paper(kind: PaperKind = PaperKind.CLEAR) -> blocks.Paper:
    choice = PaperChoice(kind, Copy.BLANK)
    facts = replace(FACTS, choice=choice)
    words = read_catalogue("en")
    return compose(marked_document(), template(), form_words(), PEOPLE, words, facts)


def in_both(name: str) -> blocks.Paper:
    forms = [
        next(one for one in bundled_shelf().forms(language) if one.template.id == name)
        for language in ("cy", "en")
    ]
    choice = PaperChoice(PaperKind.LARGE_PRINT, Copy.BLANK, "en")
    beside = Beside(forms[1].words, read_catalogue("en"))
    facts = replace(FACTS, choice=choice, beside=beside)
    document, words = marked_document(), read_catalogue("cy")
    form = forms[0]
    return compose(document, form.template, form.words, PEOPLE, words, facts)


def prompts_by_code(read: ReadPaper) -> dict[int, range]:
    """Which prompts each page's code says are on it."""
    found = {}
    for page, loose in enumerate(read.loose, start=1):
        typed = re.search(r"[0-9A-Z]{5}-[0-9A-Z]{5}", loose)
        if typed:
            code = read_sheet_code(typed[0])
            assert code is not None
            assert code.tag == TAG
            found[page] = range(code.first, code.first + code.prompts)
    return found


@pytest.mark.parametrize("kind", PaperKind)
def test_every_prompt_and_option_is_on_it_and_nobody_s_words(kind: PaperKind):
    read = read_paper(render(paper(kind)))

    said = [one.text for one in read.passages]
    for number, prompt in enumerate(form_words().prompts.values(), start=1):
        assert f"{number}. {prompt}" in said
    assert {"A quiet room", "I join by phone", "Some of it"} <= set(said)
    assert "I want them there" in said
    assert "Better than last week." not in str(said)
    assert "We will open it at ten." not in str(said)


@pytest.mark.parametrize("made", [paper(), paper(PaperKind.LARGE_PRINT)])
def test_the_code_of_a_sheet_says_exactly_what_is_on_it(made: blocks.Paper):
    read = read_paper(render(made))

    on_page: dict[int, set[int]] = {}
    for one in read.passages:
        if one.role == "H3":
            number = int(one.text.partition(".")[0])
            on_page.setdefault(one.page, set()).add(number)
    codes = prompts_by_code(read)
    assert {page: set(numbers) for page, numbers in codes.items()} == on_page


def test_a_sheet_on_which_an_answer_goes_on_has_that_prompt_in_its_code():
    read = read_paper(render(in_both("ward-round")))

    codes = prompts_by_code(read)
    starts = {
        int(one.text.partition(".")[0]): one.page
        for one in read.passages
        if one.role == "H3" and one.text[0].isdigit()
    }
    assert all(number in codes[page] for number, page in starts.items())
    assert len(codes) == len(read.loose) - 1
    assert any("Sheet code" not in loose for loose in read.loose[:1])


def test_each_answer_says_who_wrote_it_and_has_honest_ways_out():
    said = [one.text for one in read_paper(render(paper())).passages]

    count = len(form_words().prompts)
    for asked in ("I wrote my own words.", "Written down for me by:", "Ask me later."):
        assert said.count(asked) == count


def test_no_page_has_a_check_code_of_words_or_a_name_in_its_code():
    read = read_paper(render(paper()))

    assert all("7F3K-9QWD" not in one for one in read.loose)
    assert all("To fill in by hand, for Sam" in one for one in read.loose)
    assert read.choice.copy is Copy.BLANK
