"""Undo for one voice's answer to one question (decision 001).

The model owns undo: a step takes words out and puts back exactly what stood there, with
whose they were. A pen undoes only what it could have done itself, so nobody unpicks by
undo what a voice did with their own hand.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace

from coprod_desktop.model.authored_text import EMPTY, Attribution, AuthoredText, Edit
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.problem import NotYourWords
from coprod_desktop.model.rules import may_change_run
from coprod_desktop.model.said import Said

PAUSE_S = 2.0
"""A longer pause starts a new step."""

MOST_STEPS = 500

NO_EDIT = Edit(0, EMPTY, EMPTY)


@dataclass(frozen=True, slots=True)
class Typed:
    """An edit of the text, or of the line with this number."""

    edit: Edit
    line: int | None = None
    is_by_key: bool = True
    """Whether it may join what was typed just before; a paste stands alone."""


@dataclass(frozen=True, slots=True)
class Step:
    """What one undo takes back."""

    pen: Attribution
    edit: Edit
    """What happened to the text; the rest of the answer stands beside it."""
    before: Said
    after: Said
    typed: Typed | None = None
    at_s: float = 0.0


class History:
    """The steps that led to one voice's answer, and those that were undone.

    ``monotonic`` gives seconds; a pause in writing ends a burst.
    """

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._done: deque[Step] = deque(maxlen=MOST_STEPS)
        self._undone: list[Step] = []
        self._is_resting = True

    def push(
        self, pen: Attribution, before: Said, after: Said, typed: Typed | None = None
    ) -> None:
        """Remember a step; typing right behind the last typing joins it."""
        edit = NO_EDIT
        if before.text != after.text:
            edit = typed.edit if typed else Edit(0, before.text, after.text)
        step = Step(
            pen, edit, _rest(before), _rest(after), typed, at_s=self._monotonic()
        )
        self._undone.clear()
        last = self._done[-1] if self._done else None
        whole = None if self._is_resting or last is None else _joined(last, step)
        if whole is not None:
            self._done.pop()
        self._done.append(whole or step)
        self._is_resting = False

    def rest(self) -> None:
        """Let the next typing start a new step."""
        self._is_resting = True

    def may_undo(self, pen: Attribution) -> bool:
        """Whether there is a step that this pen may take back."""
        return bool(self._done) and may_change_run(pen, self._done[-1].pen)

    def may_redo(self, pen: Attribution) -> bool:
        """Whether there is an undone step that this pen may do again."""
        return bool(self._undone) and may_change_run(pen, self._undone[-1].pen)

    def undo(self, said: Said, pen: Attribution) -> Said:
        """Return the answer as it was before the last step; it itself where none is.

        Raises:
            NotYourWords: Only the voice's own hand may take this step back.
        """
        if not self._done:
            return said
        step = self._done[-1]
        _check(pen, step)
        self._done.pop()
        self._undone.append(step)
        self.rest()
        return replace(step.before, text=step.edit.inverse().apply(said.text))

    def redo(self, said: Said, pen: Attribution) -> Said:
        """Return the answer with the last undone step done again.

        Raises:
            NotYourWords: Only the voice's own hand may do this step again.
        """
        if not self._undone:
            return said
        step = self._undone[-1]
        _check(pen, step)
        self._undone.pop()
        self._done.append(step)
        self.rest()
        return replace(step.after, text=step.edit.apply(said.text))


class Histories:
    """The undo histories of an open document, one for each question and voice."""

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._kept: dict[tuple[str, PersonId], History] = {}

    def at(self, question: str, voice: PersonId) -> History:
        """Return the history of a voice's answer."""
        return self._kept.setdefault((question, voice), History(self._monotonic))

    def forget(self, question: str, voice: PersonId) -> None:
        """Forget how an answer was composed."""
        self._kept.pop((question, voice), None)

    def rest(self) -> None:
        """End every burst of typing."""
        for history in self._kept.values():
            history.rest()


def _check(pen: Attribution, step: Step) -> None:
    # A step's own pen was allowed all that the step did; so asking whether this pen may
    # change what that pen wrote answers for every word of the step.
    if not may_change_run(pen, step.pen):
        raise NotYourWords(step.pen.voice)


def _rest(said: Said) -> Said:
    return replace(said, text=EMPTY)


def _joined(last: Step, new: Step) -> Step | None:
    if last.typed is None or new.typed is None or last.pen != new.pen:
        return None
    if not (last.typed.is_by_key and new.typed.is_by_key):
        return None
    if last.typed.line != new.typed.line or new.at_s - last.at_s > PAUSE_S:
        return None
    edit = _one_burst(last.typed.edit, new.typed.edit)
    if edit is None:
        return None
    return replace(
        new,
        edit=edit if new.typed.line is None else NO_EDIT,
        before=last.before,
        typed=Typed(edit, new.typed.line),
    )


def _one_burst(last: Edit, new: Edit) -> Edit | None:
    """Return both edits as one, if they are one movement of the hand."""
    if not new.removed and new.at == last.at + len(last.inserted):
        if _starts_a_word(last.inserted, new.inserted):
            return None
        return Edit(last.at, last.removed, last.inserted + new.inserted)
    if last.inserted or new.inserted:
        return None
    if new.at + len(new.removed) == last.at:
        return Edit(new.at, new.removed + last.removed, EMPTY)
    if new.at == last.at:
        return Edit(last.at, last.removed + new.removed, EMPTY)
    return None


def _starts_a_word(before: AuthoredText, new: AuthoredText) -> bool:
    return before.text[-1:].isspace() and not new.text[:1].isspace()
