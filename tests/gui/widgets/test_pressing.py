"""Buttons, pens, options, lists and days: pressed by mouse and by keys."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.answer_editor import AnswerEditor
from coprod_desktop.gui.widgets.big_button import BigButton
from coprod_desktop.gui.widgets.choice_grid import ChoiceGrid, OptionView
from coprod_desktop.gui.widgets.date_choice import DateChoice, moved
from coprod_desktop.gui.widgets.item_list import ItemList, ListWords
from coprod_desktop.gui.widgets.item_row import ItemView
from coprod_desktop.gui.widgets.line_field import LineField
from coprod_desktop.gui.widgets.passphrase import PassphraseField
from coprod_desktop.gui.widgets.pen_bar import PenBar
from coprod_desktop.gui.widgets.text_size import TextSizePanel
from coprod_desktop.gui.widgets.top_bar import AtHand, TopBar
from coprod_desktop.model.authored_text import AuthoredText
from tests.gui.widgets.sheet import PENS
from tests.gui.widgets.writing import BY_SAM

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def show(qtbot: QtBot, stage: Stage) -> Callable[..., QWidget]:
    kept: list[QWidget] = []

    def shown(*widgets: QWidget) -> QWidget:
        parent = QWidget()
        kept.append(parent)
        qtbot.addWidget(parent)
        row = QHBoxLayout(parent)
        for widget in widgets:
            row.addWidget(widget)
        parent.resize(1200, 600)
        parent.show()
        parent.activateWindow()
        qtbot.waitUntil(parent.isActiveWindow)
        return parent

    return shown


def items(*words: str) -> tuple[ItemView, ...]:
    return tuple(ItemView(AuthoredText.by(BY_SAM, one)) for one in words)


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_space_and_enter_press_a_button_once(
    stage: Stage, show: Callable[..., QWidget], key: Qt.Key
) -> None:
    pressed: list[str] = []
    button = BigButton(stage, "Next", "next", "main", lambda: pressed.append("next"))
    show(button)
    button.setFocus()

    QTest.keyClick(button, key)

    assert pressed == ["next"]


def test_a_button_acts_when_it_is_let_go_and_not_when_the_hand_slips_off(
    stage: Stage, show: Callable[..., QWidget]
) -> None:
    pressed: list[str] = []
    button = BigButton(stage, "Next", run=lambda: pressed.append("next"))
    show(button)

    QTest.mousePress(button, LEFT)
    before = list(pressed)
    QTest.mouseMove(button, QPoint(-50, -50))
    QTest.mouseRelease(button, LEFT, pos=QPoint(-50, -50))
    slipped = list(pressed)
    QTest.mouseClick(button, LEFT)

    assert (before, slipped, pressed) == ([], [], ["next"])


def test_arrows_move_between_neighbours_and_take_nothing(
    stage: Stage, show: Callable[..., QWidget]
) -> None:
    bar = PenBar(stage)
    taken: list[object] = []
    bar.taken.connect(taken.append)
    bar.show_pens(PENS)
    show(bar)
    buttons = bar.buttons()
    buttons[0].setFocus()

    QTest.keyClick(buttons[0], Qt.Key.Key_Right)
    after_right = buttons[1].hasFocus()
    QTest.keyClick(buttons[1], Qt.Key.Key_Left)

    assert after_right
    assert buttons[0].hasFocus()
    assert taken == []


def test_a_pen_is_asked_for_and_shown_as_taken_only_by_its_owner(
    stage: Stage, show: Callable[..., QWidget]
) -> None:
    bar = PenBar(stage)
    taken: list[object] = []
    bar.taken.connect(taken.append)
    bar.show_pens(PENS)
    show(bar)
    sam, _, priya, _ = bar.buttons()

    QTest.mouseClick(priya, LEFT)
    QTest.mouseClick(sam, LEFT)  # has the pen already

    assert taken == ["priya"]
    assert sam.isChecked()
    assert not priya.isChecked()


def test_showing_pens_again_keeps_the_focus_where_it_was(
    stage: Stage, show: Callable[..., QWidget]
) -> None:
    bar = PenBar(stage)
    bar.show_pens(PENS)
    show(bar)
    bar.buttons()[2].setFocus()

    bar.show_pens(PENS)

    assert bar.buttons()[2].hasFocus()


def test_a_pick_is_told_and_the_owner_shows_what_came_of_it(
    stage: Stage, show: Callable[..., QWidget]
) -> None:
    def options(picked: str) -> tuple[OptionView, ...]:
        return tuple(OptionView(one, one, one, one == picked) for one in ("yes", "no"))

    grid = ChoiceGrid(stage, options("yes"))
    told: list[str] = []
    grid.picked.connect(told.append)
    show(grid)
    yes, no = grid.buttons()

    QTest.mouseClick(no, LEFT)
    before = (yes.isChecked(), no.isChecked())
    grid.show_options(options("no"))
    grid.show_options(options("no"))
    after = (yes.isChecked(), no.isChecked())
    grid.show_options(options(""))

    assert told == ["no"]
    assert before == (True, False)
    assert after == (False, True)
    assert not any(one.isChecked() for one in grid.buttons())


@pytest.mark.parametrize("many", [False, True], ids=["one of them", "many"])
def test_assistive_technology_picks_as_a_press_does(
    stage: Stage, show: Callable[..., QWidget], qtbot: QtBot, many: bool
) -> None:
    options = tuple(OptionView(one, one, one, one == "yes") for one in ("yes", "no"))
    grid = ChoiceGrid(stage, options, many=many)
    told: list[str] = []
    grid.picked.connect(told.append)
    show(grid)
    yes, no = grid.buttons()

    for button in (no, yes):
        spoken = QAccessible.queryAccessibleInterface(button)
        spoken.actionInterface().doAction("Toggle")
        at_once = (yes.isChecked(), no.isChecked())
        assert at_once == (True, False), "only the owner shows what came of it"
    # Also of the one that is chosen: whether it can be taken back is the owner's.
    qtbot.waitUntil(lambda: told == ["no", "yes"])


def test_a_line_is_added_once_and_the_place_to_write_is_empty_again(
    stage: Stage, show: Callable[..., QWidget]
) -> None:
    topics = ItemList(stage, ListWords("My topics", "Something to talk about"))
    added: list[str] = []
    topics.added.connect(added.append)
    show(topics)
    QTest.keyClicks(topics.adding.box, " my dog ")

    QTest.keyClick(topics.adding.box, Qt.Key.Key_Return)
    topics.add_what_is_written()

    assert added == ["my dog"]
    assert topics.adding.text() == ""


def test_moving_a_line_keeps_the_focus_on_it(
    stage: Stage, show: Callable[..., QWidget]
) -> None:
    topics = ItemList(stage, ListWords("My topics", "Something to talk about"))
    topics.show_items(items("home", "dog", "tablets"))
    topics.moved.connect(lambda *_: topics.show_items(items("dog", "home", "tablets")))
    show(topics)
    home, second, _ = topics.rows()
    home.down.setFocus()

    QTest.keyClick(home.down, Qt.Key.Key_Space)

    assert second.editor.words == "home"
    assert second.down.hasFocus()


def test_removing_the_last_line_leaves_the_focus_at_the_place_to_add(
    stage: Stage, show: Callable[..., QWidget]
) -> None:
    topics = ItemList(stage, ListWords("My topics", "Something to talk about"))
    topics.show_items(items("home"))
    topics.removed.connect(lambda _: topics.show_items(()))
    show(topics)
    (row,) = topics.rows()

    QTest.mouseClick(row.remove, LEFT)

    assert topics.rows() == ()
    assert topics.adding.box.hasFocus()


def test_a_line_s_own_box_is_handed_to_the_owner(
    stage: Stage, show: Callable[..., QWidget]
) -> None:
    boxes: list[tuple[int, AnswerEditor]] = []
    topics = ItemList(
        stage,
        ListWords("My topics", "Something to talk about"),
        lambda number, box: boxes.append((number, box)),
    )

    topics.show_items(items("home", "dog"))
    show(topics)

    assert [number for number, _ in boxes] == [0, 1]
    assert boxes[1][1].words == "dog"


def test_a_day_is_told_in_iso_form(stage: Stage, show: Callable[..., QWidget]) -> None:
    choice = DateChoice(stage, "When?")
    told: list[str] = []
    choice.picked.connect(told.append)
    show(choice)

    QTest.mouseClick(choice.quick.buttons()[1], LEFT)
    choice.show_day(date(2026, 3, 31))
    QTest.mouseClick(choice.steps[5], LEFT)

    assert told == ["2026-03-03", "2026-04-30"]


def test_a_month_before_the_end_of_march_is_the_end_of_february() -> None:
    assert moved(date(2028, 3, 31), 0, -1) == date(2028, 2, 29)
    assert moved(date(2026, 12, 31), 1, 0) == date(2027, 1, 1)


def test_a_passphrase_can_be_shown_pasted_and_hidden_again(
    stage: Stage, show: Callable[..., QWidget]
) -> None:
    field = PassphraseField(stage, "Your passphrase")
    show(field)
    field.field.box.setText("  correct  horse ")

    QTest.mouseClick(field.toggle, LEFT)
    readable = field.is_readable
    shown_words = field.toggle.words
    field.clear()

    assert readable
    assert shown_words == "Hide what I type"
    assert field.field.box.echoMode() == QLineEdit.EchoMode.Password
    assert field.text() == ""


def test_what_is_wrong_goes_away_when_the_line_is_mended(
    stage: Stage, show: Callable[..., QWidget]
) -> None:
    field = LineField("Your name")
    show(field)
    field.show_error("Please write a name.")

    QTest.keyClicks(field.box, "S")

    assert field.box.accessibleDescription() == ""


def test_bigger_and_smaller_stop_at_their_ends(
    stage: Stage, show: Callable[..., QWidget]
) -> None:
    panel = TextSizePanel(stage)
    show(panel)

    for _ in range(12):
        panel.bigger.click()
    biggest = stage.look.text_pt
    for _ in range(12):
        panel.smaller.click()

    assert (biggest, stage.look.text_pt) == (48, 14)
    assert not panel.smaller.isEnabled()
    assert panel.status.words == "Text size is 14."


def test_finish_and_lock_is_offered_only_while_a_ward_is_open(
    qtbot: QtBot, stage: Stage, show: Callable[..., QWidget]
) -> None:
    bar = TopBar(stage, "My ward round")
    show(bar)

    bar.set_open(is_open=False)
    hidden = not bar.lock.isVisible()
    bar.set_open(is_open=True)

    assert hidden
    with qtbot.waitSignal(bar.asked, check_params_cb=lambda what: what == AtHand.LOCK):
        QTest.mouseClick(bar.lock, LEFT)


def test_a_picture_without_a_meaning_of_ours_is_refused(stage: Stage) -> None:
    with pytest.raises(KeyError):
        stage.pictures.pixmap("unicorn", 32)


def test_arrows_along_the_line_turn_round_and_others_do_not(stage: Stage) -> None:
    shelf = stage.pictures

    back = shelf.pixmap("back", 48).toImage()
    turned = shelf.pixmap("back", 48, is_turned=True).toImage()
    lock = shelf.pixmap("lock", 48).toImage()

    assert back != turned
    assert lock == shelf.pixmap("lock", 48, is_turned=True).toImage()
