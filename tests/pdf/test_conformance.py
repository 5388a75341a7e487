"""Tests by real veraPDF: PDF/UA-1 and PDF/A-3a. Without Java they fail."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

import pytest

from coprod_desktop.model.authored_text import Attribution, AuthoredText, Mode
from coprod_desktop.model.people import VoiceKind
from coprod_desktop.model.said import Said
from coprod_desktop.pdf import blocks
from coprod_desktop.pdf.choice import Copy, PaperChoice, PaperKind
from coprod_desktop.pdf.render import render
from tests.architecture.claims import claims_in
from tests.pdf.full_forms import FORMS, full_form
from tests.pdf.samples import (
    OWN,
    PRIYA,
    SAM,
    by,
    flags,
    marked_document,
    one_answer,
    paper_of,
    pdf_of,
)
from tests.pdf.test_emoji import WORDS as EMOJI
from tests.pdf.test_emoji import paper as emoji_paper
from tests.pdf.test_letters import advocates_page, own_log
from tests.pdf.test_needs import paper as needs_paper
from tests.pdf.test_render import HOSTILE, plain_paper
from tests.verapdf import Verdict, verdicts


def chosen() -> Iterator[tuple[str, str, PaperChoice]]:
    """Every form on every paper, with each copy and each language among them, short.

    The table of all of them is measured by ``tests/benchmarks/paper_table.py``.
    """
    tags = cycle(["en", "ar", "cy", "pl", "ur", "cy+en", "ar"])
    for first, form in enumerate(FORMS):
        for second, kind in enumerate(PaperKind):
            copy = list(Copy)[(first + second) % 3]
            tag, _, beside = next(tags).partition("+")
            yield form, tag, PaperChoice(kind, copy, beside)


CHOSEN = tuple(chosen())


def claims_on(pdf: bytes) -> list[str]:
    """Which of the things that must never be claimed stand on a paper."""
    asked = ["pdftotext", "-", "-"]
    read = subprocess.run(asked, input=pdf, capture_output=True, check=True)
    return claims_in(read.stdout.decode())


def test_a_paper_that_claims_too_much_is_noticed() -> None:
    words = "This page is comp" + "letely safe."

    assert claims_on(pdf_of(one_answer(by(SAM, words)))) == ["wholly safe"]


def papers() -> dict[str, bytes]:
    """Every kind of paper, by a name."""
    mixed = AuthoredText.by(Attribution(SAM, PRIYA, Mode.SUMMARISED), "Rest. ")
    together = blocks.Voice(
        *(VoiceKind.TOGETHER, "", "Sam and Priya together", "Sam and Priya")
    )
    words = (blocks.Words((blocks.Piece("We agreed."),)),)
    return {
        **{name: full_form(name) for name in FORMS},
        **{tag: full_form("care-plan", tag) for tag in ("cy", "pl", "ar", "ur")},
        **{
            f"{form}-{tag}-{choice.told}": full_form(form, tag, choice, is_short=True)
            for form, tag, choice in CHOSEN
        },
        "sample": pdf_of(marked_document(), flags()),
        "letter": render(advocates_page()),
        "log": render(own_log()),
        "needs": render(needs_paper("en")),
        "needs in Arabic": render(needs_paper("ar")),
        "hostile": pdf_of(one_answer(by(SAM, "\n".join(HOSTILE)))),
        "emoji": render(paper_of(one_answer(by(SAM, EMOJI)))),
        "emoji in Arabic": render(emoji_paper(EMOJI, "ar")),
        "mixed": pdf_of(
            one_answer(Said(text=AuthoredText.by(OWN, "I need\n\n") + mixed))
        ),
        "empty": render(plain_paper()),
        "together": render(plain_paper(blocks.Statement(together, (), words))),
    }


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    return papers()


@pytest.fixture(scope="module")
def checked(
    made: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, list[Verdict]]:
    """What veraPDF says of each, and of one that is broken, in one run of Java."""
    whole = made["empty"]
    broken = whole.replace(b"/Lang (en)", b"/Gnal (en)")
    assert broken != whole
    folder = tmp_path_factory.mktemp("conforming")
    places = {folder / f"{name}.pdf": pdf for name, pdf in made.items()}
    places[folder / "broken.pdf"] = broken
    for place, pdf in places.items():
        place.write_bytes(pdf)
    said: dict[str, list[Verdict]] = {}
    for one in verdicts(list(places)):
        said.setdefault(Path(one.file).stem, []).append(one)
    return said


def test_no_paper_claims_what_nobody_measured(made: dict[str, bytes]) -> None:
    assert [name for name, pdf in made.items() if claims_on(pdf)] == []


def test_every_paper_conforms_to_pdf_ua_1_and_pdf_a_3a(
    made: dict[str, bytes], checked: dict[str, list[Verdict]]
) -> None:
    found = [one for name in made for one in checked[name]]

    assert [(one.file, one.failures) for one in found if not one.passed] == []
    assert len(found) == 2 * len(made)
    assert all(one.checks > 100 for one in found)


def test_verapdf_finds_a_paper_whose_language_was_taken_away(
    checked: dict[str, list[Verdict]],
) -> None:
    (ua, _) = checked["broken"]

    assert not ua.passed
    assert ua.failures
