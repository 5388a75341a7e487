"""What Home says of each form."""

from __future__ import annotations

import pytest

from coprod_desktop.gui.screens.home import LONG_DAYS, HomeScreen
from coprod_desktop.gui.stage import Stage
from coprod_desktop.workspace.ward import Ward
from tests.fakes import FakeClock
from tests.workspace.wards import FORM, QUESTION, Cast, write


@pytest.fixture
def written(ward: Ward, cast: Cast) -> None:
    """Sam has shared an answer."""
    document = ward.sit_down(cast.sam).open(FORM)
    write(document, QUESTION, "Walks")
    document.sharing.share(document.sharing.unshared())
    document.close()


def status(screen: HomeScreen, form: str) -> str:
    return next(one.view.status for one in screen.tiles if one.view.title == form)


def test_a_form_that_waited_a_week_says_how_long(
    stage: Stage, written: None, ward: Ward, cast: Cast, clock: FakeClock
):
    title = ward.form(FORM).words.title
    clock.pass_days(LONG_DAYS - 1)
    assert "since" not in status(HomeScreen(stage, ward.sit_down(cast.sam)), title)
    clock.pass_days(31)

    own = status(HomeScreen(stage, ward.sit_down(cast.sam)), title)
    about = ward.sit_down_about(cast.sam, (cast.robin,))

    assert own.endswith(". 37 days since your words were last added")
    name = about.patient.name
    staff = status(HomeScreen(stage, about), title)
    assert f"37 days since {name}’s words were last added" in staff
    assert staff.endswith(". 1 new answer")
