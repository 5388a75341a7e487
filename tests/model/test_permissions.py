"""What each person may do with words: the rules behind the table."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coprod_desktop.model.documents import (
    Mark,
    MarkKind,
    Stance,
    Statement,
    StatementId,
    View,
)
from coprod_desktop.model.people import People, Person, PersonId, Role
from coprod_desktop.model.permissions import (
    DRAFTS,
    SHARED,
    STAFF,
    TOLD,
    Action,
    State,
    Who,
    is_round,
    may,
    may_with,
    readers,
    states_of,
    who_is,
)
from coprod_desktop.model.said import Said
from tests.model.records import WRITTEN_FOR
from tests.model.values import JO, NOON, PRIYA, SAM, said

ALEX, KIT = PersonId("alex"), PersonId("kit")
SAM_EXAMPLE = Person(SAM, "Sam Example", Role.PATIENT)
JO_EXAMPLE = Person(JO, "Jo Example", Role.PARTNER_IN_CARE, "Mum", SAM)
PRIYA_SAMPLE = Person(PRIYA, "Priya Sample", Role.NURSE)
ALEX_TEST = Person(ALEX, "Alex Test", Role.PATIENT)
KIT_DUMMY = Person(KIT, "Kit Dummy", Role.ADVOCATE, "", ALEX)
PEOPLE = People((PRIYA_SAMPLE, SAM_EXAMPLE, JO_EXAMPLE, ALEX_TEST, KIT_DUMMY))


def allowed(who: Who, state: State, *, is_own: bool) -> set[Action]:
    return {one for one in Action if may(who, one, state, is_own=is_own)}


@pytest.mark.parametrize("state", sorted(SHARED | TOLD))
@pytest.mark.parametrize("staff", sorted(STAFF))
def test_staff_can_do_nothing_with_shared_words_that_the_patient_cannot(
    staff: Who, state: State
):
    answers = {Action.SEE_DIFFERENTLY, Action.ANSWER_FLAG}
    with_the_patients = allowed(staff, state, is_own=False)

    assert with_the_patients - answers <= allowed(Who.PATIENT, state, is_own=True)
    assert with_the_patients == allowed(Who.PATIENT, state, is_own=False)


@pytest.mark.parametrize("who", Who)
def test_nobody_takes_away_what_is_in_the_record(who: Who):
    for state in State:
        for is_own in (True, False):
            assert not may(who, Action.DELETE, state, is_own=is_own)


@pytest.mark.parametrize("who", Who)
def test_private_words_are_for_nobody_but_whose_they_are(who: Who):
    for state in (*DRAFTS, State.FLAG_KEPT):
        assert allowed(who, state, is_own=False) == set()


@pytest.mark.parametrize("who", [Who.ANOTHER_PATIENT, Who.BESIDE_ANOTHER])
def test_whoever_is_here_for_another_patient_may_do_nothing(who: Who):
    for state in State:
        assert allowed(who, state, is_own=True) == set()


def test_only_the_voice_marks_changes_shares_and_erases():
    only_own = {
        Action.CHANGE,
        Action.SHARE,
        Action.AGREE,
        Action.MARK,
        Action.TAKE_MARK_BACK,
        Action.KEEP_MARK_OFF_PAPER,
        Action.ERASE,
    }

    for who in Who:
        for state in State:
            assert not allowed(who, state, is_own=False) & only_own
    done = {
        action
        for action in only_own
        for state in State
        if may(Who.PATIENT, action, state, is_own=True)
    }
    assert done == only_own


@pytest.mark.parametrize(
    ("person", "who"),
    [
        (SAM_EXAMPLE, Who.PATIENT),
        (ALEX_TEST, Who.ANOTHER_PATIENT),
        (JO_EXAMPLE, Who.PARTNER_IN_CARE),
        (KIT_DUMMY, Who.BESIDE_ANOTHER),
        (PRIYA_SAMPLE, Who.NURSE),
        (replace(PRIYA_SAMPLE, role=Role.PEER_SUPPORT_WORKER), Who.PEER_SUPPORT_WORKER),
    ],
)
def test_everybody_is_something_to_a_patient(person: Person, who: Who):
    assert who_is(person, SAM) is who
    assert is_round(person, SAM) is (person not in (ALEX_TEST, KIT_DUMMY))


def test_those_who_read_are_the_patient_those_beside_them_and_staff_who_are_here():
    assert [one.id for one in readers(PEOPLE, SAM)] == [SAM, JO, PRIYA]
    assert [one.id for one in readers(PEOPLE, SAM, {PRIYA})] == [SAM, JO]


def statement(words: Said, **more: object) -> Statement:
    made = Statement(StatementId("s"), "q", SAM, words, 1, NOON, 5)
    return replace(made, **more)  # type: ignore[arg-type]


def test_shared_words_can_be_in_more_than_one_state():
    marked = Mark(MarkKind.PRESSED, 1, SAM, NOON)
    differs = Stance(PRIYA, View.DISAGREE, Said(), NOON, 1)

    plain = statement(said(SAM, "walks"))
    everything = statement(WRITTEN_FOR, marks=(marked,), stances=(differs,))

    assert states_of(plain) == {State.SHARED}
    assert states_of(everything) == SHARED


def test_what_may_be_done_with_a_statement_follows_from_its_states():
    marked = statement(
        said(SAM, "walks"), marks=(Mark(MarkKind.PRESSED, 1, SAM, NOON),)
    )
    plain = statement(said(SAM, "walks"))

    assert may_with(SAM_EXAMPLE, SAM, Action.TAKE_MARK_BACK, marked)
    assert not may_with(SAM_EXAMPLE, SAM, Action.TAKE_MARK_BACK, plain)
    assert not may_with(PRIYA_SAMPLE, SAM, Action.MARK, plain)
    assert may_with(PRIYA_SAMPLE, SAM, Action.SEE_DIFFERENTLY, plain)
    assert not may_with(SAM_EXAMPLE, SAM, Action.SEE_DIFFERENTLY, plain)
