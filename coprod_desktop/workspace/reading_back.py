"""Reading back: a voice hears what was written for them, and answers."""

from __future__ import annotations

from dataclasses import replace

from coprod_desktop.model.bodies import Confirmed
from coprod_desktop.model.documents import Confirmation, ReadBack
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.problem import Problem
from coprod_desktop.model.said import Said
from coprod_desktop.model.wire import said_fingerprint
from coprod_desktop.workspace.cards import Card, card, is_waiting
from coprod_desktop.workspace.desk import Desk, tidied


class ReadingBack:
    """Asks the voices that are here whether what was written for them is right."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def waiting(self) -> tuple[Card, ...]:
        """Return every answer, drafted or shared, that waits for a voice that is here.

        In the form's order; the patient's first at each question.
        """
        desk = self._desk
        voices = sorted(
            (one.id for one in desk.scene.here),
            key=lambda one: one != desk.scene.patient.id,
        )
        every = (
            card(desk, question.id, voice)
            for question in desk.scene.form.template.questions()
            for voice in voices
        )
        return tuple(one for one in every if is_waiting(desk, one))

    def answer(self, question: str, voice: PersonId, answer: ReadBack) -> None:
        """Record what a voice said when exactly these words were read back.

        On a draft the answer stays with the draft. On shared words it becomes an entry.

        Raises:
            Problem: The voice is not here, or nothing was written for them.
        """
        desk = self._desk
        if not desk.scene.is_here(voice):
            raise Problem("workspace.not_here")
        said = tidied(desk.said(question, voice))
        draft, statement = desk.draft(question, voice), desk.statement(question, voice)
        if not said.needs_reading_back:
            raise Problem("workspace.nothing_to_read_back")
        confirmation = Confirmation(
            answer, said_fingerprint(said), desk.scene.clock(), self._witness(said)
        )
        if draft is not None:
            desk.keep(replace(draft, confirmation=confirmation))
        elif statement is not None:
            body = Confirmed(statement.id, statement.version, confirmation)
            told = [(desk.scene.document, body)]
            desk.scene.store.record.append(self._signer(voice, confirmation), told)
            desk.read_again()

    def _signer(self, voice: PersonId, confirmation: Confirmation) -> PersonId:
        """Return who signs: the voice, or the witness while the voice's key is closed.

        Raises:
            Problem: There is no witness: the voice must sign in.
        """
        if self._desk.scene.ward.can_write(voice):
            return voice
        if confirmation.witness is None:
            raise Problem("store.voice_closed")
        return confirmation.witness

    def _witness(self, said: Said) -> PersonId | None:
        """Return who read it back: who holds the pen, else who wrote it down."""
        voice = next(iter(said.voices))
        if self._desk.pen.writer != voice:
            return self._desk.pen.writer
        writers = {one.writer for one in said.attributions} - {voice}
        here = [one.id for one in self._desk.scene.here if one.id in writers]
        return here[0] if here else None
