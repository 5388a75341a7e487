"""From a place to its screen, with what that screen needs of the open ward."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from coprod_desktop.gui import places as to
from coprod_desktop.gui import reading_places as reading
from coprod_desktop.gui.asking import Asking
from coprod_desktop.gui.backup_places import BackupPlace
from coprod_desktop.gui.form_language import follow
from coprod_desktop.gui.lock_places import ToStillThere
from coprod_desktop.gui.own_places import OwnPlace
from coprod_desktop.gui.session import Session
from coprod_desktop.gui.stage import Stage
from coprod_desktop.model.people import PersonId, Role
from coprod_desktop.model.problem import Problem

if TYPE_CHECKING:
    from coprod_desktop.gui.hard_words import Below
    from coprod_desktop.gui.rooms import Rooms
    from coprod_desktop.gui.screen import Screen
    from coprod_desktop.gui.set_up import ToSetUpStep
    from coprod_desktop.gui.set_up_routes import SetUpRoutes
    from coprod_desktop.workspace.ward import Ward

# Screens and what they need are loaded when they are first wanted.
# ruff: noqa: PLC0415


class ToLetOpen(to.Place):
    """A member of staff who was just added chooses a passphrase."""

    __slots__ = ("person",)

    def __init__(self, person: PersonId) -> None:
        self.person = person


class ToTextSize(to.BesidePlace):
    """Choose how one likes to read."""

    __slots__ = ()


_OF_READING = (ToTextSize, to.ToOneSwitch, *reading.PLACES)


class Routes:
    """Makes the screen for a place. Screens are loaded when they are first wanted."""

    def __init__(
        self,
        stage: Stage,
        session: Session,
        asking: Asking,
        example_passphrase: str = "",
    ) -> None:
        """Make screens for one window.

        ``example_passphrase`` opens the made-up ward and is shown; empty otherwise.
        """
        self.session = session
        self._stage = stage
        self._asking = asking
        self._example_passphrase = example_passphrase
        self._has_finished = False
        self._set_up: SetUpRoutes | None = None
        self._rooms: Rooms | None = None
        self.below: Below = str
        self._makers: dict[type, Callable[[Any], Screen]] = {
            to.ToSetUp: self._set_up_welcome,
            to.ToOpenWard: self._open_ward,
            to.ToRecovery: self._recovery,
            to.ToWhoIsHere: self._who_is_here,
            to.ToAddPerson: self._add_person,
            to.ToHome: self._home,
            to.ToForm: self._form,
            to.ToHelp: self._help,
            **dict.fromkeys(_OF_READING, self._reading),
            ToLetOpen: self._let_open,
            ToStillThere: self._still_there,
        }

    def first_place(self) -> object:
        """Return where the program begins: by what lies in the ward's folder."""
        is_new = self.session.doorway.state() == "empty"
        return to.ToSetUp() if is_new else to.ToOpenWard()

    def screen_for(self, place: object) -> Screen:
        """Make the screen for a place.

        Raises:
            Problem: What the screen shows cannot be opened; nothing was changed.
        """
        if self.session.is_locked and not isinstance(place, to.BesidePlace):
            self.rooms.end_errand()
            return self._of_lock(place)
        if not isinstance(place, to.BesidePlace):
            follow(self.session, self._stage.tongue)
        if isinstance(place, BackupPlace):
            return self._of_backups(place)
        if isinstance(place, OwnPlace):
            return self._of_own(place)
        make = self._makers.get(type(place))
        return make(place) if make else self._of_room(place)

    def bar_title(self, place: object) -> str:
        """Return the words at the leading end of the top bar."""
        words, session = self._stage.words, self.session
        if session.is_locked:
            return words.text("app.name")
        if session.opened is not None:
            return session.opened.document.words.title
        if session.has_sitting and isinstance(place, to.ToHome):
            sitting = session.sitting
            key = "home.greeting" if sitting.is_patient_here else "home.looking"
            return words.text(key, name=sitting.patient.name)
        return session.ward.name if session.has_ward else words.text("app.name")

    def close_ward(self) -> None:
        """Save, close the ward and forget everybody.

        Raises:
            Problem: Words could not be saved; everything stays open.
        """
        self.session.close_ward()
        self._set_up = self._rooms = None
        self._has_finished = True

    def people_name(self, person: str) -> str:
        """Return how somebody likes to be called; empty where nobody is known."""
        if not self.session.has_ward:
            return ""
        found = self.session.ward.people.get(PersonId(person))
        return found.name if found else ""

    def _of_lock(self, place: object) -> Screen:
        from coprod_desktop.gui.lock_routes import LockRoutes

        return LockRoutes(
            self._stage, self.session, self._example_passphrase
        ).screen_for(place)

    def alone(self, person: PersonId) -> object:
        """Return where somebody begins who came in by their own sign-in."""
        return self.rooms.voices.place_alone(person)

    @property
    def rooms(self) -> Rooms:
        """The rooms beside the forms, as long as the ward is open."""
        from coprod_desktop.gui.rooms import Rooms

        if self._rooms is None:
            is_example = bool(self._example_passphrase)
            self._rooms = Rooms(self._stage, self.session, is_example=is_example)
        return self._rooms

    def _set_up_welcome(self, _: to.ToSetUp) -> Screen:
        from coprod_desktop.gui.set_up import SetUpStep, ToSetUpStep

        # From now on each step has a place of its own.
        self._makers[ToSetUpStep] = self._set_up_step
        return self._set_up_step(ToSetUpStep(SetUpStep.WELCOME))

    def _set_up_step(self, place: ToSetUpStep) -> Screen:
        from coprod_desktop.gui.set_up_routes import SetUpRoutes

        if self._set_up is None:
            doorway, take_ward = self.session.doorway, self.session.take_ward
            self._set_up = SetUpRoutes(self._stage, self._asking, doorway, take_ward)
        return self._set_up.screen_for(place)

    def _open_ward(self, _: to.ToOpenWard) -> Screen:
        from coprod_desktop.gui.screens.open_ward import OpenWardScreen, WardDoor

        doorway = self.session.doorway
        try:
            keyring = doorway.keyring()
        except Problem as problem:
            from coprod_desktop.gui.screens.trouble import TroubleScreen

            return TroubleScreen(self._stage, problem, doorway.folder)
        has_finished, self._has_finished = self._has_finished, False
        door = WardDoor(
            keyring.doors,
            doorway.open,
            self._take_ward,
            self._example_passphrase,
            has_finished,
        )
        screen = OpenWardScreen(self._stage, door)
        if self.session.not_tidied is not None:
            screen.say_first(self._stage.words.explain(self.session.not_tidied))
        return screen

    def _recovery(self, _: to.ToRecovery) -> Screen:
        from coprod_desktop.gui.screens.recovery import RecoveryScreen

        doorway = self.session.doorway
        return RecoveryScreen(self._stage, doorway.open_with_code, self._take_ward)

    def _take_ward(self, ward: object) -> None:
        self.session.take_ward(cast("Ward", ward))

    def _who_is_here(self, _: to.ToWhoIsHere) -> Screen:
        return self.rooms.news_of_opening() or self.rooms.who_is_here()

    def _add_person(self, place: to.ToAddPerson) -> Screen:
        # Not at the top: the first screen of all does without it.
        from coprod_desktop.gui.roles import BESIDE
        from coprod_desktop.gui.screens.add_person import (
            Adding,
            AddPersonScreen,
            roles_beside,
        )

        roles = roles_beside(place.role)
        patient = self.session.gathering.patient if roles == BESIDE else None

        def add(name: str, role: Role, title: str) -> object:
            person = self.session.ward.add_person(name, role, title, patient)
            self.session.take_person(person)
            return ToLetOpen(person.id) if person.is_staff else to.ToWhoIsHere()

        beside = self.people_name(patient) if patient else ""
        return AddPersonScreen(self._stage, Adding(roles, beside, add))

    def _let_open(self, place: ToLetOpen) -> Screen:
        from coprod_desktop.gui.screens.let_open import LetOpenScreen

        ward, person = self.session.ward, place.person
        name = ward.people[person].name
        return LetOpenScreen(self._stage, name, partial(ward.let_open, person))

    def _help(self, _: to.ToHelp) -> Screen:
        from coprod_desktop.gui.help_routes import help_screen

        return help_screen(self._stage, self.session, self.below())

    def _reading(self, place: object) -> Screen:
        from coprod_desktop.gui.reading_routes import ReadingRoutes

        return ReadingRoutes(
            *(self._stage, self.session, self._asking),
            ToTextSize(),
        ).screen_for(place)

    def _still_there(self, _: ToStillThere) -> Screen:
        from coprod_desktop.gui.idle import WARNING_S
        from coprod_desktop.gui.screens.still_there import StillThereScreen

        return StillThereScreen(self._stage, round(WARNING_S))

    def _home(self, _: to.ToHome) -> Screen:
        from coprod_desktop.gui.own_tiles import own_tiles
        from coprod_desktop.gui.screens.home import HomeScreen

        session = self.session
        session.leave_form()
        today, is_alone = self._stage.clock().date(), bool(session.alone)
        own = own_tiles(self._stage.words, session, today)
        return HomeScreen(self._stage, session.sitting, own, is_alone=is_alone)

    def _form(self, place: to.ToForm) -> Screen:
        """Open a form where the person was, or at its parts."""
        opened = self.session.open_form(place.template)
        question = opened.document.place
        if question:
            return self.screen_for(to.ToQuestion(question))
        if opened.document.form.template.has_short:
            return self.screen_for(to.ToPick())
        return self.screen_for(to.ToParts())

    def _of_backups(self, place: BackupPlace) -> Screen:
        from coprod_desktop.gui.backup_routes import BackupRoutes

        return BackupRoutes(
            self._stage, self.session, self._asking, self.close_ward, self.first_place
        ).screen_for(place)

    def _of_room(self, place: object) -> Screen:
        """Make a screen of signing in or of staff, else of the open form."""
        return self.rooms.screen_for(place) or self._of_form(place)

    def _of_own(self, place: OwnPlace) -> Screen:
        from coprod_desktop.gui.own_routes import OwnRoutes

        return OwnRoutes(self._stage, self.session, self._asking).screen_for(place)

    def _of_form(self, place: object) -> Screen:
        from coprod_desktop.gui.form_routes import form_screen

        opened = self.session.opened
        if opened is None:
            raise LookupError("no form is open")
        return form_screen(self._stage, opened, self._asking, place)
