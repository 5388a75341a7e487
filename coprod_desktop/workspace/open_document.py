"""One document, open: its form, the people here, the pen, and what can be done."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from coprod_desktop.content.forms import Form
from coprod_desktop.model.authored_text import Attribution
from coprod_desktop.model.documents import DocumentId
from coprod_desktop.model.forms import FormWords
from coprod_desktop.model.people import Person, PersonId
from coprod_desktop.model.problem import Problem
from coprod_desktop.workspace.autosave import SaveState
from coprod_desktop.workspace.cards import Card, Part, cards, row
from coprod_desktop.workspace.desk import Desk, Scene
from coprod_desktop.workspace.lists import Lists
from coprod_desktop.workspace.marks import Marks
from coprod_desktop.workspace.news import News
from coprod_desktop.workspace.papers import Papers
from coprod_desktop.workspace.pens import PenChoice, pens_of
from coprod_desktop.workspace.phrasing import Phrasing
from coprod_desktop.workspace.reading_back import ReadingBack
from coprod_desktop.workspace.sharing import Sharing
from coprod_desktop.workspace.sheets import Sheets
from coprod_desktop.workspace.talking import Talking
from coprod_desktop.workspace.writing import Writing

if TYPE_CHECKING:
    from coprod_desktop.workspace.spelling import Spelling


class OpenDocument:
    """The front of an open document.

    What can be done stands in parts: ``writing`` (words, choices, ways out, undo),
    ``lists`` (topics and people), ``phrasing`` (ready phrases), ``talking``
    (talk cards), ``reading_back``, ``sharing``, ``news``, ``marks`` ("I did not write
    this"), ``papers`` (preview, PDF, export) and ``sheets`` (filled in by hand).
    """

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self.id: DocumentId = scene.document
        self.patient: Person = scene.patient
        """Whose form it is."""
        self.form: Form = scene.form
        self.words: FormWords = scene.form.words
        """The form's words, with the ward's settings in their places."""
        pens = pens_of(scene.here, scene.patient.id, scene.ward.can_write)
        if not pens:
            raise Problem("workspace.nobody_can_write")
        self._desk = Desk(scene, pens[0].attribution)
        self.writing = Writing(self._desk)
        self.lists = Lists(self._desk)
        self.phrasing = Phrasing(self._desk)
        self.talking = Talking(self._desk, self.writing, self.phrasing)
        self.reading_back = ReadingBack(self._desk)
        self.sharing = Sharing(self._desk)
        self.news = News(self._desk)
        self.marks = Marks(self._desk)
        self.papers = Papers(self._desk)
        self.sheets = Sheets(self._desk)

    @property
    def voices(self) -> tuple[PersonId, ...]:
        """Whose shared words stand in it."""
        return tuple({one.voice: one for one in self._desk.document.statements})

    @property
    def pen(self) -> Attribution:
        """Who is writing now, for whom, and how."""
        return self._desk.pen

    def pens(self) -> tuple[PenChoice, ...]:
        """Return the ways in which the people here can hold the pen."""
        self._desk.look_again()
        scene = self._scene
        return pens_of(scene.here, scene.patient.id, scene.ward.can_write)

    def take_pen(self, pen: Attribution) -> None:
        """Hand the pen over.

        Raises:
            Problem: Nobody here can hold this pen.
        """
        if all(pen != one.attribution for one in self.pens()):
            raise Problem("workspace.pen_not_here")
        self._desk.histories.rest()
        self._desk.pen = pen

    def visit(self, question: str) -> None:
        """Open a question, and remember that the people here are there."""
        self._desk.histories.rest()
        self.news.was_visited(self._desk.question(question).id)

    @property
    def place(self) -> str:
        """The question that was open last; empty before the first."""
        return self._desk.progress(self._desk.reader.id).question

    @property
    def picked(self) -> tuple[str, ...]:
        """The questions that were picked, in the form's order; all where none was."""
        picked = self._desk.progress(self.patient.id).picked
        every = tuple(one.id for one in self.form.template.questions())
        return tuple(one for one in every if one in picked) or every

    def pick(self, questions: Sequence[str]) -> None:
        """Pick the questions to answer; none picked means all."""
        progress = self._desk.progress(self.patient.id)
        self._desk.keep_progress(replace(progress, picked=tuple(questions)))

    def parts(self) -> tuple[Part, ...]:
        """Return the form's parts with the questions that were picked."""
        picked = self.picked
        parts = (
            Part(
                section,
                tuple(
                    row(self._desk, one)
                    for one in section.questions
                    if one.id in picked
                ),
            )
            for section in self.form.template.sections
        )
        return tuple(part for part in parts if part.rows)

    def cards(self, question: str) -> tuple[Card, ...]:
        """Return the statement cards of a question, the patient's first."""
        return cards(self._desk, self._desk.question(question).id)

    def spelling(self, question: str, names: Iterable[str]) -> Spelling:
        """Return help with the spelling of the pen's words at a question.

        ``names`` are not called wrong.
        """
        from coprod_desktop.workspace.spelling import (  # noqa: PLC0415 - seldom
            Spelling,
            answer_words,
        )

        return Spelling(answer_words(self._desk, question), names)

    @property
    def save_state(self) -> SaveState:
        """How far what was written is on the disk."""
        return self._desk.autosave.state

    def watch_saving(self, on_change: Callable[[SaveState], None] | None) -> None:
        """Be told how saving goes; the call comes from the writer's thread as well."""
        self._desk.autosave.on_change = on_change

    def flush(self) -> None:
        """Save what is unsaved, and wait until it is.

        Raises:
            Problem: It could not be saved; it stays in memory.
        """
        self._desk.autosave.flush()

    def close(self) -> None:
        """Leave: save, remember what was seen, forget how words were composed.

        Raises:
            Problem: It could not be saved; the document stays open.
        """
        self.news.leave()
        self._desk.autosave.close()
