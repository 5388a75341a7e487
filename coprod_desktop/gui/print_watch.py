"""Watching a paper in its queue, beside the window, until it is out of it."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from shiboken6 import isValid

from coprod_desktop.gui.background import Background
from coprod_desktop.gui.print_news import PrintNews
from coprod_desktop.gui.print_queue import PrintJob, Standing, standing_of, take_back
from coprod_desktop.model.problem import Problem

AGAIN_MS = 1000
"""How long after one answer the queue is asked again."""


class PrintWatch(PrintNews):
    """Asks how things stand, and tells when that has changed."""

    def __init__(self, background: Background, whose: str, job: PrintJob) -> None:
        super().__init__(background, whose)
        self._background = background
        self._job = job
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AGAIN_MS)
        self._timer.timeout.connect(self._look)
        self.unwanted.connect(self._take_back)
        self._look()

    def _look(self) -> None:
        self._timer.stop()
        job = self._job
        self._background.run(lambda: standing_of(job), self._heard, self._on_job_failed)

    def _take_back(self) -> None:
        """Take the paper out of its queue, and tell what came of it."""
        job = self._job

        def take_out() -> Standing:
            take_back(job)
            return standing_of(job)

        self._background.run(take_out, self._heard, self._on_job_failed)

    def _heard(self, standing: Standing) -> None:
        if not isValid(self) or self.standing.is_over:
            return
        self.tell(standing)
        if standing.is_over:
            self.deleteLater()
        else:
            self._timer.start()

    def _on_job_failed(self, error: Exception) -> None:
        if not isinstance(error, Problem):
            raise error
        if isValid(self):
            self.refused.emit(error)
            self._look()
