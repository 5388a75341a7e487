"""What somebody needs, in words and on paper."""

from __future__ import annotations

from pathlib import Path

import pytest

from coprod_desktop.content.themes import theme_ids
from coprod_desktop.i18n.catalogue import languages, read_catalogue
from coprod_desktop.model.reading import Reading
from coprod_desktop.workspace.needs import needs_in_words, needs_letter
from coprod_desktop.workspace.ward import Ward
from tests.workspace.wards import Cast

ENGLISH = read_catalogue("en")


def said(reading: Reading) -> tuple[str, ...]:
    return needs_in_words(reading, ENGLISH)


def test_whoever_chose_nothing_is_told_of_by_the_size_of_their_words():
    assert said(Reading()) == (
        "Words on a screen: 18 points.",
        "Words on paper: Clear: 14 points.",
        "Colours on a screen: As my computer.",
    )


@pytest.mark.parametrize(
    ("reading", "sentence"),
    [
        (Reading(language="cy"), "My language: Cymraeg."),
        (Reading(40), "Words on a screen: 40 points."),
        (Reading(theme="dark"), "Colours on a screen: Dark."),
        (Reading(font="lexend"), "Letters on a screen: Wide: Lexend."),
        (Reading(lines_pct=150), "I need more space between lines or words."),
        (Reading(pictures_pct=140), "Size of pictures: Big."),
        (Reading(is_read_to=True), "Please read to me."),
        (Reading(is_read_to=True, speed_pct=60), "Please read slowly."),
        (Reading(switch="step"), "I press with one switch. I need time."),
        (Reading(waits_times=2), "Please wait longer for me."),
    ],
)
def test_each_choice_is_a_sentence(reading: Reading, sentence: str):
    assert sentence in said(reading)
    assert sentence not in said(Reading())


def test_what_a_newer_program_knows_is_left_out():
    assert len(said(Reading(theme="moonlight", language="zz"))) == 2


@pytest.mark.parametrize("language", languages())
def test_every_choice_has_words_in_every_language(language: str):
    words = read_catalogue(language)

    found = {needs_in_words(Reading(theme=one), words) for one in theme_ids()}

    assert len(found) == len(theme_ids())


def test_the_paper_has_a_name_that_tells_nobody_and_its_pages_can_be_kept(
    ward: Ward, cast: Cast, tmp_path: Path
):
    reading = Reading(print_size="large_print", review_on="2027-02-26")
    letter = needs_letter(ward, cast.sam, reading, "cy")

    kept = letter.export(tmp_path)

    assert "sam" not in kept.name.lower()
    assert kept.name.startswith("what-i-need")
    assert kept.read_bytes() == letter.pdf()
    assert letter.paper.language == "cy"


def test_without_a_review_there_is_a_paper_all_the_same(ward: Ward, cast: Cast):
    letter = needs_letter(ward, cast.sam, Reading(), "en")

    assert letter.pdf().startswith(b"%PDF")
