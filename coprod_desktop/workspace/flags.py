"""Flags, "something is not fair here": for the meeting, the advocate, or oneself.

What is told to the meeting is an entry: it stands there until somebody answers it, and
nobody can take it away. Anything else is the person's own private draft.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from coprod_desktop.i18n.catalogue import read_catalogue
from coprod_desktop.model.acts import FlagAnswered, FlagRaised
from coprod_desktop.model.authored_text import Attribution, Mode
from coprod_desktop.model.documents import DocumentId, Draft, FlagId, StatementId
from coprod_desktop.model.flags import Flag, fold_flags
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.permissions import Action, State, is_round, may, who_is
from coprod_desktop.model.problem import Problem
from coprod_desktop.model.said import Said, choose
from coprod_desktop.workspace.letters import Letter, in_print_of
from coprod_desktop.workspace.papers import wall_time
from coprod_desktop.workspace.saving_files import safe_file_name
from coprod_desktop.workspace.writing import new_words

if TYPE_CHECKING:
    from coprod_desktop.workspace.ward import Ward

_WARD = DocumentId("")
_PLACE = "flag/"


class FlagTo(StrEnum):
    """To whom somebody says that something is not fair."""

    MEETING = "meeting"
    ADVOCATE = "advocate"
    """On paper; the program keeps it private."""
    PRIVATE = "private"


@dataclass(frozen=True, slots=True)
class PrivateFlag:
    """What somebody wrote for themselves, or for their advocate alone."""

    id: FlagId
    voice: PersonId
    said: Said
    at: datetime
    to: FlagTo


class Flags:
    """The flags of one open ward."""

    def __init__(self, ward: Ward) -> None:
        self._ward = ward

    def raise_flag(
        self, patient: PersonId, pen: Attribution, words: str, to: FlagTo
    ) -> FlagId:
        """Keep what the pen's voice says is not fair; return its id.

        Raises:
            Problem: Nothing was written, or it could not be saved.
        """
        if not is_round(self._ward.people[pen.voice], patient):
            raise Problem("workspace.beside_another")
        said = _said(pen, words)
        flag = FlagId(self._ward.world.ids())
        if to is FlagTo.MEETING:
            body = FlagRaised(flag, patient, pen.voice, said)
            self._ward.store.record.append(pen.writer, [(_WARD, body)])
            return flag
        kept = replace(said, chosen=(choose(pen, to.value),))
        self._ward.store.drafts.save(
            Draft(
                _WARD,
                f"{_PLACE}{flag}",
                pen.voice,
                StatementId(flag),
                kept,
                self._ward.world.clock(),
            ),
            pen.writer,
        )
        return flag

    def of(self, patient: PersonId) -> tuple[Flag, ...]:
        """Return what was told to the meeting about a patient: what is open first."""
        entries = self._ward.store.record.entries(_WARD)
        flags = [one for one in fold_flags(entries) if one.patient == patient]
        return tuple(sorted(flags, key=lambda one: not one.is_open))

    def private(self, person: PersonId) -> tuple[PrivateFlag, ...]:
        """Return what somebody kept private or wrote for their advocate."""
        drafts = self._ward.store.drafts.of(_WARD, [person])
        flags = [_private(one) for one in drafts if one.question.startswith(_PLACE)]
        return tuple(sorted(flags, key=lambda one: one.at))

    def answer(self, flag: FlagId, by: PersonId, words: str) -> Flag:
        """Answer a flag with one's own words; return it as it stands then.

        Raises:
            Problem: Nothing was written, it is their own flag, there is no such flag,
                or it could not be saved.
        """
        found = self._flag(flag)
        who = who_is(self._ward.people[by], found.patient)
        state = State.FLAG_TOLD if found.is_open else State.FLAG_ANSWERED
        is_own = by == found.voice
        if not may(who, Action.ANSWER_FLAG, state, is_own=is_own):
            raise Problem(
                "workspace.flag_is_own" if is_own else "workspace.beside_another"
            )
        said = _said(Attribution(by, by, Mode.TYPED), words)
        body = FlagAnswered(flag, said)
        self._ward.store.record.append(by, [(_WARD, body)])
        return self._flag(flag)

    def tell_meeting(self, flag: PrivateFlag, patient: PersonId) -> FlagId:
        """Tell the meeting what was private until now; the draft goes with it.

        Raises:
            Problem: It could not be saved; it stays private.
        """
        draft = self._draft(flag)
        said = Said(text=flag.said.text)
        body = FlagRaised(flag.id, patient, flag.voice, said)
        # One pen wrote all of it.
        (by,) = {one.writer for one in said.attributions}
        self._ward.store.record.share(by, [(_WARD, body)], drop=[draft])
        return flag.id

    def erase(self, flag: PrivateFlag) -> None:
        """Erase what somebody kept private, for good.

        Raises:
            Problem: It could not be written.
        """
        place = f"{_PLACE}{flag.id}"
        self._ward.store.drafts.drop(_WARD, place, flag.voice)

    def letter(self, flag: PrivateFlag) -> Letter:
        """Return the one page on which the advocate is told."""
        from coprod_desktop.pdf.letters import LetterFacts, flag_paper  # noqa: PLC0415
        from coprod_desktop.pdf.source import Names  # noqa: PLC0415

        ward = self._ward
        now = wall_time(ward.world.clock)
        catalogue = read_catalogue(ward.language)
        names = Names(ward.people, catalogue)
        facts = LetterFacts(ward.name, now, now.tzinfo or UTC)
        said = Said(text=flag.said.text)
        page = flag_paper(flag.voice, said, flag.at, names, facts)
        paper = in_print_of(flag.voice, page, ward)
        return Letter(paper, safe_file_name("my-page", f"{now:%Y-%m-%d}", ending="pdf"))

    def _flag(self, flag: FlagId) -> Flag:
        entries = self._ward.store.record.entries(_WARD)
        for one in fold_flags(entries):
            if one.id == flag:
                return one
        raise Problem("workspace.no_such_flag")

    def _draft(self, flag: PrivateFlag) -> Draft:
        for one in self._ward.store.drafts.of(_WARD, [flag.voice]):
            if one.question == f"{_PLACE}{flag.id}":
                return one
        raise Problem("workspace.no_such_flag")


def _private(draft: Draft) -> PrivateFlag:
    chosen = draft.said.chosen
    to = FlagTo(chosen[0].option) if chosen else FlagTo.PRIVATE
    flag = FlagId(draft.question.removeprefix(_PLACE))
    return PrivateFlag(flag, draft.voice, draft.said, draft.changed_at, to)


def _said(pen: Attribution, words: str) -> Said:
    text, _ = new_words(pen, words.strip(), pasted=False)
    if not text.text:
        raise Problem("workspace.flag_empty")
    return Said(text=text)
