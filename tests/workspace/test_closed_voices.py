"""Somebody who is signed out is written for, and finds everything when they sign in."""

from __future__ import annotations

from pathlib import Path

import pytest

from coprod_desktop.model.authored_text import Mode
from coprod_desktop.model.change import Change
from coprod_desktop.model.documents import ReadBack, Signed, Standing, View
from coprod_desktop.model.problem import NotYourWords, Problem
from coprod_desktop.workspace.ward import Ward
from tests.workspace.test_guardians import WORDS, write_privately
from tests.workspace.wards import (
    FORM,
    PIN,
    QUESTION,
    ROBIN_PASSPHRASE,
    Cast,
    card_of,
    opened,
    own,
    scribe,
    text_of,
    write,
)


def test_staff_write_for_somebody_who_is_signed_out(
    keyed: Ward, keyed_folder: Path, cast: Cast
):
    write_privately(keyed, cast)
    document = keyed.sit_down(cast.sam, (cast.priya,)).open(FORM)
    document.take_pen(scribe(cast.sam, cast.priya))
    assert text_of(document, QUESTION) == ""
    write(document, QUESTION, "Sam says: less noise.")
    document.close()
    keyed.close()

    keyed = opened(keyed_folder, seed="next")
    document = keyed.sit_down(cast.sam, (cast.priya,)).open(FORM)
    document.take_pen(scribe(cast.sam, cast.priya))
    assert text_of(document, QUESTION) == "Sam says: less noise."
    document.reading_back.answer(QUESTION, cast.sam, ReadBack.YES)
    document.sharing.share(document.sharing.unshared())

    card = card_of(document, QUESTION, cast.sam)
    assert card.standing is Standing.AGREED
    assert card.statement is not None
    assert card.statement.signed is Signed.SCRIBE
    assert card.statement.confirmed_by == cast.priya
    document.close()
    keyed.voices.sign_in_with_pin(cast.sam, PIN)
    document = keyed.sit_down(cast.sam).open(FORM)
    assert text_of(document, QUESTION) == WORDS
    document.close()
    assert keyed.store.record.verify() is None
    keyed.close()


def test_what_was_written_for_somebody_joins_their_own_words_when_they_sign_in(
    keyed: Ward, cast: Cast
):
    write_privately(keyed, cast)
    document = keyed.sit_down(cast.sam, (cast.priya,)).open(FORM)
    document.take_pen(scribe(cast.sam, cast.priya, Mode.SUMMARISED))
    write(document, QUESTION, "Less noise.")
    document.close()
    keyed.voices.sign_in_with_pin(cast.sam, PIN)

    document = keyed.sit_down(cast.sam, (cast.priya,)).open(FORM)
    assert text_of(document, QUESTION) == f"{WORDS}\nLess noise."
    write(document, QUESTION, " Yes.")
    document.close()
    keyed.voices.close(cast.sam)

    document = keyed.sit_down(cast.sam, (cast.priya,)).open(FORM)
    document.take_pen(scribe(cast.sam, cast.priya))
    assert text_of(document, QUESTION) == ""
    document.close()
    keyed.voices.sign_in_with_pin(cast.sam, PIN)
    document = keyed.sit_down(cast.sam).open(FORM)
    assert text_of(document, QUESTION) == f"{WORDS}\nLess noise. Yes."
    document.close()


def test_a_first_sign_in_takes_private_words_out_of_the_wards_reach(
    ward: Ward, cast: Cast
):
    document = ward.sit_down(cast.sam, (cast.priya,)).open(FORM)
    write(document, QUESTION, WORDS)
    document.close()

    ward.voices.make_pin(cast.sam, PIN)
    ward.voices.close(cast.sam)

    assert ward.store.drafts.of(document.id, [cast.sam]) == ()
    ward.voices.sign_in_with_pin(cast.sam, PIN)
    (kept,) = ward.store.drafts.of(document.id, [cast.sam])
    assert kept.said.text.text == WORDS


def test_somebody_who_signs_in_while_the_form_is_open_finds_their_own_words(
    keyed: Ward, cast: Cast
):
    write_privately(keyed, cast)
    document = keyed.sit_down(cast.sam, (cast.priya,)).open(FORM)
    document.take_pen(scribe(cast.sam, cast.priya))
    write(document, QUESTION, "Less noise.")

    keyed.voices.sign_in_with_pin(cast.sam, PIN)
    assert own(cast.sam) in {one.attribution for one in document.pens()}
    document.take_pen(own(cast.sam))

    assert text_of(document, QUESTION) == f"{WORDS}\nLess noise."
    write(document, QUESTION, " Yes.")
    document.close()
    document = keyed.sit_down(cast.sam).open(FORM)
    assert text_of(document, QUESTION) == f"{WORDS}\nLess noise. Yes."
    document.close()


def test_somebody_who_signs_out_takes_their_private_words_along(
    keyed: Ward, cast: Cast
):
    keyed.voices.sign_in_with_pin(cast.sam, PIN)
    document = keyed.sit_down(cast.sam, (cast.priya,)).open(FORM)
    write(document, QUESTION, WORDS)
    document.flush()

    keyed.voices.close(cast.sam)
    document.pens()

    document.take_pen(scribe(cast.sam, cast.priya))
    assert text_of(document, QUESTION) == ""
    with pytest.raises(Problem, match=r"workspace\.pen_not_here"):
        document.take_pen(own(cast.sam))
    document.close()


def test_a_scribe_leaves_what_somebody_shared_with_their_own_hand(
    keyed: Ward, cast: Cast
):
    write_privately(keyed, cast)
    document = keyed.sit_down(cast.sam, (cast.priya,)).open(FORM)
    document.take_pen(scribe(cast.sam, cast.priya))
    with pytest.raises(NotYourWords):
        document.writing.change("what-matters", Change(0, 3, "x"))
    write(document, "what-matters", " And my dog.")
    document.sharing.share(document.sharing.unshared())

    card = card_of(document, "what-matters", cast.sam)
    assert card.said.text.text == "Shared words. And my dog."
    assert card.version == 2
    document.close()
    assert keyed.store.record.verify() is None


def test_a_stance_and_words_of_their_own_hand_wait_for_them_to_sign_in(
    keyed: Ward, cast: Cast
):
    keyed.voices.sign_in_with_pin(cast.sam, PIN)
    document = keyed.sit_down(cast.sam, (cast.priya,)).open(FORM)
    document.take_pen(own(cast.priya))
    write(document, QUESTION, "What the nurse says.")
    document.sharing.share(document.sharing.unshared())
    (theirs,) = document.news.statements()
    document.take_pen(own(cast.sam))
    write(document, "what-matters", "My own.")
    document.flush()
    keyed.voices.close(cast.sam)

    with pytest.raises(Problem, match=r"workspace\.sign_in_to_share"):
        document.sharing.share(document.sharing.unshared())
    with pytest.raises(Problem, match=r"store\.voice_closed"):
        document.news.take_stance(theirs.id, View.SOME, "")

    keyed.voices.sign_in_with_pin(cast.sam, PIN)
    document.news.take_stance(theirs.id, View.SOME, "")
    document.sharing.share(document.sharing.unshared())
    document.close()
    assert keyed.store.record.verify() is None


def test_shared_words_are_read_back_to_somebody_who_is_signed_out(
    keyed: Ward, cast: Cast
):
    document = keyed.sit_down(cast.sam, (cast.priya,)).open(FORM)
    document.take_pen(scribe(cast.sam, cast.priya))
    write(document, QUESTION, "Less noise.")
    document.sharing.share(document.sharing.unshared())

    document.reading_back.answer(QUESTION, cast.sam, ReadBack.NEARLY)

    card = card_of(document, QUESTION, cast.sam)
    assert card.standing is Standing.NEARLY
    document.close()


def test_a_read_back_is_signed_by_who_read_it_even_where_another_shares(
    keyed: Ward, cast: Cast
):
    keyed.voices.sign_in_with_passphrase(cast.robin, ROBIN_PASSPHRASE)
    document = keyed.sit_down(cast.sam, (cast.priya, cast.robin)).open(FORM)
    document.take_pen(scribe(cast.sam, cast.priya))
    write(document, QUESTION, "Less noise.")
    document.take_pen(scribe(cast.sam, cast.robin))
    document.reading_back.answer(QUESTION, cast.sam, ReadBack.YES)

    document.sharing.share(document.sharing.unshared())

    card = card_of(document, QUESTION, cast.sam)
    assert card.standing is Standing.AGREED
    assert card.statement is not None
    assert card.statement.confirmed_by == cast.robin
    document.close()
    assert keyed.store.record.verify() is None
