"""What is open in this window now: the ward, the people here, a form."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coprod_desktop.gui.gathering import Gathering
from coprod_desktop.model.problem import Problem

if TYPE_CHECKING:
    from coprod_desktop.gui.answers.free_work import FreeWork
    from coprod_desktop.gui.noticed import Noticed
    from coprod_desktop.gui.opened import Opened
    from coprod_desktop.model.people import Person, PersonId
    from coprod_desktop.workspace.doorway import Doorway
    from coprod_desktop.workspace.sitting import Sitting
    from coprod_desktop.workspace.ward import Ward

# What is needed after the window shows is loaded after it.
# ruff: noqa: PLC0415


@dataclass(slots=True)
class Session:
    """Begins closed; :meth:`close_ward` leaves nothing of anybody behind."""

    doorway: Doorway
    gathering: Gathering = field(default_factory=Gathering)
    opened: Opened | None = None
    """The open form, if there is one."""
    free_work: FreeWork | None = None
    """The pen at work on words that stand in no form; lives as long as they do."""
    is_locked: bool = False
    """Whether nobody may see the ward, which stays open in memory."""
    alone: PersonId | None = None
    """Who came in by their own sign-in; nobody of staff is needed or answers for it."""
    noticed: Noticed | None = None
    """What was found about the files of the open ward."""
    not_tidied: Problem | None = None
    """What failed at the very end of closing the ward: its door tells of it."""
    _ward: Ward | None = None
    _sitting: Sitting | None = None

    @property
    def has_ward(self) -> bool:
        """Whether the ward is open."""
        return self._ward is not None

    @property
    def ward(self) -> Ward:
        """The open ward.

        Raises:
            LookupError: It is closed.
        """
        if self._ward is None:
            raise LookupError("the ward is closed")
        return self._ward

    @property
    def idle_s(self) -> float:
        """After how many seconds of nobody's touching anything it locks."""
        return self.ward.idle_minutes * 60.0 if self.has_ward else 120.0

    @property
    def sitting(self) -> Sitting:
        """Who sits here, for which patient.

        Raises:
            LookupError: Nobody was said to be here.
        """
        if self._sitting is None:
            raise LookupError("nobody was said to be here")
        return self._sitting

    @property
    def has_sitting(self) -> bool:
        """Whether somebody was said to be here."""
        return self._sitting is not None

    def take_ward(self, ward: Ward) -> None:
        """Take over a ward that was opened; nobody is here yet."""
        from coprod_desktop.gui.noticed import Noticed

        self._ward, self._sitting, self.opened = ward, None, None
        self.not_tidied = None
        self.gathering = Gathering()
        ward.backups.start()
        self.noticed = Noticed(ward)

    def gather(self, gathering: Gathering) -> None:
        """Remember who is ticked."""
        self.gathering = gathering

    def take_person(self, person: Person) -> None:
        """Take in somebody who was just added: they are here."""
        self.gathering = self.gathering.with_new(person, self.ward.people)

    def sit_down(self) -> None:
        """Begin with the people who were ticked.

        Raises:
            Problem: They cannot sit together.
        """
        patient, others = self.gathering.patient, self.gathering.others
        if patient is None:
            raise LookupError("no patient was chosen")
        self.leave_form()
        if self.gathering.is_patient_here:
            self._sitting = self.ward.sit_down(patient, others)
        else:
            self._sitting = self.ward.sit_down_about(patient, others)

    def open_form(self, template: str) -> Opened:
        """Open a form of the patient.

        Raises:
            Problem: It cannot be opened, or the form before it could not be saved.
        """
        from coprod_desktop.gui.opened import Opened

        self.leave_form()
        document = self.sitting.open(template)
        self.opened = Opened(document, self.sitting, self.ward)
        return self.opened

    def save(self) -> None:
        """Save what is unsaved.

        Raises:
            Problem: It could not be saved; it stays in memory and on the screen.
        """
        if self.opened is not None:
            self.opened.document.flush()
        if self._sitting is not None and self._sitting.not_fair.is_writing:
            self._sitting.not_fair.writing.flush()

    def leave_form(self) -> None:
        """Close the open form, if there is one.

        Raises:
            Problem: It could not be saved; it stays open.
        """
        if self.opened is not None:
            self.opened.document.close()
            self.opened = None

    def leave_people(self) -> None:
        """Close the open form and send the people away, but for who was ticked.

        Raises:
            Problem: Words could not be saved; everything stays open.
        """
        if self._sitting is not None:
            self._sitting.not_fair.leave()
        self.leave_form()
        self._sitting, self.free_work = None, None

    def close_ward(self) -> None:
        """Save, then close the ward and forget everybody.

        Raises:
            Problem: Words could not be saved; everything stays open.
        """
        self.leave_people()
        if self._ward is not None:
            if self.noticed is not None:
                self.noticed.stop()
            ward, self._ward, self.noticed = self._ward, None, None
            try:
                ward.close()
            except Problem as problem:
                # All is closed and nothing is lost; the next opening mends the rest.
                self.not_tidied = problem
        self.gathering = Gathering()
        self.is_locked, self.alone = False, None
