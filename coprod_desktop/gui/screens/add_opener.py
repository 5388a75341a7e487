"""Adding somebody who opens the ward: name, work, and a passphrase of their own."""

from __future__ import annotations

from collections.abc import Callable

from coprod_desktop.gui.passphrase_pair import PassphrasePair
from coprod_desktop.gui.roles import STAFF, role_options
from coprod_desktop.gui.screen import Action, Frame
from coprod_desktop.gui.staff_places import ToOpeners
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.waiting import WaitingScreen
from coprod_desktop.gui.widgets.choice_grid import ChoiceGrid
from coprod_desktop.gui.widgets.line_field import LineField
from coprod_desktop.gui.widgets.plain import text_label
from coprod_desktop.model.people import Role
from coprod_desktop.model.problem import Problem

Add = Callable[[str, Role, str, str], object]
"""Takes name, role, title and passphrase. Slow; raises Problem."""


class AddOpenerScreen(WaitingScreen):
    """The new member of staff types the passphrase themselves."""

    def __init__(self, stage: Stage, add: Add) -> None:
        words = stage.words
        main = Action(words.text("add_person.add"), "add", self._on_asked_add)
        super().__init__(
            stage,
            Frame(
                words.text("add_opener.title"),
                "staff",
                ToOpeners(),
                main,
                help=words.text("add_opener.help"),
            ),
        )
        self._add = add
        self._role: Role | None = None
        self.name = LineField(
            words.text("add_person.name"), words.text("add_person.name_help")
        )
        work = words.text("add_person.work")
        self.roles = ChoiceGrid(
            stage, role_options(words, STAFF, None), work, columns=4
        )
        self.title = LineField(
            words.text("add_person.job"), words.text("set_up.staff.title_help")
        )
        self.pair = PassphrasePair(stage)
        self.roles.picked.connect(self._on_role_picked)
        self.name.entered.connect(self.roles.buttons()[0].setFocus)
        self.title.entered.connect(self.pair.setFocus)
        self.pair.entered.connect(self._on_asked_add)
        parts = (self.name, text_label(work, "strong"), self.roles, self.title)
        for part in (*parts, self.pair):
            self.body.addWidget(part)
        self.body.addStretch(1)

    def left(self) -> None:
        """Leave no passphrase behind."""
        self.pair.clear()

    def _on_role_picked(self, role: str) -> None:
        self.hide_notice()
        self._role = Role(role)
        self.roles.show_options(role_options(self.stage.words, STAFF, self._role))

    def _on_asked_add(self) -> None:
        words, role = self.stage.words, self._role
        name, title = self.name.text(), self.title.text()
        if not name.strip():
            self.name.show_error(words.text("workspace.name_empty"))
            self.name.setFocus()
            return
        if role is None:
            self.show_notice(words.text("set_up.staff.role_missing"))
            return
        passphrase = self.pair.passphrase()
        if passphrase is not None:
            self.wait_for(
                words.text("let_open.keeping"),
                lambda: self._add(name, role, title, passphrase),
                lambda _: self.went.emit(ToOpeners()),
                self._on_person_refused,
            )

    def _on_person_refused(self, problem: Problem) -> None:
        self.name.show_error(self.sentence(problem))
        self.name.setFocus()
        self.bring_into_view(self.name.box)
