"""Somebody's own log, in sentences and on paper."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from coprod_desktop.model import acts
from coprod_desktop.model.acts import CoSigned
from coprod_desktop.model.bodies import RECOVERY
from coprod_desktop.model.documents import MarkKind, ReadBack, View
from coprod_desktop.model.own_log import Happened, Happening
from coprod_desktop.model.reading import PRINT_SIZES, Reading
from coprod_desktop.workspace.flags import FlagTo
from coprod_desktop.workspace.own_log_words import LogWords
from coprod_desktop.workspace.paper_wishes import PaperKind
from tests.workspace.wards import FORM, QUESTION, own, scribe, write


def told(ward, person) -> list[str]:
    """The lines of somebody's log, oldest first."""
    return [one.sentence for one in reversed(ward.own_log.lines(person))]


@pytest.fixture
def story(ward, cast, clock, tmp_path):
    """Sam shares, the nurse looks, answers, prints; Sam marks."""
    document = ward.sit_down(cast.sam).open(FORM)
    write(document, QUESTION, "Walks")
    write(document, "strengths", "Music")
    document.sharing.share(document.sharing.unshared())
    document.close()
    clock.pass_days(1)
    document = ward.sit_down_about(cast.sam, (cast.priya,)).open(FORM)
    (statement, _) = document.news.statements()
    document.news.take_stance(statement.id, View.AGREE, "")
    document.papers.was_printed()
    document.papers.export(tmp_path)
    document.close()
    clock.pass_days(1)
    document = ward.sit_down(cast.sam).open(FORM)
    document.marks.put(statement.id, MarkKind.PRESSED)
    document.marks.set_printing(statement.id, MarkKind.PRESSED, is_printed=False)
    document.marks.take_back(statement.id, MarkKind.PRESSED)
    document.close()
    return statement


def test_a_patient_reads_what_happened_with_their_words(ward, cast, story) -> None:
    helps = "“What does recovery look like to me?”"
    found = told(ward, cast.sam)

    readers = "Priya Sample, Robin Specimen, Jo Example, Casey Placeholder"
    shared = "You shared 2 answers in “My care plan”."
    assert found == [
        f"{shared} These people can read it: {readers}, Ines Instance.",
        "Priya Sample opened “My care plan”.",
        f"Priya Sample said what they think of your answer to {helps}.",
        "Priya Sample printed “My care plan”.",
        "Priya Sample saved a copy of “My care plan” as a file.",
        f"You said that you were pressed to answer {helps}.",
        f"You kept a mark on your answer to {helps} off paper.",
        f"You took back a mark on your answer to {helps}.",
    ]


def test_what_others_did_is_news_until_it_was_read(ward, cast, story) -> None:
    assert ward.own_log.news(cast.sam) == 4

    ward.own_log.was_read(cast.sam)
    assert ward.own_log.news(cast.sam) == 0

    ward.sit_down_about(cast.sam, (cast.robin,)).open(FORM).close()
    (new,) = [one for one in ward.own_log.lines(cast.sam) if one.is_new]
    assert (new.what, new.sentence) == (
        Happened.OPENED,
        "Robin Specimen opened “My care plan”.",
    )
    assert ward.own_log.news(cast.sam) == 1


def test_nobody_reads_of_words_that_are_not_theirs(ward, cast, story) -> None:
    assert ward.own_log.lines(cast.alex) == ()
    assert ward.own_log.lines(cast.jo) == ()


def test_staff_have_a_log_of_their_own_words_as_well(ward, cast, story) -> None:
    document = ward.sit_down_about(cast.sam, (cast.priya,)).open(FORM)
    write(document, QUESTION, "We will walk with you")
    document.sharing.share(document.sharing.unshared())
    document.close()

    assert [one.what for one in ward.own_log.lines(cast.priya)] == [
        Happened.SHARED,
        Happened.KEY_MADE,
    ]


def test_a_scribe_and_a_flag_are_told(ward, cast) -> None:
    document = ward.sit_down(cast.sam, (cast.priya,)).open(FORM)
    document.take_pen(scribe(cast.sam, cast.priya))
    write(document, QUESTION, "Walks")
    document.reading_back.answer(QUESTION, cast.sam, ReadBack.YES)
    document.sharing.share(document.sharing.unshared())
    document.close()
    flag = ward.flags.raise_flag(cast.sam, own(cast.jo), "Unfair", FlagTo.MEETING)
    ward.flags.answer(flag, cast.priya, "We will ask")

    assert told(ward, cast.sam)[-2:] == [
        "Jo Example told the meeting that something is not fair.",
        "Priya Sample answered what the meeting was told is not fair.",
    ]
    assert told(ward, cast.jo)[0] == "You told the meeting that something is not fair."


def test_the_paper_of_a_log_says_it_day_by_day(ward, cast, story, tmp_path) -> None:
    letter = ward.own_log.letter(cast.sam)

    saved = letter.export(tmp_path)

    assert saved.name == "my-log-2026-03-05.pdf"
    with pikepdf.open(BytesIO(letter.pdf())) as opened:
        assert len(opened.pages) == 1


@pytest.mark.parametrize("print_size", PRINT_SIZES)
def test_the_paper_of_a_log_is_in_the_print_that_is_theirs(
    ward, cast, story, print_size
) -> None:
    before = ward.own_log.letter(cast.sam).paper
    ward.reading.keep(cast.sam, Reading(print_size=print_size))

    after = ward.own_log.letter(cast.sam).paper

    assert before.choice.kind is PaperKind.CLEAR
    assert after.choice.kind == print_size.replace("_", "-")
    assert after.blocks == before.blocks


NURSE_AND_MUM = (
    (Happened.DRAFTS_OPENED, "could read your private words for 30 minutes"),
    (Happened.KEY_RENEWED, "Priya Sample and Jo Example gave you a new sign-in"),
    (Happened.RESTORED, "Priya Sample and Jo Example put back an older copy"),
)
ONE_ALONE = (
    (Happened.KEY_MADE, "Priya Sample let you have it"),
    (Happened.KEY_RENEWED, "with the ward's recovery code"),
    (Happened.RESTORED, "Priya Sample put back a copy"),
    (Happened.WARD_EXPORTED, "what everybody on the ward has shared"),
    (Happened.NOT_MINE, "wrote down for you"),
)


@pytest.mark.parametrize(("what", "words"), NURSE_AND_MUM)
def test_what_took_two_people_names_both(ward, cast, clock, what, words) -> None:
    one = Happening(
        9, clock(), what, cast.priya, cast.priya, second=cast.jo, minutes=30
    )

    assert words in LogWords(ward, cast.sam).sentence(one)


@pytest.mark.parametrize(("what", "words"), ONE_ALONE)
def test_what_one_did_alone_names_them(ward, cast, clock, what, words) -> None:
    one = Happening(9, clock(), what, cast.priya, cast.priya)

    assert words in LogWords(ward, cast.sam).sentence(one)


def test_who_signed_for_somebody_else_is_named(ward, cast, clock) -> None:
    one = Happening(9, clock(), Happened.WARD_EXPORTED, cast.jo, cast.priya)

    told = LogWords(ward, cast.sam).sentence(one)

    assert told.endswith("Priya Sample had opened the ward then.")


def test_an_act_of_the_recovery_code_has_no_persons_name(ward, cast, clock) -> None:
    one = Happening(9, clock(), Happened.RESTORED, RECOVERY, RECOVERY, second=None)

    told = LogWords(ward, cast.sam).sentence(one)

    assert told.startswith("Somebody with the ward's recovery code")


def test_the_log_of_a_copied_ward_and_of_a_backup_put_back(ward, cast) -> None:
    ward.looks.note(cast.priya, acts.Way.EXPORTED)
    ward.store.record.append(cast.priya, [("", acts.Restored(3, 0, None))])

    whats = [one.what for one in ward.own_log.lines(cast.alex)]

    assert whats == [Happened.RESTORED, Happened.WARD_EXPORTED]
    assert CoSigned(cast.jo).signature == b""
