"""Somebody's own log: what happened with their words, in sentences, and on paper."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from coprod_desktop.i18n.catalogue import read_catalogue
from coprod_desktop.model.documents import DocumentId
from coprod_desktop.model.entries import Entry
from coprod_desktop.model.own_log import Happened, Happening, fold_own_log
from coprod_desktop.model.people import PersonId
from coprod_desktop.workspace.letters import Letter, in_print_of
from coprod_desktop.workspace.own_log_words import LogWords
from coprod_desktop.workspace.papers import wall_time
from coprod_desktop.workspace.saving_files import safe_file_name

if TYPE_CHECKING:
    from coprod_desktop.workspace.ward import Ward

_WARD = DocumentId("")


@dataclass(frozen=True, slots=True)
class LogLine:
    """One thing that happened, newest first in a log."""

    number: int
    at: datetime
    """On the ward's wall."""
    what: Happened
    sentence: str
    is_new: bool
    """Whether it happened since the person last looked."""
    document: DocumentId
    """The form that it is about; empty where it is about none."""


class OwnLog:
    """What the record of one open ward tells people of their own words."""

    def __init__(self, ward: Ward) -> None:
        self._ward = ward
        self._news: dict[PersonId, tuple[int, int, int]] = {}
        """For whom: where the record ended, what they had seen, and how much is new."""

    def lines(
        self, person: PersonId, language: str | None = None
    ) -> tuple[LogLine, ...]:
        """Return what happened with somebody's words, newest first.

        In a language; in the ward's where none is given.

        Raises:
            Problem: The store is damaged, or a form's files are gone.
        """
        happenings = fold_own_log(self._entries(person), person)
        seen = self._seen(person)
        zone = wall_time(self._ward.world.clock).tzinfo
        words = LogWords(self._ward, person, language)
        return tuple(
            LogLine(
                one.number,
                one.at.astimezone(zone),
                one.what,
                words.sentence(one),
                _is_new(one, person, seen),
                one.document,
            )
            for one in reversed(happenings)
        )

    def news(self, person: PersonId) -> int:
        """Return how much others did since the person last looked."""
        # Home asks each time it is shown; nothing is taken back from a record.
        head, seen = self._ward.store.record.head(), self._seen(person)
        told = self._news.get(person)
        if told is None or told[:2] != (head, seen):
            happenings = fold_own_log(self._entries(person), person)
            count = sum(_is_new(one, person, seen) for one in happenings)
            told = self._news[person] = (head, seen, count)
        return told[2]

    def was_read(self, person: PersonId) -> None:
        """Remember that a person has looked.

        Raises:
            Problem: It could not be saved.
        """
        store = self._ward.store
        before = store.drafts.progress(_WARD, person)
        store.drafts.keep_progress(replace(before, seen=store.record.head()))

    def letter(self, person: PersonId) -> Letter:
        """Return the log as a paper of the person's own.

        Raises:
            Problem: The store is damaged, or a form's files are gone.
        """
        from coprod_desktop.pdf.letters import (  # noqa: PLC0415 - slow
            LetterFacts,
            Logged,
            own_log_paper,
        )

        ward = self._ward
        now = wall_time(ward.world.clock)
        zone = now.tzinfo or UTC
        language = ward.language
        lines = self.lines(person, language)
        paper = own_log_paper(
            ward.people[person],
            tuple(Logged(one.at, one.sentence) for one in lines),
            ward.store.record.head(),
            read_catalogue(language),
            LetterFacts(ward.name, now, zone),
        )
        paper = in_print_of(person, paper, ward)
        return Letter(paper, safe_file_name("my-log", f"{now:%Y-%m-%d}", ending="pdf"))

    def _entries(self, person: PersonId) -> list[Entry]:
        """Return the ward's entries and those of every form the person writes in."""
        record = self._ward.store.record
        who = self._ward.people[person]
        if who.is_staff:
            return list(record.entries())
        found = list(record.entries(_WARD))
        for line in self._ward.store.documents.of(who.beside or person):
            found += record.entries(line.id)
        return sorted(found, key=lambda one: one.number)

    def _seen(self, person: PersonId) -> int:
        return self._ward.store.drafts.progress(_WARD, person).seen


def _is_new(one: Happening, person: PersonId, seen: int) -> bool:
    """Whether others did it since the person looked at everything up to a number."""
    return one.number > seen and person not in (one.by, one.signer)
