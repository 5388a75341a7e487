"""One of two named people gives their own secret: first the ward's, then the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod_desktop.gui.going import going
from coprod_desktop.gui.screen import Action, Frame
from coprod_desktop.gui.secret_field import (
    Secret,
    SecretAsked,
    SecretField,
    secret_field,
)
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.waiting import WaitingScreen
from coprod_desktop.gui.widgets.choice_grid import ChoiceGrid, OptionView
from coprod_desktop.gui.widgets.notice import Notice
from coprod_desktop.gui.widgets.plain import discard, text_label
from coprod_desktop.model.documents import Side
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.problem import Problem


@dataclass(frozen=True, slots=True)
class NamedSecret:
    """Which side is asked, who is named there, and where that leads."""

    side: Side
    why: str
    """What the two are asked for, in one sentence."""
    people: Sequence[OptionView]
    asked: Callable[[PersonId], SecretAsked]
    """Which secret somebody has."""
    prove: Callable[[PersonId, Secret], object]
    """Tries the secret, and returns the place to go to. Slow; raises Problem."""
    back: object
    name_people: object
    """The place where people are named."""


class NamedSecretScreen(WaitingScreen):
    """Chooses who it is, then asks for the secret that they have."""

    def __init__(self, stage: Stage, named: NamedSecret) -> None:
        words = stage.words
        title = words.text(f"named_secret.{named.side.value}")
        go_on = Action(words.text("named_secret.go_on"), "next", self._on_asked_on)
        super().__init__(
            stage, Frame(title, "people", named.back, go_on, help=named.why)
        )
        self._named = named
        self.set_where(words.text(f"named_secret.step_{named.side.value}"))
        only = named.people[0].id if len(named.people) == 1 else ""
        self._person = PersonId(only)
        who = words.text("named_secret.who")
        self.people = ChoiceGrid(stage, self._options(), who, columns=4)
        self.people.picked.connect(self._on_person_picked)
        self._place = QWidget()
        self._line = QVBoxLayout(self._place)
        self._line.setContentsMargins(0, 0, 0, 0)
        self.field: SecretField | None = None
        if named.people:
            self.body.addWidget(text_label(who, "strong"))
            self.people.keep_places()
            self.body.addWidget(self.people)
            self.body.addWidget(self._place)
            self._show_field()
        else:
            self._show_nobody()
        self.body.addStretch(1)

    def focus_first(self) -> None:
        """Stand on the names, or on the secret where there is one name alone."""
        if self.field is not None:
            self.field.setFocus()
        else:
            super().focus_first()

    def left(self) -> None:
        """Leave no secret on the screen."""
        if self.field is not None:
            self.field.clear()

    def _show_nobody(self) -> None:
        words = self.stage.words
        nobody = words.text(f"named_people.nobody_{self._named.side.value}")
        self.body.addWidget(Notice(self.stage, nobody))
        go = going(self, self._named.name_people)
        self.set_main(Action(words.text("named_secret.name_people"), None, go))

    def _options(self) -> tuple[OptionView, ...]:
        return tuple(
            one._replace(is_picked=one.id == self._person) for one in self._named.people
        )

    def _on_person_picked(self, person: str) -> None:
        self._person = PersonId(person)
        self.hide_notice()
        self.people.show_options(self._options())
        self._show_field()
        self.focus_first()

    def _show_field(self) -> None:
        if self.field is not None:
            self.field.clear()
            self._line.removeWidget(self.field)
            discard(self.field)
            self.field = None
        if not self._person:
            return
        self.field = secret_field(self.stage, self._named.asked(self._person))
        self.field.entered.connect(self._on_asked_on)
        self.field.ready.connect(self.focus_main)
        self._line.addWidget(self.field)
        if self.isVisible():
            self.field.show()

    def _on_asked_on(self) -> None:
        person = self._person
        if self.field is None:
            self.show_notice(self.stage.words.text("named_secret.missing"))
            return
        secret = self.field.secret()
        if secret is not None:
            self.wait_for(
                self.stage.words.text("named_secret.trying"),
                lambda: self._named.prove(person, secret),
                self.went.emit,
                self._on_secret_refused,
            )

    def _on_secret_refused(self, problem: Problem) -> None:
        if self.field is not None:
            self.field.clear()
            self.field.show_error(self.sentence(problem))
        self.focus_first()
