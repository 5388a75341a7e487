"""One idea a line, in sentences of ours and never in people's words or names."""

from __future__ import annotations

import pytest

from coprod_desktop.i18n.catalogue import Catalogue, read_catalogue
from coprod_desktop.pdf.ideas import ideas_in, joined_ideas, with_ideas_apart
from coprod_desktop.pdf.sizes import CLEAR, EASY_READ


def apart(language: str) -> Catalogue:
    return with_ideas_apart(read_catalogue(language))


@pytest.mark.parametrize("language", ["en", "cy", "pl", "ar", "ur"])
def test_two_sentences_of_ours_stand_on_two_lines(language: str) -> None:
    told = apart(language).text("pdf.shared_only")

    assert len(ideas_in(told, EASY_READ)) == 2
    assert told.replace("\n", " ") == read_catalogue(language).text("pdf.shared_only")


def test_a_full_stop_in_a_name_starts_no_line() -> None:
    told = apart("en").text("pdf.copy.meeting", name="Dr. A. Example")

    assert ideas_in(told, EASY_READ)[1] == (
        "It is for the people who meet with Dr. A. Example."
    )


def test_an_idea_ends_after_the_quotes_that_it_ends_with() -> None:
    told = apart("en").text("pdf.read_back.nearly", voice="Sam")

    assert told.split("\n") == [
        "Read back: Sam said “Nearly.”",
        "Part of it is not right yet.",
    ]


def test_sentences_with_a_number_are_parted_too() -> None:
    told = apart("en").plural("pdf.differs", 2, name="Sam", questions="questions 2")

    assert told == "Sam sees 2 things differently.\nSee questions 2."


def test_the_number_of_a_question_stays_beside_it() -> None:
    told = apart("en").text("pdf.question", number=1, prompt="What helps? And who?")

    assert told == "1. What helps? And who?"


def test_on_other_papers_a_line_end_parts_nothing() -> None:
    assert ideas_in("One.\nTwo.", CLEAR) == ["One.\nTwo."]
    assert ideas_in("", CLEAR) == []
    assert joined_ideas(["One.", "Two."], CLEAR) == "One. Two."
    assert joined_ideas(["One.", "Two."], EASY_READ) == "One.\nTwo."
