"""What somebody says of how their own words came to be: on cards, and on a screen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from coprod_desktop.gui.answers.pen_work import PenWork
from coprod_desktop.gui.card_views import CardViews
from coprod_desktop.gui.opened import Opened
from coprod_desktop.gui.own_places import ToMark
from coprod_desktop.gui.places import ToCheck, ToQuestion
from coprod_desktop.gui.question_cards import QuestionCards
from coprod_desktop.gui.read_card import ReadCard
from coprod_desktop.gui.screen import Screen
from coprod_desktop.gui.screens.check_words import CheckWordsScreen
from coprod_desktop.gui.screens.mark import MarkScreen
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.mark_line import MarkLine
from coprod_desktop.model.documents import Mark, MarkKind, StatementId
from coprod_desktop.model.problem import Problem
from coprod_desktop.workspace.ward import Ward
from tests.workspace.wards import Cast, own, scribe, write

Share = Callable[..., StatementId]


@pytest.fixture
def share(opened: Opened) -> Share:
    """Shares an answer of somebody's own hand to a question."""

    def shared(person, question: str = "went-well") -> StatementId:
        document = opened.document
        document.take_pen(own(person))
        write(document, question, "The walk.")
        mine = [one for one in document.sharing.unshared() if one.voice == person]
        statement = document.sharing.share(mine)[0].statement
        assert statement is not None
        return statement.id

    return shared


def buttons(widget: QWidget) -> dict[str, QAbstractButton]:
    # Qt shows what was just laid out a moment later.
    QApplication.processEvents()
    found = widget.findChildren(QAbstractButton)
    return {one.accessibleName(): one for one in found if not one.isHidden()}


def marks_of(opened: Opened) -> tuple[Mark, ...]:
    """What Sam says of the shared answer."""
    statement = opened.document.cards("went-well")[0].statement
    assert statement is not None
    return statement.marks


def went(screen: Screen) -> list[object]:
    found: list[object] = []
    screen.went.connect(found.append)
    return found


def mark_screen(stage: Stage, opened: Opened, statement: StatementId) -> MarkScreen:
    place = ToMark(statement, ToQuestion("went-well"))
    return MarkScreen(stage, opened, place)


# --- Marks --------------------------------------------------------------------------


def test_who_is_here_can_say_that_something_is_wrong_with_their_own_words(
    stage: Stage, opened: Opened, cast: Cast, share: Share
):
    mine, hers = share(cast.sam), share(cast.priya)
    opened.document.take_pen(own(cast.sam))
    work = PenWork(opened, opened.question("went-well"))
    cards = QuestionCards(stage, work, CardViews(stage.words, opened))
    asked: list[object] = []
    cards.left_for.connect(asked.append)

    for person in (cast.sam, cast.priya):
        buttons(cards.card_of(person))["Something is wrong with this"].click()

    then = ToQuestion("went-well")
    assert asked == [ToMark(mine, then), ToMark(hers, then)]


def test_nobody_is_offered_to_mark_words_of_somebody_who_is_not_here(
    stage: Stage, ward: Ward, opened: Opened, cast: Cast, share: Share
):
    share(cast.sam)
    opened.document.close()
    away = ward.sit_down_about(cast.sam, (cast.priya,))
    document = Opened(away.open("ward-round"), away, ward)
    work = PenWork(document, document.question("went-well"))

    cards = QuestionCards(stage, work, CardViews(stage.words, document))
    screen = CheckWordsScreen(stage, document)

    assert "Something is wrong with this" not in buttons(cards)
    assert "Something is wrong with this" not in buttons(screen)
    document.document.close()


def test_the_check_screen_offers_it_beside_each_of_ones_own_shared_words(
    stage: Stage, opened: Opened, cast: Cast, share: Share
):
    statement = share(cast.sam)
    screen = CheckWordsScreen(stage, opened)
    asked = went(screen)

    buttons(screen)["Something is wrong with this"].click()

    assert asked == [ToMark(statement, ToCheck())]


def test_a_mark_stands_on_the_card_and_can_be_kept_off_paper_or_taken_back(
    stage: Stage, opened: Opened, cast: Cast, share: Share, qtbot: QtBot
):
    statement = share(cast.sam)
    screen = mark_screen(stage, opened, statement)
    qtbot.addWidget(screen)

    screen.tiles[MarkKind.PRESSED].click()

    (card,) = [one for one in screen.findChildren(ReadCard) if one.isVisibleTo(screen)]
    said = "Sam Example says: I was pressed to write this."
    assert [one.words for one in card.view.marks] == [said]
    assert list(screen.tiles) == [MarkKind.NOT_MINE]
    (pressed, off) = screen.printing[MarkKind.PRESSED].buttons()
    assert pressed.isChecked()
    off.click()
    (mark,) = marks_of(opened)
    assert not mark.is_printed
    buttons(screen)["Take it back"].click()
    assert marks_of(opened) == ()
    assert set(screen.tiles) == set(MarkKind)


def test_a_mark_that_staff_wrote_down_only_the_person_takes_back(
    stage: Stage, opened: Opened, cast: Cast, share: Share, qtbot: QtBot
):
    statement = share(cast.sam)
    opened.document.take_pen(scribe(cast.sam, cast.priya))
    screen = mark_screen(stage, opened, statement)
    qtbot.addWidget(screen)

    screen.tiles[MarkKind.NOT_MINE].click()

    assert "Take it back" not in buttons(screen)
    (mark,) = marks_of(opened)
    assert mark.by == cast.priya


def test_the_pen_goes_back_to_who_held_it(
    stage: Stage, opened: Opened, cast: Cast, share: Share
):
    statement = share(cast.sam)
    opened.document.take_pen(own(cast.priya))

    screen = mark_screen(stage, opened, statement)
    assert opened.document.pen == own(cast.sam)
    screen.left()

    assert opened.document.pen == own(cast.priya)


def test_what_could_not_be_said_is_told_and_nothing_changes(
    stage: Stage,
    opened: Opened,
    cast: Cast,
    share: Share,
    monkeypatch: pytest.MonkeyPatch,
):
    screen = mark_screen(stage, opened, share(cast.sam))

    def refuse(*_: object) -> None:
        raise Problem("store.disk_full")

    monkeypatch.setattr(opened.document.marks, "put", refuse)
    screen.tiles[MarkKind.PRESSED].click()

    assert screen._notice is not None
    assert screen._notice.words == stage.words.text("store.disk_full")
    assert set(screen.tiles) == set(MarkKind)


def test_marks_are_spoken_before_the_words_on_the_card_that_is_written_on(
    stage: Stage, opened: Opened, cast: Cast, share: Share
):
    statement = share(cast.sam)
    opened.document.take_pen(own(cast.sam))
    opened.document.marks.put(statement, MarkKind.NOT_MINE)
    work = PenWork(opened, opened.question("went-well"))

    cards = QuestionCards(stage, work, CardViews(stage.words, opened))

    card = cards.card_of(cast.sam)
    said = "Sam Example says: I did not write this."
    assert card.accessibleName() == "Sam Example’s words"
    assert card.accessibleDescription() == f"Sam Example is writing {said}"
    (line,) = card.findChildren(MarkLine)
    heard = QAccessible.queryAccessibleInterface(line)
    assert heard is not None
    assert heard.text(QAccessible.Text.Name) == said
