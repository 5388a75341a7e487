"""A row that wraps, also at the end of its life."""

from __future__ import annotations

import gc

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.choice_grid import ChoiceGrid, OptionView
from coprod_desktop.gui.widgets.plain import text_label
from coprod_desktop.gui.widgets.statement_card import CardView, StatementCard
from coprod_desktop.gui.widgets.wrap_layout import TALLEST_PX, WrapLayout
from coprod_desktop.model.people import VoiceKind

LONG = "Two switches: one moves the frame, and one presses"


def test_a_card_that_was_let_go_can_still_be_asked_for_its_size(
    stage: Stage, qapp: QApplication
):
    holder = QWidget()
    column = QVBoxLayout(holder)
    cards = [StatementCard(stage, CardView(VoiceKind.PATIENT, "S", "Sam's words"))]
    column.addWidget(cards[0])
    holder.show()
    qapp.processEvents()

    # As when the pen is handed over. Qt asks for sizes before it deletes.
    cards[0].show_view(CardView(VoiceKind.PATIENT, "S", "Sam's words", "Sam wrote it"))
    column.removeWidget(cards[0])
    cards[0].hide()
    cards[0].setParent(None)
    cards[0].deleteLater()
    cards.clear()
    gc.collect()
    # A slot or an override that raises fails the test.
    qapp.processEvents()

    assert column.count() == 0
    holder.deleteLater()


def grid(
    qtbot: QtBot, stage: Stage, count: int, text_pt: int, *, keeps_places: bool = False
) -> ChoiceGrid:
    stage.board.set_text_pt(text_pt)
    options = tuple(OptionView(f"{at}", LONG, None) for at in range(count))
    found = ChoiceGrid(stage, options, columns=3)
    if keeps_places:
        found.keep_places()
    qtbot.addWidget(found)
    found.resize(976, 1_200)
    found.show()
    QApplication.processEvents()
    return found


def test_choices_stand_side_by_side_where_all_of_each_can_be_seen(
    qtbot: QtBot, stage: Stage
):
    buttons = grid(qtbot, stage, 3, 16).buttons()

    assert len({one.y() for one in buttons}) == 1
    assert all(one.height() <= TALLEST_PX for one in buttons)


def test_choices_that_would_be_too_tall_beside_each_other_stand_below(
    qtbot: QtBot, stage: Stage
):
    buttons = grid(qtbot, stage, 3, 48).buttons()

    assert len({one.y() for one in buttons}) == 3
    assert all(one.width() > 900 for one in buttons)
    assert all(one.height() <= TALLEST_PX for one in buttons)


def test_one_choice_alone_is_as_wide_as_many_until_it_needs_the_room(
    qtbot: QtBot, stage: Stage
):
    small, big = (
        grid(qtbot, stage, 1, text_pt, keeps_places=True).buttons()[0].width()
        for text_pt in (16, 48)
    )

    assert 300 < small < 340
    assert big > 900


def test_a_row_takes_another_line_as_soon_as_a_word_in_it_is_longer(
    qtbot: QtBot, stage: Stage
):
    holder = QWidget()
    row = WrapLayout(holder)
    first, second = text_label("Sam"), text_label("Jo")
    row.addWidget(first)
    row.addWidget(second)
    qtbot.addWidget(holder)
    holder.resize(400, 300)
    holder.show()
    QApplication.processEvents()
    before = holder.heightForWidth(400)
    assert first.y() == second.y()

    second.setText("Somebody whose name is so long that it stands alone")
    QApplication.processEvents()

    assert second.y() > first.y()
    assert holder.heightForWidth(400) > before
    second.hide()
    QApplication.processEvents()
    assert holder.heightForWidth(400) == before
