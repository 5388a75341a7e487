"""Every cell of the table of permissions, tried on a real ward."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from coprod_desktop.model.people import PersonId
from coprod_desktop.model.permissions import Action, State, Who, may
from coprod_desktop.model.problem import Problem
from tests.workspace.standings import (
    LEAVES_ALL_AS_IT_WAS,
    Attempt,
    Company,
    Scene,
    company,
    scene,
    sit,
    tried,
)

STRANGERS = (Who.ANOTHER_PATIENT, Who.BESIDE_ANOTHER)
ROUND = tuple(one for one in Who if one not in STRANGERS)
Cells = dict[str, list[Action]]


@pytest.fixture
def everybody(ward, cast, clock) -> Company:
    """A ward with one person for each thing that somebody can be to a patient."""
    return company(ward, cast)


def may_be_done(who: Who, state: State, *, is_own: bool) -> list[Action]:
    """What the table says."""
    return [one for one in Action if may(who, one, state, is_own=is_own)]


@dataclass
class Tries:
    """Tries things on words, and takes new words where some were changed."""

    everybody: Company
    owner: PersonId
    state: State
    made: Scene | None = None

    def can_be_done(self, asker: PersonId) -> list[Action]:
        """What works when somebody tries each thing, one after the other."""
        could: list[Action] = []
        waiting = list(Action)
        while waiting:
            made = self.made or scene(self.everybody, self.owner, self.state)
            document = sit(made, asker)
            attempt = Attempt(made, asker, document)
            is_changed = False
            while waiting and not is_changed:
                action = waiting.pop(0)
                if tried(attempt, action):
                    could.append(action)
                    is_changed = action not in LEAVES_ALL_AS_IT_WAS
            document.close()
            self.made = None if is_changed else made
        return could


@pytest.mark.parametrize("state", State)
def test_everybody_can_do_what_the_table_says_and_nothing_else(
    everybody: Company, state: State
) -> None:
    told, found = Cells(), Cells()
    tries = {
        owner: Tries(everybody, owner, state) for owner in everybody.by_who.values()
    }
    for who in ROUND:
        asker = everybody.by_who[who]
        for is_own in (True, False):
            cell = f"{who.value}, {'own' if is_own else 'other'} words"
            told[cell] = may_be_done(who, state, is_own=is_own)
            owner = everybody.owner(who, is_own=is_own)
            found[cell] = tries[owner].can_be_done(asker)

    assert found == told
    assert everybody.ward.store.record.verify() is None


@pytest.mark.parametrize("state", State)
def test_whoever_is_here_for_another_patient_can_do_nothing_at_all(
    everybody: Company, state: State
) -> None:
    made = scene(everybody, everybody.sam, state)

    for who in STRANGERS:
        asker = everybody.by_who[who]
        with pytest.raises(Problem, match=r"beside_another|nobody_here"):
            sit(made, asker)
        if made.flag is not None:
            with pytest.raises(Problem):
                everybody.ward.flags.answer(made.flag, asker, "Yes")
        assert everybody.ward.flags.private(asker) == ()
        assert may_be_done(who, state, is_own=False) == []
        assert may_be_done(who, state, is_own=True) == []
