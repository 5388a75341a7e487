"""The page about permissions says what the program asks."""

from __future__ import annotations

from coprod_desktop.model.permissions import Action, State, Who
from tests.architecture.permissions_page import ACTIONS, PAGE, STATES, WHO, page


def test_the_page_is_fresh():
    assert PAGE.read_text(encoding="utf-8") == page()


def test_the_page_has_a_name_for_everybody_and_everything():
    assert set(WHO) == set(Who)
    assert set(STATES) == set(State)
    assert set(ACTIONS) == set(Action)
    for named in WHO.values():
        assert page().count(named) >= 2
