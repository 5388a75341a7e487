"""Marks on one's own statements."""

from __future__ import annotations

import pytest

from coprod_desktop.i18n.catalogue import read_catalogue
from coprod_desktop.model.documents import MarkKind
from coprod_desktop.model.problem import NotYourWords, Problem
from coprod_desktop.workspace.marks import mark_sentence
from tests.workspace.wards import FORM, QUESTION, own, scribe, write

NOT_MINE_BY_PRIYA = (
    "Sam Example says: I did not write this. "
    "Priya Sample (Nurse) wrote that down for them."
)
PRESSED_EARLIER = (
    "Sam Example says: I was pressed to write this. This was said about earlier words."
)


@pytest.fixture
def statement(document):
    write(document, QUESTION, "Walks")
    (card,) = document.sharing.share(document.sharing.unshared())
    return card.statement


def sentences(document, ward, statement) -> list[str]:
    found = document.cards(QUESTION)[0].statement
    words = read_catalogue("en")
    return [mark_sentence(one, found, ward.people, words) for one in found.marks]


def test_a_voice_says_at_any_later_time_how_words_of_theirs_came_to_be(
    document, ward, cast, statement, clock
) -> None:
    clock.pass_days(30)
    assert document.marks.offered(statement.id) == tuple(MarkKind)

    document.marks.put(statement.id, MarkKind.PRESSED)

    assert document.marks.offered(statement.id) == (MarkKind.NOT_MINE,)
    assert sentences(document, ward, statement) == [
        "Sam Example says: I was pressed to write this."
    ]
    assert ward.store.record.verify() is None


def test_somebody_else_marks_nothing_that_is_not_theirs(
    document, cast, statement
) -> None:
    document.take_pen(own(cast.priya))

    assert document.marks.offered(statement.id) == ()
    assert not document.marks.may_take_back(statement.id)
    for act in (document.marks.put, document.marks.take_back):
        with pytest.raises(NotYourWords):
            act(statement.id, MarkKind.NOT_MINE)


def test_a_scribe_writes_a_mark_down_and_cannot_take_it_back(
    document, ward, cast, statement
) -> None:
    document.take_pen(scribe(cast.sam, cast.priya))

    document.marks.put(statement.id, MarkKind.NOT_MINE)

    mark = "Sam Example says: I did not write this."
    writer = "Priya Sample (Nurse)"
    assert sentences(document, ward, statement) == [
        f"{mark} {writer} wrote that down for them."
    ]
    assert not document.marks.may_take_back(statement.id)
    with pytest.raises(Problem, match="mark_is_theirs"):
        document.marks.take_back(statement.id, MarkKind.NOT_MINE)
    with pytest.raises(Problem, match="mark_is_theirs"):
        document.marks.set_printing(statement.id, MarkKind.NOT_MINE, is_printed=False)


def test_the_voice_keeps_a_mark_off_paper_and_takes_it_back(
    document, ward, statement
) -> None:
    marks = document.marks
    marks.put(statement.id, MarkKind.PRESSED)
    assert marks.may_take_back(statement.id)

    kept = marks.set_printing(statement.id, MarkKind.PRESSED, is_printed=False)
    again = marks.set_printing(statement.id, MarkKind.PRESSED, is_printed=False)
    assert [one.is_printed for one in kept.marks] == [False]
    assert again == kept

    gone = marks.take_back(statement.id, MarkKind.PRESSED)
    assert gone.marks == ()
    with pytest.raises(Problem, match="no_such_mark"):
        marks.take_back(statement.id, MarkKind.PRESSED)


def test_a_mark_stays_with_the_words_it_was_put_on(document, ward, statement) -> None:
    document.marks.put(statement.id, MarkKind.PRESSED)
    write(document, QUESTION, " a lot")
    document.sharing.share(document.sharing.unshared())

    assert sentences(document, ward, statement) == [PRESSED_EARLIER]


def test_marks_outlive_the_program(document, ward, cast, statement) -> None:
    document.marks.put(statement.id, MarkKind.NOT_MINE)
    ward.store.documents.rebuild()

    again = ward.sit_down(cast.sam).open(FORM)
    found = again.cards(QUESTION)[0].statement
    again.close()

    assert [one.kind for one in found.marks] == [MarkKind.NOT_MINE]


def test_what_was_never_shared_cannot_be_marked(document) -> None:
    with pytest.raises(KeyError):
        document.marks.offered("nothing")
