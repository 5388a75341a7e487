"""What happened with one person's words, folded from the record."""

from __future__ import annotations

import pytest

from coprod_desktop.model import acts
from coprod_desktop.model.acts import CoSigned, Marked, Way, WordsSeen
from coprod_desktop.model.bodies import (
    DocumentStarted,
    PersonJoined,
    SettingChanged,
    StatementShared,
)
from coprod_desktop.model.documents import (
    FlagId,
    MarkKind,
    Side,
    Signed,
    StatementId,
)
from coprod_desktop.model.own_log import Happened, Happening, fold_own_log
from coprod_desktop.model.people import Person, PersonId, Role
from tests.model.records import (
    BESIDE,
    DOCUMENT,
    OTHER,
    START,
    WORDS,
    WRITTEN_FOR,
    Told,
    confirmed,
    entries,
    shared,
    stance,
)
from tests.model.values import JO, PRIYA, SAM, said

ALEX = PersonId("alex")
WARD = (
    Person(PRIYA, "Priya Sample", Role.NURSE),
    Person(SAM, "Sam Example", Role.PATIENT),
    Person(JO, "Jo Example", Role.PARTNER_IN_CARE, "Mum", SAM),
    Person(ALEX, "Alex Test", Role.PATIENT),
)
HERE: tuple[Told, ...] = tuple((PRIYA, None, PersonJoined(one, b"")) for one in WARD)
SHARED = shared(SAM, said(SAM, "walks"))
COSIGNED = CoSigned(JO)


def log(*told: Told, person: PersonId = SAM) -> tuple[Happening, ...]:
    return fold_own_log(entries(*HERE, START, *told), person)


def seen(by: PersonId, way: Way, who: PersonId | None = None) -> Told:
    return (by, DOCUMENT, WordsSeen(way, who))


def marked(by: PersonId = SAM, **more: bool) -> Told:
    return (by, DOCUMENT, Marked(WORDS, 1, MarkKind.PRESSED, SAM, **more))


def test_sharing_tells_who_can_read_it_from_then_on():
    (told,) = log(SHARED)

    assert (told.what, told.by, told.document) == (Happened.SHARED, SAM, DOCUMENT)
    assert told.seen_by == (PRIYA, JO)
    assert told.questions == ("recovery",)


def test_somebody_whose_door_is_closed_reads_nothing_more():
    (told,) = log((PRIYA, None, acts.PersonLeft(PRIYA)), SHARED)

    assert told.seen_by == (JO,)


def test_answers_that_were_shared_together_are_one_line():
    second = StatementShared(BESIDE, "strengths", SAM, 1, said(SAM, "music"))

    (told,) = log(SHARED, (SAM, DOCUMENT, second))

    assert (told.questions, told.number) == (("recovery", "strengths"), 7)


def test_what_somebody_wrote_for_me_says_so():
    body = StatementShared(WORDS, "recovery", SAM, 1, WRITTEN_FOR, Signed.SCRIBE)

    (told,) = log((PRIYA, DOCUMENT, body))

    assert (told.what, told.by) == (Happened.SHARED, PRIYA)


@pytest.mark.parametrize(
    ("way", "what"),
    [
        (Way.OPENED, Happened.OPENED),
        (Way.PRINTED, Happened.PRINTED),
        (Way.EXPORTED, Happened.EXPORTED),
    ],
)
def test_whoever_saw_the_words_is_told(way: Way, what: Happened):
    _, told = log(SHARED, seen(PRIYA, way))

    assert (told.what, told.by, told.signer) == (what, PRIYA, PRIYA)


def test_whose_sheet_was_kept_as_a_photograph_is_told():
    facts = acts.PictureFacts(acts.PictureKind.PNG, 20, 30)
    kept = (PRIYA, DOCUMENT, acts.PhotographKept("7F3K9-QWD2M", bytes(32), 9, facts))

    (told,) = log(kept)

    assert (told.what, told.by) == (Happened.PHOTOGRAPH_KEPT, PRIYA)
    assert log(kept, person=JO) == ()


def test_who_saw_and_who_signed_for_it_are_kept_apart():
    _, told = log(SHARED, seen(PRIYA, Way.OPENED, JO))

    assert (told.by, told.signer) == (JO, PRIYA)


def test_opening_ones_own_words_is_no_news_but_printing_them_is_told():
    told = log(SHARED, seen(SAM, Way.OPENED), seen(SAM, Way.PRINTED))

    assert [one.what for one in told] == [Happened.SHARED, Happened.PRINTED]


def test_a_patient_hears_of_their_form_and_others_only_of_their_own_words():
    opened = seen(PRIYA, Way.OPENED)
    jos = shared(JO, said(JO, "he slept"), statement=BESIDE)

    assert [one.what for one in log(opened)] == [Happened.OPENED]
    assert log(opened, person=JO) == ()
    assert [one.what for one in log(jos, opened, person=JO)] == [
        Happened.SHARED,
        Happened.OPENED,
    ]
    assert log(SHARED, opened, person=ALEX) == ()


def test_a_copy_of_the_whole_ward_stands_in_everybodys_log():
    copied = (PRIYA, None, WordsSeen(Way.EXPORTED))

    for person in (SAM, JO, ALEX):
        (told,) = log(copied, person=person)
        assert (told.what, told.by) == (Happened.WARD_EXPORTED, PRIYA)
    assert log(copied, person=PersonId("nobody")) == ()


def test_answers_to_my_words_are_told_and_those_to_others_are_not():
    told = log(
        SHARED, stance(PRIYA), confirmed(WRITTEN_FOR, PRIYA), confirmed(WRITTEN_FOR)
    )

    assert [one.what for one in told[1:]] == [Happened.ANSWERED, Happened.READ_BACK]
    assert log(SHARED, stance(PRIYA), person=ALEX) == ()


def test_every_turn_of_a_mark_is_told():
    other = (PRIYA, DOCUMENT, Marked(WORDS, 1, MarkKind.NOT_MINE, SAM))

    told = log(
        SHARED, other, marked(), marked(is_printed=False), marked(is_withdrawn=True)
    )

    assert [one.what for one in told[1:]] == [
        Happened.NOT_MINE,
        Happened.PRESSED,
        Happened.KEPT_OFF_PAPER,
        Happened.UNMARKED,
    ]
    assert [one.by for one in told[1:]] == [PRIYA, SAM, SAM, SAM]


def test_flags_and_their_answers_are_told_to_whom_they_are_about():
    flag = acts.FlagRaised(FlagId("f"), SAM, JO, said(JO, "unfair"))
    answer = acts.FlagAnswered(FlagId("f"), said(PRIYA, "we will ask"))
    told: tuple[Told, ...] = ((JO, None, flag), (PRIYA, None, answer))

    for person in (SAM, JO):
        found = log(*told, person=person)
        assert [(one.what, one.by) for one in found] == [
            (Happened.FLAG_RAISED, JO),
            (Happened.FLAG_ANSWERED, PRIYA),
        ]
    assert log(*told, person=ALEX) == ()


def test_what_was_done_with_my_key_and_my_drafts_is_told_to_me_alone():
    told: tuple[Told, ...] = (
        (PRIYA, None, acts.KeyMade(SAM, b"", b"")),
        (PRIYA, None, acts.KeySucceeded(SAM, b"", b"", COSIGNED)),
        (PRIYA, None, acts.KeySucceeded(SAM, b"", b"", None)),
        (PRIYA, None, acts.DraftsOpened(SAM, "not seen since noon", 30, COSIGNED)),
    )

    found = log(*told)

    assert [(one.what, one.second) for one in found] == [
        (Happened.KEY_MADE, None),
        (Happened.KEY_RENEWED, JO),
        (Happened.KEY_RENEWED, None),
        (Happened.DRAFTS_OPENED, JO),
    ]
    assert (found[-1].reason, found[-1].minutes) == ("not seen since noon", 30)
    assert log(*told, person=JO) == ()


def test_a_backup_that_was_put_back_is_told_to_everybody():
    told = (PRIYA, None, acts.Restored(9, 12, COSIGNED))

    for person in (SAM, ALEX):
        (found,) = log(told, person=person)
        assert (found.what, found.second) == (Happened.RESTORED, JO)


def test_what_is_not_about_words_is_passed_over():
    told: tuple[Told, ...] = (
        (PRIYA, None, SettingChanged("meeting", "round")),
        (PRIYA, None, acts.GuardianNamed(PRIYA, Side.WARD)),
        (PRIYA, OTHER, DocumentStarted(OTHER, "care-plan", 1, ALEX)),
        (PRIYA, DOCUMENT, Marked(StatementId("x"), 1, MarkKind.PRESSED, SAM)),
    )

    assert log(*told) == ()
