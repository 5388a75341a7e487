"""Before private words are opened in an emergency: whose, why, and what it means."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from coprod_desktop.gui.screen import Action, Frame, Screen
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.choice_grid import ChoiceGrid, OptionView
from coprod_desktop.gui.widgets.line_field import LineField
from coprod_desktop.gui.widgets.plain import text_label
from coprod_desktop.gui.widgets.said_line import SaidLine
from coprod_desktop.model.people import PersonId


@dataclass(frozen=True, slots=True)
class Emergency:
    """Whose words could be opened, and where that leads."""

    people: Sequence[OptionView]
    back: object
    begin: Callable[[PersonId, str], object]
    """Takes whose words and the reason; returns the place where two people sign."""
    minutes: int


class EmergencyScreen(Screen):
    """Nothing is opened here. It says first that the person will be told."""

    def __init__(self, stage: Stage, emergency: Emergency) -> None:
        words = stage.words
        go_on = Action(words.text("emergency.go_on"), "next", self._on_asked_on)
        super().__init__(
            stage,
            Frame(
                words.text("emergency.title"),
                "crisis",
                emergency.back,
                go_on,
                help=words.text("emergency.help"),
            ),
        )
        self._emergency = emergency
        self._person: PersonId | None = None
        for key, picture in (("two", "people"), ("told", "eye"), ("record", "paper")):
            said = words.text(f"emergency.{key}")
            self.body.addWidget(SaidLine(stage, said, picture))
        time = words.plural("emergency.time", emergency.minutes)
        self.body.addWidget(SaidLine(stage, time, "clock"))
        whose = words.text("emergency.whose")
        self.people = ChoiceGrid(stage, self._options(), whose, columns=4)
        self.people.picked.connect(self._on_person_picked)
        self.reason = LineField(
            words.text("emergency.reason"), words.text("emergency.reason_help"), 400
        )
        self.reason.entered.connect(self._on_asked_on)
        self.body.addWidget(text_label(whose, "strong"))
        self.people.keep_places()
        self.body.addWidget(self.people)
        self.body.addWidget(self.reason)
        self.body.addStretch(1)

    def _options(self) -> tuple[OptionView, ...]:
        return tuple(
            one._replace(is_picked=one.id == self._person)
            for one in self._emergency.people
        )

    def _on_person_picked(self, person: str) -> None:
        self.hide_notice()
        self._person = PersonId(person)
        self.people.show_options(self._options())

    def _on_asked_on(self) -> None:
        words, reason = self.stage.words, self.reason.text().strip()
        if self._person is None:
            self.show_notice(words.text("emergency.whose_missing"))
        elif not reason:
            self.reason.show_error(words.text("emergency.reason_missing"))
            self.reason.setFocus()
        else:
            self.went.emit(self._emergency.begin(self._person, reason))
