"""Where staff see to who opens the ward."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod_desktop.gui import staff_places as to
from coprod_desktop.gui.backup_places import ToBackups
from coprod_desktop.gui.own_places import ToCheckPaper
from coprod_desktop.gui.roles import PICTURES, name_and_work
from coprod_desktop.gui.screens.add_opener import AddOpenerScreen
from coprod_desktop.gui.screens.change_passphrase import ChangePassphraseScreen
from coprod_desktop.gui.screens.close_door import CloseDoorScreen
from coprod_desktop.gui.screens.idle_minutes import IdleMinutes, IdleMinutesScreen
from coprod_desktop.gui.screens.let_open import LetOpenScreen
from coprod_desktop.gui.screens.openers import OpenersScreen, OpenerView
from coprod_desktop.gui.screens.pin_length import PinLength, PinLengthScreen
from coprod_desktop.gui.screens.staff import StaffScreen, StaffTask
from coprod_desktop.gui.voice_places import ToEmergency
from coprod_desktop.gui.widgets.tile import TileView
from coprod_desktop.gui.word_places import ToWardWords, WordPlace
from coprod_desktop.model.people import PersonId
from coprod_desktop.workspace.settings import (
    FEWEST_IDLE_MINUTES,
    IDLE_MINUTES,
    MOST_IDLE_MINUTES,
    PIN_FIGURES,
)

if TYPE_CHECKING:
    from coprod_desktop.gui.screen import Screen
    from coprod_desktop.gui.session import Session
    from coprod_desktop.gui.stage import Stage
    from coprod_desktop.workspace.staff import Member
    from coprod_desktop.workspace.ward import Ward


class StaffRoutes:
    """Makes the screens of staff."""

    def __init__(self, stage: Stage, session: Session) -> None:
        self._stage = stage
        self._session = session

    def screen_for(self, place: object) -> Screen:
        """Make the screen for a place.

        Raises:
            LookupError: It is no place of staff.
            Problem: The keyring or the store is damaged.
        """
        match place:
            case to.ToStaff():
                return self._staff()
            case to.ToOpeners():
                return self._openers()
            case to.ToAddOpener():
                return AddOpenerScreen(self._stage, self._ward.staff.add)
            case to.ToCloseDoor(person):
                return self._close_door(person)
            case to.ToChangePassphrase(person):
                return self._change_passphrase(person)
            case to.ToIdleMinutes():
                return self._idle_minutes()
            case to.ToPinLength():
                return self._pin_length()
            case to.ToLetStaff(person):
                return self._let_staff(person)
            case WordPlace():
                from coprod_desktop.gui.word_routes import WordRoutes  # noqa: PLC0415

                return WordRoutes(self._stage, self._session).screen_for(place)
        raise LookupError(type(place).__name__)

    @property
    def _ward(self) -> Ward:
        return self._session.ward

    def _staff(self) -> Screen:
        text = self._stage.words.text
        tasks = tuple(
            StaffTask(
                TileView(
                    text(f"staff.{key}"), text(f"staff.{says}_says"), picture=picture
                ),
                place,
            )
            for key, says, picture, place in (
                ("openers", "openers", "unlock", to.ToOpeners()),
                ("named", "named", "people", to.ToNamedPeople()),
                ("pin", "pin", "code", to.ToPinLength()),
                ("idle", "idle", "clock", to.ToIdleMinutes()),
                ("emergency", "emergency", "crisis", ToEmergency()),
                ("words", "words", "read", ToWardWords()),
                ("backups", self._how_backups_stand(), "safe", ToBackups()),
            )
        )
        title, says = text("check_paper.title"), text("check_paper.help")
        check = StaffTask(TileView(title, says, picture="search"), ToCheckPaper())
        from coprod_desktop.gui.print_panel import all_under_way  # noqa: PLC0415

        # What waits at the printer has no name here (decision 029).
        papers = all_under_way(self._stage)
        return StaffScreen(self._stage, (*tasks, check), papers)

    def _how_backups_stand(self) -> str:
        """Return which sentence stands under Backups: first what is to be done."""
        backups = self._ward.backups
        if backups.place is None:
            return "backups_nowhere"
        return "backups" if backups.state.problem is None else "backups_failed"

    def _idle_minutes(self) -> Screen:
        ward = self._ward

        def keep(minutes: int) -> None:
            if minutes != ward.idle_minutes:
                ward.set_setting(IDLE_MINUTES, str(minutes))

        choices = tuple(range(FEWEST_IDLE_MINUTES, MOST_IDLE_MINUTES + 1))
        minutes = IdleMinutes(ward.idle_minutes, choices, keep)
        return IdleMinutesScreen(self._stage, minutes)

    def _pin_length(self) -> Screen:
        ward = self._ward

        def keep(figures: int) -> None:
            if figures != ward.voices.pin_figures:
                ward.set_setting(PIN_FIGURES, str(figures))

        length = PinLength(ward.voices.pin_figures, keep)
        return PinLengthScreen(self._stage, length)

    # --- Who opens the ward ---------------------------------------------------------

    def _openers(self) -> Screen:
        members = self._ward.staff.members()
        can_open = [one for one in members if one.can_open]
        views = tuple(self._view(one, len(can_open)) for one in members)
        return OpenersScreen(self._stage, views)

    def _view(self, member: Member, doors: int) -> OpenerView:
        person = member.person
        is_opener = person == self._ward.opened_by
        state = "can"
        ways: list[tuple[str, object]] = [
            ("openers.change", to.ToChangePassphrase(person.id))
        ]
        if member.has_left:
            state, ways = "left", []
        elif is_opener:
            state = "here"
        elif not member.can_open:
            state, ways = "cannot", [("openers.let", to.ToLetStaff(person.id))]
        if not is_opener and not member.has_left and doors:
            ways.append(("openers.close", to.ToCloseDoor(person.id)))
        return OpenerView(
            name_and_work(self._stage.words, person),
            person.name,
            self._stage.words.text(f"openers.state_{state}"),
            PICTURES[person.role],
            tuple(ways),
        )

    def _close_door(self, person: PersonId) -> Screen:
        staff, name = self._ward.staff, self._ward.people[person].name
        return CloseDoorScreen(self._stage, name, lambda: staff.remove(person))

    def _change_passphrase(self, person: PersonId) -> Screen:
        staff, name = self._ward.staff, self._ward.people[person].name
        return ChangePassphraseScreen(
            self._stage,
            name,
            lambda old, new: staff.change_passphrase(person, old, new),
        )

    def _let_staff(self, person: PersonId) -> Screen:
        staff, name = self._ward.staff, self._ward.people[person].name
        return LetOpenScreen(
            self._stage,
            name,
            lambda passphrase: staff.let_open(person, passphrase),
            to.ToOpeners(),
        )
