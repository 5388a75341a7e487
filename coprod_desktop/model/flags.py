"""Flags: "something is not fair here", told to the meeting and answered there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from coprod_desktop.model.acts import FlagAnswered, FlagRaised
from coprod_desktop.model.documents import FlagId
from coprod_desktop.model.entries import Entry, Kind
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.record import body_of, says_own_words
from coprod_desktop.model.said import Said
from coprod_desktop.model.wire import instant_from_json

FLAG_KINDS = frozenset({Kind.FLAG_RAISED, Kind.FLAG_ANSWERED})


@dataclass(frozen=True, slots=True)
class FlagAnswer:
    """What somebody answered to a flag, in their own words."""

    by: PersonId
    said: Said
    at: datetime
    number: int
    """The number of the entry that tells it."""


@dataclass(frozen=True, slots=True)
class Flag:
    """Something that is not fair, as it was told to the meeting."""

    id: FlagId
    patient: PersonId
    """Whose care it is about."""
    voice: PersonId
    """Whose words they are."""
    said: Said
    at: datetime
    number: int
    """The number of the entry that raised it."""
    answers: tuple[FlagAnswer, ...] = ()
    """Oldest first."""

    @property
    def is_open(self) -> bool:
        """Whether nobody has answered yet."""
        return not self.answers

    @property
    def newest(self) -> int:
        """The number of the newest entry about it."""
        return self.answers[-1].number if self.answers else self.number


def fold_flags(entries: Iterable[Entry]) -> tuple[Flag, ...]:
    """Return the flags that these entries tell of, in the order of raising.

    Entries of other kinds are passed over, and such as give words that are not theirs.
    """
    found: dict[FlagId, Flag] = {}
    for entry in entries:
        if entry.kind not in FLAG_KINDS:
            continue
        body = body_of(entry)
        if not says_own_words(entry, body):
            continue
        at = instant_from_json(entry.unsigned.at)
        if isinstance(body, FlagRaised):
            new = Flag(body.flag, body.patient, body.voice, body.said, at, entry.number)
            found.setdefault(body.flag, new)
        elif isinstance(body, FlagAnswered) and body.flag in found:
            flag = found[body.flag]
            answer = FlagAnswer(entry.unsigned.by, body.said, at, entry.number)
            found[body.flag] = replace(flag, answers=(*flag.answers, answer))
    return tuple(found.values())


def flags_of_meeting(
    flags: Iterable[Flag], started: int, followed: int | None
) -> tuple[Flag, ...]:
    """Return the flags that stand on the paper of one meeting.

    Every flag that was open when the meeting's form was started, or was raised before
    the next one was. ``started`` and ``followed`` are the numbers of the entries that
    started the two forms; ``followed`` is None where no other followed.
    """
    return tuple(
        flag
        for flag in flags
        if (followed is None or flag.number < followed)
        and (flag.is_open or flag.answers[0].number > started)
    )
