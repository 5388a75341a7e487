"""What the writing screens are given: the open document and the people around it."""

from __future__ import annotations

from dataclasses import dataclass, field

from coprod_desktop.gui.clipping import Clipping
from coprod_desktop.gui.saving import SaveWatch
from coprod_desktop.model.forms import Question
from coprod_desktop.model.people import Person, PersonId
from coprod_desktop.workspace.open_document import OpenDocument
from coprod_desktop.workspace.pens import PenChoice
from coprod_desktop.workspace.sitting import Sitting
from coprod_desktop.workspace.ward import Ward


@dataclass(frozen=True, slots=True)
class Opened:
    """An open document, the sitting that it is open in, and the ward."""

    document: OpenDocument
    sitting: Sitting
    ward: Ward
    clipping: Clipping = field(default_factory=Clipping)
    """What was copied or cut in this document."""
    saving: SaveWatch = field(default_factory=SaveWatch)

    def __post_init__(self) -> None:
        self.document.watch_saving(self.saving.tell)

    def person(self, person: PersonId) -> Person:
        """Return somebody of the ward.

        Raises:
            KeyError: Nobody has this id.
        """
        return self.ward.people[person]

    def name(self, person: str) -> str:
        """Return how somebody likes to be called."""
        return self.person(PersonId(person)).name

    @property
    def patient_id(self) -> PersonId:
        """Whose form it is."""
        return self.document.patient.id

    def pens(self) -> tuple[PenChoice, ...]:
        """Return the pens that the people here can hold."""
        return self.document.pens()

    def has_pen(self, voice: PersonId) -> bool:
        """Whether somebody here can write for this voice, who is here too."""
        return any(one.voice.id == voice for one in self.pens())

    def own_statements(self) -> frozenset[str]:
        """Return the shared statements of those who are here and have a pen."""
        cards = (
            card
            for question in self.document.form.template.questions()
            for card in self.document.cards(question.id)
        )
        return frozenset(
            card.statement.id
            for card in cards
            if card.statement is not None and self.has_pen(card.voice)
        )

    @property
    def is_alone(self) -> bool:
        """Whether one person sits at the screen."""
        return len(self.sitting.here) == 1

    @property
    def pen(self) -> PenChoice:
        """Who holds the pen now."""
        held = self.document.pen
        return next(one for one in self.document.pens() if one.attribution == held)

    def prompt(self, question: str) -> str:
        """Return a question in words."""
        return self.document.words.prompts[question]

    def option(self, question: str, option: str) -> str:
        """Return an option of a question in words."""
        return self.document.words.options[question][option]

    def question(self, question: str) -> Question:
        """Return a question of the form."""
        return self.document.form.template.question(question)
