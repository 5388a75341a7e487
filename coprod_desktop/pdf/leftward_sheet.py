"""Pages whose lines start at the right: everything stands mirrored, nothing is.

Whoever sets blocks tells places from the edge at which lines start. Here they become
places from the left, so that borders, pictures, lists and tables change sides while
every letter, picture and tick looks as it always does.
"""

from __future__ import annotations

from typing import Any

from coprod_desktop.pdf.sheet import Sheet


class LeftwardSheet(Sheet):
    """The pages of one paper whose lines start at the right."""

    is_leftward = True

    def left_of(self, x: float, width: float) -> float:
        """Return the left edge of something ``width`` wide that starts at ``x``."""
        return float(self._pagesize[0]) - x - width

    def line(self, x1: float, y1: float, x2: float, y2: float) -> None:
        """Draw a line between two places."""
        super().line(self.left_of(x1, 0), y1, self.left_of(x2, 0), y2)

    def rect(self, x: float, y: float, width: float, height: float, **how: Any) -> None:
        """Draw a rectangle whose lower leading corner is at ``x``, ``y``."""
        super().rect(self.left_of(x, width), y, width, height, **how)

    def circle(self, x_cen: float, y_cen: float, r: float) -> None:
        """Draw a circle around a place."""
        super().circle(self.left_of(x_cen, 0), y_cen, r)

    def roundRect(  # noqa: N802 - ReportLab's name
        self, x: float, y: float, width: float, height: float, radius: float, **how: Any
    ) -> None:
        """Draw a rectangle with round corners."""
        super().roundRect(self.left_of(x, width), y, width, height, radius, **how)
