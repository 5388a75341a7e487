"""The screens of backups: with a ward open, or from its closed door."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from coprod_desktop.gui import backup_places as to
from coprod_desktop.gui.roles import PICTURES
from coprod_desktop.gui.screens.backups import BackupDesk, BackupNews, BackupsScreen
from coprod_desktop.gui.screens.mend import MendDesk, MendScreen
from coprod_desktop.gui.screens.put_back import BackupChoice, BackupRow, PutBackScreen
from coprod_desktop.gui.screens.put_back_one import (
    OneBackup,
    PutBackOneScreen,
    WhoPutsBack,
)
from coprod_desktop.gui.widgets.choice_grid import OptionView
from coprod_desktop.i18n.dates import long_date
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.problem import Problem
from coprod_desktop.model.progress import Progress
from coprod_desktop.workspace import mending, restoring
from coprod_desktop.workspace.mending import Mend

if TYPE_CHECKING:
    from coprod_desktop.gui.asking import Asking
    from coprod_desktop.gui.screen import Screen
    from coprod_desktop.gui.screens.open_ward import Door
    from coprod_desktop.gui.session import Session
    from coprod_desktop.gui.stage import Stage
    from coprod_desktop.workspace.backups import BackupLine

RESCUED = "rescued-words.json"
"""The name that is offered for what is left of a ward."""


class BackupRoutes:
    """Makes the screens of backups."""

    def __init__(
        self,
        stage: Stage,
        session: Session,
        asking: Asking,
        close_ward: Callable[[], None],
        first_place: Callable[[], object],
    ) -> None:
        self._stage = stage
        self._session = session
        self._asking = asking
        self._close_ward = close_ward
        self._first_place = first_place

    def screen_for(self, place: to.BackupPlace) -> Screen:
        """Make the screen for a place.

        Raises:
            LookupError: It is no place of these.
        """
        match place:
            case to.ToBackups():
                return self._backups()
            case to.ToPutBack():
                return self._put_back()
            case to.ToPutBackOne(folder):
                return self._put_back_one(Path(folder))
            case to.ToMend():
                return self._mend()
        raise LookupError(type(place).__name__)

    def _backups(self) -> Screen:
        backups = self._session.ward.backups
        desk = BackupDesk(
            backups.place,
            backups.is_same_disk,
            self._news,
            self._check_line,
            backups.want_now,
            self._asking.use_folder,
            backups.choose_place,
        )
        return BackupsScreen(self._stage, desk)

    def _news(self) -> BackupNews:
        words = self._stage.words
        if not self._session.has_ward:
            return BackupNews("", "wait")
        state = self._session.ward.backups.state
        if state.is_running:
            percent = _tens(state.done, state.of)
            return BackupNews(words.text("backups.running", percent=percent), "wait")
        if state.newest is None:
            line = words.text("backups.none_yet")
            return BackupNews(line, "warning-calm", state.problem)
        line = words.text(
            "backups.newest",
            day=self._day(state.newest.at),
            time=_time(state.newest.at),
            entries=state.newest.head,
        )
        return BackupNews(line, "saved", state.problem)

    def _check_line(self) -> str:
        """Return how far the record is read over; empty where something was found."""
        noticed, text = self._session.noticed, self._stage.words.text
        if noticed is None:
            return ""
        state = noticed.check.state
        if state.is_well:
            return text("backups.record_well", entries=state.of)
        if state.is_over:
            return ""
        return text("backups.record_read", percent=_tens(state.done, state.of))

    # --- Putting one back -----------------------------------------------------------

    def _put_back(self, problem: Problem | None = None) -> Screen:
        rows: tuple[BackupRow, ...] = ()
        if self._session.has_ward and self._session.ward.backups.place is not None:
            try:
                rows = tuple(map(self._row, self._session.ward.backups.lines()))
            except Problem as told:
                problem = told
        choice = BackupChoice(
            rows,
            problem,
            self._back(),
            self._asking.use_folder,
            self._look_in,
            self._session.ward.backups.check if self._session.has_ward else None,
        )
        return PutBackScreen(self._stage, choice)

    def _put_back_one(self, folder: Path) -> Screen:
        try:
            keyring = restoring.keyring_in(folder)
        except Problem as problem:
            return self._put_back(problem)
        people = self._people(keyring.doors)
        name = self._name(restoring.number_in(folder))

        def check(person: PersonId, secret: str) -> None:
            restoring.check_hand(folder, restoring.Hand(person, secret))

        def put_back(who: WhoPutsBack, step: Progress) -> tuple[int, Path | None]:
            second = None
            if who.second:
                second = restoring.SecondHand(who.second, who.second_secret)
            hand = restoring.Hand(who.person, who.secret)
            doorway = self._session.doorway
            done = restoring.put_back(folder, doorway, hand, second, step)
            return done.head, done.kept

        one = OneBackup(name, people, to.ToPutBack(), check, self._close, put_back)
        return PutBackOneScreen(self._stage, one)

    def _mend(self) -> Screen:
        doorway, text = self._session.doorway, self._stage.words.text

        def run(
            what: Mend,
            person: PersonId,
            secret: str,
            file: Path | None,
            step: Progress,
        ) -> tuple[str, ...]:
            hand = restoring.Hand(person, secret)
            if file is None:
                told = mending.mend(doorway, what, hand, step)
            else:
                told = mending.save_what_is_left(doorway, hand, file, step)
            return tuple(text(one.key, **one.named) for one in told)

        def ask_file(screen: Screen, title: str, then: Callable[[Path], None]) -> None:
            self._asking.save_somewhere(screen, title, RESCUED, then)

        people = self._people(doorway.keyring().doors)
        desk = MendDesk(people, self._back(), self._close, run, ask_file)
        return MendScreen(self._stage, desk)

    def _people(self, doors: Iterable[Door]) -> tuple[OptionView, ...]:
        return tuple(
            OptionView(one.person_id, one.name, PICTURES[one.role]) for one in doors
        )

    def _close(self) -> None:
        if self._session.has_ward:
            self._close_ward()

    def _back(self) -> object:
        return to.ToBackups() if self._session.has_ward else self._first_place()

    def _look_in(self, folder: Path) -> tuple[BackupRow, ...]:
        return tuple(
            BackupRow(path, self._name(number))
            for number, path in restoring.backups_named_in(folder)
        )

    def _row(self, line: BackupLine) -> BackupRow:
        words = self._stage.words
        name = words.text(
            "put_back.name_and_day",
            number=line.number,
            day=self._day(line.at),
            time=_time(line.at),
        )
        about = words.text("put_back.entries", entries=line.head)
        return BackupRow(line.folder, name, about)

    def _name(self, number: int) -> str:
        return self._stage.words.text("put_back.name", number=number)

    def _day(self, at: datetime) -> str:
        return long_date(at.astimezone().date(), self._stage.words.language)


def _time(at: datetime) -> str:
    return at.astimezone().strftime("%H:%M")


def _tens(done: int, of: int) -> int:
    """Return how much is done in per cent, by tens: each change is read aloud."""
    return 10 * (10 * done // max(1, of))
