"""A nurse writes for the patient, reads it back; staff answer; the patient differs."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.journeys.driver import WardComputer
from tests.journeys.stories import (
    begin_with_sam,
    open_form,
    save_paper,
    share_everything,
    text_of,
    words_in,
)

SAID = "I sleep better when the night staff knock first."
KEPT = "This stays with me."
VIEW = "We talked about the night staff."
OTHER_VIEW = "We did not talk about it."
READ_BACK = "Did Priya write what you said?"


def sit_down_together(pc: WardComputer) -> None:
    """Sam and Priya sit down together, on the first day."""
    pc.set_up_ward()
    pc.add_patient("Sam")
    pc.tick("Priya, Nurse")
    pc.press("Go on")


def priya_writes(pc: WardComputer, words: str) -> None:
    """Priya takes the pen for Sam and writes down what Sam says."""
    pc.press("Priya writes for Sam")
    pc.write(words)


def come_back(pc: WardComputer, *here: str) -> None:
    """Finish, and go on again with these people in the room."""
    pc.press("Finish and lock")
    pc.staff_return()
    pc.press("Sam")
    for person in here:
        pc.tick(person)
    pc.press("Go on")


def test_words_that_were_written_for_somebody_are_read_back_on_the_way(
    pc: WardComputer,
):
    sit_down_together(pc)
    open_form(pc, "My ward round")
    pc.press("Next")

    priya_writes(pc, SAID)
    assert pc.sees("Not yet agreed by Sam.")
    pc.press("Next")
    assert pc.heading == READ_BACK
    assert pc.sees(SAID)
    pc.press("Yes, that is right")

    assert pc.heading == "What was hard?"
    pc.press("Back")
    pc.press("Sam")
    assert pc.sees("Read back: Sam said “Yes, that is right.”")


def test_nearly_goes_back_to_the_words_and_asks_again_when_they_changed(
    pc: WardComputer,
):
    sit_down_together(pc)
    open_form(pc, "My ward round")
    pc.press("Next")
    priya_writes(pc, SAID)
    pc.press("Next")

    pc.press("Nearly. Change it")
    assert pc.heading == "What went well?"
    pc.box.moveCursor(pc.box.textCursor().MoveOperation.End)
    pc.write(" Not every night.")
    pc.press("Next")

    assert pc.heading == READ_BACK
    assert pc.sees(f"{SAID} Not every night.")


def test_no_stays_beside_the_words_and_not_now_asks_again_from_the_list(
    pc: WardComputer,
):
    sit_down_together(pc)
    open_form(pc, "My ward round")
    pc.press("Next")
    priya_writes(pc, SAID)
    pc.press("Next")
    pc.press("Not now")
    pc.press("All questions")
    assert any("Waits to be read back" in words for words in pc.all_words())

    pc.press("Read back Sam’s words")
    pc.press("No, I did not say that")

    assert pc.heading == "My ward round"
    pc.press("What went well?")
    pc.press("Sam")
    assert pc.sees("Read back: Sam said “No, I did not say that.”")


def test_handing_the_pen_back_asks_the_person_whose_words_they_are(pc: WardComputer):
    sit_down_together(pc)
    open_form(pc, "My ward round")
    pc.press("Next")
    priya_writes(pc, SAID)

    pc.press("Sam")

    assert pc.heading == READ_BACK


def sam_shares_what_priya_wrote(pc: WardComputer) -> None:
    """Priya writes for Sam; Sam agrees and shares it, and keeps something back."""
    sit_down_together(pc)
    open_form(pc, "My ward round")
    pc.press("Next")
    priya_writes(pc, SAID)
    pc.press("Next")
    pc.press("Yes, that is right")
    pc.press("All questions")
    pc.press("Check my words")
    share_everything(pc)
    pc.press("Go to the start")
    pc.press("My ward round")
    look_at(pc, "What was hard?")
    pc.press("Sam")
    pc.write(KEPT)
    pc.wait_until_saved()


def look_at(pc: WardComputer, question: str) -> None:
    """Go to a question by the list of all questions."""
    pc.press("All questions")
    pc.press(question)


def priya_looks_alone(pc: WardComputer) -> None:
    """Priya opens Sam's form while Sam is not there."""
    come_back(pc, "Sam", "Priya, Nurse")  # Sam's tick goes, Priya's comes
    assert pc.sees("You see only words that Sam has shared.")
    pc.press("My ward round")


def priya_adds_her_view(pc: WardComputer) -> None:
    """Priya writes beside what Sam said, and shares it."""
    look_at(pc, "What went well?")
    pc.write(VIEW)
    pc.press("All questions")
    pc.press("Check my words")
    share_everything(pc)


def test_staff_without_the_patient_see_what_was_shared_and_no_drafts(
    pc: WardComputer,
):
    sam_shares_what_priya_wrote(pc)

    priya_looks_alone(pc)

    look_at(pc, "What was hard?")
    assert not pc.sees(KEPT)
    look_at(pc, "What went well?")
    assert pc.card("Sam’s words").view.words == SAID
    pc.touch("Sam’s words")
    assert pc.notice == "These are Sam’s words. Only Sam can change them."


def test_a_patient_sees_what_is_new_and_says_that_they_see_it_differently(
    pc: WardComputer,
):
    sam_shares_what_priya_wrote(pc)
    priya_looks_alone(pc)
    priya_adds_her_view(pc)

    come_back(pc)
    pc.press("My ward round")
    pc.press("All questions")
    assert any("New words to read" in words for words in pc.all_words())
    pc.press("What went well?")
    assert pc.card("Priya’s words").view.new_words == "New"
    pc.press("I see it differently")
    pc.press("I see it differently")  # the view, on the screen that opened
    pc.write(OTHER_VIEW, pc.screen.editor)  # type: ignore[attr-defined]
    pc.press("Save and share")
    assert pc.sees("Sam sees it differently.")
    assert pc.sees(OTHER_VIEW)

    pc.press("All questions")
    pc.press("Check my words")
    paper = save_paper(pc)
    text, told = text_of(paper), words_in(paper)
    assert "Sam sees 1 thing differently from the team." in text
    assert text.index(SAID) < text.index(VIEW) < text.index(OTHER_VIEW)
    assert KEPT not in text
    answered = [one for one in told["questions"] if one["statements"]]
    assert [len(one["statements"]) for one in answered] == [2]


def test_a_patient_comes_back_to_where_they_were(pc: WardComputer):
    begin_with_sam(pc)
    open_form(pc, "My care plan")
    pc.press("Next")
    pc.press("Next")
    pc.write("Half a thou")
    heading = pc.heading

    come_back(pc)
    pc.press("My care plan")

    assert pc.heading == heading
    assert pc.box.words == "Half a thou"


def test_the_short_ward_round_asks_only_its_own_questions(pc: WardComputer):
    begin_with_sam(pc)
    pc.press("My ward round")

    pc.press("Short")
    pc.press("Start")

    assert pc.sees(f"Question 1 of {len(pc.questions)}")
    assert len(pc.questions) < 10


def test_single_questions_are_picked_by_hand(pc: WardComputer):
    begin_with_sam(pc)
    pc.press("My ward round")
    pc.press("All of them")

    pc.press("Choose questions")
    pc.press("What was hard?")
    pc.press("Keep these")

    assert not pc.sees("What was hard?")
    assert pc.sees("What went well?")


def test_an_honest_way_out_is_kept_and_can_be_taken_back(pc: WardComputer):
    begin_with_sam(pc)
    open_form(pc, "My ward round")

    pc.press("I don’t want to answer this")
    pc.press("Ask me later")
    pc.press("I don’t know")
    pc.press("All questions")
    states = [
        words for words in pc.all_words() if "I don’t" in words or "later" in words
    ]
    assert states == ["I don’t want to answer", "Ask me later", "I don’t know"]
    pc.press("How has my week been?")
    pc.press("Answer this after all")

    assert not pc.sees("Sam does not want to answer this.")


def test_undo_and_redo_ask_the_model(pc: WardComputer):
    begin_with_sam(pc)
    open_form(pc, "My care plan")
    pc.press("Next")
    pc.write("One two")

    pc.key(Qt.Key.Key_Z, ctrl=True)
    assert pc.box.words == "One "
    pc.press("Redo")

    assert pc.box.words == "One two"
