"""The whole way for each form, typed by the patient, with mouse and by keys alone."""

from __future__ import annotations

import pikepdf
import pytest

from tests.journeys.driver import WardComputer
from tests.journeys.hands import Hands, KeyHands, MouseHands
from tests.journeys.stories import (
    OWN_WORDS,
    answer_every_question,
    begin_with_sam,
    open_form,
    save_paper,
    share_everything,
    text_of,
    words_in,
)

FORMS = ("My ward round", "My care plan", "My CPA meeting")


@pytest.mark.parametrize("hands", [MouseHands(), KeyHands()], ids=["mouse", "keys"])
@pytest.mark.parametrize("title", FORMS)
def test_a_patient_answers_a_whole_form_shares_it_and_has_it_on_paper(
    pc: WardComputer, title: str, hands: Hands
):
    pc.hands = hands

    begin_with_sam(pc)
    open_form(pc, title)
    asked = pc.questions
    count = answer_every_question(pc)
    assert pc.heading == "Check your words"
    assert pc.sees(OWN_WORDS.format(number=count))
    assert pc.sees("Not shared yet")
    share_everything(pc)
    assert pc.heading == "Shared"
    paper = save_paper(pc)
    pc.press("Print")

    text = text_of(paper)
    told = words_in(paper)
    assert count == len(asked) > 15
    assert all(OWN_WORDS.format(number=n + 1) in text for n in range(count))
    assert text.count("words Sam wrote this.") + text.count("Sam chose this") >= count
    assert len([one for one in told["questions"] if one["statements"]]) == count
    assert "Sam" not in paper.name
    assert pc.answers.titles == ["Care document"]
    with pikepdf.open(paper) as saved, pikepdf.open(pc.answers.printed) as printed:
        assert len(saved.pages) == len(printed.pages)
