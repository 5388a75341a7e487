"""Where the frame is: on a row, or on one thing in a row. Rows first, then things."""

from __future__ import annotations

from collections.abc import Sequence


class Walk:
    """Goes round for ever. Knows how many things each row has, and not what they are.

    Past the last thing of a row it stands on that row again: whoever missed what they
    wanted presses once more, and whoever went in by mistake waits and is out.
    """

    def __init__(self, counts: Sequence[int], first: int = 0) -> None:
        """Begin on a row; every row has at least one thing.

        Raises:
            ValueError: There are no rows, or an empty one.
        """
        if not counts or min(counts) < 1:
            raise ValueError(f"want rows of one thing or more, not {list(counts)}")
        self._counts = tuple(counts)
        self._first = first % len(counts)
        self.row = self._first
        self.item: int | None = None
        """Which thing of the row; None on the row as a whole."""

    def begin(self, row: int | None = None) -> None:
        """Stand on a row; on the first where none is said."""
        self.row = self._first if row is None else row % len(self._counts)
        self.item = None

    def step(self) -> None:
        """Go to the next row, or to the next thing of a row."""
        if self.item is None:
            self.row = (self.row + 1) % len(self._counts)
        elif self.item + 1 < self._counts[self.row]:
            self.item += 1
        else:
            self.item = None

    def press(self) -> int | None:
        """Go into a row; or return which of its things is pressed, and stand on it.

        A row of one thing is that thing.
        """
        if self.item is None and self._counts[self.row] > 1:
            self.item = 0
            return None
        pressed, self.item = self.item or 0, None
        return pressed
