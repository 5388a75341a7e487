"""Tests of emoji on paper: drawn in their line, heard by name, read as written."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image

from coprod_desktop.i18n.catalogue import read_catalogue
from coprod_desktop.pdf import blocks
from coprod_desktop.pdf.compose import compose
from coprod_desktop.pdf.faces import face
from coprod_desktop.pdf.layouts import LAYOUT
from coprod_desktop.pdf.reading import read_paper
from coprod_desktop.pdf.render import render
from coprod_desktop.pdf.source import PaperFacts
from tests.architecture.source import ROOT
from tests.pdf.passages import in_words
from tests.pdf.samples import (
    NOON,
    PEOPLE,
    SAM,
    by,
    form_words,
    one_answer,
    template,
)
from tests.pdf.test_render import HOSTILE

WORDS = "I feel 😀 today, 😀😀 and 👍🏽. 🇬🇧 1️⃣ ©\ufe0f 👩\u200d🚀 سلام 🎉 (hello)."
OLDER = ROOT / "tests" / "fixtures" / "papers" / "layout-4"


def paper(words: str, language: str = "en", layout: int = LAYOUT) -> blocks.Paper:
    facts = PaperFacts("Juniper ward", NOON, "ABCD-EFGH", 42, layout=layout)
    return compose(
        one_answer(by(SAM, words)),
        template(),
        replace(form_words(), language=language),
        PEOPLE,
        read_catalogue(language),
        facts,
    )


@dataclass(frozen=True)
class Figure:
    """An emoji as the structure tells it."""

    name: str
    box: tuple[float, ...]
    page: int
    """Counted from one."""
    inside: str
    """The part that it stands in, and of how many the part is made."""


def figures(pdf: bytes) -> list[Figure]:
    """The emoji among what can be heard, in the order of reading."""
    found: list[Figure] = []
    with pikepdf.open(BytesIO(pdf)) as opened:
        numbers: dict[Any, int] = {
            page.objgen: at for at, page in enumerate(opened.pages, start=1)
        }
        waiting: list[Any] = [opened.Root.StructTreeRoot]
        while waiting:
            one = waiting.pop()
            if not isinstance(one, pikepdf.Dictionary):
                continue
            is_figure = one.get("/S") == pikepdf.Name.Figure
            if is_figure and one.A[0].Placement == pikepdf.Name.Inline:
                box = tuple(float(place) for place in one.A[0].BBox)
                inside = f"{one.P.S} {len(one.P.K)}"
                page = numbers[one.Pg.objgen]
                found.append(Figure(str(one.Alt), box, page, inside))
            kids: Any = one.get("/K")
            several = isinstance(kids, pikepdf.Array)
            waiting += reversed(list(kids) if several else [kids])
    return found


@pytest.mark.parametrize(
    ("language", "first", "thumb"),
    [
        ("en", "grinning face", "thumbs up: medium skin tone"),
        ("ar", "وجه بابتسامة عريضة", "قبول: بشرة بلون معتدل"),
        ("cy", "wyneb yn gwenu â cheg agored", "bys bawd i fyny: arlliw croen canolog"),
    ],
)
def test_an_emoji_is_heard_by_name_and_read_as_it_was_written(
    language: str, first: str, thumb: str
) -> None:
    pdf = render(paper(WORDS, language))

    heard = [one.name for one in figures(pdf)]
    assert heard[0] == first
    assert heard[1] == f"{first} × 2"
    assert heard[2] == thumb
    assert len(heard) == 6
    own = [one for one in read_paper(pdf).passages if "Sam" in one.author]
    assert WORDS in in_words(own)
    hostile = render(paper(f"x{HOSTILE[6]}", language))
    own = [one for one in read_paper(hostile).passages if "Sam" in one.author]
    assert f"x{HOSTILE[6]}" in in_words(own)


def test_emoji_stand_inside_the_paragraph_that_they_were_written_in() -> None:
    (one,) = figures(render(paper("Hello 😀 there")))

    assert one.inside == "/P 3"


def test_pdftotext_gives_an_emoji_and_not_its_name(tmp_path: Path) -> None:
    place = tmp_path / "paper.pdf"
    place.write_bytes(render(paper("Hello 😀 there 👩\u200d🚀.")))

    asked = ["pdftotext", str(place), "-"]
    read = subprocess.run(asked, capture_output=True, check=True).stdout.decode()

    assert "😀 there" in read
    assert "👩\u200d🚀" in read
    assert "grinning" not in read


@pytest.mark.parametrize("language", ["en", "ar"])
def test_an_emoji_is_drawn_black_where_its_figure_says(
    language: str, tmp_path: Path
) -> None:
    pdf = render(paper("😀 word", language))
    (tmp_path / "paper.pdf").write_bytes(pdf)
    (one,) = figures(pdf)
    left, low, right, high = one.box

    asked = ["pdftoppm", "-r", "72", "-gray", "-f", str(one.page), "-l", str(one.page)]
    subprocess.run([*asked, "paper.pdf", "page"], cwd=tmp_path, check=True)
    (shown,) = tmp_path.glob("page*.pgm")
    drawn = Image.open(shown).crop(
        (int(left), int(841.9 - high), int(right) + 1, int(841.9 - low) + 1)
    )

    assert right - left == pytest.approx(14 * 1.2, abs=0.02)
    dark = sum(level < 128 for level in drawn.tobytes())
    assert 0.1 < dark / (drawn.width * drawn.height) < 0.7


def test_the_same_emoji_give_the_same_bytes_and_are_kept_once() -> None:
    pdf = render(paper("😀 and 😀 and 😀"))

    assert pdf == render(paper("😀 and 😀 and 😀"))
    once = render(paper("😀 and"))
    assert len(pdf) < len(once) + 2_000


def test_an_emoji_at_the_foot_of_a_page_is_drawn_and_no_part_of_the_structure() -> None:
    made = paper("Words.")
    foot = replace(made.footer, lines=("Ward 🌲",))

    pdf = render(replace(made, footer=foot))

    assert figures(pdf) == []
    assert "🌲" in read_paper(pdf).loose[0]


def test_words_of_english_beside_an_emoji_run_rightwards_on_arabic_paper() -> None:
    (one,) = figures(render(paper("😀 hello", "ar")))

    (other,) = figures(render(paper("😀", "ar")))
    # The emoji comes first, so it stands to the left of the word after it.
    word = face("body").width("hello", 14)
    assert one.box[2] < other.box[2] - word


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_paper_of_layout_4_names_its_emoji_as_it_did(language: str) -> None:
    kept = read_paper((OLDER / f"emoji-{language}.pdf").read_bytes())

    assert read_paper(render(paper(WORDS, language, layout=4))) == kept
    assert read_paper(render(paper(WORDS, language))).looks != kept.looks
