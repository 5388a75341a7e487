"""One person of the ward and one from outside it help together; nobody does alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from coprod_desktop.model.documents import Side
from coprod_desktop.model.doors import (
    DoorKind,
    chosen_passphrase,
    chosen_pictures,
    chosen_pin,
)
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.problem import Problem
from coprod_desktop.workspace.key_news import KeyEvent
from coprod_desktop.workspace.ward import Ward
from tests.fakes import FakeMonotonic
from tests.workspace.wards import (
    CASEY_PASSPHRASE,
    FORM,
    PASSPHRASE,
    PICTURES,
    PIN,
    QUESTION,
    ROBIN_PASSPHRASE,
    Cast,
    card_of,
    own,
    text_of,
    write,
)

NEW_PIN = chosen_pin("830561", 6)
WORDS = "Nobody has read this."


def write_privately(ward: Ward, cast: Cast) -> None:
    """Sam signs in, writes something, shares one answer, and signs out."""
    ward.voices.sign_in_with_pin(cast.sam, PIN)
    document = ward.sit_down(cast.sam).open(FORM)
    write(document, "what-matters", "Shared words.")
    document.sharing.share(document.sharing.unshared())
    write(document, QUESTION, WORDS)
    document.close()
    ward.voices.close(cast.sam)


def test_who_is_named_can_be_looked_up_and_ended(keyed: Ward, cast: Cast):
    guardians = keyed.guardians
    assert [one.id for one in guardians.named(Side.WARD)] == [cast.priya, cast.robin]
    assert [one.id for one in guardians.named(Side.OUTSIDE)] == [cast.casey]

    guardians.end(cast.robin)

    assert [one.id for one in guardians.named(Side.WARD)] == [cast.priya]
    assert [one.id for one in guardians.may_be_named(Side.WARD)] == [cast.robin]
    with pytest.raises(Problem, match=r"workspace\.not_named"):
        guardians.end(cast.robin)


def test_only_who_fits_a_side_and_has_a_sign_in_can_be_named(keyed: Ward, cast: Cast):
    for person, side in (
        (cast.jo, Side.OUTSIDE),
        (cast.sam, Side.OUTSIDE),
        (cast.sam, Side.WARD),
        (cast.casey, Side.WARD),
    ):
        with pytest.raises(Problem, match=r"workspace\.cannot_be_named"):
            keyed.guardians.name(person, side)
    outside = keyed.guardians.add_outside("Mx Caldicott", "Caldicott guardian")
    keyed.voices.make_passphrase(outside.id, "a very private word")

    keyed.guardians.name(outside.id, Side.OUTSIDE)

    assert outside in keyed.guardians.named(Side.OUTSIDE)
    assert outside not in keyed.people.beside(cast.sam)


def test_a_forgotten_pin_is_renewed_by_two_and_no_word_is_lost(
    keyed: Ward, cast: Cast, monotonic: FakeMonotonic
):
    write_privately(keyed, cast)
    for _ in range(10):
        monotonic.pass_s(1_000)
        with pytest.raises(Problem, match=r"store\.wrong_pin"):
            keyed.voices.sign_in_with_pin(cast.sam, "000000")
    assert keyed.voices.door(cast.sam).is_closed

    came_back = keyed.guardians.renew_door(
        *(cast.sam, cast.priya, PASSPHRASE, cast.casey, CASEY_PASSPHRASE, NEW_PIN)
    )

    assert came_back
    assert keyed.voices.is_open(cast.priya)
    assert not keyed.voices.is_open(cast.casey)
    (news,) = keyed.voices.sign_in_with_pin(cast.sam, "830561")
    assert news.what is KeyEvent.RENEWED
    assert [one.id for one in news.by] == [cast.priya, cast.casey]
    document = keyed.sit_down(cast.sam).open(FORM)
    assert text_of(document, QUESTION) == WORDS
    document.sharing.share(document.sharing.unshared())
    assert card_of(document, "what-matters", cast.sam).version == 1
    document.close()
    assert keyed.store.record.verify() is None


def test_they_are_told_until_they_have_read_it(keyed: Ward, cast: Cast):
    keyed.guardians.renew_door(
        *(cast.sam, cast.priya, PASSPHRASE, cast.casey, CASEY_PASSPHRASE, NEW_PIN)
    )
    assert len(keyed.voices.sign_in_with_pin(cast.sam, "830561")) == 1
    news = keyed.voices.sign_in_with_pin(cast.sam, "830561")
    assert len(news) == 1

    keyed.voices.have_read(cast.sam, news)

    assert keyed.voices.sign_in_with_pin(cast.sam, "830561") == ()
    assert keyed.voices.news(cast.alex) == ()


def test_the_old_pin_opens_nothing_any_more(keyed: Ward, cast: Cast):
    pictures = chosen_pictures(PICTURES, keyed.voices.door(cast.alex).grids)
    keyed.guardians.renew_door(
        *(cast.sam, cast.robin, ROBIN_PASSPHRASE),
        *(cast.casey, CASEY_PASSPHRASE, pictures),
    )

    assert keyed.voices.door(cast.sam).kind is DoorKind.PICTURES
    with pytest.raises(Problem, match=r"store\.no_such_door"):
        keyed.voices.sign_in_with_pin(cast.sam, PIN)
    keyed.voices.sign_in_with_pictures(cast.sam, PICTURES)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("priya", "priya"),
        ("priya", "robin"),
        ("casey", "casey"),
        ("casey", "priya"),
        ("priya", "jo"),
        ("alex", "casey"),
    ],
)
def test_the_same_person_twice_or_two_of_one_side_are_refused(
    keyed: Ward, cast: Cast, a: str, b: str
):
    before = keyed.store.record.head()
    pair = (getattr(cast, a), PASSPHRASE, getattr(cast, b), CASEY_PASSPHRASE)

    with pytest.raises(Problem, match=r"store\.takes_two_sides"):
        keyed.guardians.renew_door(cast.sam, *pair, NEW_PIN)
    with pytest.raises(Problem, match=r"store\.takes_two_sides"):
        keyed.guardians.open_drafts(cast.sam, *pair, "worried")

    assert keyed.store.record.head() == before


def test_each_of_the_two_gives_their_own_secret(keyed: Ward, cast: Cast):
    before = keyed.store.record.head()

    with pytest.raises(Problem, match=r"store\.wrong_passphrase"):
        keyed.guardians.renew_door(
            *(cast.sam, cast.priya, "not her passphrase"),
            *(cast.casey, CASEY_PASSPHRASE, NEW_PIN),
        )
    with pytest.raises(Problem, match=r"store\.wrong_own_passphrase"):
        keyed.guardians.renew_door(
            *(cast.sam, cast.priya, PASSPHRASE, cast.casey, "not theirs", NEW_PIN)
        )

    assert keyed.store.record.head() == before
    assert keyed.voices.door(cast.casey).tries_left == 9


def test_two_people_renew_a_member_of_staff_too(
    keyed: Ward, keyed_folder: Path, cast: Cast
):
    new = chosen_passphrase("another yellow lamp", DoorKind.STAFF)
    pair = (cast.priya, PASSPHRASE, cast.casey, CASEY_PASSPHRASE)
    with pytest.raises(Problem, match=r"workspace\.staff_have_passphrases"):
        keyed.guardians.renew_door(cast.robin, *pair, NEW_PIN)
    with pytest.raises(Problem, match=r"workspace\.no_own_sign_in"):
        keyed.guardians.renew_door(cast.jo, *pair, NEW_PIN)

    keyed.voices.sign_in_with_passphrase(cast.robin, ROBIN_PASSPHRASE)

    assert keyed.guardians.renew_door(cast.robin, *pair, new)

    keyed.voices.sign_in_with_passphrase(cast.robin, "another yellow lamp")
    assert keyed.voices.is_open(cast.robin)


def test_private_words_are_opened_by_two_for_half_an_hour_and_the_person_is_told(
    keyed: Ward, cast: Cast, monotonic: FakeMonotonic
):
    write_privately(keyed, cast)
    keyed.monotonic = monotonic

    seen = keyed.guardians.open_drafts(
        *(cast.sam, cast.priya, PASSPHRASE, cast.casey, CASEY_PASSPHRASE),
        "Not seen\nsince noon.",
    )

    assert [one.said.text.text for one in seen.drafts()] == [WORDS]
    assert not keyed.voices.is_open(cast.sam)
    monotonic.pass_s(30 * 60 - 1)
    assert seen.seconds_left == 1
    assert seen.drafts()
    monotonic.pass_s(1)
    with pytest.raises(Problem, match=r"workspace\.drafts_closed_again"):
        seen.drafts()
    (news,) = keyed.voices.sign_in_with_pin(cast.sam, PIN)
    assert news.what is KeyEvent.DRAFTS_OPENED
    assert (news.reason, news.minutes) == ("Not seen since noon.", 30)
    assert [one.id for one in news.by] == [cast.priya, cast.casey]
    assert keyed.store.record.verify() is None


def test_opening_takes_a_reason(keyed: Ward, cast: Cast):
    with pytest.raises(Problem, match=r"workspace\.reason_missing"):
        keyed.guardians.open_drafts(
            cast.sam, cast.priya, PASSPHRASE, cast.casey, CASEY_PASSPHRASE, " \n"
        )


def test_private_words_of_somebody_without_a_sign_in_take_two_people_as_well(
    keyed: Ward, cast: Cast
):
    document = keyed.sit_down(cast.sam, (cast.jo,)).open(FORM)
    document.take_pen(own(cast.jo))
    write(document, QUESTION, "Her own worry.")
    document.close()

    seen = keyed.guardians.open_drafts(
        cast.jo, cast.priya, PASSPHRASE, cast.casey, CASEY_PASSPHRASE, "worried"
    )

    assert [one.said.text.text for one in seen.drafts()] == ["Her own worry."]
    assert seen.person.id == cast.jo
    seen.close()
    assert seen.seconds_left == 0


def named_late(ward: Ward, cast: Cast) -> PersonId:
    """Give Sam a PIN before anybody is named, write privately, then name the two."""
    ward.voices.make_pin(cast.sam, PIN)
    write_privately(ward, cast)
    assert not ward.voices.door(cast.sam).has_way_back
    ward.voices.make_passphrase(cast.casey, CASEY_PASSPHRASE)
    ward.guardians.name(cast.priya, Side.WARD)
    ward.guardians.name(cast.casey, Side.OUTSIDE)
    ward.voices.close(cast.casey)
    return cast.sam


def test_who_is_named_while_somebody_is_signed_in_can_help_them_at_once(
    ward: Ward, cast: Cast
):
    ward.voices.make_pin(cast.sam, PIN)
    ward.voices.make_passphrase(cast.casey, CASEY_PASSPHRASE)

    ward.guardians.name(cast.priya, Side.WARD)
    assert not ward.voices.door(cast.sam).has_way_back
    ward.guardians.name(cast.casey, Side.OUTSIDE)

    assert ward.voices.door(cast.sam).has_way_back
    ward.guardians.end(cast.casey)
    assert not ward.voices.door(cast.sam).has_way_back


def test_who_was_named_too_late_cannot_open_words_until_the_next_sign_in(
    ward: Ward, cast: Cast
):
    sam = named_late(ward, cast)
    pair = (cast.priya, PASSPHRASE, cast.casey, CASEY_PASSPHRASE)
    with pytest.raises(Problem, match=r"store\.no_way_to_drafts"):
        ward.guardians.open_drafts(sam, *pair, "worried")

    ward.voices.sign_in_with_pin(sam, PIN)

    assert ward.voices.door(sam).has_way_back
    assert ward.guardians.open_drafts(sam, *pair, "worried").drafts()


def test_a_pin_forgotten_before_anybody_was_named_is_renewed_without_the_drafts(
    ward: Ward, cast: Cast
):
    sam = named_late(ward, cast)
    pair = (cast.priya, PASSPHRASE, cast.casey, CASEY_PASSPHRASE)

    assert not ward.guardians.renew_door(sam, *pair, NEW_PIN)

    ward.voices.sign_in_with_pin(sam, "830561")
    document = ward.sit_down(sam).open(FORM)
    assert text_of(document, "what-matters") == "Shared words."
    assert text_of(document, QUESTION) == ""
    write(document, QUESTION, "Again.")
    document.close()
    assert ward.store.record.verify() is None


def test_whose_naming_ended_helps_no_more_once_the_person_has_signed_in(
    keyed: Ward, cast: Cast
):
    write_privately(keyed, cast)
    keyed.guardians.end(cast.casey)

    with pytest.raises(Problem, match=r"store\.takes_two_sides"):
        keyed.guardians.renew_door(
            *(cast.sam, cast.priya, PASSPHRASE, cast.casey, CASEY_PASSPHRASE, NEW_PIN)
        )

    keyed.voices.sign_in_with_pin(cast.sam, PIN)
    assert not keyed.voices.door(cast.sam).has_way_back
