"""Marks: "I did not write this", "I was pressed to write this", on one's own words.

At any later time; it stands on paper unless the person says otherwise, and nobody else
can take it back.
"""

from __future__ import annotations

from coprod_desktop.i18n.catalogue import Catalogue
from coprod_desktop.model.acts import Marked
from coprod_desktop.model.documents import Mark, MarkKind, Statement, StatementId
from coprod_desktop.model.people import People
from coprod_desktop.model.permissions import Action, may_with
from coprod_desktop.model.problem import NotYourWords, Problem
from coprod_desktop.workspace.desk import Desk


class Marks:
    """Puts a voice's marks on its own statements, and takes them back."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def offered(self, statement: StatementId) -> tuple[MarkKind, ...]:
        """Return the marks that the pen could put on a statement now."""
        found = self._statement(statement)
        if not self._may(Action.MARK, found):
            return ()
        there = {one.kind for one in found.marks}
        return tuple(kind for kind in MarkKind if kind not in there)

    def may_take_back(self, statement: StatementId) -> bool:
        """Whether the pen could take back a mark here, or keep it off paper."""
        found = self._statement(statement)
        return self._desk.pen.is_own_hand and self._may(Action.TAKE_MARK_BACK, found)

    def put(self, statement: StatementId, kind: MarkKind) -> Statement:
        """Mark a statement of the pen's voice; return it as it stands then.

        Somebody who writes for the voice may write a mark down for them.

        Raises:
            NotYourWords: It is another voice's statement.
            Problem: It could not be saved.
        """
        found = self._of_the_pen(statement, Action.MARK)
        return self._tell(found, Marked(found.id, found.version, kind, found.voice))

    def take_back(self, statement: StatementId, kind: MarkKind) -> Statement:
        """Take a mark back; return the statement as it stands then.

        Raises:
            NotYourWords: It is another voice's statement.
            Problem: Somebody else holds the pen, or it could not be saved.
        """
        found, mark = self._own(statement, kind, Action.TAKE_MARK_BACK)
        body = Marked(found.id, mark.version, kind, found.voice, is_withdrawn=True)
        return self._tell(found, body)

    def set_printing(
        self, statement: StatementId, kind: MarkKind, *, is_printed: bool
    ) -> Statement:
        """Keep a mark off paper, or let it print again.

        Raises:
            NotYourWords: It is another voice's statement.
            Problem: Somebody else holds the pen, or it could not be saved.
        """
        found, mark = self._own(statement, kind, Action.KEEP_MARK_OFF_PAPER)
        if mark.is_printed is is_printed:
            return found
        body = Marked(found.id, mark.version, kind, found.voice, is_printed=is_printed)
        return self._tell(found, body)

    def _own(
        self, statement: StatementId, kind: MarkKind, action: Action
    ) -> tuple[Statement, Mark]:
        found = self._of_the_pen(statement, Action.MARK)
        mark = next((one for one in found.marks if one.kind is kind), None)
        if mark is None:
            raise Problem("workspace.no_such_mark")
        if not (self._desk.pen.is_own_hand and self._may(action, found)):
            raise Problem("workspace.mark_is_theirs")
        return found, mark

    def _of_the_pen(self, statement: StatementId, action: Action) -> Statement:
        found = self._statement(statement)
        if not self._may(action, found):
            raise NotYourWords(found.voice)
        return found

    def _may(self, action: Action, statement: Statement) -> bool:
        scene = self._desk.scene
        voice = scene.ward.people()[self._desk.pen.voice]
        return may_with(voice, scene.patient.id, action, statement)

    def _statement(self, statement: StatementId) -> Statement:
        found = self._desk.document.statement(statement)
        if found is None:
            raise KeyError(statement)
        return found

    def _tell(self, statement: Statement, body: Marked) -> Statement:
        desk = self._desk
        desk.scene.store.record.append(desk.pen.writer, [(desk.scene.document, body)])
        desk.read_again()
        return self._statement(statement.id)


def mark_sentence(
    mark: Mark, statement: Statement, people: People, words: Catalogue
) -> str:
    """Return what a mark says beside a statement: on cards, and to screen readers."""
    from coprod_desktop.pdf.marks import mark_in_words  # noqa: PLC0415 - as on paper
    from coprod_desktop.pdf.source import Names  # noqa: PLC0415

    return mark_in_words(Names(people, words), statement, mark)


def signed_sentences(
    statement: Statement, people: People, words: Catalogue
) -> tuple[str, ...]:
    """Return who signed a statement and its reading back, as it stands on paper."""
    from coprod_desktop.pdf.signed import signed_in_words  # noqa: PLC0415
    from coprod_desktop.pdf.source import Names  # noqa: PLC0415

    return signed_in_words(Names(people, words), statement)
