"""Sharing: private drafts become statements in the record, each by its own voice."""

from __future__ import annotations

from collections.abc import Sequence

from coprod_desktop.model.bodies import Body, Confirmed, StatementShared
from coprod_desktop.model.documents import Draft
from coprod_desktop.model.people import Person, PersonId
from coprod_desktop.model.permissions import readers
from coprod_desktop.model.problem import Problem
from coprod_desktop.model.record import may_share
from coprod_desktop.model.scribing import may_share_as_scribe
from coprod_desktop.workspace.cards import Card, card
from coprod_desktop.workspace.desk import Desk, tidied


class Sharing:
    """Says what is not shared yet and who would see it; and shares it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def unshared(self) -> tuple[Draft, ...]:
        """Return the drafts of the people here that say something new."""
        return tuple(one for one in self._desk.drafts() if self._is_news(one))

    def audience(self) -> tuple[Person, ...]:
        """Return who will see what is shared: the patient first."""
        scene = self._desk.scene
        left = scene.store.record.state().left
        return tuple(readers(scene.ward.people(), scene.patient.id, left))

    def share(self, drafts: Sequence[Draft]) -> tuple[Card, ...]:
        """Share these drafts as they stand now; return their cards.

        Each voice shares its own words, in one transaction a voice; for a voice that
        has not signed in, whoever wrote for it does. How they were composed is
        forgotten: only the words and whose they are go into the record. Drafts of
        somebody who is not here are passed over.

        Raises:
            Problem: It could not be saved, or somebody must sign in first. What was not
                shared stays a draft.
        """
        desk = self._desk
        fresh = [desk.draft(one.question, one.voice) for one in drafts]
        asked = [one for one in fresh if one is not None and self._is_news(one)]
        by = {id(one): self._signer(one) for one in asked}
        # A save that is still due would bring a shared draft back to life.
        desk.autosave.flush()
        for signer in dict.fromkeys(by.values()):
            mine = tuple(one for one in asked if by[id(one)] == signer)
            self._share_as(signer, mine)
        return tuple(card(desk, one.question, one.voice) for one in asked)

    def _share_as(self, signer: PersonId, drafts: tuple[Draft, ...]) -> None:
        document = self._desk.scene.document
        bodies: list[tuple[str, Body]] = []
        answered: list[tuple[PersonId, Body]] = []
        for draft in drafts:
            shared = self._shared(draft)
            bodies.append((document, shared))
            answer = draft.confirmation
            if answer is None:
                continue
            told = Confirmed(draft.statement, shared.version, answer)
            if signer in (draft.voice, answer.witness):
                bodies.append((document, told))
            elif answer.witness is not None:
                answered.append((answer.witness, told))
        record = self._desk.scene.store.record
        record.share(signer, bodies, drop=drafts)
        # Who read the words back is another than who wrote them: each signs their own.
        for witness, answer_told in answered:
            record.append(witness, [(document, answer_told)])
        self._desk.was_shared(drafts)

    def _signer(self, draft: Draft) -> PersonId:
        """Return who signs: the voice, or who wrote for it while its key is closed.

        Raises:
            Problem: Nobody here wrote it down: the voice must sign in to share it.
        """
        can_write = self._desk.scene.ward.can_write
        if can_write(draft.voice):
            return draft.voice
        statement = self._desk.statement(draft.question, draft.voice)
        before = statement.said if statement else None
        writers = (one.id for one in self._desk.scene.here if can_write(one.id))
        for writer in writers:
            if may_share_as_scribe(before, tidied(draft.said), writer):
                return writer
        raise Problem("workspace.sign_in_to_share")

    def _shared(self, draft: Draft) -> StatementShared:
        before = self._desk.statement(draft.question, draft.voice)
        version = before.version + 1 if before else 1
        said = tidied(draft.said)
        return StatementShared(
            draft.statement, draft.question, draft.voice, version, said
        )

    def _is_news(self, draft: Draft) -> bool:
        said = tidied(draft.said)
        before = self._desk.statement(draft.question, draft.voice)
        if before is None:
            return not said.is_empty
        is_answered = (
            draft.confirmation is not None and draft.confirmation != before.confirmation
        )
        return may_share(before, said) or is_answered
