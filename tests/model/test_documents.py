"""Keys, scribes, marks and flags, as the record tells them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from coprod_desktop.model.acts import (
    CoSigned,
    FlagAnswered,
    FlagRaised,
    KeyMade,
    KeySucceeded,
    Marked,
    PersonLeft,
)
from coprod_desktop.model.bodies import (
    Body,
    Confirmed,
    PersonJoined,
    StatementShared,
)
from coprod_desktop.model.documents import (
    Confirmation,
    FlagId,
    MarkKind,
    ReadBack,
    Signed,
    Standing,
)
from coprod_desktop.model.people import Person, PersonId, Role
from coprod_desktop.model.record import (
    fold_ward,
    says_own_words,
)
from coprod_desktop.model.said import Said
from coprod_desktop.model.wire import said_fingerprint
from tests.model.records import (
    BESIDE,
    DOCUMENT,
    START,
    WORDS,
    WRITTEN_FOR,
    Told,
    entries,
    folded,
    only,
    shared,
)
from tests.model.values import JO, NOON, PRIYA, SAM, said


def marked(by: PersonId, kind: MarkKind = MarkKind.NOT_MINE, **more: Any) -> Told:
    return (by, DOCUMENT, Marked(WORDS, 1, kind, SAM, **more))


def by_scribe(what: Said = WRITTEN_FOR, by: PersonId = PRIYA) -> Told:
    body = StatementShared(WORDS, "recovery", SAM, 1, what, Signed.SCRIBE)
    return (by, DOCUMENT, body)


def test_who_wrote_it_all_down_can_share_it_for_the_voice():
    statement = only(by_scribe())

    assert statement.voice == SAM
    assert statement.signed is Signed.SCRIBE
    assert statement.standing is Standing.NOT_YET


@pytest.mark.parametrize(
    "told",
    [
        by_scribe(by=JO),
        by_scribe(said(SAM)),
        by_scribe(by=SAM),
        (PRIYA, DOCUMENT, StatementShared(WORDS, "recovery", SAM, 1, WRITTEN_FOR)),
    ],
    ids=["not the writer", "the voice's own hand", "oneself", "without saying so"],
)
def test_nobody_else_shares_words_that_are_not_theirs(told: Told):
    assert folded(START, told).statements == ()


def test_what_the_voice_answered_is_told_by_who_read_it_to_them():
    witnessed = Confirmation(ReadBack.YES, said_fingerprint(WRITTEN_FOR), NOON, PRIYA)

    by_priya = only(by_scribe(), (PRIYA, DOCUMENT, Confirmed(WORDS, 1, witnessed)))
    by_sam = only(by_scribe(), (SAM, DOCUMENT, Confirmed(WORDS, 1, witnessed)))
    by_jo = only(by_scribe(), (JO, DOCUMENT, Confirmed(WORDS, 1, witnessed)))
    of_own_hand = only(
        shared(SAM, said(SAM)),
        (
            PRIYA,
            DOCUMENT,
            Confirmed(WORDS, 1, replace(witnessed, of=said_fingerprint(said(SAM)))),
        ),
    )

    assert (by_priya.standing, by_priya.confirmed_by) == (Standing.AGREED, PRIYA)
    assert (by_sam.standing, by_sam.confirmed_by) == (Standing.AGREED, SAM)
    assert by_jo.standing is Standing.NOT_YET
    assert of_own_hand.confirmed_by is None


def test_a_voice_says_at_any_time_that_they_did_not_write_it():
    statement = only(
        shared(SAM, said(SAM)),
        marked(SAM),
        marked(PRIYA, MarkKind.PRESSED),
        shared(SAM, said(SAM, "other words"), version=2),
    )

    assert [(one.kind, one.by, one.is_printed) for one in statement.marks] == [
        (MarkKind.NOT_MINE, SAM, True),
        (MarkKind.PRESSED, PRIYA, True),
    ]


def test_only_the_voice_keeps_a_mark_off_paper_or_takes_it_back():
    start = (shared(SAM, said(SAM)), marked(SAM))

    assert only(*start, marked(SAM, is_printed=False)).marks[0].is_printed is False
    assert only(*start, marked(PRIYA, is_printed=False)).marks[0].is_printed
    assert only(*start, marked(PRIYA, is_withdrawn=True)).marks
    assert only(*start, marked(SAM, is_withdrawn=True)).marks == ()


def test_a_mark_is_about_the_voices_own_statement():
    about_nothing = folded(START, marked(SAM))
    theirs = Marked(BESIDE, 1, MarkKind.PRESSED, SAM)

    assert about_nothing.statements == ()
    assert (
        only(
            shared(PRIYA, said(PRIYA), statement=BESIDE), (SAM, DOCUMENT, theirs)
        ).marks
        == ()
    )


@pytest.mark.parametrize(
    ("by", "body", "is_own"),
    [
        (SAM, FlagRaised(FlagId("f"), SAM, SAM, said(SAM)), True),
        (PRIYA, FlagRaised(FlagId("f"), SAM, SAM, WRITTEN_FOR), True),
        (PRIYA, FlagRaised(FlagId("f"), SAM, SAM, said(SAM)), False),
        (SAM, FlagRaised(FlagId("f"), SAM, SAM, said(PRIYA)), False),
        (PRIYA, FlagAnswered(FlagId("f"), said(PRIYA)), True),
        (PRIYA, FlagAnswered(FlagId("f"), said(SAM)), False),
    ],
)
def test_a_flag_holds_the_words_of_who_raised_or_answered_it(
    by: PersonId, body: Body, is_own: bool
):
    (entry,) = entries((by, None, body))

    assert says_own_words(entry, body) is is_own


def test_a_key_of_ones_own_takes_the_place_of_the_wards():
    joined = PersonJoined(Person(SAM, "Sam Example", Role.PATIENT), b"w" * 32)

    state = fold_ward(
        entries(
            (PRIYA, None, joined),
            (PRIYA, None, KeyMade(SAM, b"1" * 32, b"d" * 32)),
            (PRIYA, None, KeySucceeded(SAM, b"2" * 32, b"e" * 32, CoSigned(JO))),
            (PRIYA, None, PersonLeft(SAM)),
        )
    )

    assert state.keys == {SAM: b"2" * 32}
    assert state.drafts_keys == {SAM: b"e" * 32}
    assert state.left == {SAM}
    assert [one.id for one in state.people.everyone] == [SAM]
