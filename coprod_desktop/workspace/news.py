"""What is new to the people here, and what they think of another's words."""

from __future__ import annotations

from dataclasses import replace

from coprod_desktop.model.authored_text import AuthoredText
from coprod_desktop.model.bodies import StanceTaken
from coprod_desktop.model.documents import Statement, StatementId, View
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.permissions import Action, may_with
from coprod_desktop.model.problem import Problem
from coprod_desktop.model.said import Said
from coprod_desktop.workspace.cards import is_new
from coprod_desktop.workspace.desk import Desk
from coprod_desktop.workspace.writing import new_words


class News:
    """Knows which statements somebody here has not seen, and takes stances."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._visited: set[str] = set()

    def statements(self) -> tuple[Statement, ...]:
        """Return what others shared since the reader was last here, oldest first."""
        new = [one for one in self._desk.document.statements if is_new(self._desk, one)]
        return tuple(sorted(new, key=lambda one: one.number))

    def take_stance(self, statement: StatementId, view: View, words: str) -> Statement:
        """Say with the pen what its voice thinks of another's statement; it is shared.

        Raises:
            Problem: It is the voice's own statement, or it could not be saved.
        """
        desk = self._desk
        found = desk.document.statement(statement)
        if found is None:
            raise KeyError(statement)
        voice = desk.scene.ward.people()[desk.pen.voice]
        patient = desk.scene.patient.id
        if not may_with(voice, patient, Action.SEE_DIFFERENTLY, found):
            raise Problem("workspace.own_statement")
        text = AuthoredText()
        if words:
            text, _ = new_words(desk.pen, words, pasted=False)
        body = StanceTaken(found.id, found.version, view, Said(text=text))
        desk.scene.store.record.append(desk.pen.voice, [(desk.scene.document, body)])
        desk.read_again()
        taken = desk.document.statement(statement)
        return taken or found

    def was_visited(self, question: str) -> None:
        """Remember that the people here saw what stands at a question."""
        self._visited.add(question)
        for person in self._desk.scene.here:
            progress = self._desk.progress(person.id)
            self._desk.keep_progress(replace(progress, question=question))

    def leave(self) -> None:
        """Remember, for everybody here, what is not new to them any more.

        All up to the oldest statement that they have not visited counts as seen.
        """
        for person in self._desk.scene.here:
            progress = self._desk.progress(person.id)
            seen = self._seen(person.id, progress.seen)
            self._desk.keep_progress(replace(progress, seen=seen))

    def _seen(self, person: PersonId, before: int) -> int:
        document = self._desk.document
        unseen = [
            one.number - 1
            for one in document.statements
            if one.voice != person
            and one.number > before
            and one.question not in self._visited
        ]
        newest = max((one.number for one in document.statements), default=before)
        return max(before, min(unseen, default=newest))
