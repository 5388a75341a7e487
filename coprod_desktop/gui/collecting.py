"""Python's cyclic garbage, collected in the window's thread alone.

Left to itself Python collects in whichever thread happens to ask for memory. When that
is the writer's thread, widgets that nobody needs any more are destroyed there, and the
process dies (seen within two screens with a low threshold).
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1_000


class Collecting(QObject):
    """Collects when Python would have, but here. One for a program."""

    def __init__(self) -> None:
        super().__init__()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.collect_if_due)
        self._timer.start()

    def collect_if_due(self) -> None:
        """Collect the oldest generation that is due, as Python itself would."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if counts[generation] > thresholds[generation]:
                gc.collect(generation)
                return

    def stop(self) -> None:
        """Give collecting back to Python, when no window is left."""
        self._timer.stop()
        gc.collect()
        gc.enable()
