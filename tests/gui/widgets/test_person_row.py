"""Somebody in a list: said as one group, with buttons that say whom they are about."""

from __future__ import annotations

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.big_button import BigButton
from coprod_desktop.gui.widgets.in_a_row import in_a_row
from coprod_desktop.gui.widgets.person_row import PersonRow, RowAction


def test_a_row_is_a_group_with_a_name_a_state_and_what_can_be_done(
    qtbot: QtBot, stage: Stage
) -> None:
    pressed: list[str] = []
    close = RowAction("Close", "Close: Robin", lambda: pressed.append("robin"))
    row = PersonRow(stage, "Robin", "Can open the ward", "doctor", (close,))
    qtbot.addWidget(row)

    [button] = row.findChildren(QAbstractButton)
    button.click()

    said = QAccessible.queryAccessibleInterface(row)
    assert said.role() == QAccessible.Role.Grouping
    assert said.text(QAccessible.Text.Name) == "Robin"
    assert said.text(QAccessible.Text.Description) == "Can open the ward"
    assert button.accessibleName() == "Close: Robin"
    assert pressed == ["robin"]


def test_a_row_need_not_say_or_do_anything_more(qtbot: QtBot, stage: Stage) -> None:
    row = PersonRow(stage, "Robin", "", "doctor")
    qtbot.addWidget(row)

    assert row.findChildren(QAbstractButton) == []


def test_buttons_in_a_row_are_as_wide_as_their_words(
    qtbot: QtBot, stage: Stage
) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    button = BigButton(stage, "Close it for good")
    around.setLayout(in_a_row(button))
    around.resize(1200, 200)
    around.show()

    assert button.width() == button.sizeHint().width()
