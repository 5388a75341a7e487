"""Tries are counted before they are looked at, and waits owe nothing to a clock."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coprod_desktop.model.problem import Problem
from coprod_desktop.store.tries import Tries
from coprod_desktop.store.vault import Store
from tests.fakes import FakeMonotonic
from tests.store.wards import SAM


def tries_of(store: Store, monotonic: FakeMonotonic) -> Tries:
    """The counting of an open ward, on a clock of our own."""
    return Tries(store._database, monotonic)


def test_a_try_that_cannot_be_written_down_is_not_made(
    keyed: Store, monkeypatch: pytest.MonkeyPatch
):
    def full(*_: object) -> None:
        raise Problem("store.disk_full")

    tries = tries_of(keyed, FakeMonotonic())
    with monkeypatch.context() as patch:
        patch.setattr("coprod_desktop.store.turn.Turn.put", full)
        with pytest.raises(Problem, match=r"store\.disk_full"):
            tries.count(SAM.id)

    assert tries.left(SAM.id) == 10


def test_forgiving_inside_another_change_goes_with_it(keyed: Store):
    tries = tries_of(keyed, FakeMonotonic())
    tries.count(SAM.id)

    with keyed._database.transaction() as turn:
        tries.forgive(SAM.id, turn)

    assert tries.left(SAM.id) == 10


@settings(max_examples=25, deadline=None)
@given(steps=st.lists(st.one_of(st.just("restart"), st.floats(0, 2_000)), max_size=60))
def test_no_more_than_ten_tries_are_ever_let_through(keyed_forever, steps):
    store = keyed_forever
    monotonic = FakeMonotonic()
    tries = tries_of(store, monotonic)
    tries.forgive(SAM.id)
    through = 0

    for step in steps:
        if step == "restart":
            monotonic = FakeMonotonic()
            tries = tries_of(store, monotonic)
        else:
            monotonic.pass_s(step)
        try:
            tries.count(SAM.id)
        except Problem:
            continue
        through += 1

    assert through <= 10
    assert tries.left(SAM.id) == 10 - through


@pytest.fixture(scope="module")
def keyed_forever(keyed_pattern, tmp_path_factory):
    import shutil
    from dataclasses import replace

    from coprod_desktop.store.places import Folder

    folder = Folder(tmp_path_factory.mktemp("tries") / "ward-pc")
    shutil.copytree(keyed_pattern.folder.root, folder.root)
    with replace(keyed_pattern, folder=folder).opened() as store:
        yield store
