"""Putting one backup back: who does it, and where it takes two, who with them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod_desktop.gui.going import going
from coprod_desktop.gui.places import ToOpenWard
from coprod_desktop.gui.progress import ProgressScreen
from coprod_desktop.gui.screen import Action, Frame
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.choice_grid import ChoiceGrid, OptionView
from coprod_desktop.gui.widgets.line_field import LineField
from coprod_desktop.gui.widgets.notice import Notice
from coprod_desktop.gui.widgets.passphrase import PassphraseField
from coprod_desktop.gui.widgets.plain import text_label
from coprod_desktop.gui.widgets.said_line import SaidLine
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.problem import Problem
from coprod_desktop.model.progress import Progress

TAKES_TWO = frozenset({"restore.older", "restore.forked"})
"""What is told when one person alone may not put a backup back."""


@dataclass(frozen=True, slots=True)
class WhoPutsBack:
    """Everybody's names and secrets, as they were given."""

    person: PersonId
    secret: str
    second: str = ""
    """The name of the second person; empty where there is none."""
    second_secret: str = ""


@dataclass(frozen=True, slots=True)
class OneBackup:
    """The backup, who may open it, and how it is put back."""

    name: str
    people: Sequence[OptionView]
    back: object
    check: Callable[[PersonId, str], None]
    """Tries a passphrase. Slow; raises Problem, and nothing was changed."""
    close_ward: Callable[[], None]
    """Saves, and closes the ward where one is open. Raises Problem."""
    put_back: Callable[[WhoPutsBack, Progress], tuple[int, Path | None]]
    """Returns how many entries came back, and where what was here is kept. Slow;
    raises Problem, and nothing was changed."""


class PutBackOneScreen(ProgressScreen):
    """Says what will happen before anything does, and what came of it after."""

    def __init__(self, stage: Stage, one: OneBackup) -> None:
        words = stage.words
        super().__init__(
            stage,
            Frame(
                words.text("put_back_one.title"),
                "undo",
                one.back,
                Action(words.text("put_back_one.go"), "undo", self._on_go_asked),
                help=one.name,
            ),
        )
        self._one = one
        self._is_over = self._has_closed = False
        only = one.people[0].id if len(one.people) == 1 else ""
        self._person = PersonId(only)
        for key, picture in (("instead", "change"), ("kept", "safe"), ("told", "eye")):
            line = SaidLine(stage, words.text(f"put_back_one.{key}"), picture)
            self.body.addWidget(line)
        who = words.text("put_back_one.who")
        self.people = ChoiceGrid(stage, self._options(), who, columns=3)
        self.people.picked.connect(self._on_person_picked)
        self.body.addWidget(text_label(who, "strong"))
        self.people.keep_places()
        self.body.addWidget(self.people)
        label = words.text("put_back_one.passphrase")
        self.passphrase = PassphraseField(stage, label)
        self.passphrase.entered.connect(self._on_go_asked)
        self.body.addWidget(self.passphrase)
        self._build_second(stage)
        self.body.addStretch(1)

    def left(self) -> None:
        """Leave no passphrase behind."""
        self.passphrase.clear()
        self.second_secret.clear()

    def go_back(self) -> None:
        """Go back to the list; to the ward's door where the ward was closed."""
        if self._has_closed and not self.is_waiting:
            self.went.emit(ToOpenWard())
        else:
            super().go_back()

    def _build_second(self, stage: Stage) -> None:
        words = stage.words
        self.second = QWidget()
        column = QVBoxLayout(self.second)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(stage.look.below_px())
        self.second_name = LineField(words.text("put_back_one.second"))
        secret = words.text("put_back_one.second_secret")
        self.second_secret = PassphraseField(stage, secret)
        self.second_secret.entered.connect(self._on_go_asked)
        column.addWidget(self.second_name)
        column.addWidget(self.second_secret)
        self.body.addWidget(self.second)
        self.second.hide()

    def _options(self) -> tuple[OptionView, ...]:
        return tuple(
            one._replace(is_picked=one.id == self._person) for one in self._one.people
        )

    def _on_person_picked(self, person: str) -> None:
        self.hide_notice()
        self._person = PersonId(person)
        self.people.show_options(self._options())
        self.passphrase.setFocus()

    def _on_go_asked(self) -> None:
        words, person, secret = self.stage.words, self._person, self.passphrase.text()
        if self._is_over:
            self.went.emit(ToOpenWard())
        elif not person:
            self.show_notice(words.text("open_ward.name_missing"))
        elif not secret:
            self._refuse(words.text("open_ward.passphrase_missing"))
        else:
            self.passphrase.show_error("")
            self.wait_for(
                words.text("put_back_one.checking"),
                lambda: self._one.check(person, secret),
                lambda _: self._put_back(),
                lambda problem: self._refuse(self.sentence(problem)),
            )

    def _refuse(self, sentence: str) -> None:
        self.passphrase.show_error(sentence)
        self.passphrase.setFocus()
        self.bring_into_view(self.passphrase.field.box)

    def _put_back(self) -> None:
        try:
            self._one.close_ward()
        except Problem as problem:
            self.show_problem(problem)
            return
        self._has_closed = True
        second = self.second_name.text() if self.second.isVisible() else ""
        who = WhoPutsBack(
            self._person, self.passphrase.text(), second, self.second_secret.text()
        )
        self.wait_long_for(
            "put_back_one.going",
            lambda step: self._one.put_back(who, step),
            lambda done: self._show_done(*done),
            self._on_backup_refused,
        )

    def _on_backup_refused(self, problem: Problem) -> None:
        self.show_problem(problem)
        if problem.key in TAKES_TWO:
            self.second.show()
            self.second_name.setFocus()
            self.bring_into_view(self.second)

    def _show_done(self, entries: int, kept: Path | None) -> None:
        words = self.stage.words
        self._is_over = True
        self.left()
        for at in range(self.body.count()):
            item = self.body.itemAt(at)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
        self.people.hide()
        told = words.text("put_back_one.done", entries=entries)
        done = Notice(self.stage, told, "good")
        self.body.insertWidget(0, done)
        if kept is not None:
            place = words.text("put_back_one.kept_in", folder=str(kept))
            self.body.insertWidget(1, SaidLine(self.stage, place, "folder"))
        open_ward = words.text("put_back_one.open")
        self.set_main(Action(open_ward, "unlock", going(self, ToOpenWard())))
        done.show()
        done.setFocus()
