"""What assistive technology is told of each widget: role, name, description, state."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from coprod_desktop.gui.read_card import ReadCard
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.answer_editor import AnswerEditor
from coprod_desktop.gui.widgets.big_button import BigButton
from coprod_desktop.gui.widgets.choice_grid import ChoiceGrid, OptionView
from coprod_desktop.gui.widgets.date_choice import DateChoice
from coprod_desktop.gui.widgets.day_card import DayCard, DayView, LineView
from coprod_desktop.gui.widgets.heading import Heading
from coprod_desktop.gui.widgets.item_list import ItemList, ListWords
from coprod_desktop.gui.widgets.item_row import ItemView
from coprod_desktop.gui.widgets.line_field import LineField
from coprod_desktop.gui.widgets.mark_line import MarkView
from coprod_desktop.gui.widgets.notice import Notice
from coprod_desktop.gui.widgets.passphrase import PassphraseField
from coprod_desktop.gui.widgets.pen_bar import PenBar, PenView
from coprod_desktop.gui.widgets.plain import text_label
from coprod_desktop.gui.widgets.statement_card import (
    CardView,
    StanceView,
    StatementCard,
)
from coprod_desktop.gui.widgets.status_line import StatusLine
from coprod_desktop.gui.widgets.tile import Tile, TileView
from coprod_desktop.model.authored_text import AuthoredText
from coprod_desktop.model.people import VoiceKind
from tests.gui.widgets.writing import BY_SAM

Role = QAccessible.Role
NAME, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description


def spoken(widget: QWidget) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found


def options(picked: str = "") -> tuple[OptionView, ...]:
    return tuple(
        OptionView(one, one.capitalize(), f"face-{one}", one == picked)
        for one in ("good", "ok", "hard")
    )


def test_a_heading_is_spoken_of_as_a_heading_with_its_words(
    qtbot: QtBot, stage: Stage
) -> None:
    heading = Heading("How are you?", 1)
    qtbot.addWidget(heading)

    assert spoken(heading).role() == Role.Heading
    assert spoken(heading).text(NAME) == "How are you?"


def test_headings_come_and_go_by_the_hundred(qtbot: QtBot, stage: Stage) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    column = QVBoxLayout(parent)

    for number in range(300):
        heading = Heading(f"Question {number}", 2)
        column.addWidget(heading)
        assert spoken(heading).text(NAME) == f"Question {number}"
        column.removeWidget(heading)
        heading.deleteLater()
        QApplication.sendPostedEvents(heading, QEvent.Type.DeferredDelete)


def test_a_button_s_name_is_what_stands_on_it(qtbot: QtBot, stage: Stage) -> None:
    button = BigButton(stage, "Tom & Jo", "people")
    qtbot.addWidget(button)

    assert spoken(button).role() == Role.Button
    assert spoken(button).text(NAME) == "Tom & Jo"


def test_assistive_technology_can_press_a_button(qtbot: QtBot, stage: Stage) -> None:
    button = BigButton(stage, "Next", "next", "main")
    qtbot.addWidget(button)
    button.show()

    with qtbot.waitSignal(button.clicked):
        actions = spoken(button).actionInterface()
        assert actions is not None
        actions.doAction("Press")


def test_a_tile_s_name_is_its_title_and_the_rest_describes_it(
    qtbot: QtBot, stage: Stage
) -> None:
    tile = Tile(stage, TileView("My plan", "What helps.", "6 of 11", "care-plan"))
    qtbot.addWidget(tile)

    assert spoken(tile).text(NAME) == "My plan"
    assert spoken(tile).text(DESCRIPTION) == "What helps. 6 of 11"


def test_pens_are_radio_buttons_in_a_group_with_a_name(
    qtbot: QtBot, stage: Stage
) -> None:
    bar = PenBar(stage)
    qtbot.addWidget(bar)
    bar.show_pens(
        (
            PenView(1, "Sam", "“I am writing”", "patient", True),
            PenView(2, "Priya", "“My own view”", "nurse", False),
        )
    )
    sam, priya = bar.buttons()

    assert spoken(bar).role() == Role.Grouping
    assert spoken(bar).text(NAME) == "Who has the pen?"
    assert spoken(sam).role() == Role.RadioButton
    assert spoken(sam).text(DESCRIPTION) == "“I am writing”"
    assert spoken(sam).state().checked
    assert not spoken(priya).state().checked


@pytest.mark.parametrize(
    ("many", "role"), [(False, Role.RadioButton), (True, Role.CheckBox)]
)
def test_options_say_whether_one_or_many_can_be_picked(
    qtbot: QtBot, stage: Stage, many: bool, role: Role
) -> None:
    grid = ChoiceGrid(stage, options("ok"), "How are you?", many=many)
    qtbot.addWidget(grid)

    first, second, _ = grid.buttons()

    assert spoken(grid).text(NAME) == "How are you?"
    assert spoken(first).role() == role
    assert spoken(second).state().checked


def test_a_card_is_a_group_named_by_whose_words_it_holds(
    qtbot: QtBot, stage: Stage
) -> None:
    view = CardView(VoiceKind.STAFF, "P", "Priya’s words", "Priya wrote this.", "Yes.")
    card = StatementCard(stage, view)
    qtbot.addWidget(card)
    card.show()

    assert spoken(card).role() == Role.Grouping
    assert spoken(card).text(NAME) == "Priya’s words"
    assert spoken(card).text(DESCRIPTION) == "Priya wrote this."
    heard = [
        spoken(card).child(at).text(NAME) for at in range(spoken(card).childCount())
    ]
    assert [one for one in heard if one][:3] == [
        "Priya’s words",
        "Priya wrote this.",
        "Yes.",
    ]


def test_a_mark_is_spoken_after_who_wrote_it_and_before_the_words(
    qtbot: QtBot, stage: Stage
) -> None:
    mark = MarkView("Sam says: I did not write this.", "no")
    view = CardView(
        VoiceKind.PATIENT, "S", "Sam’s words", "Sam wrote this.", "Yes.", marks=(mark,)
    )
    read, written = ReadCard(stage, view), StatementCard(stage, view)
    for card in (read, written):
        qtbot.addWidget(card)
        card.show()

    before = "Sam wrote this. Sam says: I did not write this."
    assert spoken(written).text(DESCRIPTION) == before
    assert spoken(read).text(DESCRIPTION) == f"{before} Yes."
    children = [spoken(read).child(at) for at in range(spoken(read).childCount())]
    heard = [one.text(NAME) for one in children if one.text(NAME)]
    assert heard.index(mark.words) < heard.index("Yes.")
    assert [one.role() for one in children if one.text(NAME) == mark.words] == [
        Role.Note
    ]


def heard_in(widget: QWidget) -> list[str]:
    """What is met inside a widget, in its order."""
    inside = spoken(widget)
    children = [inside.child(at) for at in range(inside.childCount())]
    return [one.text(NAME) for one in children if one.text(NAME)]


def test_a_card_is_met_in_the_order_in_which_it_stands_whatever_is_shown_anew(
    qtbot: QtBot, stage: Stage
) -> None:
    view = CardView(
        VoiceKind.PATIENT, "S", "Sam’s words", "Sam wrote this.", standing="Not shared"
    )
    card = StatementCard(stage, view)
    qtbot.addWidget(card)
    card.add_action("Read it back", None, lambda: None)
    editor = AnswerEditor(stage)
    editor.setAccessibleName("Sam’s answer")
    card.put(editor)
    mark, stance = MarkView("I did not write this.", "no"), StanceView("Jo disagrees.")

    card.show_view(replace(view, words="Tea.", marks=(mark,), stances=(stance,)))

    assert [one for one in heard_in(card) if one != "S"] == [
        "Sam’s words",
        "Sam wrote this.",
        "I did not write this.",
        "Tea.",
        "Sam’s answer",
        "Not shared",
        "Jo disagrees.",
        "Read it back",
    ]


def test_what_others_think_is_spoken_after_the_words(
    qtbot: QtBot, stage: Stage
) -> None:
    stance = StanceView("Jo sees it differently.", ("It was Tuesday.",))
    view = CardView(VoiceKind.PATIENT, "S", "Sam’s words", words="Monday.")
    card = ReadCard(stage, replace(view, stances=(stance,)))
    qtbot.addWidget(card)

    said = "Monday. Jo sees it differently. It was Tuesday."
    assert spoken(card).text(DESCRIPTION) == said


def test_a_day_of_the_log_is_a_group_that_says_all_of_it(
    qtbot: QtBot, stage: Stage
) -> None:
    lines = (LineView("10:05. Priya opened it.", "eye"), LineView("11:00.", "print"))
    card = DayCard(stage, DayView("Friday 27 November 2026", lines))
    qtbot.addWidget(card)

    assert spoken(card).role() == Role.Grouping
    assert spoken(card).text(NAME) == "Friday 27 November 2026"
    assert spoken(card).text(DESCRIPTION) == "10:05. Priya opened it. 11:00."
    assert spoken(card).state().focusable


def test_a_box_to_write_in_tells_its_words_and_where_the_caret_is(
    qtbot: QtBot, stage: Stage
) -> None:
    editor = AnswerEditor(stage)
    qtbot.addWidget(editor)
    editor.setAccessibleName("What do you want to talk about?")
    editor.show_words(AuthoredText.by(BY_SAM, "Home"), 2)

    text = spoken(editor).textInterface()

    assert spoken(editor).role() == Role.EditableText
    assert spoken(editor).text(NAME) == "What do you want to talk about?"
    assert text is not None
    assert text.text(0, 4) == "Home"
    assert text.cursorPosition() == 2


def test_a_line_is_named_by_its_label_and_tells_what_is_wrong(
    qtbot: QtBot, stage: Stage
) -> None:
    field = LineField("Your name", "As you like to be called.")
    qtbot.addWidget(field)

    field.show_error("Please write a name.")

    assert spoken(field.box).text(NAME) == "Your name"
    assert spoken(field.box).text(DESCRIPTION) == (
        "Please write a name. As you like to be called."
    )


def test_a_passphrase_is_never_spoken(qtbot: QtBot, stage: Stage) -> None:
    field = PassphraseField(stage, "Your passphrase")
    qtbot.addWidget(field)
    field.field.box.setText("correct horse")

    heard = spoken(field.field.box)

    assert heard.state().passwordEdit
    assert "horse" not in heard.text(QAccessible.Text.Value)


def test_a_notice_can_take_the_focus_and_says_its_sentence(
    qtbot: QtBot, stage: Stage
) -> None:
    notice = Notice(stage, "These are Sam’s words.", "problem")
    qtbot.addWidget(notice)

    assert spoken(notice).role() == Role.Note
    assert spoken(notice).text(NAME) == "These are Sam’s words."
    assert spoken(notice).state().focusable


def test_a_status_keeps_its_words_readable_when_they_change(
    qtbot: QtBot, stage: Stage
) -> None:
    status = StatusLine(stage, "Saving")
    qtbot.addWidget(status)
    status.show()

    status.show_status("Saved", "saved")

    names = [
        spoken(status).child(at).text(NAME) for at in range(spoken(status).childCount())
    ]
    assert "Saved" in names


def test_a_label_is_plain_words_whatever_stands_in_it(
    qtbot: QtBot, stage: Stage
) -> None:
    label = text_label("<b>bold</b> & <img src=x>")
    qtbot.addWidget(label)

    assert spoken(label).text(NAME) == "<b>bold</b> & <img src=x>"


def test_a_list_names_each_line_and_what_its_buttons_are_for(
    qtbot: QtBot, stage: Stage
) -> None:
    topics = ItemList(stage, ListWords("My topics", "Something to talk about"))
    qtbot.addWidget(topics)
    topics.show_items((ItemView(AuthoredText.by(BY_SAM, "My dog")),))

    (row,) = topics.rows()

    assert spoken(topics).role() == Role.List
    assert spoken(row).text(NAME) == "Line 1"
    assert spoken(row.editor).text(NAME) == "Line 1"
    assert spoken(row.remove).text(NAME) == "Remove"
    assert spoken(row.remove).text(DESCRIPTION) == "Line 1"


def test_a_day_is_said_in_words(qtbot: QtBot, stage: Stage) -> None:
    choice = DateChoice(stage, "When shall we look again?")
    qtbot.addWidget(choice)

    choice.show_day(date(2026, 11, 26))

    assert choice.status.words == "Thursday 26 November 2026"
