"""Words that answer no question of a form, while they are written.

They are a private draft from the first key on: what is not fair here, or an answer to
it. Pen, undo and saving are those of a form (decisions 001 and 002).
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coprod_desktop.model.authored_text import Attribution, AuthoredText
from coprod_desktop.model.change import Change
from coprod_desktop.model.documents import DocumentId, Draft, StatementId
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.problem import Problem
from coprod_desktop.model.said import Said
from coprod_desktop.workspace.autosave import Autosave, SaveState
from coprod_desktop.workspace.history import Histories, History, Typed
from coprod_desktop.workspace.pens import PenChoice
from coprod_desktop.workspace.writing import carried, edited, new_words

if TYPE_CHECKING:
    from coprod_desktop.workspace.ward import Ward

NO_FORM = DocumentId("")
_PLACE = "free"


@dataclass(frozen=True, slots=True)
class Sheet:
    """Where one voice's free words lie."""

    place: str
    """What stands in the place of a question in a draft."""
    id: StatementId


class FreeWriting:
    """One box, and everybody here who may write in it; each voice has words apart.

    Close it: words that wait are saved then, and undo is forgotten.
    """

    def __init__(
        self,
        ward: Ward,
        pens: tuple[PenChoice, ...],
        sheet: Callable[[], Sheet],
        begun: tuple[Draft, ...] = (),
    ) -> None:
        """Write with one of ``pens``, the first at first.

        ``sheet`` gives a voice that begins a place for its words; ``begun`` is what
        was written before, one draft a voice.
        """
        self.pens = pens
        self._ward = ward
        self._pen = pens[0].attribution
        self._sheet = sheet
        self._drafts = {one.voice: one for one in begun}
        self._histories = Histories(ward.monotonic)
        self._autosave = Autosave(monotonic=ward.monotonic)
        self.made_visible = 0
        """Signs that the last change had to make visible; tell the person."""

    @property
    def pen(self) -> PenChoice:
        """Who is writing now, for whom, and how."""
        return next(one for one in self.pens if one.attribution == self._pen)

    def take_pen(self, pen: Attribution) -> None:
        """Hand the pen over.

        Raises:
            Problem: Nobody here can hold this pen.
        """
        if all(pen != one.attribution for one in self.pens):
            raise Problem("workspace.pen_not_here")
        self._histories.rest()
        self._pen = pen

    @property
    def drafts(self) -> dict[PersonId, Draft]:
        """What each voice has written."""
        return dict(self._drafts)

    @property
    def text(self) -> AuthoredText:
        """The words of the pen's voice, as they stand now."""
        return self._said.text

    def change(self, change: Change, *, pasted: bool = False) -> AuthoredText:
        """Change the words with the pen; return them as they now stand.

        Raises:
            NotYourWords: The change touches words that only their voice may change.
            Problem: It would be too long.
        """
        new, self.made_visible = new_words(self._pen, change.new, pasted=pasted)
        return self._replace(change.at, change.gone, new, by_key=not pasted)

    def paste(self, at: int, gone: int, words: AuthoredText) -> AuthoredText:
        """Put words from inside the program into these; moving is not writing.

        Raises:
            NotYourWords: The change touches words that only their voice may change.
            Problem: It would be too long.
        """
        return self._replace(at, gone, carried(self._pen, words), by_key=False)

    def undo(self) -> None:
        """Take back the last step of the pen's voice; words go to their author.

        Raises:
            NotYourWords: Only the voice's own hand may take it back.
        """
        self._put(self._history.undo(self._said, self._pen))

    def redo(self) -> None:
        """Do the last undone step again.

        Raises:
            NotYourWords: Only the voice's own hand may do it again.
        """
        self._put(self._history.redo(self._said, self._pen))

    @property
    def may_undo(self) -> bool:
        """Whether there is a step that this pen may take back."""
        return self._history.may_undo(self._pen)

    @property
    def may_redo(self) -> bool:
        """Whether there is an undone step that this pen may do again."""
        return self._history.may_redo(self._pen)

    def keep(self, said: Said) -> Draft:
        """Save these as the words of the pen's voice, now; return their draft.

        Raises:
            Problem: There is nothing, or it could not be saved; it stays in memory.
        """
        self._put(said)
        self.flush()
        draft = self._draft
        if draft is None or not draft.said.text.text.strip():
            raise Problem("workspace.flag_empty")
        return draft

    @property
    def save_state(self) -> SaveState:
        """How far what was written is on the disk."""
        return self._autosave.state

    def watch_saving(self, on_change: Callable[[SaveState], None] | None) -> None:
        """Be told how saving goes; the call comes from the writer's thread as well."""
        self._autosave.on_change = on_change

    def flush(self) -> None:
        """Save what is unsaved, and wait until it is.

        Raises:
            Problem: It could not be saved; it stays in memory.
        """
        self._autosave.flush()

    def close(self) -> None:
        """Save what is unsaved, and forget how it was composed.

        Raises:
            Problem: It could not be saved; everything stays open.
        """
        self._autosave.close()

    @property
    def _draft(self) -> Draft | None:
        return self._drafts.get(self._pen.voice)

    @property
    def _said(self) -> Said:
        draft = self._draft
        return draft.said if draft else Said()

    @property
    def _history(self) -> History:
        return self._histories.at(_PLACE, self._pen.voice)

    def _replace(
        self, at: int, gone: int, new: AuthoredText, *, by_key: bool
    ) -> AuthoredText:
        said = self._said
        edit, text = edited(self._pen, said.text, at, gone, new)
        after = replace(said, text=text)
        if after != said:
            typed = Typed(edit, is_by_key=by_key)
            self._history.push(self._pen, said, after, typed)
            self._put(after)
        return text

    def _put(self, said: Said) -> None:
        if said == self._said:
            return
        draft = self._draft_for(said)
        drafts, writer = self._ward.store.drafts, self._pen.writer
        key: Hashable = (draft.question, draft.voice)
        self._drafts[draft.voice] = draft
        if said.text.text:
            self._autosave.later(key, lambda: drafts.save(draft, writer))
        else:
            self._autosave.later(
                key, lambda: drafts.drop(NO_FORM, draft.question, draft.voice)
            )

    def _draft_for(self, said: Said) -> Draft:
        now = self._ward.world.clock()
        draft = self._draft
        if draft is not None:
            return replace(draft, said=said, changed_at=now)
        sheet, voice = self._sheet(), self._pen.voice
        return Draft(NO_FORM, sheet.place, voice, sheet.id, said, now)
