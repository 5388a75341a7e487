"""Private words in progress, and where each person was.

A draft lies under its voice. What somebody writes for a voice whose own key is closed
lies apart, under the scribe as well: it must not write over words that nobody here can
read. When both can be read they are joined, and the next save makes one of them.

Who reads: the voice by its own key, or by the ward's where it has none. A scribe reads
what they alone wrote down, until the voice writes in it with its own hand.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from sqlalchemy import Select, select

from coprod_desktop.model.documents import DocumentId, Draft, Progress
from coprod_desktop.model.drafts_joined import joined_drafts
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.problem import NotYourWords, Problem
from coprod_desktop.store.database import Database
from coprod_desktop.store.draft_seals import READING, WARD, DraftSeals, Place, Seed
from coprod_desktop.store.rows import (
    draft_from_text,
    draft_to_text,
    progress_from_row,
    progress_to_values,
)
from coprod_desktop.store.schema import drafts, progress
from coprod_desktop.store.turn import Turn
from coprod_desktop.store.voices import Voices
from coprod_desktop.store.ward_state import WardReader

_COLUMNS = (drafts.c.document, drafts.c.question, drafts.c.voice, drafts.c.scribe)


class Drafts:
    """Drafts of one ward. Called from the window's thread and the saving one alike."""

    def __init__(
        self,
        database: Database,
        seals: DraftSeals,
        voices: Voices,
        ward: WardReader,
    ) -> None:
        """Read from, and write to, an open file."""
        self._database = database
        self._seals = seals
        self._voices = voices
        self._ward = ward
        # What was read or saved last: a save takes the place of this, and only this.
        self._known: dict[Place, bytes] = {}
        # What was saved last, and all that was kept then: while nothing else was
        # changed, and nothing read since, nothing else lies beside it.
        self._last: tuple[Place, object] | None = None
        # What was there to read, and could not be.
        self._closed: set[Place] = set()
        voices.on_closed = self._forget

    def of(
        self, document: DocumentId, voices: Collection[PersonId]
    ) -> tuple[Draft, ...]:
        """Return the drafts of these voices that somebody who is open may read."""
        wanted = select(drafts).where(
            drafts.c.document == document, drafts.c.voice.in_(voices)
        )
        found: dict[Place, Draft] = {}
        self._last = None
        with self._database.transaction() as turn:
            for place, sealed in _rows(turn, wanted.order_by(*_COLUMNS)):
                text = self._seals.read(turn, place, sealed)
                if text is None:
                    self._closed.add(place)
                    continue
                self._closed.discard(place)
                self._known[place] = sealed
                draft, whole = draft_from_text(place, text), place._replace(scribe=WARD)
                mine = found.get(whole)
                found[whole] = joined_drafts(mine, draft) if mine else draft
        return tuple(found.values())

    def save(self, draft: Draft, by: PersonId | None = None) -> None:
        """Keep a draft in place of the one before. When this returns, the disk has it.

        ``by`` is who holds the pen; the voice, where it is left out. Where somebody has
        signed in since the drafts were read, they must be read again before.

        Raises:
            NotYourWords: Words of another voice stand in it.
            Problem: It could not be written, the pen is one whose own key is closed, or
                it would write over words that were never read. What was saved before
                stands.
        """
        others = draft.said.voices - {draft.voice}
        if others:
            raise NotYourWords(min(others))
        text = draft_to_text(draft)
        keys = self._ward().drafts_keys
        with self._database.transaction() as turn:
            scribe = self._scribe(draft.voice, by or draft.voice, keys)
            place = Place(draft.document, draft.question, draft.voice, scribe)
            if place in self._closed and self._seals.may_read(turn, place):
                # Signed in since: what a scribe wrote stays beside until both are read.
                if by is None or by == draft.voice:
                    raise Problem("store.read_first")
                scribe = by
                place = place._replace(scribe=scribe)
            if self._last != (place, turn.before):
                for other, sealed in self._at(turn, place):
                    if other != place and self._known.get(other) == sealed:
                        self._seals.erase(turn, other)
            readers = _readers(draft, scribe, keys)
            self._known[place] = self._seals.keep(turn, place, text, readers)
            self._last = place, turn.after

    def drop(self, document: DocumentId, question: str, voice: PersonId) -> None:
        """Erase a draft for good, as far as somebody who is open may read it.

        Raises:
            Problem: It could not be written.
        """
        with self._database.transaction() as turn:
            for place, _ in self._at(turn, Place(document, question, voice)):
                if self._seals.may_read(turn, place):
                    self._seals.erase(turn, place)

    def drop_shared(self, turn: Turn, draft: Draft) -> None:
        """Erase a draft that was shared, unless it says something else by now."""
        place = Place(draft.document, draft.question, draft.voice)
        stands = self._readable(turn, place)
        joined: Draft | None = None
        for one in stands.values():
            joined = joined_drafts(joined, one) if joined else one
        if joined is not None and joined.said == draft.said:
            for lies in stands:
                self._seals.erase(turn, lies)

    def hand_over(self, turn: Turn, voice: PersonId, drafts_key: bytes) -> None:
        """Seal to a voice's own new key what the ward has kept for it until now."""
        wanted = select(drafts).where(drafts.c.voice == voice)
        for place, sealed in _rows(turn, wanted.order_by(*_COLUMNS)):
            text = self._seals.read(turn, place, sealed)
            if text is not None:
                self._seals.keep(turn, place, text, {voice: drafts_key})

    def all_of(self, turn: Turn, voice: PersonId, seed_of: Seed) -> tuple[Draft, ...]:
        """Return every draft of a voice, read with what ``seed_of`` gives."""
        wanted = select(drafts).where(drafts.c.voice == voice)
        rows = _rows(turn, wanted.order_by(*_COLUMNS))
        texts = (
            (place, self._seals.read(turn, place, sealed, seed_of))
            for place, sealed in rows
        )
        return tuple(
            draft_from_text(place, text) for place, text in texts if text is not None
        )

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

    def _forget(self) -> None:
        self._seals.forget()
        self._known.clear()
        self._last = None

    def _at(self, turn: Turn, place: Place) -> list[tuple[Place, bytes]]:
        names = ("document", "question", "voice")
        rows = turn.rows(drafts, {name: place.cells[name] for name in names})
        return [(place._replace(scribe=one["scribe"]), one["sealed"]) for one in rows]

    def _readable(self, turn: Turn, place: Place) -> dict[Place, Draft]:
        found = {}
        for one, sealed in self._at(turn, place):
            text = self._seals.read(turn, one, sealed)
            if text is not None:
                found[one] = draft_from_text(one, text)
        return found

    def _scribe(
        self, voice: PersonId, by: PersonId, keys: dict[PersonId, bytes]
    ) -> PersonId:
        """Return under whom a draft lies besides its voice; empty for the voice's own.

        Raises:
            Problem: The pen is one whose own key is closed.
        """
        if by in keys and not self._voices.is_open(by):
            raise Problem("store.voice_closed")
        return by if voice in keys and not self._voices.is_open(voice) else WARD


def _readers(
    draft: Draft, scribe: PersonId, keys: dict[PersonId, bytes]
) -> dict[PersonId, bytes]:
    """Return who may read a draft, and what it is sealed to for each."""
    if draft.voice not in keys:
        return {WARD: b""}
    found = {draft.voice: keys[draft.voice]}
    if scribe:
        found |= {scribe: keys[scribe]} if scribe in keys else {WARD: b""}
        return found
    writers = {one.writer for one in draft.said.attributions}
    if len(writers) == 1 and draft.voice not in writers:
        found |= {one: keys[one] for one in writers if one in keys}
    return found


def _rows(turn: Turn, wanted: Select[Any]) -> Iterator[tuple[Place, bytes]]:
    for row in turn.execute(wanted.where(drafts.c.question != READING)).all():
        place = Place(
            DocumentId(row.document),
            row.question,
            PersonId(row.voice),
            PersonId(row.scribe),
        )
        yield place, row.sealed
