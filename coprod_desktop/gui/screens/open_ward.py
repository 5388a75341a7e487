"""Staff open the ward: their name, then their passphrase."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

from coprod_desktop.gui.backup_places import ToMend, ToPutBack
from coprod_desktop.gui.going import going
from coprod_desktop.gui.lock_places import ToComeIn, ToLocked
from coprod_desktop.gui.other_languages import other_languages
from coprod_desktop.gui.places import ToRecovery, ToWhoIsHere
from coprod_desktop.gui.roles import PICTURES
from coprod_desktop.gui.screen import Action, Frame
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.waiting import WaitingScreen
from coprod_desktop.gui.widgets.choice_grid import ChoiceGrid, OptionView
from coprod_desktop.gui.widgets.notice import Notice
from coprod_desktop.gui.widgets.passphrase import PassphraseField
from coprod_desktop.gui.widgets.plain import text_label
from coprod_desktop.i18n.catalogue import Catalogue
from coprod_desktop.model.people import PersonId, Role
from coprod_desktop.model.problem import Problem

DAMAGED = frozenset(
    {
        "store.database_damaged",
        "store.database_empty",
        "store.database_foreign",
        "store.database_missing",
        "store.database_truncated",
        "store.journal_breaks_off",
        "store.journal_forked",
        "store.record_changed",
    }
)
"""What is told when there are files, and the ward cannot be opened from them."""


class Door(Protocol):
    """Somebody who may open the ward."""

    @property
    def person_id(self) -> PersonId: ...
    @property
    def name(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def role(self) -> Role: ...


class WardDoor(NamedTuple):
    """Who may open the ward, how it is opened, and who takes it over."""

    doors: Sequence[Door]
    open: Callable[[PersonId, str], object]
    """Slow. Raises Problem; then nothing was changed."""
    opened: Callable[[object], None]
    example_passphrase: str = ""
    """Of the made-up ward, which tells it to everybody."""
    has_finished: bool = False
    """Whether somebody has just closed the ward."""
    is_return: bool = False
    """Whether the ward is open and locked, and staff come back to it."""


class OpenWardScreen(WaitingScreen):
    """Holds nobody's name but those of staff who may open the ward."""

    def __init__(self, stage: Stage, door: WardDoor) -> None:
        words = stage.words
        super().__init__(stage, self._frame(words, door))
        self._door = door
        # One person alone need not be chosen.
        only = door.doors[0].person_id if len(door.doors) == 1 else None
        self._person: PersonId | None = only
        if door.has_finished:
            finished = words.text("open_ward.finished")
            self.body.addWidget(Notice(stage, finished, "good"))
        if door.example_passphrase:
            told = words.text("open_ward.example", passphrase=door.example_passphrase)
            self.body.addWidget(Notice(stage, told))
        label = words.text("open_ward.names")
        self.names = ChoiceGrid(stage, self._options(), label, columns=3)
        self.names.picked.connect(self._on_name_picked)
        self.body.addWidget(text_label(label, "strong"))
        self.names.keep_places()
        self.body.addWidget(self.names)
        self.passphrase = PassphraseField(stage, words.text("open_ward.passphrase"))
        self.passphrase.entered.connect(self._on_asked_open)
        self.body.addWidget(self.passphrase)
        self.body.addStretch(1)

    def focus_first(self) -> None:
        """Stand where something is still to do: on the names, or in the field."""
        if self._person is None:
            self.names.buttons()[0].setFocus()
        else:
            self.passphrase.setFocus()

    def left(self) -> None:
        """Leave no passphrase behind."""
        self.passphrase.clear()

    def _frame(self, words: Catalogue, door: WardDoor) -> Frame:
        if door.is_return:
            return Frame(
                words.text("locked.staff_title"),
                "staff",
                back=ToLocked(),
                main=Action(words.text("locked.go_on"), "unlock", self._on_asked_open),
                help=words.text("locked.staff_choose"),
            )
        recover = Action(
            words.text("open_ward.have_code"), None, going(self, ToRecovery())
        )
        return Frame(
            words.text("open_ward.title"),
            "ward",
            main=Action(words.text("open_ward.open"), "unlock", self._on_asked_open),
            outs=(recover, other_languages(self, words)),
            help=words.text("open_ward.help"),
        )

    def _options(self) -> tuple[OptionView, ...]:
        return tuple(
            OptionView(
                one.person_id,
                self._line(one),
                PICTURES[one.role],
                one.person_id == self._person,
            )
            for one in self._door.doors
        )

    def _line(self, door: Door) -> str:
        if not door.title:
            return door.name
        words = self.stage.words
        return words.text("open_ward.staff_line", name=door.name, title=door.title)

    def _on_name_picked(self, person: str) -> None:
        self.hide_notice()
        self._person = PersonId(person)
        self.names.show_options(self._options())
        self.passphrase.setFocus()

    def _on_asked_open(self) -> None:
        words, person = self.stage.words, self._person
        passphrase = self.passphrase.text()
        if person is None:
            self.show_notice(words.text("open_ward.name_missing"))
        elif not passphrase:
            self._say_beside_field(words.text("open_ward.passphrase_missing"))
        else:
            self.wait_for(
                words.text("open_ward.opening"),
                lambda: self._door.open(person, passphrase),
                self._on_ward_opened,
                self._on_passphrase_refused,
            )

    def _on_ward_opened(self, ward: object) -> None:
        self._door.opened(ward)
        self.went.emit(ToComeIn() if self._door.is_return else ToWhoIsHere())

    def _on_passphrase_refused(self, problem: Problem) -> None:
        self._say_beside_field(self.sentence(problem))
        if problem.key in DAMAGED and not self._door.is_return:
            text = self.stage.words.text
            put_back, mend = going(self, ToPutBack()), going(self, ToMend())
            ways = (
                Action(text("trouble.put_back"), "undo", put_back),
                Action(text("backups.mend"), "mend", mend),
            )
            self.set_outs((*self.frame.outs, *ways))

    def _say_beside_field(self, sentence: str) -> None:
        self.passphrase.show_error(sentence)
        self.passphrase.field.box.selectAll()
        self.passphrase.setFocus()
        self.bring_into_view(self.passphrase.field.box)
