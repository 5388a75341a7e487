"""How a paper is printed, before it goes to the printer."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtGui import QPagedPaintDevice
from PySide6.QtWidgets import QWidget

from coprod_desktop.gui.asking import PrintWish
from coprod_desktop.gui.places import GoBack
from coprod_desktop.gui.print_choice import MOST_COPIES, PrintChoice
from coprod_desktop.gui.screen import Action, Frame, Screen
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.big_button import BigButton
from coprod_desktop.gui.widgets.choice_grid import ChoiceGrid, OptionView
from coprod_desktop.gui.widgets.in_a_row import in_a_row
from coprod_desktop.gui.widgets.plain import text_label
from coprod_desktop.gui.widgets.said_line import SaidLine
from coprod_desktop.gui.widgets.status_line import StatusLine
from coprod_desktop.workspace.folders import told_name

MOST_PRINTERS = 12
"""More than these are found in the system's window."""

Then = Callable[[QPagedPaintDevice | None], None]


class PrintDoors(NamedTuple):
    """Which printers there are, and where the choice leads."""

    printers: tuple[str, ...]
    """By their names, the usual one first; at least one."""
    usual: Callable[[str], PrintChoice]
    """How one of them prints where nobody chooses."""
    make: Callable[[PrintChoice], QPagedPaintDevice]
    """Makes ready what was chosen."""
    ask_system: Callable[[QWidget], QPagedPaintDevice | None]
    """Asks in the system's own window."""
    then: Then
    """Told when the screen has gone; None where nothing is to be printed."""


class HowToPrintScreen(Screen):
    """Everything is chosen already as the printer usually prints: one press prints."""

    def __init__(self, stage: Stage, wish: PrintWish, doors: PrintDoors) -> None:
        text = stage.words.text
        super().__init__(
            stage,
            Frame(
                text("print_choice.title"),
                "print",
                GoBack(),
                Action(text("paper.print"), "print", self._print),
                (Action(text("print_choice.more"), "settings", self._ask_system),),
                help=text("print_choice.help"),
            ),
        )
        self._wish, self._doors = wish, doors
        self.choice = doors.usual(doors.printers[0])
        self._grids: dict[str, ChoiceGrid] = {}
        self._add_printers()
        self._add_copies()
        if wish.pages > 1:
            self._add_grid("pages", self._on_pages_picked)
            self._add_grid("sides", self._on_sides_picked)
        self._add_grid("colours", self._on_colours_picked)
        self.body.addStretch(1)
        self._show()

    def focus_first(self) -> None:
        """Stand on "Print": nothing has to be chosen."""
        self.focus_main()

    def go_back(self) -> None:
        """Go back, and say that nothing is to be printed."""
        super().go_back()
        self._doors.then(None)

    # --- Showing --------------------------------------------------------------------

    def _add_printers(self) -> None:
        printers = self._doors.printers
        if len(printers) > 1:
            self._add_grid("printers", self._on_printer_picked)
            return
        told = told_name(printers[0])
        named = self.stage.words.text("print_choice.printer", name=told)
        self.body.addWidget(SaidLine(self.stage, named, "print"))

    def _add_copies(self) -> None:
        text = self.stage.words.text
        self.copies = StatusLine(self.stage, role="strong")
        self.fewer = BigButton(
            self.stage, text("print_choice.fewer"), run=lambda: self._count(-1)
        )
        self.more = BigButton(
            self.stage, text("print_choice.one_more"), run=lambda: self._count(1)
        )
        self.body.addWidget(self.copies)
        self.body.addLayout(in_a_row(self.fewer, self.more))

    def _add_grid(self, name: str, picked: Callable[[str], None]) -> None:
        said = self.stage.words.text(f"print_choice.{name}")
        grid = ChoiceGrid(self.stage, (), said, columns=2)
        grid.picked.connect(picked)
        self._grids[name] = grid
        self.body.addWidget(text_label(said, "strong"))
        self.body.addWidget(grid)

    def _show(self) -> None:
        copies = self.choice.copies
        self.copies.show_status(
            self.stage.words.plural("print_choice.copies", copies), "paper"
        )
        self.fewer.setEnabled(copies > 1)
        self.more.setEnabled(copies < MOST_COPIES)
        for name, grid in self._grids.items():
            grid.show_options(self._options(name))

    def _options(self, name: str) -> tuple[OptionView, ...]:
        text, choice = self.stage.words.text, self.choice
        if name == "printers":
            names = self._doors.printers[:MOST_PRINTERS]
            return tuple(
                OptionView(one, told_name(one), "print", one == choice.printer)
                for one in names
            )
        first, second, is_second = {
            "pages": ("all", "this", choice.page is not None),
            "sides": ("one_side", "both_sides", choice.is_two_sided),
            "colours": ("as_it_is", "grey", choice.is_grey),
        }[name]
        number = self._wish.page + 1
        return (
            OptionView(first, text(f"print_choice.{first}"), None, not is_second),
            OptionView(
                second, text(f"print_choice.{second}", number=number), None, is_second
            ),
        )

    # --- Choosing -------------------------------------------------------------------

    def _on_printer_picked(self, name: str) -> None:
        kept = self.choice
        usual = self._doors.usual(name)
        self._choose(usual._replace(copies=kept.copies, page=kept.page))

    def _on_pages_picked(self, which: str) -> None:
        page = self._wish.page if which == "this" else None
        self._choose(self.choice._replace(page=page))

    def _on_sides_picked(self, which: str) -> None:
        self._choose(self.choice._replace(is_two_sided=which == "both_sides"))

    def _on_colours_picked(self, which: str) -> None:
        self._choose(self.choice._replace(is_grey=which == "grey"))

    def _count(self, by: int) -> None:
        self._choose(self.choice._replace(copies=self.choice.copies + by))
        # A button that has come to its end would lose the focus.
        if not self.fewer.isEnabled():
            self.more.setFocus()
        elif not self.more.isEnabled():
            self.fewer.setFocus()

    def _choose(self, choice: PrintChoice) -> None:
        self.choice = choice
        self._show()

    # --- Going on -------------------------------------------------------------------

    def _print(self) -> None:
        self._go_on(self._doors.make(self.choice))

    def _ask_system(self) -> None:
        printer = self._doors.ask_system(self)
        if printer is not None:
            self._go_on(printer)

    def _go_on(self, printer: QPagedPaintDevice) -> None:
        then = self._doors.then
        self.went.emit(GoBack())
        then(printer)
