"""A sitting: who is here, for which patient, and which forms they can open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coprod_desktop.content.forms import Form
from coprod_desktop.model.acts import Way
from coprod_desktop.model.documents import DocumentId, Draft, Statement
from coprod_desktop.model.people import Person, PersonId
from coprod_desktop.model.said import Said
from coprod_desktop.workspace.desk import Scene
from coprod_desktop.workspace.not_fair import NotFair
from coprod_desktop.workspace.open_document import OpenDocument

if TYPE_CHECKING:
    from coprod_desktop.store.documents import DocumentLine
    from coprod_desktop.workspace.ward import Ward


@dataclass(frozen=True, slots=True)
class Tile:
    """One form on the home screen."""

    form: Form
    line: DocumentLine | None
    """The document that was started last; None where none was."""
    answered: int
    """Questions at which the patient has said something, as far as it may be seen."""
    asked: int
    news: int
    """Statements of others that are new to the reader."""
    silent_days: int | None = None
    """Whole days since the patient's words were last added, as far as may be seen."""


class Sitting:
    """Some people at one screen, and one patient's forms.

    Who opened the ward is not here unless they were said to be. The patient may be
    the subject without being here.
    """

    def __init__(self, ward: Ward, patient: Person, here: tuple[Person, ...]) -> None:
        self._ward = ward
        self.patient = patient
        self.here = here
        self.not_fair = NotFair(ward, patient, here)
        """"Something is not fair here": what these people write and are answered."""
        self._have_looked: set[tuple[DocumentId, PersonId]] = set()

    @property
    def is_patient_here(self) -> bool:
        """Whether the patient is one of the people here."""
        return any(one.id == self.patient.id for one in self.here)

    def tiles(self) -> tuple[Tile, ...]:
        """Return the forms, with how far this patient is in each."""
        lines = self._ward.store.documents.of(self.patient.id)
        return tuple(self._tile(form, lines) for form in self._ward.forms())

    def open(self, template: str) -> OpenDocument:
        """Open the document of a form that was started last; start it where none was.

        It is filled in in the version in which it was started.
        """
        line = self._line(template)
        if line is None:
            return self.start_new(template)
        return self._open(line.id, self._ward.form(line.template, line.version))

    def start_new(self, template: str) -> OpenDocument:
        """Start a form afresh; the earlier one stays as it is."""
        form = self._ward.form(template)
        document = self._ward.store.documents.start(
            template, form.template.version, self.patient.id, self._signer()
        )
        return self._open(document, form)

    def _signer(self) -> PersonId:
        """Return who begins a form: the first here who can sign, else who opened."""
        can_write = self._ward.voices.can_write
        able = (one.id for one in self.here if can_write(one.id))
        return next(able, self._ward.opened_by.id)

    def _open(self, document: DocumentId, form: Form) -> OpenDocument:
        ward = self._ward
        opened = OpenDocument(
            Scene(
                store=ward.store,
                document=document,
                form=form,
                patient=self.patient,
                here=self.here,
                ward=ward.place,
                clock=ward.world.clock,
                ids=ward.world.ids,
                monotonic=ward.monotonic,
                looks=ward.looks,
            )
        )
        self._note_looks(opened)
        return opened

    def _note_looks(self, opened: OpenDocument) -> None:
        """Write down who sees others' words now; the patient sees their own form."""
        voices = set(opened.voices)
        for person in self.here:
            look = (opened.id, person.id)
            is_first = look not in self._have_looked
            if person != self.patient and is_first and voices - {person.id}:
                self._have_looked.add(look)
                self._ward.looks.note(person.id, Way.OPENED, opened.id)

    def _line(self, template: str) -> DocumentLine | None:
        lines = self._ward.store.documents.of(self.patient.id)
        return _last_of(lines, template)

    def _tile(self, form: Form, lines: tuple[DocumentLine, ...]) -> Tile:
        line = _last_of(lines, form.template.id)
        asked = [one.id for one in form.template.questions()]
        if line is None:
            return Tile(form, None, 0, len(asked), 0)
        store = self._ward.store
        picked = store.drafts.progress(line.id, self.patient.id).picked or asked
        statements = self._statements(line.id)
        drafts = store.drafts.of(line.id, [one.id for one in self.here])
        answered = self._answered(statements, drafts)
        return Tile(
            form,
            line,
            len(answered.intersection(picked)),
            len(picked),
            self._news(line.id, statements),
            self._silent_days(statements, drafts),
        )

    def _silent_days(
        self, statements: tuple[Statement, ...], drafts: tuple[Draft, ...]
    ) -> int | None:
        patient = self.patient.id
        added = [one.shared_at for one in statements if one.voice == patient]
        added += [one.changed_at for one in drafts if one.voice == patient]
        if not added:
            return None
        # By a clock that was set back since, no day has passed.
        return max(0, (self._ward.world.clock() - max(added)).days)

    def _answered(
        self, statements: tuple[Statement, ...], drafts: tuple[Draft, ...]
    ) -> set[str]:
        said: dict[str, Said] = {}
        for statement in statements:
            if statement.voice == self.patient.id:
                said[statement.question] = statement.said
        for draft in drafts:
            if draft.voice == self.patient.id:
                said[draft.question] = draft.said
        return {question for question, one in said.items() if not one.is_empty}

    def _statements(self, document: DocumentId) -> tuple[Statement, ...]:
        found = self._ward.store.documents.get(document)
        return found.statements if found else ()

    def _news(self, document: DocumentId, statements: tuple[Statement, ...]) -> int:
        reader = self.patient if self.is_patient_here else self.here[0]
        seen = self._ward.store.drafts.progress(document, reader.id).seen
        return sum(one.voice != reader.id and one.number > seen for one in statements)


def _last_of(lines: tuple[DocumentLine, ...], template: str) -> DocumentLine | None:
    """Return the document of a form that was started last; None where none was."""
    started = [one for one in lines if one.template == template]
    return max(started, key=lambda one: one.started_at, default=None)
