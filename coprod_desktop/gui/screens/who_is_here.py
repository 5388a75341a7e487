"""Who is here: the patient whom it is about, and everybody in the room."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from coprod_desktop.gui.gathering import Gathering
from coprod_desktop.gui.other_languages import other_languages
from coprod_desktop.gui.places import ToAddPerson
from coprod_desktop.gui.roles import person_option
from coprod_desktop.gui.screen import Action, Frame, Screen
from coprod_desktop.gui.signed_in import VoiceLine
from coprod_desktop.gui.signed_in_list import (
    CHOOSE,
    SIGN_IN,
    SIGN_OUT,
    SignedInList,
)
from coprod_desktop.gui.staff_places import ToStaff
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.voice_places import ToChooseSignIn, ToSignInFirst
from coprod_desktop.gui.widgets.big_button import BigButton
from coprod_desktop.gui.widgets.choice_grid import ChoiceGrid, OptionView
from coprod_desktop.gui.widgets.heading import Heading
from coprod_desktop.gui.widgets.status_line import StatusLine
from coprod_desktop.gui.widgets.wrap_layout import WrapLayout
from coprod_desktop.model.people import People, PersonId, Role
from coprod_desktop.model.problem import Problem


@dataclass(frozen=True, slots=True)
class Room:
    """Who could be here, and who was ticked before."""

    people: People
    gathering: Gathering
    keep: Callable[[Gathering], None]
    """Remembers who is ticked, also while somebody is added."""
    sit_down: Callable[[], object]
    """Begins with the people who were kept; returns the place. Raises Problem."""
    voice_line: Callable[[PersonId], VoiceLine | None]
    """How it stands with somebody's sign-in; None for nothing to say."""
    put_off: Callable[[PersonId], None]
    """Asks somebody no more whether they want a sign-in."""
    sign_out: Callable[[PersonId], None]
    told: str = ""
    """What the screen begins by saying."""


class WhoIsHereScreen(Screen):
    """The patient is chosen, everybody who is in the room is ticked."""

    def __init__(self, stage: Stage, room: Room) -> None:
        words = stage.words
        frame = Frame(
            words.text("who_is_here.title"),
            "people",
            main=Action(words.text("who_is_here.go_on"), "next", self._on_asked_on),
            outs=(
                Action(words.text("who_is_here.staff"), None, self._go_to_staff),
                other_languages(self, words),
            ),
            help=words.text("who_is_here.help"),
        )
        super().__init__(stage, frame)
        self._room = room
        self._gathering = room.gathering
        self.patients = ChoiceGrid(
            stage, self._patients(), words.text("who_is_here.patient"), columns=4
        )
        self.here = ChoiceGrid(
            stage, self._here(), words.text("who_is_here.here"), many=True, columns=4
        )
        self.status = StatusLine(stage)
        self.voices = SignedInList(stage)
        self.voices.asked.connect(self._on_voice_asked)
        self._here_heading = Heading(words.text("who_is_here.here"), level=2)
        self.patients.picked.connect(self._on_patient_picked)
        self.here.picked.connect(self._on_person_picked)
        self._lay_out()
        self._show_gathering()

    def focus_first(self) -> None:
        """Stand on what is to be said, else on the patients."""
        if self._room.told:
            self.show_notice(self._room.told)
        else:
            super().focus_first()

    def _lay_out(self) -> None:
        words = self.stage.words
        patient = Heading(words.text("who_is_here.patient"), level=2)
        add_patient = self._adding("who_is_here.add_patient", Role.PATIENT)
        self.body.addLayout(_both_ends(patient, add_patient))
        if not self._patients():
            self.status.show_status(words.text("who_is_here.no_patients"), "idea")
        self.patients.keep_places()
        self.body.addWidget(self.patients)
        self.body.addWidget(self._here_heading)
        self.body.addWidget(self.here)
        self.body.addWidget(self.status)
        self.body.addWidget(self.voices)
        self._others = _row(
            self._adding("who_is_here.add_staff", Role.NURSE),
            self._adding("who_is_here.add_beside", Role.PARTNER_IN_CARE),
        )
        self.body.addWidget(self._others)
        self.body.addStretch(1)

    def _adding(self, key: str, role: Role) -> BigButton:
        return BigButton(
            self.stage,
            self.stage.words.text(key),
            "add",
            run=lambda: self.went.emit(ToAddPerson(role)),
        )

    def _patients(self) -> tuple[OptionView, ...]:
        chosen = self._gathering.patient
        return tuple(
            person_option(self.stage.words, one, is_picked=one.id == chosen)
            for one in self._room.people.of(Role.PATIENT)
        )

    def _here(self) -> tuple[OptionView, ...]:
        patient = self._gathering.patient
        if patient is None:
            return ()
        people = self._room.people
        everyone = (people[patient], *people.beside(patient), *people.staff)
        return tuple(
            person_option(
                self.stage.words, one, is_picked=one.id in self._gathering.here
            )
            for one in everyone
        )

    def _on_patient_picked(self, patient: str) -> None:
        people = self._room.people
        self._take(self._gathering.about(PersonId(patient), people))

    def _on_person_picked(self, person: str) -> None:
        self._take(self._gathering.turned(PersonId(person)))

    def _take(self, gathering: Gathering) -> None:
        self.hide_notice()
        self._gathering = gathering
        self._room.keep(gathering)
        self._show_gathering()

    def _show_gathering(self) -> None:
        patient = self._gathering.patient
        self.patients.show_options(self._patients())
        self.here.show_options(self._here())
        for part in (self._here_heading, self.here, self._others):
            part.setVisible(patient is not None)
        self._show_voices()
        if patient is None:
            return
        name = self._room.people[patient].name
        is_here = self._gathering.is_patient_here
        key = "patient_present" if is_here else "patient_away"
        picture = "together" if is_here else "private"
        words = self.stage.words.text(f"who_is_here.{key}", name=name)
        self.status.show_status(words, picture)

    def _show_voices(self) -> None:
        found = (self._room.voice_line(one) for one in self._gathering.here)
        self.voices.show_lines(tuple(one for one in found if one is not None))

    def _on_voice_asked(self, person: str, what: str) -> None:
        who = PersonId(person)
        if what == SIGN_IN:
            self.went.emit(ToSignInFirst(who))
        elif what == CHOOSE:
            self.went.emit(ToChooseSignIn(who))
        elif what == SIGN_OUT:
            self._room.sign_out(who)
        else:
            self._room.put_off(who)
        self._show_voices()

    def _go_to_staff(self) -> None:
        self.went.emit(ToStaff())

    def _on_asked_on(self) -> None:
        words = self.stage.words
        if self._gathering.patient is None:
            self.show_notice(words.text("who_is_here.patient_missing"))
        elif not self._gathering.here:
            self.show_notice(words.text("who_is_here.nobody_here"))
        else:
            self._sit_down()

    def _sit_down(self) -> None:
        try:
            place = self._room.sit_down()
        except Problem as problem:
            self.show_problem(problem)
            return
        self.went.emit(place)


def _both_ends(leading: QWidget, trailing: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(leading, 1, Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(trailing)
    return row


def _row(*buttons: BigButton) -> QWidget:
    row = QWidget()
    wrapped = WrapLayout(row)
    for button in buttons:
        wrapped.addWidget(button)
    return row
