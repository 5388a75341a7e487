"""A day, chosen in words or step by step. No calendar, no dragging."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.big_button import BigButton
from coprod_desktop.gui.widgets.choice_grid import ChoiceGrid, OptionView
from coprod_desktop.gui.widgets.spoken_roles import speak_roles
from coprod_desktop.gui.widgets.status_line import StatusLine
from coprod_desktop.gui.widgets.wrap_layout import WrapLayout
from coprod_desktop.i18n.dates import long_date

_QUICK = (
    ("date.today", 0, 0),
    ("date.tomorrow", 1, 0),
    ("date.in_one_week", 7, 0),
    ("date.in_four_weeks", 28, 0),
    ("date.in_three_months", 0, 3),
    ("date.in_six_months", 0, 6),
)
"""Catalogue key, days and months from today."""

_STEPS = (
    ("date.day_before", -1, 0),
    ("date.day_after", 1, 0),
    ("date.week_before", -7, 0),
    ("date.week_after", 7, 0),
    ("date.month_before", 0, -1),
    ("date.month_after", 0, 1),
)


class DateChoice(QWidget):
    """Quick picks, the day in words, and steps to days near it."""

    picked = Signal(str)
    """The day in ISO form: 2026-11-26."""

    spoken_role = QAccessible.Role.Grouping

    def __init__(self, stage: Stage, name: str = "") -> None:
        super().__init__()
        speak_roles()
        self._stage = stage
        self._day: date | None = None
        self.setAccessibleName(name)
        self.quick = ChoiceGrid(stage, (), name, columns=3)
        self.quick.picked.connect(self.picked)
        self.status = StatusLine(stage)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.quick)
        self._column.addWidget(self.status)
        self.steps = tuple(self._step(*one) for one in _STEPS)
        row = WrapLayout(columns=2)
        for button in self.steps:
            row.addWidget(button)
        self._column.addLayout(row)
        self.show_day(None)

    @property
    def day(self) -> date | None:
        """The day that is shown as picked."""
        return self._day

    def show_day(self, day: date | None) -> None:
        """Show a day as picked, or none."""
        self._day = day
        words, today = self._stage.words, self._today()
        options: dict[str, OptionView] = {}
        for key, days, months in _QUICK:
            to = moved(today, days, months).isoformat()
            is_picked = day is not None and day.isoformat() == to
            options[to] = OptionView(to, words.text(key), None, is_picked)
        self.quick.show_options(tuple(options.values()))
        picture = None if day is None else "calendar"
        said = words.text("date.none")
        if day is not None:
            said = long_date(day, words.language)
        self.status.show_status(said, picture)

    def _today(self) -> date:
        return self._stage.clock().astimezone().date()

    def _step(self, key: str, days: int, months: int) -> BigButton:
        def run() -> None:
            day = moved(self._day or self._today(), days, months)
            self.picked.emit(day.isoformat())

        return BigButton(self._stage, self._stage.words.text(key), run=run)


def moved(day: date, days: int, months: int) -> date:
    """Return the day so many days and months on; a month's end stays its end."""
    month = day.year * 12 + day.month - 1 + months
    year, month = divmod(month, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last)) + timedelta(days=days)
