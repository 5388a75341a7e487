"""Topics in my order, and people with a mark."""

from __future__ import annotations

import pytest

from coprod_desktop.model.authored_text import AuthoredText
from coprod_desktop.model.change import Change
from coprod_desktop.model.problem import NotYourWords
from tests.workspace.wards import card_of, own, scribe

PEOPLE = "my-people"


def lines(document, cast) -> list[str]:
    found = card_of(document, PEOPLE, cast.sam)
    return [item.words.text for item in found.said.items]


def add(document, *words: str) -> None:
    for one in words:
        document.lists.add(PEOPLE, one)


def test_lines_stand_in_my_order(document, cast) -> None:
    add(document, "Jo", "Ali", "Mo")

    assert document.lists.move(PEOPLE, 2, -5) == 0
    assert document.lists.move(PEOPLE, 1, 9) == 2

    assert lines(document, cast) == ["Mo", "Ali", "Jo"]


def test_a_line_can_be_changed_and_removed(document, cast) -> None:
    add(document, "Jo", "Ali")

    text = document.lists.change(PEOPLE, 0, Change(2, 0, "anna"))
    document.lists.remove(PEOPLE, 1)

    assert text == AuthoredText.by(own(cast.sam), "Joanna")
    assert lines(document, cast) == ["Joanna"]


def test_words_moved_into_a_line_keep_whose_they_are(document, cast) -> None:
    add(document, "Jo")
    moved = AuthoredText.by(scribe(cast.sam, cast.priya), "anna")

    text = document.lists.paste(PEOPLE, 0, 2, 0, moved)

    assert text.pieces()[1] == ("anna", scribe(cast.sam, cast.priya))


def test_a_scribe_adds_below_and_touches_nothing_else(document, cast) -> None:
    add(document, "Jo", "Ali")
    document.lists.mark(PEOPLE, 1, "may-see")
    document.take_pen(scribe(cast.sam, cast.priya))
    add(document, "Mo", "Bo")

    with pytest.raises(NotYourWords):
        document.lists.remove(PEOPLE, 0)
    with pytest.raises(NotYourWords):
        document.lists.move(PEOPLE, 2, -1)
    with pytest.raises(NotYourWords):
        document.lists.change(PEOPLE, 0, Change(0, 1, "P"))
    with pytest.raises(NotYourWords):
        document.lists.mark(PEOPLE, 1, None)
    document.lists.move(PEOPLE, 3, -1)
    document.lists.mark(PEOPLE, 3, "may-see")
    document.lists.remove(PEOPLE, 3)
    document.writing.undo(PEOPLE)

    assert lines(document, cast) == ["Jo", "Ali", "Bo", "Mo"]


def test_a_mark_is_put_on_changed_and_taken_off(document, cast) -> None:
    add(document, "Jo")

    document.lists.mark(PEOPLE, 0, "may-see")
    document.lists.mark(PEOPLE, 0, "not-see")
    mark = card_of(document, PEOPLE, cast.sam).said.items[0].mark
    assert mark is not None
    assert mark.option == "not-see"
    document.lists.mark(PEOPLE, 0, None)

    assert card_of(document, PEOPLE, cast.sam).said.items[0].mark is None


def test_marking_the_same_as_a_scribe_did_makes_it_one_s_own(document, cast) -> None:
    document.take_pen(scribe(cast.sam, cast.priya))
    add(document, "Jo")
    document.lists.mark(PEOPLE, 0, "may-see")
    document.lists.mark(PEOPLE, 0, "may-see")
    document.take_pen(own(cast.sam))

    document.lists.mark(PEOPLE, 0, "may-see")

    mark = card_of(document, PEOPLE, cast.sam).said.items[0].mark
    assert mark is not None
    assert mark.attribution.is_own_hand


def test_a_mark_that_is_not_offered_is_refused(document) -> None:
    add(document, "Jo")

    with pytest.raises(ValueError, match="does not offer"):
        document.lists.mark(PEOPLE, 0, "enemy")


def test_empty_lines_are_not_shared(document, cast) -> None:
    add(document, "Jo", "  ", "")

    (shared,) = document.sharing.share(document.sharing.unshared())

    assert [item.words.text for item in shared.said.items] == ["Jo"]


def test_a_list_of_empty_lines_says_nothing(document) -> None:
    add(document, "", " ")

    assert document.sharing.unshared() == ()
