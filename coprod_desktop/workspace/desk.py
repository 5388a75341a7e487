"""What lies on the desk while one document is open: its words, drafts, pen and undo."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coprod_desktop.content.forms import Form, FormShelf
from coprod_desktop.model.authored_text import Attribution
from coprod_desktop.model.documents import (
    Document,
    DocumentId,
    Draft,
    Progress,
    Statement,
    StatementId,
)
from coprod_desktop.model.forms import Question
from coprod_desktop.model.people import People, Person, PersonId
from coprod_desktop.model.ports import Clock, Ids
from coprod_desktop.model.problem import Problem
from coprod_desktop.model.said import Said
from coprod_desktop.model.wire import said_fingerprint
from coprod_desktop.workspace.autosave import Autosave
from coprod_desktop.workspace.history import Histories, Typed

if TYPE_CHECKING:
    from coprod_desktop.store.vault import Store
    from coprod_desktop.workspace.looks import Looks


@dataclass(frozen=True, slots=True)
class WardPlace:
    """What an open document needs to know of its ward."""

    shelf: FormShelf
    language: str
    people: Callable[[], People]
    """Everybody of the ward now."""
    can_write: Callable[[PersonId], bool]
    """Whether words can be written as somebody now: never with a closed key."""


@dataclass(frozen=True, slots=True)
class Scene:
    """Which document is open, for whom, and who is here."""

    store: Store
    document: DocumentId
    form: Form
    patient: Person
    here: tuple[Person, ...]
    ward: WardPlace
    clock: Clock
    ids: Ids
    monotonic: Callable[[], float]
    looks: Looks

    def is_here(self, person: PersonId) -> bool:
        """Whether somebody is here now."""
        return any(one.id == person for one in self.here)


Place = tuple[str, PersonId]
"""A question and a voice."""


class Desk:
    """The one place that holds the words of an open document.

    Shared words are the store's; drafts are ours until they are saved. Only drafts of
    voices that are here lie on the desk.
    """

    def __init__(self, scene: Scene, pen: Attribution) -> None:
        self.scene = scene
        self.pen = pen
        self.autosave = Autosave(monotonic=scene.monotonic)
        self.document = self._read_document()
        self._turns = scene.store.voices.turns
        self._drafts = self._read_drafts()
        self.histories = Histories(scene.monotonic)
        self._progress: dict[PersonId, Progress] = {}

    @property
    def reader(self) -> Person:
        """For whom things are new: the patient when they are here."""
        here = self.scene.here
        patient = next((one for one in here if one.id == self.scene.patient.id), None)
        return patient or here[0]

    def question(self, question: str) -> Question:
        """Return a question of this form."""
        return self.scene.form.template.question(question)

    def look_again(self) -> None:
        """Read the drafts again where somebody has signed in or out since.

        What is unsaved is saved first; until it is, the drafts stay as they are. Their
        undo ends with what they could read.
        """
        turns = self.scene.store.voices.turns
        if turns == self._turns:
            return
        try:
            self.autosave.flush()
        except Problem:
            # Autosave tells it and tries again; the words stay on the screen.
            return
        self._turns, before = turns, self._drafts
        self._drafts = self._read_drafts()
        for place in before.keys() | self._drafts.keys():
            if before.get(place) != self._drafts.get(place):
                self.histories.forget(*place)

    def drafts(self) -> tuple[Draft, ...]:
        """Return every draft of the voices that are here, in the form's order."""
        order = {one.id: n for n, one in enumerate(self._questions())}
        last = len(order)
        drafts = sorted(
            self._drafts.values(), key=lambda one: order.get(one.question, last)
        )
        return tuple(drafts)

    def draft(self, question: str, voice: PersonId) -> Draft | None:
        """Return a voice's draft, or None."""
        return self._drafts.get((question, voice))

    def statement(self, question: str, voice: PersonId) -> Statement | None:
        """Return what a voice has shared, or None."""
        return self.document.statement_of(question, voice)

    def said(self, question: str, voice: PersonId) -> Said:
        """Return a voice's words as they stand now: its draft, else what it shared."""
        draft = self.draft(question, voice)
        if draft is not None:
            return draft.said
        statement = self.statement(question, voice)
        return statement.said if statement else Said()

    def write(self, question: str, after: Said, typed: Typed | None = None) -> None:
        """Put the pen's voice's answer in the place of the one before, undoably."""
        self._check_writable()
        before = self.said(question, self.pen.voice)
        if after == before:
            return
        history = self.histories.at(question, self.pen.voice)
        history.push(self.pen, before, after, typed)
        self.put(question, after)

    def put(self, question: str, said: Said) -> None:
        """Keep an answer of the pen's voice as its draft, and save it soon."""
        voice = self.pen.voice
        if said.is_empty and self.statement(question, voice) is None:
            self.drop(question, voice)
            return
        self.keep(replace(self._draft_for(question, voice), said=said))

    def keep(self, draft: Draft) -> None:
        """Keep a draft and save it soon; a read-back of other words falls away."""
        self._check_writable()
        confirmation = draft.confirmation
        if confirmation and confirmation.of != said_fingerprint(tidied(draft.said)):
            confirmation = None
        kept = replace(draft, confirmation=confirmation, changed_at=self.scene.clock())
        self._drafts[kept.question, kept.voice] = kept
        save, by = self.scene.store.drafts.save, self.pen.writer
        self.autosave.later(
            ("draft", kept.question, kept.voice), lambda: save(kept, by)
        )

    def drop(self, question: str, voice: PersonId) -> None:
        """Drop a draft, here and soon in the store."""
        self._check_writable()
        self._drafts.pop((question, voice), None)
        document, drop = self.scene.document, self.scene.store.drafts.drop
        self.autosave.later(
            ("draft", question, voice), lambda: drop(document, question, voice)
        )

    def was_shared(self, drafts: tuple[Draft, ...]) -> None:
        """Forget drafts that the store has dropped, and how they were composed."""
        for draft in drafts:
            self._drafts.pop((draft.question, draft.voice), None)
            self.histories.forget(draft.question, draft.voice)
        self.read_again()

    def read_again(self) -> None:
        """Read what was shared again."""
        self.document = self._read_document()

    def progress(self, person: PersonId) -> Progress:
        """Return where somebody is in this document."""
        if person not in self._progress:
            found = self.scene.store.drafts.progress(self.scene.document, person)
            self._progress[person] = found
        return self._progress[person]

    def keep_progress(self, progress: Progress) -> None:
        """Remember where somebody is, soon in the store as well."""
        if progress == self.progress(progress.person):
            return
        self._progress[progress.person] = progress
        if self.scene.store.is_read_only:
            return  # it is remembered for as long as the form is open
        keep = self.scene.store.drafts.keep_progress
        self.autosave.later(
            ("progress", progress.person), lambda: keep(progress), is_quiet=True
        )

    def _check_writable(self) -> None:
        """Refuse the first key already, where nothing that is written could be kept."""
        if self.scene.store.is_read_only:
            raise Problem("store.read_only")

    def _questions(self) -> Iterator[Question]:
        return self.scene.form.template.questions()

    def _draft_for(self, question: str, voice: PersonId) -> Draft:
        draft = self.draft(question, voice)
        if draft is not None:
            return draft
        shared = self.statement(question, voice)
        return Draft(
            self.scene.document,
            self.question(question).id,
            voice,
            shared.id if shared else StatementId(self.scene.ids()),
            shared.said if shared else Said(),
            self.scene.clock(),
            replaces=shared.version if shared else 0,
        )

    def _read_drafts(self) -> dict[Place, Draft]:
        voices = [one.id for one in self.scene.here]
        found = self.scene.store.drafts.of(self.scene.document, voices)
        return {(one.question, one.voice): one for one in found}

    def _read_document(self) -> Document:
        found = self.scene.store.documents.get(self.scene.document)
        if found is None:
            raise Problem("workspace.no_such_document")
        return found


def tidied(said: Said) -> Said:
    """Return an answer without lines that hold nothing."""
    items = tuple(
        item for item in said.items if item.words.text.strip() or item.mark is not None
    )
    return said if items == said.items else replace(said, items=items)
