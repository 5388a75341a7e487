"""Something is not fair here: written down, told, kept and answered in one sitting."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from coprod_desktop.model.acts import FlagAnswered, FlagRaised
from coprod_desktop.model.authored_text import Mode
from coprod_desktop.model.documents import Draft, FlagId, StatementId
from coprod_desktop.model.flags import Flag
from coprod_desktop.model.people import Person, PersonId
from coprod_desktop.model.problem import Problem
from coprod_desktop.model.said import Said, choose
from coprod_desktop.workspace.flags import FlagTo, PrivateFlag
from coprod_desktop.workspace.free_writing import NO_FORM, FreeWriting, Sheet
from coprod_desktop.workspace.letters import Letter
from coprod_desktop.workspace.pens import PenChoice, pens_of

if TYPE_CHECKING:
    from coprod_desktop.workspace.ward import Ward

ANSWER = "answer/"
FLAG = "flag/"


class NotFair:
    """What the people of one sitting can do about what is not fair.

    Begin writing with :meth:`begin`, :meth:`go_on` or :meth:`begin_answer`; one thing
    is written at a time, and what was written before is saved first.
    """

    def __init__(self, ward: Ward, patient: Person, here: tuple[Person, ...]) -> None:
        self._ward = ward
        self._patient = patient
        self._here = here
        self._writing: FreeWriting | None = None
        self._answering: FlagId | None = None
        """What is being answered; None while nothing is."""

    @property
    def is_writing(self) -> bool:
        """Whether something was begun and is not finished."""
        return self._writing is not None

    @property
    def writing(self) -> FreeWriting:
        """What is written now.

        Raises:
            LookupError: Nothing was begun.
        """
        if self._writing is None:
            raise LookupError("nothing was begun")
        return self._writing

    def begin(self) -> FreeWriting:
        """Begin to write what is not fair, or go on with what was just begun.

        Raises:
            Problem: What was written before could not be saved, or nobody here can
                write.
        """
        pens, before = self._pens(), self._writing
        if before is None or self._answering is not None:
            return self._begin(pens, self._new_sheet)
        if before.pens == pens:
            return before
        # Somebody has signed in, or out, since.
        begun = tuple(before.drafts.values())
        return self._begin(pens, self._new_sheet, begun)

    def go_on(self, flag: FlagId) -> FreeWriting:
        """Go on with what somebody here kept.

        Raises:
            Problem: It is not here any more, or what was written before could not be
                saved.
        """
        draft = self._draft(flag)
        pens = tuple(one for one in self._pens() if one.voice.id == draft.voice)
        sheet = Sheet(draft.question, draft.statement)
        return self._begin(pens, lambda: sheet, (draft,))

    def begin_answer(self, flag: FlagId) -> FreeWriting:
        """Begin to answer, or go on with an answer that was begun.

        Raises:
            Problem: Nobody here may answer it, or what was written before could not
                be saved.
        """
        pens = self.who_may_answer(self.flag(flag))
        if not pens:
            raise Problem("workspace.flag_is_own")
        before = self._writing
        if before is not None and (self._answering, before.pens) == (flag, pens):
            return before
        place = f"{ANSWER}{flag}"
        voices = [one.voice.id for one in pens]
        begun = [
            one
            for one in self._ward.store.drafts.of(NO_FORM, voices)
            if one.question == place
        ]
        sheet = Sheet(place, StatementId(flag))
        answering = self._begin(pens, lambda: sheet, tuple(begun))
        self._answering = flag
        return answering

    def tell_meeting(self) -> FlagId:
        """Tell the meeting what was written. Nobody can take it away after this.

        Raises:
            Problem: Nothing was written, or it could not be saved; it stays private.
        """
        draft = self.writing.keep(self._own_words())
        flag = FlagId(draft.statement)
        body = FlagRaised(flag, self._patient.id, draft.voice, draft.said)
        self._ward.store.record.share(_signer(draft), [(NO_FORM, body)], drop=[draft])
        self.leave()
        return flag

    def keep(self, to: FlagTo) -> FlagId:
        """Keep what was written: for the advocate, or for the person alone.

        Raises:
            Problem: Nothing was written, or it could not be saved.
        """
        writing = self.writing
        chosen = (choose(writing.pen.attribution, to.value),)
        draft = writing.keep(replace(self._own_words(), chosen=chosen))
        self.leave()
        return FlagId(draft.statement)

    def answer(self) -> None:
        """Answer with what was written; everybody who sees the flag sees it.

        Raises:
            Problem: Nothing was written, or it could not be saved; it stays private.
        """
        draft = self.writing.keep(self._own_words())
        body = FlagAnswered(FlagId(draft.statement), draft.said)
        self._ward.store.record.share(draft.voice, [(NO_FORM, body)], drop=[draft])
        self.leave()

    def leave(self) -> None:
        """Save what is being written, and have done with it.

        Raises:
            Problem: It could not be saved; it stays open.
        """
        if self._writing is not None:
            self._writing.close()
            self._writing = None

    def told(self) -> tuple[Flag, ...]:
        """Return what the meeting was told about this patient: what is open first."""
        return self._ward.flags.of(self._patient.id)

    def flag(self, flag: FlagId) -> Flag:
        """Return something that the meeting was told.

        Raises:
            Problem: There is no such thing.
        """
        for one in self.told():
            if one.id == flag:
                return one
        raise Problem("workspace.no_such_flag")

    def kept(self) -> tuple[PrivateFlag, ...]:
        """Return what the people here kept, each their own."""
        return tuple(
            flag for one in self._here for flag in self._ward.flags.private(one.id)
        )

    def who_may_answer(self, flag: Flag) -> tuple[PenChoice, ...]:
        """Return who here may answer: everybody but whose flag it is, in own hand."""
        return tuple(
            one
            for one in self._pens()
            if one.attribution.mode is Mode.TYPED and one.voice.id != flag.voice
        )

    def erase(self, flag: PrivateFlag) -> None:
        """Erase what somebody kept, for good.

        Raises:
            Problem: It could not be written.
        """
        self._ward.flags.erase(flag)

    def letter(self, flag: FlagId) -> Letter:
        """Return the page for the advocate.

        Raises:
            Problem: It is not here any more.
        """
        for one in self.kept():
            if one.id == flag:
                return self._ward.flags.letter(one)
        raise Problem("workspace.no_such_flag")

    def _pens(self) -> tuple[PenChoice, ...]:
        can_write = self._ward.voices.can_write
        return pens_of(self._here, self._patient.id, can_write)

    def _begin(
        self,
        pens: tuple[PenChoice, ...],
        sheet: Callable[[], Sheet],
        begun: tuple[Draft, ...] = (),
    ) -> FreeWriting:
        self.leave()
        if not pens:
            raise Problem("workspace.nobody_can_write")
        self._answering = None
        self._writing = FreeWriting(self._ward, pens, sheet, begun)
        return self._writing

    def _new_sheet(self) -> Sheet:
        flag = self._ward.world.ids()
        return Sheet(f"{FLAG}{flag}", StatementId(flag))

    def _draft(self, flag: FlagId) -> Draft:
        voices = [one.id for one in self._here]
        for one in self._ward.store.drafts.of(NO_FORM, voices):
            if one.question == f"{FLAG}{flag}":
                return one
        raise Problem("workspace.no_such_flag")

    def _own_words(self) -> Said:
        return Said(text=self.writing.text)


def _signer(draft: Draft) -> PersonId:
    """Return who signs: who wrote all of it, else the voice whose words they are."""
    writers = {one.writer for one in draft.said.attributions}
    return next(iter(writers)) if len(writers) == 1 else draft.voice
