"""The whole way by a mouse alone: no key, no drag, no words that are typed."""

from __future__ import annotations

from coprod_desktop.gui.screens.home import HomeScreen
from coprod_desktop.gui.screens.phrases import PhrasesScreen
from coprod_desktop.model.forms import QuestionKind
from tests.journeys.pointing import Pointer, counting_keys
from tests.journeys.signing import MINE, SigningComputer
from tests.journeys.stories import (
    open_form,
    save_paper,
    share_everything,
    text_of,
    words_in,
)

ASKED_FOR_TYPING = (QuestionKind.TOPICS, QuestionKind.PEOPLE)
"""Lists are typed: who does not type leaves them for later."""


def answer_with_the_mouse(pc: SigningComputer) -> str:
    """Answer a question as its kind asks; give the words that then stand there."""
    question = pc.question.work.question
    if question.kind is QuestionKind.WORDS:
        pc.press("Choose from pictures")
        assert isinstance(pc.screen, PhrasesScreen)
        first, *_ = pc.screen.many.buttons()
        pc.press(first.view.words, pc.screen.many)
        pc.press(pc.words.text("phrases.done"))
        return first.view.words
    if question.kind in ASKED_FOR_TYPING:
        pc.press("Ask me later")
        return ""
    if question.kind is QuestionKind.DATE:
        pc.press("In one week")
        return ""
    option = pc.opened.option(question.id, question.options[1].id)
    pc.pick(pc.heading, option)
    return option


def test_a_mouse_alone_goes_from_signing_in_to_a_paper_of_the_ward_round(
    desk: SigningComputer,
):
    pc = desk
    pc.give_sam_pictures()
    pc.hands = Pointer()

    with counting_keys() as keys:
        pc.press("Go on")
        pc.pick_pictures(*MINE)
        pc.press("Sign in")
        assert isinstance(pc.screen, HomeScreen)
        open_form(pc, "My ward round")
        said = []
        while pc.heading != "Check your words":
            prompt = pc.heading
            said.append(answer_with_the_mouse(pc))
            if pc.heading == prompt:
                is_last = not any(one == "Next" for one in pc.all_words())
                pc.press("Check my words" if is_last else "Next")
        share_everything(pc)
        paper = save_paper(pc)

    text = text_of(paper)
    answered = [one for one in said if one]
    assert len(answered) > 10
    assert [one for one in answered if one not in text] == []
    assert "Sam chose this" in text
    assert words_in(paper)["questions"]
    assert keys.pressed == 0
