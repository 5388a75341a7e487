"""People open their own voice, and what is tried wrongly costs time, never words."""

from __future__ import annotations

from pathlib import Path

import pytest

from coprod_desktop.content.own_pictures import PAGES
from coprod_desktop.model.documents import Signed
from coprod_desktop.model.doors import DoorKind
from coprod_desktop.model.problem import Problem
from coprod_desktop.workspace.ward import Ward
from tests.fakes import FakeClock, FakeMonotonic
from tests.workspace.wards import (
    CASEY_PASSPHRASE,
    FORM,
    PICTURES,
    PIN,
    QUESTION,
    ROBIN_PASSPHRASE,
    Cast,
    card_of,
    opened,
    own,
    write,
)

WRONG = "407194"


def test_staff_get_a_key_of_their_own_when_they_first_open_the_ward(
    ward: Ward, cast: Cast
):
    assert ward.voices.is_open(cast.priya)
    assert ward.voices.has_own_key(cast.priya)
    assert ward.voices.door(cast.priya).kind is DoorKind.STAFF
    assert not ward.voices.has_own_key(cast.sam)
    assert ward.voices.door(cast.sam).kind is None


def test_a_patient_signs_in_with_their_pin_and_shares_under_their_own_key(
    keyed: Ward, cast: Cast
):
    assert not keyed.voices.can_write(cast.sam)

    assert keyed.voices.sign_in_with_pin(cast.sam, PIN) == ()
    document = keyed.sit_down(cast.sam).open(FORM)
    write(document, QUESTION, "My own words.")
    document.sharing.share(document.sharing.unshared())

    statement = card_of(document, QUESTION, cast.sam).statement
    assert statement is not None
    assert statement.signed is Signed.OWN
    document.close()
    assert keyed.store.record.verify() is None


def test_a_patient_signs_in_with_pictures_in_any_order(keyed: Ward, cast: Cast):
    door = keyed.voices.door(cast.alex)
    assert door.kind is DoorKind.PICTURES
    assert door.grids == PAGES

    keyed.voices.sign_in_with_pictures(cast.alex, PICTURES[::-1])

    assert keyed.voices.is_open(cast.alex)
    with pytest.raises(Problem, match=r"store\.wrong_pictures"):
        keyed.voices.sign_in_with_pictures(cast.alex, ("dog", "cat", "boat", "fish"))


def test_somebody_from_outside_and_staff_sign_in_with_passphrases(
    keyed: Ward, cast: Cast
):
    keyed.voices.sign_in_with_passphrase(cast.casey, CASEY_PASSPHRASE)
    keyed.voices.sign_in_with_passphrase(cast.robin, ROBIN_PASSPHRASE)

    assert keyed.voices.is_open(cast.casey)
    assert keyed.voices.is_open(cast.robin)
    keyed.voices.close_all()
    assert not keyed.voices.is_open(cast.priya)
    with pytest.raises(Problem, match=r"store\.wrong_own_passphrase"):
        keyed.voices.sign_in_with_passphrase(cast.casey, ROBIN_PASSPHRASE)
    with pytest.raises(Problem, match=r"store\.wrong_passphrase"):
        keyed.voices.sign_in_with_passphrase(cast.robin, CASEY_PASSPHRASE)


def test_a_door_opens_only_in_its_own_way(keyed: Ward, cast: Cast):
    for sign_in in (
        lambda: keyed.voices.sign_in_with_pictures(cast.sam, PICTURES),
        lambda: keyed.voices.sign_in_with_pin(cast.alex, PIN),
        lambda: keyed.voices.sign_in_with_passphrase(cast.jo, CASEY_PASSPHRASE),
    ):
        with pytest.raises(Problem, match=r"store\.no_such_door"):
            sign_in()
    assert keyed.voices.door(cast.alex).tries_left == 10


def wrong(ward: Ward, cast: Cast) -> Problem:
    """Try Sam's PIN wrongly, and return what is said."""
    with pytest.raises(Problem) as told:
        ward.voices.sign_in_with_pin(cast.sam, WRONG)
    return told.value


def test_five_tries_are_free_then_each_waits_longer_and_ten_close_the_door(
    keyed: Ward, cast: Cast, monotonic: FakeMonotonic
):
    for left in (9, 8, 7, 6, 5):
        told = wrong(keyed, cast)
        assert (told.key, told.named) == ("store.wrong_pin", {"left": left})
    for wait_s, left in ((30, 4), (60, 3), (120, 2), (240, 1), (480, 0)):
        assert keyed.voices.door(cast.sam).wait_s == wait_s
        assert wrong(keyed, cast).named == {"seconds": wait_s}
        monotonic.pass_s(wait_s - 1)
        assert wrong(keyed, cast).named == {"seconds": 1}
        monotonic.pass_s(1)
        assert wrong(keyed, cast).named == {"left": left}
    monotonic.pass_s(1_000_000)

    assert wrong(keyed, cast).key == "store.door_closed"
    with pytest.raises(Problem, match=r"store\.door_closed"):
        keyed.voices.sign_in_with_pin(cast.sam, PIN)
    assert keyed.voices.door(cast.sam).is_closed


def test_a_right_pin_makes_tries_free_again(keyed: Ward, cast: Cast):
    for _ in range(4):
        wrong(keyed, cast)

    keyed.voices.sign_in_with_pin(cast.sam, PIN)

    assert keyed.voices.door(cast.sam).tries_left == 10


def test_after_a_restart_the_whole_wait_is_owed_again_and_no_clock_helps(
    keyed_folder: Path, cast: Cast
):
    clock, monotonic = FakeClock(), FakeMonotonic()
    ward = opened(keyed_folder, clock, "first", monotonic)
    for _ in range(6):
        monotonic.pass_s(30)
        wrong(ward, cast)
    monotonic.pass_s(59)
    ward.close()
    clock.pass_days(3_650)

    ward = opened(keyed_folder, clock, "second", FakeMonotonic())

    assert ward.voices.door(cast.sam).wait_s == 60
    assert wrong(ward, cast).key == "store.door_waits"
    ward.close()


def test_a_try_that_the_program_does_not_survive_is_counted(
    keyed: Ward, cast: Cast, monkeypatch: pytest.MonkeyPatch
):
    def killed(*_: object) -> bytes:
        raise KeyboardInterrupt

    monkeypatch.setattr("coprod_desktop.store.person_doors.PersonDoors.opened", killed)
    with pytest.raises(KeyboardInterrupt):
        keyed.voices.sign_in_with_pin(cast.sam, PIN)

    assert keyed.voices.door(cast.sam).tries_left == 9


def test_a_pin_is_changed_by_who_is_signed_in_and_nobody_else(keyed: Ward, cast: Cast):
    with pytest.raises(Problem, match=r"store\.voice_closed"):
        keyed.voices.make_pin(cast.sam, "830561")
    keyed.voices.sign_in_with_pin(cast.sam, PIN)

    keyed.voices.make_pictures(cast.sam, PICTURES)
    keyed.voices.close(cast.sam)

    assert keyed.voices.door(cast.sam).kind is DoorKind.PICTURES
    keyed.voices.sign_in_with_pictures(cast.sam, PICTURES)
    keyed.voices.make_pin(cast.sam, "830561")
    keyed.voices.close(cast.sam)
    keyed.voices.sign_in_with_pin(cast.sam, "830561")
    assert keyed.store.record.verify() is None


def test_pins_have_six_figures_or_four_where_the_ward_chose_so(ward: Ward, cast: Cast):
    assert ward.voices.pin_figures == 6
    with pytest.raises(Problem, match=r"problem\.pin_length"):
        ward.voices.make_pin(cast.sam, "4071")
    ward.set_setting("pin_figures", "4")

    ward.voices.make_pin(cast.sam, "4071")

    assert ward.voices.pin_figures == 4
    assert ward.voices.is_open(cast.sam)
    ward.set_setting("pin_figures", "3")
    assert ward.voices.pin_figures == 6


def test_staff_have_no_pin(ward: Ward, cast: Cast):
    with pytest.raises(Problem, match=r"workspace\.staff_have_passphrases"):
        ward.voices.make_pin(cast.robin, PIN)


def test_nobody_writes_as_somebody_who_is_signed_out(keyed: Ward, cast: Cast):
    document = keyed.sit_down(cast.sam, (cast.priya, cast.jo)).open(FORM)

    pens = {one.attribution for one in document.pens()}

    assert own(cast.sam) not in pens
    assert own(cast.jo) in pens
    assert own(cast.priya) in pens
    with pytest.raises(Problem, match=r"workspace\.pen_not_here"):
        document.take_pen(own(cast.sam))
    document.close()


def test_somebody_alone_signs_in_before_they_write(keyed: Ward, cast: Cast):
    with pytest.raises(Problem, match=r"workspace\.nobody_can_write"):
        keyed.sit_down(cast.sam).open(FORM)
