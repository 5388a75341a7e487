"""How long a form has waited for the patient's own words."""

from __future__ import annotations

import pytest

from coprod_desktop.workspace.sitting import Sitting
from tests.workspace.wards import FORM, QUESTION, write


def days(sitting: Sitting) -> int | None:
    return next(
        one for one in sitting.tiles() if one.form.template.id == FORM
    ).silent_days


@pytest.fixture
def shared(ward, cast) -> None:
    document = ward.sit_down(cast.sam).open(FORM)
    write(document, QUESTION, "Walks")
    document.sharing.share(document.sharing.unshared())
    document.close()


def test_a_form_without_words_waits_for_nobody(ward, cast) -> None:
    assert days(ward.sit_down(cast.sam)) is None
    ward.sit_down(cast.sam).open(FORM).close()

    assert days(ward.sit_down(cast.sam)) is None


def test_days_are_counted_from_the_last_words_that_were_shared(
    shared, ward, cast, clock
) -> None:
    clock.pass_days(37.9)
    assert days(ward.sit_down(cast.sam)) == 37
    clock.pass_days(0.2)

    assert days(ward.sit_down(cast.sam)) == 38
    assert days(ward.sit_down_about(cast.sam, (cast.robin,))) == 38


def test_a_draft_counts_for_the_patient_and_is_nothing_to_staff(
    shared, ward, cast, clock
) -> None:
    clock.pass_days(20)
    document = ward.sit_down(cast.sam).open(FORM)
    write(document, "medicines", "Less")
    document.close()
    clock.pass_days(10)

    assert days(ward.sit_down(cast.sam)) == 10
    assert days(ward.sit_down_about(cast.sam, (cast.robin,))) == 30


def test_words_of_others_do_not_count(shared, ward, cast, clock) -> None:
    clock.pass_days(9)
    document = ward.sit_down_about(cast.sam, (cast.robin,)).open(FORM)
    write(document, "medicines", "A smaller dose")
    document.sharing.share(document.sharing.unshared())
    document.close()

    assert days(ward.sit_down(cast.sam)) == 9


def test_a_clock_that_was_set_back_counts_no_day(shared, ward, cast, clock) -> None:
    clock.pass_days(-3)

    assert days(ward.sit_down(cast.sam)) == 0
