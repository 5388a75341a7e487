"""What is not fair, and who has seen my words, screen by screen."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from coprod_desktop.gui.answers.free_card import FreeCard
from coprod_desktop.gui.answers.free_work import FreeWork, WardPeople
from coprod_desktop.gui.flag_views import FlagViews
from coprod_desktop.gui.log_views import PICTURES, day_views
from coprod_desktop.gui.opened import Opened
from coprod_desktop.gui.own_places import ToNotFair, ToNotFairList
from coprod_desktop.gui.read_card import ReadCard
from coprod_desktop.gui.screen import Screen
from coprod_desktop.gui.screens.not_fair_list import (
    KeptView,
    NotFairListScreen,
    ToldView,
)
from coprod_desktop.gui.screens.own_log import (
    DAYS_AT_ONCE,
    OwnLogScreen,
    OwnLogView,
)
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.day_card import DayView, LineView
from coprod_desktop.model.documents import FlagId
from coprod_desktop.model.own_log import Happened
from coprod_desktop.workspace.flags import FlagTo
from coprod_desktop.workspace.sitting import Sitting
from coprod_desktop.workspace.ward import Ward
from tests.workspace.wards import Cast, own, scribe, write


def buttons(widget: QWidget) -> dict[str, QAbstractButton]:
    # Qt shows what was just laid out a moment later.
    QApplication.processEvents()
    found = widget.findChildren(QAbstractButton)
    return {one.accessibleName(): one for one in found if not one.isHidden()}


def went(screen: Screen) -> list[object]:
    found: list[object] = []
    screen.went.connect(found.append)
    return found


# --- What is not fair ----------------------------------------------------------------


@pytest.fixture
def free_work(ward: Ward, sitting: Sitting):
    """The pen at work on something that is not fair."""
    writing = sitting.not_fair.begin()
    yield FreeWork(writing, WardPeople(lambda: ward.people), sitting.patient.id)
    sitting.not_fair.leave()


def test_what_is_not_fair_is_written_with_a_pen_and_undone(
    stage: Stage, cast: Cast, free_work: FreeWork, qtbot: QtBot
):
    card = FreeCard(stage, free_work, "Something is not fair here")
    qtbot.addWidget(card)
    qtbot.keyClicks(card.editor, "The door")

    assert free_work.writing.text.text == "The door"
    asked = "Something is not fair here"
    assert card.editor.accessibleName() == stage.words.text(
        "question.answer_of", name="Sam Example", question=asked
    )
    card.undo_button.click()
    card.undo_button.click()
    assert card.editor.words == ""
    card.redo_button.click()
    assert card.editor.words == "The "
    card.pens.pens.taken.emit(own(cast.priya))

    assert card.card.view.label == "Priya Sample’s words"
    assert card.editor.words == ""


def test_a_scribe_is_told_calmly_whose_words_they_are(
    stage: Stage, cast: Cast, free_work: FreeWork, qtbot: QtBot
):
    card = FreeCard(stage, free_work, "Something is not fair here")
    qtbot.addWidget(card)
    qtbot.keyClicks(card.editor, "Mine")
    card.pens.pens.taken.emit(scribe(cast.sam, cast.priya))
    card.editor.selectAll()

    qtbot.keyClicks(card.editor, "x")

    assert card.editor.words == "Mine"
    assert card.notice is not None
    assert card.notice.words == (
        "These are Sam Example’s words. Only Sam Example can change them."
    )
    card.pens.pens.taken.emit(own(cast.sam))
    assert card.notice is None


def a_flag(stage: Stage, ward: Ward, cast: Cast) -> tuple[ToldView, KeptView]:
    """Something that was told and answered, and something that was kept."""
    flags = ward.flags
    told = flags.raise_flag(cast.sam, own(cast.sam), "Told", FlagTo.MEETING)
    flags.answer(told, cast.priya, "Answered")
    flags.raise_flag(cast.sam, own(cast.sam), "Kept", FlagTo.PRIVATE)
    people = WardPeople(lambda: ward.people)
    zone = stage.clock().tzinfo
    assert zone is not None
    views = FlagViews(stage.words, people, zone)
    (flag,), (kept,) = flags.of(cast.sam), flags.private(cast.sam)
    answers = tuple(views.answer(one) for one in flag.answers)
    return (
        ToldView(flag.id, views.told(flag), answers, may_answer=True),
        KeptView(kept.id, "Sam", views.kept(kept), lambda: flags.erase(kept)),
    )


def test_flags_and_answers_are_spoken_with_whose_they_are_and_how_they_stand(
    stage: Stage, ward: Ward, cast: Cast, qtbot: QtBot
):
    told, kept = a_flag(stage, ward, cast)
    screen = NotFairListScreen(stage, (told,), (kept,), is_alone=True)
    qtbot.addWidget(screen)

    heard = [
        (one.accessibleName(), one.accessibleDescription())
        for one in screen.findChildren(ReadCard)
    ]

    day = "Monday 2 March 2026"
    told_on = f"Told to the meeting on {day}. It has an answer."
    sam, priya = "Sam Example’s words", "Priya Sample’s words"
    assert heard == [
        (sam, f"Sam Example wrote this. Told {told_on}"),
        (priya, f"Nurse. Priya Sample wrote this. Answered Answered on {day}."),
        (sam, f"Sam Example wrote this. Kept Kept private. Written on {day}."),
    ]


def test_what_was_kept_shows_only_when_asked_for_while_others_are_here(
    stage: Stage, ward: Ward, cast: Cast, qtbot: QtBot
):
    told, kept = a_flag(stage, ward, cast)
    screen = NotFairListScreen(stage, (told,), (kept,), is_alone=False)
    qtbot.addWidget(screen)
    screen.show()

    def words() -> list[str]:
        cards = screen.findChildren(ReadCard)
        return [one.view.words for one in cards if one.isVisible()]

    assert words() == ["Told", "Answered"]
    buttons(screen)["Show what Sam kept"].click()

    assert words() == ["Told", "Answered", "Kept"]


def test_throwing_away_asks_once_more_and_nobody_can_throw_away_what_was_told(
    stage: Stage, ward: Ward, cast: Cast, qtbot: QtBot
):
    told, kept = a_flag(stage, ward, cast)
    screen = NotFairListScreen(stage, (told,), (kept,), is_alone=True)
    qtbot.addWidget(screen)
    screen.show()
    asked = went(screen)
    names = [one.accessibleName() for one in screen.findChildren(QAbstractButton)]
    assert names.count("Throw it away") == 1

    buttons(screen)["Throw it away"].click()
    assert len(ward.flags.private(cast.sam)) == 1
    buttons(screen)["Yes, throw it away"].click()

    assert ward.flags.private(cast.sam) == ()
    assert len(ward.flags.of(cast.sam)) == 1
    assert asked == [ToNotFairList()]


def test_what_was_kept_is_kept_when_somebody_changes_their_mind(
    stage: Stage, ward: Ward, cast: Cast, qtbot: QtBot
):
    _, kept = a_flag(stage, ward, cast)
    screen = NotFairListScreen(stage, (), (kept,), is_alone=True)
    qtbot.addWidget(screen)
    asked = went(screen)

    buttons(screen)["Go on with this"].click()
    buttons(screen)["Throw it away"].click()
    buttons(screen)["No, keep it"].click()

    assert asked == [ToNotFair(kept.id), ToNotFairList()]
    assert len(ward.flags.private(cast.sam)) == 1


def test_a_list_with_nothing_in_it_says_so(stage: Stage, qtbot: QtBot):
    screen = NotFairListScreen(stage, (), (), is_alone=True)
    qtbot.addWidget(screen)

    assert screen.findChildren(ReadCard) == []
    assert FlagId("x") not in went(screen)


# --- Who has seen my words ------------------------------------------------------------


def test_everything_that_can_happen_has_a_picture(stage: Stage):
    assert set(PICTURES) == set(Happened)
    assert all(stage.pictures.has(one) for one in PICTURES.values())


def test_the_log_shows_what_is_new_first_and_earlier_days_when_asked(
    stage: Stage, qtbot: QtBot
):
    days = tuple(DayView(f"Day {n}", (LineView("09:00", "eye"),)) for n in range(20))
    screen = OwnLogScreen(stage, OwnLogView(days[:1], days[1:]))
    qtbot.addWidget(screen)
    screen.show()

    assert len(screen.days) == 1 + DAYS_AT_ONCE
    screen.more.click()
    assert [one.view.day for one in screen.days][:2] == ["Day 0", "Day 1"]
    screen.more.click()

    assert len(screen.days) == 20
    assert screen.more.isHidden()


def test_lines_are_told_by_day_with_their_time(
    stage: Stage, ward: Ward, opened: Opened, cast: Cast
):
    document = opened.document
    write(document, "went-well", "The walk.")
    document.sharing.share(document.sharing.unshared())
    lines = ward.own_log.lines(cast.sam)

    (day,) = day_views(stage.words, lines)

    assert day.day == "Monday 2 March 2026"
    assert day.lines[0].words.startswith("09:00: You shared 1 answer in")
    assert day.lines[0].picture == "share"
