"""Phrases that were chosen are found in a text, and only those."""

from __future__ import annotations

import pytest

from coprod_desktop.model.authored_text import Attribution, AuthoredText, Mode
from coprod_desktop.model.chosen_words import Place, line_of, place_of
from coprod_desktop.model.people import PersonId

SAM, PRIYA = PersonId("sam"), PersonId("priya")
CHOSEN = Attribution(SAM, SAM, Mode.CHOSEN)
FOR_SAM = Attribution(SAM, PRIYA, Mode.CHOSEN)
TYPED = Attribution(SAM, SAM, Mode.TYPED)


def text(*pieces: tuple[Attribution, str]) -> AuthoredText:
    found = AuthoredText()
    for attribution, words in pieces:
        found += AuthoredText.by(attribution, words)
    return found


@pytest.mark.parametrize(
    ("pieces", "found"),
    [
        ([(CHOSEN, "Music")], Place(0, 5)),
        ([(TYPED, "Tea"), (CHOSEN, "\nMusic")], Place(4, 9)),
        ([(CHOSEN, "Music\nTea")], Place(0, 5)),
        ([(CHOSEN, "Music"), (TYPED, " at night")], Place(0, 5)),
        ([(TYPED, "Music\n"), (CHOSEN, "Music")], Place(6, 11)),
        ([], None),
        ([(TYPED, "Music")], None),
        ([(CHOSEN, "My Music")], None),
        ([(CHOSEN, "Music at home")], None),
        ([(CHOSEN, "Mus"), (TYPED, "ic")], None),
    ],
)
def test_a_phrase_is_found_where_it_was_chosen_and_not_where_it_was_typed(
    pieces, found
) -> None:
    assert place_of(text(*pieces), "Music") == found


@pytest.mark.parametrize(
    ("pieces", "whole"),
    [
        ([(CHOSEN, "Music")], (0, 5)),
        ([(CHOSEN, "Music\nTea")], (0, 6)),
        ([(CHOSEN, "Tea\nMusic")], (3, 9)),
        ([(CHOSEN, "Music"), (TYPED, " at night")], (0, 5)),
        ([(TYPED, "Tea\n"), (CHOSEN, "Music")], (4, 9)),
        ([(FOR_SAM, "Music"), (CHOSEN, "\nTea")], (0, 5)),
    ],
)
def test_a_line_goes_with_its_own_break_and_never_with_another_s(pieces, whole) -> None:
    said = text(*pieces)
    found = place_of(said, "Music")
    assert found is not None

    assert line_of(said, found) == whole
