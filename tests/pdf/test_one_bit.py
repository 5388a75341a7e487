"""In nothing but black and white dots, every border says whose words it holds."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from coprod_desktop.model.people import VoiceKind
from coprod_desktop.pdf import set_voices, shapes
from coprod_desktop.pdf.choice import PaperChoice
from coprod_desktop.pdf.render import render
from tests.pdf.borders import blocks_of, kind_by_border, pages_in_one_bit
from tests.pdf.one_bit_page import KINDS, is_right, measured, told_inside
from tests.pdf.test_render import plain_paper, poppler, spoken_by
from tests.pdf.together import (
    CHOSEN,
    FORMS,
    mixed_runs,
    ugly,
    written_together,
)


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("form", FORMS)
def test_every_block_is_told_by_its_border_alone(form: str, language: str) -> None:
    paper = written_together(form, language)

    found = measured(paper)

    assert is_right(found), found
    assert {told for told, _ in found} == set(KINDS.values())
    assert len({one.part for one in blocks_of(paper.pdf)}) == told_inside(paper)


@pytest.mark.parametrize(("form", "language", "choice"), CHOSEN)
def test_every_block_of_a_chosen_paper_is_told_by_its_border_alone(
    form: str, language: str, choice: PaperChoice
) -> None:
    found = measured(written_together(form, language, choice))

    assert is_right(found), found
    assert {told for told, _ in found} == set(KINDS.values())


@pytest.mark.parametrize("language", ["en", "ur"])
def test_flags_disagreement_drafts_and_hostile_words_keep_their_borders(
    language: str,
) -> None:
    paper = ugly(language=language)

    found = measured(paper)

    drafts = 3
    assert is_right(found), found
    parts = {one.part for one in blocks_of(paper.pdf)}
    assert len(parts) == told_inside(paper) + drafts


@pytest.mark.parametrize("kind", VoiceKind)
def test_each_border_is_known_again_however_short_its_block(
    kind: VoiceKind, tmp_path: Path
) -> None:
    short = replace(spoken_by(kind), manner=(), parts=())
    pdf = render(plain_paper(short, spoken_by(kind, "Words. " * 900)))

    pages = pages_in_one_bit(pdf, tmp_path)

    found = blocks_of(pdf)
    assert len(found) > 3
    seen = {kind_by_border(pages[one.page], one, is_leftward=False) for one in found}
    assert seen == {kind}


@pytest.mark.parametrize("other", VoiceKind)
def test_a_border_of_somebody_else_is_noticed(
    other: VoiceKind, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def wrong(*drawn: object) -> None:
        sheet, _, *places = drawn
        shapes.border(sheet, other, *places)  # type: ignore[arg-type]

    monkeypatch.setattr(set_voices, "border", wrong)
    pdf = render(plain_paper(*(spoken_by(kind) for kind in VoiceKind)))

    (page,) = pages_in_one_bit(pdf, tmp_path)

    found = blocks_of(pdf)
    assert len(found) == len(VoiceKind)
    assert {kind_by_border(page, one, is_leftward=False) for one in found} == {other}


def test_a_block_without_a_border_is_nobodys(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(set_voices, "border", lambda *_: None)
    pdf = render(plain_paper(spoken_by(VoiceKind.PATIENT)))

    (page,) = pages_in_one_bit(pdf, tmp_path)

    (block,) = blocks_of(pdf)
    assert kind_by_border(page, block, is_leftward=False) is None


def test_each_run_says_on_the_page_who_wrote_it_and_how() -> None:
    paper = ugly()
    asked = ["pdftotext", "-", "-"]
    read = subprocess.run(asked, input=paper.pdf, capture_output=True, check=True)
    said = " ".join(read.stdout.decode().split())
    words = mixed_runs("I would like to go home at the weekend. ").text

    notes = [
        "Sam wrote:",
        "Priya (nurse) wrote down, word for word:",
        "Sam pasted in:",
        "Lee (interpreter) put into these words:",
    ]
    run = words.text[: len(words.text) // len(notes)].strip()
    assert " ".join(f"{note} {run}" for note in notes) in said


def test_each_run_is_heard_after_who_wrote_it_and_how(tmp_path: Path) -> None:
    words = mixed_runs("I would like to go home at the weekend. ").text
    run = words.text[: len(words.text) // 4].strip()

    told = poppler("pdfinfo", ugly().pdf, tmp_path, "-struct-text")
    heard = " ".join(" ".join(re.findall(r'^ +"(.*)"$', told, re.MULTILINE)).split())
    order = [
        *("Sam wrote:", run),
        *("Priya (nurse) wrote down, word for word:", run),
        *("Sam pasted in:", run),
        *("Lee (interpreter) put into these words:", run),
    ]

    assert " ".join(order) in heard
