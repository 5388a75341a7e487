"""Words that were not shared can be rubbed out for good, after being asked."""

from __future__ import annotations

import pytest

from coprod_desktop.gui.screens.question import QuestionScreen
from coprod_desktop.gui.screens.rub_out import RubOutScreen
from coprod_desktop.model.problem import Problem
from tests.journeys.driver import WardComputer
from tests.journeys.hands import Hands, KeyHands, MouseHands
from tests.journeys.stories import begin_with_sam, open_form, share_everything

CANARY = "canary words that nobody should keep"


@pytest.mark.parametrize("hands", [MouseHands(), KeyHands()], ids=["mouse", "keys"])
def test_a_patient_rubs_out_what_was_never_shared(pc: WardComputer, hands: Hands):
    pc.hands = hands
    begin_with_sam(pc)
    open_form(pc, "My care plan")
    question = pc.question.work.question.id
    offered_before = pc.question.rub_out.isVisible()
    pc.write(CANARY)
    pc.press("Rub out for good")
    assert isinstance(pc.screen, RubOutScreen)
    assert pc.sees(CANARY)
    assert not pc.sees("What you shared before stays in the record.")

    pc.press("Rub them out for good")

    assert not offered_before
    assert pc.box.words == ""
    assert not pc.question.rub_out.isVisible()
    assert not pc.question.undo_button.isEnabled()
    document = pc.opened.document.id
    sam = pc.opened.document.patient.id
    drafts = pc.program.routes.session.ward.store.drafts.of(document, [sam])
    assert [one for one in drafts if one.question == question] == []


def test_whoever_thinks_again_keeps_their_words(pc: WardComputer):
    begin_with_sam(pc)
    open_form(pc, "My care plan")
    pc.write("I keep this.")
    pc.press("Rub out for good")

    pc.press("Keep my words")

    assert isinstance(pc.screen, QuestionScreen)
    assert pc.box.words == "I keep this."


def test_what_was_shared_before_stands_again(pc: WardComputer):
    begin_with_sam(pc)
    open_form(pc, "My care plan")
    pc.write("Shared words.")
    pc.press("All questions")
    pc.press("Check my words")
    share_everything(pc)
    pc.press("Go to the start")
    pc.press("My care plan")
    pc.write(" More that is not shared.")
    pc.press("Rub out for good")
    assert pc.sees("What you shared before stays in the record.")

    pc.press("Rub them out for good")

    assert pc.box.words == "Shared words."


def test_words_that_cannot_be_rubbed_out_stay_and_it_is_said(
    pc: WardComputer, monkeypatch: pytest.MonkeyPatch
):
    begin_with_sam(pc)
    open_form(pc, "My care plan")
    pc.write("Words.")
    pc.press("Rub out for good")

    def refuse(_: str) -> None:
        raise Problem("store.disk_full")

    monkeypatch.setattr(pc.opened.document.writing, "erase", refuse)
    pc.press("Rub them out for good")

    assert isinstance(pc.screen, RubOutScreen)
    assert pc.sees(pc.words.text("store.disk_full"))
