"""Who saw shared words: written down when somebody opens, prints or exports them.

What cannot be written down, because the store can only be read or its disk is full,
is said and kept until it can be. It never keeps anybody from reading.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coprod_desktop.model.acts import Way, WordsSeen
from coprod_desktop.model.documents import DocumentId
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.problem import Problem

if TYPE_CHECKING:
    from coprod_desktop.store.vault import Store

WHOLE_WARD = DocumentId("")


@dataclass(frozen=True, slots=True)
class Look:
    """Somebody saw the words of a document, or of the whole ward."""

    who: PersonId
    way: Way
    document: DocumentId


class Looks:
    """Writes down who saw whose words. One for an open ward."""

    def __init__(self, store: Store, opened_by: Callable[[], PersonId]) -> None:
        self._store = store
        self._opened_by = opened_by
        self._unwritten: list[Look] = []
        self.problem: Problem | None = None
        """Why the last look could not be written down; None when all are."""

    def note(self, who: PersonId, way: Way, document: DocumentId = WHOLE_WARD) -> None:
        """Write down that somebody saw a document, or the whole ward."""
        self._unwritten.append(Look(who, way, document))
        self.write()

    def write(self) -> None:
        """Write down what could not be written down before."""
        self.problem = None
        while self._unwritten:
            try:
                self._write(self._unwritten[0])
            except Problem:
                self.problem = Problem("workspace.look_not_written")
                return
            del self._unwritten[0]

    def _write(self, look: Look) -> None:
        append = self._store.record.append
        try:
            append(look.who, [(look.document, WordsSeen(look.way))])
        except Problem as problem:
            opener = self._opened_by()
            if problem.key != "store.voice_closed" or opener == look.who:
                raise
            # Who signs for nobody else here answers for it: who opened the ward.
            append(opener, [(look.document, WordsSeen(look.way, look.who))])
