"""Private words in progress, and where each person was."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select

from coprod_desktop.model.documents import DocumentId, Draft, Progress
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.problem import NotYourWords
from coprod_desktop.store.database import Database
from coprod_desktop.store.rows import (
    draft_from_row,
    draft_to_values,
    progress_from_row,
    progress_to_values,
)
from coprod_desktop.store.schema import drafts, progress


class Drafts:
    """Drafts of one ward. Called from the window's thread and the saving one alike."""

    def __init__(self, database: Database) -> None:
        """Read from, and write to, an open file."""
        self._database = database

    def of(
        self, document: DocumentId, voices: Collection[PersonId]
    ) -> tuple[Draft, ...]:
        """Return the drafts of these voices alone; nobody else's leave the store."""
        wanted = select(drafts).where(
            drafts.c.document == document, drafts.c.voice.in_(voices)
        )
        order = (drafts.c.question, drafts.c.voice)
        with self._database.transaction() as turn:
            rows = turn.execute(wanted.order_by(*order))
            return tuple(draft_from_row(row) for row in rows)

    def save(self, draft: Draft) -> None:
        """Keep a draft in place of the one before. When this returns, the disk has it.

        Raises:
            NotYourWords: Words of another voice stand in it.
            Problem: It could not be written; what was saved before stands.
        """
        others = draft.said.voices - {draft.voice}
        if others:
            raise NotYourWords(min(others))
        values = draft_to_values(draft)
        with self._database.transaction() as turn:
            turn.put(drafts, values)

    def drop(self, document: DocumentId, question: str, voice: PersonId) -> None:
        """Erase a draft; nothing happens where there is none.

        Raises:
            Problem: It could not be written.
        """
        key = {"document": document, "question": question, "voice": voice}
        with self._database.transaction() as turn:
            turn.drop(drafts, key)

    def progress(self, document: DocumentId, person: PersonId) -> Progress:
        """Return where somebody was in a document; at first, its beginning."""
        wanted = select(progress).where(
            progress.c.document == document, progress.c.person == person
        )
        with self._database.transaction() as turn:
            row = turn.execute(wanted).one_or_none()
        return progress_from_row(row) if row else Progress(document, person)

    def keep_progress(self, where: Progress) -> None:
        """Remember where somebody is in a document.

        Raises:
            Problem: It could not be written.
        """
        with self._database.transaction() as turn:
            turn.put(progress, progress_to_values(where))
