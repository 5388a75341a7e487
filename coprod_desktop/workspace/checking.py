"""Reading the record over in the background: was anything changed since it was written.

A thread of its own reads a piece at a time and rests between two, so that a key never
waits for it. What it finds is told once; nothing is mended here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from threading import Event, Thread
from typing import TYPE_CHECKING

from coprod_desktop.model.entries import Broken
from coprod_desktop.model.problem import Problem

if TYPE_CHECKING:
    from coprod_desktop.store.vault import Store

REST_S = 0.02
"""Between two pieces; about as long as a piece takes, so half a core at most."""


@dataclass(frozen=True, slots=True)
class CheckState:
    """How far the reading is, and what it found."""

    done: int = 0
    """Entries that were read."""
    of: int = 0
    is_over: bool = False
    """Whether all were read, or the reading ended at something wrong."""
    broken: Broken | None = None
    problem: Problem | None = None
    """Why it could not be read to its end."""

    @property
    def is_well(self) -> bool:
        """Whether everything was read, and is as it was written."""
        return self.is_over and self.broken is None and self.problem is None


class RecordCheck:
    """One reading of a ward's record. Stop it before the ward is closed.

    ``on_change`` is called with each new state, from the check's own thread: the
    window carries it over to its own. A reading that was stopped tells nothing more.
    """

    def __init__(
        self, store: Store, on_change: Callable[[CheckState], None] = lambda _: None
    ) -> None:
        self.state = CheckState()
        self._store = store
        self._on_change = on_change
        self._stopped = Event()
        self._thread = Thread(target=self._read, name="record-check", daemon=True)

    def start(self) -> None:
        """Begin to read. To be called once."""
        self._thread.start()

    def stop(self) -> None:
        """End the reading and wait until nothing of the ward is used any more."""
        self._stopped.set()
        if self._thread.is_alive():
            self._thread.join()

    def _read(self) -> None:
        broken: Broken | None = None
        problem: Problem | None = None
        try:
            broken = self._store.record.look_over(self._step)
        except _Stopped:
            return
        except Problem as told:
            problem = told
        done, of = self.state.done, self.state.of
        self._tell(CheckState(done, of, True, broken, problem))

    def _step(self, done: int, of: int) -> None:
        self._tell(CheckState(done, of))
        if self._stopped.wait(REST_S):
            raise _Stopped

    def _tell(self, state: CheckState) -> None:
        if not self._stopped.is_set():
            self.state = state
            self._on_change(state)


class _Stopped(Exception):  # noqa: N818 - what happened, not which error
    """Somebody ended the reading."""
