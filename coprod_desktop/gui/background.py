"""Work that takes a while, done beside the window so that the window never waits."""

from __future__ import annotations

from collections.abc import Callable
from queue import SimpleQueue
from threading import Event, Thread
from typing import Generic, TypeVar

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
        # Not concurrent.futures: it costs 4 ms before the window shows.
        self._work: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._worker = Thread(target=self._work_on, name="background", daemon=True)
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
        if not self._worker.is_alive():
            self._worker.start()
        self._waiting += 1
        self._work.put(lambda: self._try(work, done, failed))

    def close(self) -> None:
        """Wait for the work at hand; forget what was not begun, and tell nobody."""
        self._is_open = False
        if self._worker.is_alive():
            self._work.put(None)
            self._worker.join()

    def _work_on(self) -> None:
        while (work := self._work.get()) is not None:
            if self._is_open:
                work()

    def _try(
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


class Look(Generic[Outcome]):
    """Looks at what may never answer, such as a folder on a network.

    The one background would be held up by it, with every paper behind it. So a look has
    a thread of its own, that nobody waits for and that ends with the program. It begins
    at once, and tells nobody: whoever wants the answer asks whether it is there.
    ``work`` holds values only, no widgets: it may outlive them.
    """

    def __init__(self, work: Callable[[], Outcome]) -> None:
        self._ended = Event()
        self._found: tuple[Outcome] | None = None
        self._error: Exception | None = None
        Thread(target=self._try, args=(work,), name="looking", daemon=True).start()

    @property
    def has_ended(self) -> bool:
        """Whether there is an answer."""
        return self._ended.is_set()

    def wait(self, longest_s: float) -> bool:
        """Wait so many seconds at most; whether there is an answer."""
        return self._ended.wait(longest_s)

    def answer(self) -> Outcome:
        """Return what was found, or raise what was raised.

        Raises:
            LookupError: There is no answer yet.
        """
        if self._error is not None:
            raise self._error
        if self._found is None:
            raise LookupError("it has not answered yet")
        return self._found[0]

    def _try(self, work: Callable[[], Outcome]) -> None:
        try:
            self._found = (work(),)
        # Whatever it is, it is raised again where somebody asks for the answer.
        except Exception as error:
            self._error = error
        self._ended.set()
