"""How a paper is printed is chosen on a screen of our own, before the system's."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QPagedPaintDevice, QPdfWriter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coprod_desktop.gui import print_choice
from coprod_desktop.gui.asking import PrintWish
from coprod_desktop.gui.own_asking import OwnAsking
from coprod_desktop.gui.print_choice import MOST_COPIES, PrintChoice
from coprod_desktop.gui.print_order import chosen_pages
from coprod_desktop.gui.screens.how_to_print import HowToPrintScreen
from coprod_desktop.gui.stage import Stage
from tests.gui.choosing import Asked

OFFICE, LOUNGE = "Ward office", "Lounge"


class Printers(OwnAsking):
    """Two printers, and the system's window as somebody leaves it."""

    def __init__(self) -> None:
        super().__init__()
        self.by_system: QPagedPaintDevice | None = None

    def printer(self, parent: object, title: str) -> QPagedPaintDevice | None:
        return self.by_system


class Told:
    """What the screen that asked was told."""

    def __init__(self) -> None:
        self.choices: list[PrintChoice] = []
        self.printers: list[QPagedPaintDevice | None] = []


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Told:
    found = Told()

    def make(choice: PrintChoice, title: str) -> QPagedPaintDevice:
        assert title == "A paper"
        found.choices.append(choice)
        return QPdfWriter(str(tmp_path / "out.pdf"))

    def usual(name: str) -> PrintChoice:
        return PrintChoice(name, is_two_sided=name == LOUNGE)

    monkeypatch.setattr(print_choice, "printer_names", lambda: (OFFICE, LOUNGE))
    monkeypatch.setattr(print_choice, "usual_choice", usual)
    monkeypatch.setattr(print_choice, "chosen_printer", make)
    return found


@pytest.fixture
def asked(stage: Stage, qtbot: QtBot, tmp_path: Path) -> Asked:
    return Asked(stage, qtbot, tmp_path)


def ask(asked: Asked, told: Told, pages: int = 3, page: int = 1) -> Printers:
    """Let the screen ask how a paper is printed."""
    asking = Printers()
    wish = PrintWish("A paper", pages, page)
    asking.print_somehow(asked.asks, wish, told.printers.append)
    asked.rest()
    assert isinstance(asked.stack.now, HowToPrintScreen)
    return asking


def test_one_press_prints_as_the_usual_printer_does(asked: Asked, told: Told):
    ask(asked, told)

    assert QApplication.focusWidget() is asked.button("Print")
    assert asked.button(OFFICE).isChecked()
    assert asked.says("1 copy")
    asked.press("Print")

    assert asked.is_over
    assert told.choices == [PrintChoice(OFFICE)]
    assert len(told.printers) == 1


def test_copies_pages_sides_and_colours_are_chosen(asked: Asked, told: Told):
    ask(asked, told)

    for words in ("One copy more", "One copy more", "One copy fewer"):
        asked.press(words)
    assert asked.says("2 copies")
    asked.press("Only page 2")
    asked.press("Both sides")
    asked.press("Black and white")
    asked.press("Print")

    assert told.choices == [PrintChoice(OFFICE, 2, 1, True, True)]


def test_what_was_chosen_can_be_taken_back(asked: Asked, told: Told):
    ask(asked, told)

    for words in ("Only page 2", "All pages", "Both sides", "One side"):
        asked.press(words)
    for words in ("Black and white", "As it is", "Print"):
        asked.press(words)

    assert told.choices == [PrintChoice(OFFICE)]


def test_another_printer_brings_what_is_usual_there_and_keeps_the_copies(
    asked: Asked, told: Told
):
    ask(asked, told)

    asked.press("One copy more")
    asked.press(LOUNGE)
    assert asked.button("Both sides").isChecked()
    asked.press("Print")

    assert told.choices == [PrintChoice(LOUNGE, 2, is_two_sided=True)]


def test_copies_end_at_one_and_at_many_and_the_focus_stays_beside(
    asked: Asked, told: Told
):
    ask(asked, told)

    assert not asked.button("One copy fewer").isEnabled()
    for _ in range(MOST_COPIES - 1):
        asked.press("One copy more")

    assert asked.says("20 copies")
    assert not asked.button("One copy more").isEnabled()
    assert QApplication.focusWidget() is asked.button("One copy fewer")


def test_one_page_asks_neither_for_pages_nor_for_sides(asked: Asked, told: Told):
    ask(asked, told, pages=1, page=0)

    assert not asked.says("Which pages?")
    assert not asked.says("Both sides")
    assert asked.says("Black and white")


def test_the_only_printer_is_told_by_its_name(
    asked: Asked, told: Told, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(print_choice, "printer_names", lambda: (LOUNGE,))

    ask(asked, told)

    assert asked.says(f"Printer: {LOUNGE}")
    assert not asked.says("Which printer?")


def test_back_prints_nothing_and_says_so_to_whoever_asked(asked: Asked, told: Told):
    ask(asked, told)

    asked.back()

    assert asked.is_over
    assert told.printers == [None]
    assert not told.choices


def test_the_systems_window_has_more_choices(asked: Asked, told: Told, tmp_path: Path):
    asking = ask(asked, told)

    asked.press("More printer choices")
    assert not asked.is_over
    asking.by_system = QPdfWriter(str(tmp_path / "system.pdf"))
    asked.press("More printer choices")

    assert asked.is_over
    assert told.printers == [asking.by_system]
    assert not told.choices


def test_without_a_printer_the_system_is_asked(
    asked: Asked, told: Told, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(print_choice, "printer_names", tuple)

    Printers().print_somehow(asked.asks, PrintWish("A paper"), told.printers.append)

    assert asked.is_over
    assert told.printers == [None]


def test_the_usual_printer_comes_first_and_the_others_by_the_alphabet(
    monkeypatch: pytest.MonkeyPatch,
):
    names = ["b", "A", "Office"]
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: names)
    monkeypatch.setattr(QPrinterInfo, "defaultPrinterName", lambda: "Office")

    assert print_choice.printer_names() == ("Office", "A", "b")


def test_a_choice_becomes_a_printer_with_a_title_that_names_nobody(qapp: object):
    chosen = PrintChoice("no such printer", 3, page=1, is_two_sided=True, is_grey=True)

    made = print_choice.chosen_printer(chosen, "A paper")

    assert made.docName() == "A paper"
    assert made.copyCount() == 3
    assert made.colorMode() is QPrinter.ColorMode.GrayScale
    assert chosen_pages(made, 5) == (1,)
