"""What cards say, who may take the pen, and what is offered on a card."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton

from coprod_desktop.gui.answers.pen_work import PenWork
from coprod_desktop.gui.card_views import CardViews
from coprod_desktop.gui.form_screen import FormScreen
from coprod_desktop.gui.going import going
from coprod_desktop.gui.opened import Opened
from coprod_desktop.gui.pen_choice import PenRows
from coprod_desktop.gui.picture_button import PictureButton
from coprod_desktop.gui.places import ToHome
from coprod_desktop.gui.question_cards import QuestionCards
from coprod_desktop.gui.screen import Frame
from coprod_desktop.gui.stage import Stage
from coprod_desktop.model.authored_text import Mode
from coprod_desktop.model.problem import NotYourWords
from coprod_desktop.model.said import WayOut
from tests.workspace.wards import Cast, card_of, own, scribe, write


def view_of(stage: Stage, opened: Opened, question: str, person):
    card = card_of(opened.document, question, person)
    return CardViews(stage.words, opened).written(card)


def test_a_card_says_who_wrote_it_down_and_that_it_is_not_agreed(
    stage: Stage, opened: Opened, cast: Cast
):
    opened.document.take_pen(scribe(cast.sam, cast.priya))
    write(opened.document, "went-well", "The walk.")

    view = view_of(stage, opened, "went-well", cast.sam)

    assert view.words == "The walk."
    assert view.manner == ("Said by Sam Example. Written down by Priya Sample (Nurse).")
    assert view.standing == "Not yet agreed by Sam Example.\nNot shared yet"


def test_a_summary_an_interpreter_and_own_hand_have_their_own_sentences(
    stage: Stage, opened: Opened, cast: Cast
):
    document = opened.document
    document.take_pen(own(cast.sam))
    write(document, "went-well", "Mine. ")
    document.take_pen(scribe(cast.sam, cast.priya, Mode.SUMMARISED))
    write(document, "went-well", "Shorter.")

    view = view_of(stage, opened, "went-well", cast.sam)

    assert view.manner == (
        "Sam Example wrote some of this. "
        "Said by Sam Example. Priya Sample (Nurse) wrote it shorter."
    )


def test_staff_words_say_the_job_and_choices_say_that_they_were_chosen(
    stage: Stage, opened: Opened, cast: Cast
):
    document = opened.document
    document.take_pen(own(cast.priya))
    write(document, "leave", "We can ask.")
    document.writing.choose("my-week", "good")

    wrote = view_of(stage, opened, "leave", cast.priya)
    chose = view_of(stage, opened, "my-week", cast.priya)

    assert wrote.manner == "Nurse. Priya Sample wrote this."
    assert chose.manner == "Nurse. Priya Sample chose this."
    assert [one.words for one in chose.pieces] == ["Good"]


def test_a_list_a_day_and_a_way_out_stand_on_a_card_in_words(
    stage: Stage, opened: Opened, cast: Cast
):
    document = opened.document
    document.take_pen(own(cast.sam))
    document.lists.add("people-in-room", "Robin")
    document.lists.mark("people-in-room", 0, "want")
    document.writing.choose("next-one", "2026-11-26")
    document.writing.take_way_out("went-well", WayOut.LATER)

    def words(question: str) -> list[str]:
        view = view_of(stage, opened, question, cast.sam)
        return [f"{one.number} {one.words} {one.mark}".strip() for one in view.pieces]

    assert words("people-in-room") == ["1. Robin I want them there"]
    assert words("next-one") == ["Thursday 26 November 2026"]
    assert words("went-well") == ["Sam Example wants to be asked later."]


def test_the_usual_pens_stand_in_one_row_and_the_others_behind_a_button(
    stage: Stage, opened: Opened
):
    rows = PenRows(stage, opened)

    usual = [one.view.title for one in rows.pens.buttons()]
    others = [one.view.title for one in rows.more_pens.buttons()]

    assert usual == [
        "Sam Example",
        "Priya Sample writes for Sam Example",
        "Priya Sample, Nurse",
        "Jo Example, Mum",
    ]
    assert others == [
        "Jo Example writes for Sam Example",
        "Priya Sample writes for Jo Example",
    ]
    assert rows.more_pens.isHidden()


def test_more_ways_to_write_are_shown_when_asked_for(stage: Stage, opened: Opened):
    rows = PenRows(stage, opened)

    rows.more.click()

    assert not rows.more_pens.isHidden()
    assert rows.more.isHidden()


def test_a_rarer_pen_that_is_held_stands_in_the_row(
    stage: Stage, opened: Opened, cast: Cast
):
    opened.document.take_pen(scribe(cast.sam, cast.jo))

    rows = PenRows(stage, opened)

    taken = [one.view.title for one in rows.pens.buttons() if one.view.is_taken]
    assert taken == ["Jo Example writes for Sam Example"]


def cards_of(stage: Stage, opened: Opened, question: str) -> QuestionCards:
    work = PenWork(opened, opened.question(question))
    return QuestionCards(stage, work, CardViews(stage.words, opened))


def names(cards: QuestionCards, person) -> list[str]:
    buttons = cards.card_of(person).findChildren(QAbstractButton)
    return [one.accessibleName() for one in buttons]


def test_a_scribe_is_offered_the_other_way_to_write(
    stage: Stage, opened: Opened, cast: Cast
):
    opened.document.take_pen(scribe(cast.sam, cast.priya))
    cards = cards_of(stage, opened, "went-well")
    asked: list[object] = []
    cards.pen_asked.connect(asked.append)

    offered = cards.card_of(cast.sam).findChildren(QAbstractButton)[-1]
    offered.click()

    assert offered.accessibleName() == "Write it shorter"
    assert asked == [scribe(cast.sam, cast.priya, Mode.SUMMARISED)]


def test_words_that_wait_can_be_read_back_from_their_card(
    stage: Stage, opened: Opened, cast: Cast
):
    opened.document.take_pen(scribe(cast.sam, cast.priya))
    write(opened.document, "went-well", "The walk.")
    opened.document.take_pen(own(cast.priya))

    cards = cards_of(stage, opened, "went-well")

    assert "Read it back" in names(cards, cast.sam)


def test_a_notice_stands_above_the_card_that_it_is_about(
    stage: Stage, opened: Opened, cast: Cast
):
    cards = cards_of(stage, opened, "went-well")

    cards.show_notice("First.")
    cards.show_notice("Only this one is left.")

    assert cards.notice is not None
    assert cards.notice.words == "Only this one is left."


def test_a_screen_of_a_form_tells_problems_with_the_name_of_the_owner(
    stage: Stage, opened: Opened, cast: Cast
):
    screen = FormScreen(stage, opened, Frame("A title", back=ToHome()))
    went: list[object] = []
    screen.went.connect(went.append)

    going(screen, ToHome())()

    told = screen.sentence(NotYourWords(cast.jo))
    assert told == "These are Jo Example’s words. Only Jo Example can change them."
    assert went == [ToHome()]


def test_a_picture_button_runs_what_it_says(stage: Stage, qtbot):
    pressed: list[str] = []
    button = PictureButton(
        stage, "Yes, that is right", "agree", lambda: pressed.append("yes")
    )
    qtbot.addWidget(button)

    button.click()

    assert button.accessibleName() == "Yes, that is right"
    assert pressed == ["yes"]
