"""Saving by itself, in a real thread, told honestly."""

from __future__ import annotations

import threading
import time
from functools import partial

import pytest

from coprod_desktop.model.problem import Problem
from coprod_desktop.workspace.autosave import (
    MOST_S,
    PAUSE_S,
    Autosave,
    Saved,
    SaveState,
    due_at,
)

LONG_S = 10


def test_a_save_is_due_soon_after_the_last_key_and_never_much_later() -> None:
    assert due_at(0, 0) == PAUSE_S
    assert due_at(0, 0.2) == pytest.approx(0.2 + PAUSE_S)
    assert due_at(0, 0.7) == MOST_S


def test_words_are_saved_by_themselves() -> None:
    is_saved, autosave = threading.Event(), Autosave()

    autosave.later("words", is_saved.set)

    assert is_saved.wait(LONG_S)
    autosave.close()
    assert autosave.state == SaveState(Saved.SAVED)


def test_only_the_newest_words_are_saved() -> None:
    kept: list[str] = []
    autosave = Autosave()
    for words in ("a", "ab", "abc"):
        autosave.later("words", partial(kept.append, words))

    autosave.close()

    assert kept == ["abc"]


def test_saved_is_said_only_after_saving_returned() -> None:
    told: list[Saved] = []
    autosave = Autosave(lambda state: told.append(state.saved))
    seen_inside: list[Saved] = []
    autosave.later("words", lambda: seen_inside.append(autosave.state.saved))

    autosave.close()

    assert seen_inside == [Saved.SAVING]
    assert told == [Saved.UNSAVED, Saved.SAVING, Saved.SAVED]


def test_remembering_where_somebody_is_never_says_that_words_are_unsaved() -> None:
    told: list[Saved] = []
    autosave = Autosave(lambda state: told.append(state.saved))
    is_kept = threading.Event()

    autosave.later("place", is_kept.set, is_quiet=True)

    assert is_kept.wait(LONG_S)
    autosave.close()
    assert set(told) == {Saved.SAVED}


def test_words_beside_a_quiet_save_are_still_told_as_unsaved() -> None:
    told: list[Saved] = []
    autosave = Autosave(lambda state: told.append(state.saved))

    autosave.later("place", lambda: None, is_quiet=True)
    autosave.later("words", lambda: None)

    autosave.close()
    assert told == [Saved.SAVED, Saved.UNSAVED, Saved.SAVING, Saved.SAVED]


def test_writing_never_waits_for_the_disk() -> None:
    may_end, is_inside = threading.Event(), threading.Event()

    def slow() -> None:
        is_inside.set()
        assert may_end.wait(LONG_S)

    autosave = Autosave()
    autosave.later("one", slow)
    assert is_inside.wait(LONG_S)
    kept: list[str] = []

    before = time.monotonic()
    autosave.later("two", lambda: kept.append("two"))
    took_s = time.monotonic() - before

    assert took_s < 1
    assert kept == []
    may_end.set()
    autosave.close()
    assert kept == ["two"]


def test_a_failed_save_is_told_and_tried_again_at_the_next_change() -> None:
    is_full, kept = [True], []
    has_failed = threading.Event()

    def save() -> None:
        if is_full[0]:
            raise Problem("store.disk_full")
        kept.append("words")

    def told(state: SaveState) -> None:
        if state.saved is Saved.FAILED:
            has_failed.set()

    autosave = Autosave(told)
    autosave.later("words", save)
    assert has_failed.wait(LONG_S)
    assert autosave.state.problem is not None
    assert autosave.state.problem.key == "store.disk_full"

    is_full[0] = False
    autosave.later("more", lambda: kept.append("more"))
    autosave.close()

    assert kept == ["words", "more"]


def test_flushing_says_what_went_wrong_and_tries_again() -> None:
    is_full, kept = [True], []

    def save() -> None:
        if is_full[0]:
            raise OSError("no space")
        kept.append("words")

    autosave = Autosave()
    autosave.later("words", save)
    with pytest.raises(Problem) as caught:
        autosave.flush()
    assert caught.value.key == "workspace.autosave_failed"

    is_full[0] = False
    autosave.flush()

    assert kept == ["words"]
    autosave.close()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_what_nobody_foresaw_is_told_too_and_saving_goes_on(monkeypatch) -> None:
    """Also while the thread that met it is still telling."""
    is_over = threading.Event()
    monkeypatch.setattr(threading, "excepthook", lambda _: is_over.wait(LONG_S))
    kept: list[str] = []
    is_broken = [True]

    def save() -> None:
        if is_broken[0]:
            raise ZeroDivisionError
        kept.append("words")

    autosave = Autosave()
    autosave.later("words", save)
    with pytest.raises(Problem):
        autosave.flush()
    telling = autosave._writer

    is_broken[0] = False
    autosave.close()

    assert telling.is_alive()
    assert kept == ["words"]
    is_over.set()
    telling.join(LONG_S)


def test_a_later_change_wins_over_one_whose_save_failed() -> None:
    kept: list[str] = []

    def fail() -> None:
        raise Problem("store.disk_full")

    autosave = Autosave()
    autosave.later("words", fail)
    with pytest.raises(Problem):
        autosave.close()
    autosave.later("words", lambda: kept.append("newer"))
    autosave.close()

    assert kept == ["newer"]


def test_flushing_nothing_returns_at_once() -> None:
    autosave = Autosave()

    autosave.flush()

    autosave.close()


def test_many_hands_never_lose_the_last_words() -> None:
    kept: dict[int, int] = {}
    autosave = Autosave()
    for number in range(300):
        key = number % 7
        autosave.later(key, partial(kept.__setitem__, key, number))
        if number % 50 == 0:
            autosave.flush()

    autosave.close()

    assert kept == {key: max(range(key, 300, 7)) for key in range(7)}
