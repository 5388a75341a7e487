"""A row that wraps, also at the end of its life."""

from __future__ import annotations

import gc

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.statement_card import CardView, StatementCard
from coprod_desktop.model.people import VoiceKind


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
