"""Shows everything as whoever sits here likes to read it, and keeps what they choose.

Nobody else sees it: when they leave, or cover the screen, it is as it was before.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from coprod_desktop.gui.look_board import LookBoard
from coprod_desktop.gui.session import Session
from coprod_desktop.model.people import Person
from coprod_desktop.model.problem import Problem
from coprod_desktop.model.reading import Reading


def reader_of(session: Session) -> Person | None:
    """Return for whom the screen is: the patient where they are here; or nobody yet."""
    if session.is_locked or not session.has_ward or not session.has_sitting:
        return None
    if session.alone is not None:
        return session.ward.people[session.alone]
    here, patient = session.sitting.here, session.sitting.patient
    return patient if patient in here else here[0]


class ReadingKeeper(QObject):
    """Asked whenever another place shows. One for a window."""

    def __init__(
        self, session: Session, board: LookBoard, tell: Callable[[Problem], None]
    ) -> None:
        """Begin with nobody here; ``tell`` says what could not be read or kept."""
        super().__init__()
        self._session = session
        self._board = board
        self._tell = tell
        self._reader: Person | None = None
        self._ours = self._put_on = board.reading
        board.changed.connect(self._on_board_changed)

    def look_who_is_here(self) -> None:
        """Show everything as whoever is here now likes to read."""
        reader = reader_of(self._session)
        if reader == self._reader:
            return
        if self._reader is None:
            self._ours = self._board.reading
        self._reader = reader
        self._put_on = self._ours if reader is None else self._kept(reader)
        self._board.read_as(self._put_on)

    def _kept(self, reader: Person) -> Reading:
        try:
            return self._session.ward.reading.of(reader.id) or self._ours
        except Problem as problem:
            self._tell(problem)
            return self._ours

    def _on_board_changed(self) -> None:
        chosen = self._board.reading
        if chosen == self._put_on:
            return
        self._put_on = chosen
        if self._reader is not None:
            try:
                self._session.ward.reading.keep(self._reader.id, chosen)
            except Problem as problem:
                self._tell(problem)
