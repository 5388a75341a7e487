"""Checking the ward's files, making one anew, or saving what is left of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from coprod_desktop.gui.places import ToOpenWard
from coprod_desktop.gui.progress import ProgressScreen
from coprod_desktop.gui.screen import Action, Frame, Screen
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.choice_grid import ChoiceGrid, OptionView
from coprod_desktop.gui.widgets.notice import Notice
from coprod_desktop.gui.widgets.passphrase import PassphraseField
from coprod_desktop.gui.widgets.plain import discard, text_label
from coprod_desktop.gui.widgets.said_line import SaidLine
from coprod_desktop.gui.widgets.status_line import StatusLine
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.problem import Problem
from coprod_desktop.model.progress import Progress
from coprod_desktop.workspace.mending import Mend

PICTURES = {
    Mend.CHECK: "search",
    Mend.LISTS: "list",
    Mend.DATABASE: "mend",
    Mend.JOURNAL: "write",
    Mend.RESCUE: "export",
}


@dataclass(frozen=True, slots=True)
class MendDesk:
    """Who may do it, and how each thing is done."""

    people: Sequence[OptionView]
    back: object
    close_ward: Callable[[], None]
    """Saves, and closes the ward where one is open. Raises Problem."""
    run: Callable[[Mend, PersonId, str, Path | None, Progress], Sequence[str]]
    """Does one thing, and returns what came of it in words. Slow; raises Problem."""
    ask_file: Callable[[Screen, str, Callable[[Path], None]], None]
    """Asks where what is left is saved, and goes on with it."""


class MendScreen(ProgressScreen):
    """What is done is chosen first, and said in words before anything happens."""

    def __init__(self, stage: Stage, desk: MendDesk) -> None:
        words = stage.words
        super().__init__(
            stage,
            Frame(
                words.text("mend.title"),
                "mend",
                desk.back,
                Action(words.text("mend.go"), "next", self._on_go_asked),
                help=words.text("mend.help"),
            ),
        )
        self._desk = desk
        self._what = Mend.CHECK
        self._has_closed = False
        only = desk.people[0].id if len(desk.people) == 1 else ""
        self._person = PersonId(only)
        self._told: list[Notice] = []
        what = words.text("mend.what")
        self.acts = ChoiceGrid(stage, self._acts(), what, columns=3)
        self.acts.picked.connect(self._on_act_picked)
        self.says = StatusLine(stage, role="body")
        who = words.text("put_back_one.who")
        self.people = ChoiceGrid(stage, self._people(), who, columns=3)
        self.people.picked.connect(self._on_person_picked)
        self.passphrase = PassphraseField(stage, words.text("open_ward.passphrase"))
        self.passphrase.entered.connect(self._on_go_asked)
        self.body.addWidget(text_label(what, "strong"))
        self.body.addWidget(self.acts)
        self.body.addWidget(self.says)
        self.body.addWidget(text_label(who, "strong"))
        self.people.keep_places()
        self.body.addWidget(self.people)
        self.body.addWidget(self.passphrase)
        self.body.addWidget(SaidLine(stage, words.text("mend.closes"), "lock"))
        self.body.addStretch(1)
        self._show_what()

    def left(self) -> None:
        """Leave no passphrase behind."""
        self.passphrase.clear()

    def go_back(self) -> None:
        """Go back; to the ward's door where the ward was closed for this."""
        if self._has_closed and not self.is_waiting:
            self.went.emit(ToOpenWard())
        else:
            super().go_back()

    def _acts(self) -> tuple[OptionView, ...]:
        text = self.stage.words.text
        return tuple(
            OptionView(one, text(f"mend.{one.value}"), PICTURES[one], one is self._what)
            for one in Mend
        )

    def _people(self) -> tuple[OptionView, ...]:
        return tuple(
            one._replace(is_picked=one.id == self._person) for one in self._desk.people
        )

    def _show_what(self) -> None:
        self.acts.show_options(self._acts())
        said = self.stage.words.text(f"mend.{self._what.value}_says")
        self.says.show_status(said, "idea")

    def _on_act_picked(self, what: str) -> None:
        self._what = Mend(what)
        self._show_what()

    def _on_person_picked(self, person: str) -> None:
        self.hide_notice()
        self._person = PersonId(person)
        self.people.show_options(self._people())
        self.passphrase.setFocus()

    def _on_go_asked(self) -> None:
        words, secret = self.stage.words, self.passphrase.text()
        self._forget_told()
        if not self._person:
            self.show_notice(words.text("open_ward.name_missing"))
        elif not secret:
            self._refuse(words.text("open_ward.passphrase_missing"))
        else:
            self._ask_and_begin()

    def _ask_and_begin(self) -> None:
        if self._what is Mend.RESCUE:
            title = self.stage.words.text("mend.save_title")
            self._desk.ask_file(self, title, self._begin)
        else:
            self._begin()

    def _begin(self, file: Path | None = None) -> None:
        what, person, secret = self._what, self._person, self.passphrase.text()
        try:
            self._desk.close_ward()
        except Problem as problem:
            self.show_problem(problem)
            return
        self._has_closed = True
        self.passphrase.show_error("")
        self.wait_long_for(
            "mend.going",
            lambda step: self._desk.run(what, person, secret, file, step),
            self._tell,
            lambda problem: self._refuse(self.sentence(problem)),
        )

    def _refuse(self, sentence: str) -> None:
        self.passphrase.show_error(sentence)
        self.passphrase.setFocus()
        self.bring_into_view(self.passphrase.field.box)

    def _tell(self, sentences: Sequence[str]) -> None:
        self.left()
        for sentence in reversed(sentences):
            told = Notice(self.stage, sentence)
            self.body.insertWidget(0, told)
            self._told.insert(0, told)
            told.show()
        self._told[0].setFocus()
        self.bring_into_view(self._told[0])

    def _forget_told(self) -> None:
        while self._told:
            told = self._told.pop()
            self.body.removeWidget(told)
            discard(told)
