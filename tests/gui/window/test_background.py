"""Slow work is done beside the window, and told in the window's own thread."""

from __future__ import annotations

import threading

from PySide6.QtWidgets import QApplication

from coprod_desktop.gui.background import Background
from coprod_desktop.model.problem import Problem


def test_work_is_done_elsewhere_and_told_here(qtbot):
    background = Background()
    told: list[tuple[str, int]] = []

    def work() -> int:
        return threading.get_ident()

    def done(where: int) -> None:
        told.append(("worked", where))
        told.append(("told", threading.get_ident()))

    background.run(work, done, lambda error: told.append(("failed", 0)))
    qtbot.waitUntil(lambda: background.is_idle)

    assert told[0][1] != threading.get_ident()
    assert told[1] == ("told", threading.get_ident())
    background.close()


def test_a_problem_is_told_as_it_was(qtbot):
    background = Background()
    told: list[Exception] = []
    problem = Problem("store.disk_full")

    def work() -> None:
        raise problem

    background.run(work, lambda _: None, told.append)
    qtbot.waitUntil(lambda: background.is_idle)

    assert told == [problem]
    background.close()


def test_work_is_done_in_the_order_of_asking(qtbot):
    background = Background()
    told: list[int] = []

    for number in range(20):
        background.run(lambda one=number: one, told.append, lambda error: None)
    qtbot.waitUntil(lambda: background.is_idle)

    assert told == list(range(20))
    background.close()


def test_nobody_is_told_after_closing(qtbot):
    background = Background()
    told: list[int] = []
    may_go_on = threading.Event()

    background.run(lambda: may_go_on.wait(10), lambda _: told.append(1), lambda _: None)
    background.run(lambda: 2, told.append, lambda _: None)
    may_go_on.set()
    background.close()
    background.run(lambda: 3, told.append, lambda _: None)
    QApplication.processEvents()

    assert told == []


def test_closing_without_any_work_is_well():
    Background().close()
