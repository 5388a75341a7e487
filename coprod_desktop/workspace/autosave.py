"""Saving by itself: soon after the last key, in a thread of its own, and told honestly.

A save is due ``PAUSE_S`` after the last change, and at most ``MOST_S`` after the first
unsaved one. Whoever writes never waits for the disk. When a save fails the words stay
in memory, the state says so, and the next change or :meth:`Autosave.flush` tries again.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from enum import StrEnum
from threading import Condition, Thread

from coprod_desktop.model.problem import Problem

PAUSE_S = 0.25
MOST_S = 0.75

Save = Callable[[], None]
"""Makes one value durable; returns only after it is. May raise Problem."""


class Saved(StrEnum):
    """How far what was written is on the disk."""

    UNSAVED = "unsaved"
    SAVING = "saving"
    SAVED = "saved"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class SaveState:
    """How far saving is; ``problem`` says why it failed."""

    saved: Saved
    problem: Problem | None = None


def due_at(first: float, last: float) -> float:
    """Return when a save is due, from the first and last unsaved change, in seconds."""
    return min(last + PAUSE_S, first + MOST_S)


class Autosave:
    """One writer thread and the newest unsaved value of each kind.

    ``on_change`` is called with each new state, from the writer's thread as well: the
    window carries it over to its own.
    """

    def __init__(
        self,
        on_change: Callable[[SaveState], None] | None = None,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self.on_change = on_change
        self._monotonic = monotonic
        self._wake = Condition()
        self._waiting: dict[Hashable, Save] = {}
        self._quiet: set[Hashable] = set()
        self._first = self._last = 0.0
        self._is_hurried = self._is_saving = self._is_closed = False
        self._state = SaveState(Saved.SAVED)
        self._writer = self._started()

    @property
    def state(self) -> SaveState:
        """How far saving is."""
        return self._state

    def later(self, key: Hashable, save: Save, *, is_quiet: bool = False) -> None:
        """Save soon; an earlier unsaved value under the same key is forgotten.

        What is quiet is nobody's words, such as where somebody was: while nothing else
        waits, the state stays as it is, for the words are saved.
        """
        with self._wake:
            now = self._monotonic()
            if not self._waiting or self._state.saved is Saved.FAILED:
                self._first = now
            self._last = now
            self._waiting[key] = save
            if is_quiet:
                self._quiet.add(key)
            told = self._state
            if not is_quiet or self._state.saved is Saved.FAILED:
                told = self._turn(Saved.UNSAVED)
            self._wake_writer()
        self._tell(told)

    def flush(self) -> None:
        """Save what is unsaved now, and wait until it is.

        Raises:
            Problem: It could not be saved; it stays in memory.
        """
        with self._wake:
            self._is_hurried = bool(self._waiting)
            if self._state.saved is Saved.FAILED:
                self._turn(Saved.UNSAVED)
            self._wake_writer()
            self._wake.wait_for(self._is_settled)
            problem = self._state.problem
        if problem is not None:
            raise problem

    def close(self) -> None:
        """Save what is unsaved and end the writer's thread.

        Raises:
            Problem: It could not be saved. The thread goes on, to try again.
        """
        self.flush()
        with self._wake:
            self._is_closed = True
            self._wake.notify_all()
        self._writer.join()

    def _started(self) -> Thread:
        self._is_ending = False
        writer = Thread(target=self._write, name="autosave", daemon=True)
        writer.start()
        return writer

    def _wake_writer(self) -> None:
        has_none = self._is_ending or not self._writer.is_alive()
        if has_none and not self._is_closed:
            self._writer = self._started()
        self._wake.notify_all()

    def _is_settled(self) -> bool:
        if self._is_saving:
            return False
        return not self._waiting or self._state.saved is Saved.FAILED

    def _write(self) -> None:
        while self._await_due():
            with self._wake:
                batch, self._waiting = self._waiting, {}
                self._is_saving, self._is_hurried = True, False
                told = self._state
                if not self._quiet.issuperset(batch):
                    told = self._turn(Saved.SAVING)
            self._tell(told)
            # What nobody foresaw ends this thread and is reported; the words still
            # wait, the state says so, and the next change starts another.
            unforeseen = Problem("workspace.autosave_failed")
            problem: Problem | None = unforeseen
            try:
                problem = self._save(batch)
            finally:
                with self._wake:
                    self._waiting = {**batch, **self._waiting}
                    self._is_saving = False
                    # It still counts as alive for a while after this.
                    self._is_ending = problem is unforeseen
                    told = self._turn_after(problem)
                    self._wake.notify_all()
                self._tell(told)

    def _await_due(self) -> bool:
        with self._wake:
            while not self._is_closed:
                if self._waiting and self._is_hurried:
                    return True
                wait_s: float | None = None
                if self._waiting and self._state.saved is not Saved.FAILED:
                    wait_s = due_at(self._first, self._last) - self._monotonic()
                    if wait_s <= 0:
                        return True
                self._wake.wait(wait_s)
            return False

    def _save(self, batch: dict[Hashable, Save]) -> Problem | None:
        """Save each value; what was saved leaves the batch."""
        for key in list(batch):
            try:
                batch[key]()
            except Problem as problem:
                return problem
            except OSError:
                return Problem("workspace.autosave_failed")
            del batch[key]
        return None

    def _turn_after(self, problem: Problem | None) -> SaveState:
        if problem is not None:
            return self._turn(Saved.FAILED, problem)
        is_loud = not self._quiet.issuperset(self._waiting)
        return self._turn(Saved.UNSAVED if is_loud else Saved.SAVED)

    def _turn(self, saved: Saved, problem: Problem | None = None) -> SaveState:
        self._state = SaveState(saved, problem)
        return self._state

    def _tell(self, state: SaveState) -> None:
        if self.on_change is not None:
            self.on_change(state)
