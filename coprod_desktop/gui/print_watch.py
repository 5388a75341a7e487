"""Watching a paper in its queue, beside the window, until it is out of it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from coprod_desktop.gui.background import Background
from coprod_desktop.gui.print_queue import PrintJob, Standing, standing_of, take_back
from coprod_desktop.model.problem import Problem

AGAIN_MS = 1000
"""How long after one answer the queue is asked again."""


def still_at_the_printer(background: Background) -> PrintWatch | None:
    """Return the watch on the paper that was sent last, if it is not out yet."""
    found = background.findChildren(PrintWatch)
    waiting = [one for one in found if not one.standing.is_over]
    return waiting[-1] if waiting else None


class PrintWatch(QObject):
    """Asks how things stand, and tells when that has changed.

    It belongs to the background and not to a screen: whoever comes back to a paper
    finds it again, as long as the paper is at the printer.
    """

    changed = Signal(object)
    """Things stand otherwise now: a Standing."""
    refused = Signal(object)
    """The paper could not be taken back: a Problem."""

    def __init__(self, background: Background, job: PrintJob) -> None:
        super().__init__(background)
        self._background = background
        self._job = job
        self.standing = Standing.WAITS
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AGAIN_MS)
        self._timer.timeout.connect(self.look)

    def look(self) -> None:
        """Ask now."""
        self._timer.stop()
        job = self._job
        self._background.run(lambda: standing_of(job), self._tell, self._on_job_failed)

    def take_back(self) -> None:
        """Take the paper out of its queue, and tell what came of it."""
        job = self._job

        def take_out() -> Standing:
            take_back(job)
            return standing_of(job)

        self._background.run(take_out, self._tell, self._on_job_failed)

    def _tell(self, standing: Standing) -> None:
        if not isValid(self) or self.standing.is_over:
            return
        has_changed = standing is not self.standing
        self.standing = standing
        if has_changed:
            self.changed.emit(standing)
        if standing.is_over:
            self.deleteLater()
        else:
            self._timer.start()

    def _on_job_failed(self, error: Exception) -> None:
        if not isinstance(error, Problem):
            raise error
        if isValid(self):
            self.refused.emit(error)
            self.look()
