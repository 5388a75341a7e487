"""What becomes of a paper at the printer is told in words on its screen."""

from __future__ import annotations

import pytest
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from coprod_desktop.gui.asking import Asking
from coprod_desktop.gui.paper_source import PaperSource
from coprod_desktop.gui.print_desk import PrintDesk
from coprod_desktop.gui.print_panel import PrintPanel, all_under_way
from coprod_desktop.gui.screens.paper import PaperScreen
from coprod_desktop.gui.screens.staff import StaffScreen
from coprod_desktop.gui.stage import Stage
from coprod_desktop.model.problem import Problem
from tests.gui.printer.cups import Cups, Queue, ask_it_in_this_thread, run

LONGEST_MS = 60_000


class Choosing(Asking):
    """Chooses a queue in a person's place, or none."""

    __slots__ = ("queue",)

    def __init__(self, queue: Queue | None) -> None:
        self.queue = queue

    def printer(self, parent: QWidget, title: str) -> QPrinter | None:
        if self.queue is None:
            return None
        found = QPrinterInfo.printerInfo(self.queue.name)
        return QPrinter(found, QPrinter.PrinterMode.HighResolution)


class Desk:
    """A paper on the screen, and whoever looks at it."""

    def __init__(self, qtbot: QtBot, stage: Stage, pdf: bytes) -> None:
        self._bot = qtbot
        self._stage = stage
        self._pdf = pdf
        self.printed: list[str] = []
        self.unseen: Problem | None = None

    def show(self, queue: Queue | None, whose: str = "sam") -> PaperScreen:
        source = PaperSource(
            "Your paper",
            "",
            "back",
            lambda: self._pdf,
            lambda: "paper.pdf",
            lambda file: file,
            self._stage.words.explain,
            was_printed=lambda: self.printed.append("yes"),
            whose=whose,
            untold=lambda: self.unseen,
        )
        screen = PaperScreen(self._stage, source, Choosing(queue))
        self._bot.addWidget(screen)
        screen.resize(1000, 900)
        screen.show()
        self._bot.waitUntil(lambda: screen.pages is not None, timeout=LONGEST_MS)
        return screen

    def sees(self, screen: PaperScreen, key: str) -> None:
        words = self._stage.words.text(key)

        def is_seen() -> bool:
            labels = [one for one in screen.findChildren(QLabel) if one.isVisible()]
            return any(words in one.text() for one in labels)

        self._bot.waitUntil(is_seen, timeout=LONGEST_MS)


@pytest.fixture
def desk(qtbot: QtBot, stage: Stage, paper: bytes) -> Desk:
    return Desk(qtbot, stage, paper)


def print_it(screen: PaperScreen) -> None:
    assert screen.frame.main is not None
    screen.frame.main.run()


def panel_of(screen: PaperScreen) -> PrintPanel:
    assert isinstance(screen.desk, PrintDesk)
    assert screen.desk.panel is not None
    return screen.desk.panel


def test_a_printer_with_no_paper_says_so_and_goes_on(
    desk: Desk, cups: Cups, paper: bytes
):
    queue = cups.queue()
    queue.says("STATE: +media-empty-error", "STATE: -media-empty-error")
    screen = desk.show(queue)

    print_it(screen)

    desk.sees(screen, "printing.no_paper")
    queue.goes_on()
    desk.sees(screen, "printing.printed")
    assert queue.printed() == paper
    assert desk.printed == ["yes"]


def test_a_printer_that_is_stopped_says_so_and_goes_on(desk: Desk, cups: Cups):
    queue = cups.queue()
    run("cupsdisable", queue.name)
    screen = desk.show(queue)

    print_it(screen)

    desk.sees(screen, "printing.stopped")
    run("cupsenable", queue.name)
    desk.sees(screen, "printing.printed")


def test_a_printer_that_fails_is_stopped_and_says_so(desk: Desk, cups: Cups):
    queue = cups.queue()
    queue.ends_with(1)
    screen = desk.show(queue)

    print_it(screen)

    desk.sees(screen, "printing.stopped")
    assert not queue.has_printed


def test_a_printer_that_gives_a_paper_up_says_so(desk: Desk, cups: Cups):
    queue = cups.queue(policy="abort-job")
    queue.ends_with(1)
    screen = desk.show(queue)

    print_it(screen)

    desk.sees(screen, "printing.given_up")
    assert not queue.has_printed


def test_a_paper_is_taken_back_and_does_not_come_out(desk: Desk, cups: Cups):
    queue = cups.queue()
    run("cupsdisable", queue.name)
    screen = desk.show(queue)
    print_it(screen)
    desk.sees(screen, "printing.stopped")

    panel_of(screen).back.click()

    desk.sees(screen, "printing.taken_back")
    assert not panel_of(screen).back.isVisible()
    run("cupsenable", queue.name)
    assert run("lpstat", "-W", "not-completed", "-o", queue.name) == ""
    assert not queue.has_printed


def test_a_paper_that_waits_for_its_printer_is_taken_back(desk: Desk, cups: Cups):
    queue = cups.queue()
    queue.says("STATE: +media-empty-error")
    screen = desk.show(queue)
    print_it(screen)
    desk.sees(screen, "printing.no_paper")

    panel_of(screen).back.click()

    desk.sees(screen, "printing.taken_back")
    assert not queue.has_printed


def test_a_paper_that_somebody_else_took_back_says_so(desk: Desk, cups: Cups):
    queue = cups.queue()
    run("cupsdisable", queue.name)
    screen = desk.show(queue)
    print_it(screen)
    desk.sees(screen, "printing.stopped")

    run("cancel", "-a", queue.name)

    desk.sees(screen, "printing.taken_back")


def test_what_is_too_late_to_stop_says_so(
    desk: Desk, cups: Cups, monkeypatch: pytest.MonkeyPatch
):
    # Whoever presses is quicker than the next look.
    monkeypatch.setattr("coprod_desktop.gui.print_watch.AGAIN_MS", 2 * LONGEST_MS)
    queue = cups.queue()
    run("cupsdisable", queue.name)
    screen = desk.show(queue)
    print_it(screen)
    desk.sees(screen, "printing.stopped")
    run("cancel", "-a", queue.name)

    panel_of(screen).back.click()

    desk.sees(screen, "printing.taken_back")


def test_a_paper_that_still_waits_is_found_again(desk: Desk, cups: Cups):
    queue = cups.queue()
    run("cupsdisable", queue.name)
    first = desk.show(queue)
    print_it(first)
    desk.sees(first, "printing.stopped")
    first.close()

    again = desk.show(queue)

    desk.sees(again, "printing.stopped")
    desk.sees(again, "printing.before")
    panel_of(again).back.click()
    desk.sees(again, "printing.taken_back")
    third = desk.show(queue)
    assert third.desk.panel is None


def test_nobody_else_is_told_of_a_paper_that_waits_but_staff_are_and_can_stop_it(
    desk: Desk, cups: Cups, stage: Stage, qtbot: QtBot
):
    queue = cups.queue()
    run("cupsdisable", queue.name)
    sams = desk.show(queue)
    print_it(sams)
    desk.sees(sams, "printing.stopped")
    sams.close()

    other = desk.show(queue, whose="robin")
    assert other.desk.panel is None
    (panel,) = all_under_way(stage)
    staff = StaffScreen(stage, (), (panel,))
    qtbot.addWidget(staff)
    staff.show()
    before = stage.words.text("printing.before")
    assert panel.notice.words.endswith(before)
    panel.back.click()

    taken = stage.words.text("printing.taken_back")
    qtbot.waitUntil(lambda: panel.notice.words.startswith(taken), timeout=LONGEST_MS)
    assert all_under_way(stage) == []


def test_the_focus_goes_with_the_sentence_so_that_it_is_spoken(
    desk: Desk, cups: Cups, qtbot: QtBot
):
    queue = cups.queue()
    queue.says("STATE: +media-empty-error", "STATE: -media-empty-error")
    screen = desk.show(queue)
    screen.activateWindow()
    print_it(screen)
    desk.sees(screen, "printing.no_paper")
    assert panel_of(screen).notice.hasFocus()
    assert screen.picture is not None
    screen.picture.setFocus()

    queue.goes_on()

    desk.sees(screen, "printing.printed")
    assert screen.picture.hasFocus()


def test_that_nobody_could_write_down_who_saw_it_is_said_as_well(
    desk: Desk, cups: Cups
):
    queue = cups.queue()
    desk.unseen = Problem("paper.unreadable")
    screen = desk.show(queue)

    print_it(screen)

    desk.sees(screen, "printing.printed")
    desk.sees(screen, "paper.unreadable")


def test_a_queue_that_takes_nothing_says_so(desk: Desk, cups: Cups):
    queue = cups.queue()
    run("cupsreject", queue.name)
    screen = desk.show(queue)

    print_it(screen)

    desk.sees(screen, "paper.print_failed")
    assert desk.printed == []


def test_whoever_wants_no_print_is_told_that_nothing_was_printed(
    desk: Desk, cups: Cups
):
    cups.queue()
    screen = desk.show(None)

    print_it(screen)

    desk.sees(screen, "printing.not_wanted")
    assert desk.printed == []


def test_a_computer_with_no_printer_says_so(desk: Desk, cups: Cups):
    # Nobody answers there.
    ask_it_in_this_thread("127.0.0.1:1")
    screen = desk.show(None)

    print_it(screen)

    desk.sees(screen, "paper.no_printer")
