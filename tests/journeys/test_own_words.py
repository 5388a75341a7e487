"""Saying what is wrong with words, and what is not fair; reading who has looked."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from coprod_desktop.gui.free_screen import FreeScreen
from coprod_desktop.gui.screens.own_log import OwnLogScreen
from coprod_desktop.gui.widgets.day_card import DayCard
from tests.journeys.driver import WardComputer
from tests.journeys.hands import Hands, KeyHands, MouseHands
from tests.journeys.stories import (
    begin_with_sam,
    open_form,
    save_paper,
    share_everything,
    text_of,
    words_in,
)
from tests.journeys.test_written_for_the_patient import come_back

NOT_FAIR = "Something is not fair here"


def say(pc: WardComputer, words: str) -> None:
    """Type into the box of a screen that belongs to no form."""
    screen = pc.screen
    assert isinstance(screen, FreeScreen), pc.heading
    pc.write(words, screen.card.editor)


def share_one_answer(pc: WardComputer, words: str) -> None:
    """Sam writes one answer of the care plan and shares it."""
    open_form(pc, "My care plan")
    pc.press("Next")
    pc.write(words)
    pc.press("All questions")
    pc.press("Check my words")
    share_everything(pc)
    pc.press("Go to the start")


def saved(pc: WardComputer) -> Path:
    """The file that was saved last."""
    name = pc.answers.names[-1]
    assert "Sam" not in name
    return pc.answers.folder / name


def test_a_patient_says_that_they_were_pressed_and_it_stands_on_paper(
    pc: WardComputer,
):
    pc.hands = KeyHands()
    begin_with_sam(pc)
    share_one_answer(pc, "I am happy to stay.")
    come_back(pc)
    pc.press("My care plan")

    pc.press("Something is wrong with this")
    assert pc.heading == "What is wrong with this?"
    assert pc.sees("Everybody who reads your words will read this beside them.")
    pc.press("I was pressed to write this")
    assert pc.notice == "It stands beside your words now, on the screen and on paper."
    pc.press("Done")

    said = "Sam says: I was pressed to write this."
    assert [one.words for one in pc.card("Sam’s words").view.marks] == [said]
    pc.press("All questions")
    pc.press("Check my words")
    assert pc.sees(said)
    text = text_of(save_paper(pc))
    assert text.count(said) >= 1
    assert text.index(said) < text.index("I am happy to stay.")


def test_a_mark_that_is_kept_off_paper_still_shows_and_can_be_taken_back(
    pc: WardComputer,
):
    begin_with_sam(pc)
    share_one_answer(pc, "I am happy to stay.")
    pc.press("My care plan")
    pc.press("Something is wrong with this")
    pc.press("I did not write this")

    pc.press("Keep it off paper")
    pc.press("Done")
    pc.press("All questions")
    pc.press("Check my words")
    paper = save_paper(pc)
    assert "I did not write this" not in text_of(paper)
    (question,) = words_in(paper)["questions"]
    assert question["statements"][0]["marks"] == []
    pc.press("Back")
    pc.press("Something is wrong with this")
    assert pc.sees("You said: I did not write this")
    pc.press("Take it back")

    assert pc.notice == "You took it back. The record keeps that you said it."
    assert not pc.sees("You said: I did not write this")


@pytest.mark.parametrize("hands", [MouseHands(), KeyHands()], ids=["mouse", "keys"])
def test_what_the_meeting_is_told_is_answered_and_stays_for_good(
    pc: WardComputer, hands: Hands
):
    pc.hands = hands
    begin_with_sam(pc)
    open_form(pc, "My care plan")
    heading = pc.heading

    pc.press(NOT_FAIR)
    say(pc, "The door to the garden is locked.")
    pc.press("Choose who sees it")
    pc.press("Tell the meeting")
    assert pc.heading == "The meeting will hear this"
    pc.press("Go back to where I was")
    assert pc.heading == heading
    come_back(pc, "Sam", "Priya, Nurse")  # Sam's tick goes, Priya's comes
    pc.press("What is not fair here")
    assert not pc.sees("Throw it away")
    pc.press("Answer this")
    say(pc, "I did not know. I will ask today.")
    pc.press("Share my answer")
    come_back(pc)

    pc.press("What is not fair here")
    assert pc.card("Sam’s words").view.words == "The door to the garden is locked."
    assert pc.card("Priya’s words").view.words == "I did not know. I will ask today."
    assert pc.sees("It has an answer.")
    assert not pc.sees("Throw it away")


def test_what_is_for_the_advocate_is_printed_and_nobody_else_reads_it(
    pc: WardComputer,
):
    pc.hands = KeyHands()
    begin_with_sam(pc)

    pc.press(NOT_FAIR)
    say(pc, "My visits were cut short.")
    pc.press("Choose who sees it")
    pc.press("Print it for my advocate")
    assert pc.heading == "A page for my advocate"
    pc.press("Save as a file")
    pc.press("Print")

    text = text_of(saved(pc))
    assert pc.answers.printed.exists()
    assert "From Sam, for the advocate." in text
    assert "My visits were cut short." in text
    assert pc.answers.titles == ["Care document"]
    come_back(pc, "Sam", "Priya, Nurse")
    assert not pc.sees("What is not fair here")
    pc.press(NOT_FAIR)
    assert not pc.sees("My visits were cut short.")


def test_a_private_flag_is_there_after_the_computer_was_locked_and_can_be_told(
    pc: WardComputer,
):
    begin_with_sam(pc)
    pc.press(NOT_FAIR)
    say(pc, "Nobody knocks.")

    come_back(pc)
    pc.press("What is not fair here")
    assert pc.sees("Nobody knocks.")
    pc.press("Go on with this")
    say(pc, " Not even at night.")
    pc.press("Choose who sees it")
    pc.press("Tell the meeting")
    pc.press("What was said before")

    assert pc.sees("Nobody knocks. Not even at night.")
    assert not pc.sees("Kept by Sam")


def test_it_is_written_down_with_staff_word_for_word(pc: WardComputer):
    pc.set_up_ward()
    pc.add_patient("Sam")
    pc.tick("Priya, Nurse")
    pc.press("Go on")

    pc.press(NOT_FAIR)
    pc.press("Priya writes for Sam")
    say(pc, "They never ask me.")
    pc.press("Choose who sees it")
    pc.press("Tell the meeting")
    pc.press("What was said before")

    card = pc.card("Sam’s words").view
    assert card.manner == "Said by Sam. Written down by Priya (Nurse)."
    assert "Not yet agreed by Sam." in card.standing


def test_a_patient_reads_who_has_seen_their_words_the_new_first_and_prints_it(
    pc: WardComputer,
):
    pc.hands = KeyHands()
    begin_with_sam(pc)
    share_one_answer(pc, "Give me time.")
    come_back(pc, "Sam", "Priya, Nurse")
    assert not pc.sees("Who has seen my words")
    pc.press("My care plan")
    come_back(pc)

    assert any("1 new thing" in one for one in pc.all_words())
    pc.press("Who has seen my words")
    assert isinstance(pc.screen, OwnLogScreen)
    assert pc.sees("New since you last looked")
    first, second = (one.view.lines for one in pc.screen.days)
    assert first[0].words.endswith("Priya opened “My care plan”.")
    assert any("You shared 1 answer" in one.words for one in second)
    pc.press("Print or save")
    pc.press("Save as a file")
    assert "Priya opened “My care plan”." in text_of(saved(pc))
    pc.press("Print")
    assert pc.answers.printed.exists()
    pc.press("Back")

    assert pc.sees("Nothing is new since you last looked.")


def test_each_day_of_the_log_is_reached_by_tab_and_comes_into_sight(pc: WardComputer):
    pc.hands = KeyHands()
    begin_with_sam(pc)
    share_one_answer(pc, "Give me time.")
    pc.window.resize(1024, 600)
    pc.program.stage.board.set_text_pt(48)
    pc.press("Who has seen my words")

    for day in pc.screen.findChildren(DayCard):
        pc.hands.reach(day)
        QTest.keyClick(day, Qt.Key.Key_PageDown)
        assert not day.visibleRegion().isEmpty()
