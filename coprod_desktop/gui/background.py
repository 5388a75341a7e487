"""Work that takes a while, done beside the window so that the window never waits."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from typing import TypeVar

from PySide6.QtCore import QObject, Signal, Slot

Outcome = TypeVar("Outcome")


class Background(QObject):
    """Runs work in one thread beside the window, one after another.

    ``done`` and ``failed`` are always called in the window's own thread, and never
    after :meth:`close`.
    """

    _ended = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._executor: Executor = ThreadPoolExecutor(1, "coprod-background")
        self._is_open = True
        self._waiting = 0
        self._ended.connect(self._on_work_ended)

    @property
    def is_idle(self) -> bool:
        """Whether everything that was asked for has ended and was told."""
        return not self._waiting

    def run(
        self,
        work: Callable[[], Outcome],
        done: Callable[[Outcome], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Do ``work`` beside the window, then tell what came of it.

        ``failed`` gets the Problem, or whatever else ``work`` raised.
        """
        if not self._is_open:
            return
        self._waiting += 1
        self._executor.submit(self._work, work, done, failed)

    def close(self) -> None:
        """Wait for the work at hand; forget what was not begun, and tell nobody."""
        self._is_open = False
        self._executor.shutdown(wait=True, cancel_futures=True)

    def _work(
        self,
        work: Callable[[], Outcome],
        done: Callable[[Outcome], None],
        failed: Callable[[Exception], None],
    ) -> None:
        try:
            outcome = work()
        except Exception as error:
            self._ended.emit(lambda failure=error: failed(failure))
        else:
            self._ended.emit(lambda: done(outcome))

    @Slot(object)
    def _on_work_ended(self, tell: Callable[[], None]) -> None:
        self._waiting -= 1
        if self._is_open:
            tell()
