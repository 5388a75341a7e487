"""Tests of the sentences that tell who wrote words down, and how."""

from __future__ import annotations

import pytest

from coprod_desktop.model.authored_text import Attribution, AuthoredText, Mode
from coprod_desktop.model.documents import Confirmation, ReadBack
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.said import Said, choose
from coprod_desktop.pdf import blocks
from tests.pdf.samples import (
    LEE,
    OWN,
    PRIYA,
    SAM,
    SCRIBED,
    DocumentMaker,
    by,
    for_sam,
    paper_of,
    read_back,
    template,
)


def block(said: Said, confirmation: Confirmation | None = None) -> blocks.Statement:
    maker = DocumentMaker(template())
    maker.add("need", SAM, said, confirmation=confirmation)
    paper = paper_of(maker.document())
    return next(one for one in paper.blocks if isinstance(one, blocks.Statement))


@pytest.mark.parametrize(
    ("mode", "sentence"),
    [
        (Mode.TYPED, "Sam wrote this."),
        (Mode.PASTED, "Sam pasted this in."),
        (Mode.COPIED_FROM_PAPER, "Sam copied this from paper."),
        (Mode.SUMMARISED, "Sam wrote this."),
        (Mode.CHOSEN, "Sam chose this."),
    ],
)
def test_words_of_ones_own_hand(mode: Mode, sentence: str) -> None:
    assert block(by(SAM, "Words.", mode)).manner == (sentence,)


@pytest.mark.parametrize(
    ("mode", "writer", "sentence"),
    [
        (
            Mode.WORD_FOR_WORD,
            PRIYA,
            "Said by Sam. Written down by Priya (nurse), word for word.",
        ),
        (
            Mode.SUMMARISED,
            PRIYA,
            "Said by Sam. Written down in short by Priya (nurse).",
        ),
        (Mode.TYPED, PRIYA, "Written by Priya (nurse) for Sam."),
        (Mode.CHOSEN, PRIYA, "Chosen by Sam. Ticked by Priya (nurse)."),
        (Mode.PASTED, PRIYA, "Pasted in by Priya (nurse) for Sam."),
        (
            Mode.COPIED_FROM_PAPER,
            PRIYA,
            "Written on paper by Sam. Copied by Priya (nurse).",
        ),
        (
            Mode.INTERPRETED,
            LEE,
            (
                "Said by Sam in another language. "
                "Put into these words by Lee (interpreter)."
            ),
        ),
    ],
)
def test_words_that_somebody_wrote_down(
    mode: Mode, writer: PersonId, sentence: str
) -> None:
    assert block(for_sam("Words.", mode, writer)).manner == (
        sentence,
        "Sam has not agreed these words yet.",
    )


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (ReadBack.YES, "Read back: Sam said “Yes, that is right.”"),
        (
            ReadBack.NEARLY,
            "Read back: Sam said “Nearly.” Part of it is not right yet.",
        ),
        (ReadBack.NO, "Read back: Sam said “No, that is not what I said.”"),
        (ReadBack.NOT_NOW, "Sam has not agreed these words yet."),
    ],
)
def test_the_answer_to_the_reading_back_is_told(
    answer: ReadBack, sentence: str
) -> None:
    said = for_sam("Words.", Mode.WORD_FOR_WORD)

    assert block(said, read_back(said, answer)).manner[-1] == sentence


def test_ticks_and_words_of_one_hand_are_one_sentence() -> None:
    said = Said(AuthoredText.by(OWN, "And tea."), (choose(OWN, "breaks"),))

    assert block(said).manner == ("Sam chose this and wrote the words.",)


def test_ticks_and_pasted_words_are_two_sentences() -> None:
    words = AuthoredText.by(OWN.pasting(), "And tea.")

    found = block(Said(words, (choose(OWN, "breaks"),)))

    assert found.manner == ("Sam chose this.", "Sam pasted this in.")


def test_ticks_by_somebody_else_are_told_beside_the_words() -> None:
    words = AuthoredText.by(SCRIBED, "And tea.")

    found = block(Said(words, (choose(SCRIBED, "breaks"),)))

    assert found.manner[:2] == (
        "Chosen by Sam. Ticked by Priya (nurse).",
        "Said by Sam. Written down by Priya (nurse), word for word.",
    )


def test_runs_that_came_in_different_ways_are_told_where_they_start() -> None:
    words = AuthoredText.by(OWN, "I want ") + AuthoredText.by(SCRIBED, "to go home")

    found = block(Said(words))

    assert found.manner[0] == (
        "These words came in more than one way. Each part says how."
    )
    assert found.parts == (
        blocks.Words(
            (
                blocks.Piece("I want ", "Sam wrote:"),
                blocks.Piece("to go home", "Priya (nurse) wrote down, word for word:"),
            )
        ),
    )


@pytest.mark.parametrize(
    ("mode", "note"),
    [
        (Mode.SUMMARISED, "Priya (nurse) wrote in short:"),
        (Mode.TYPED, "Priya (nurse) wrote for Sam:"),
        (Mode.PASTED, "Priya (nurse) pasted in:"),
        (Mode.COPIED_FROM_PAPER, "Priya (nurse) copied from paper:"),
        (Mode.INTERPRETED, "Priya (nurse) put into these words:"),
    ],
)
def test_each_way_of_writing_has_its_own_note(mode: Mode, note: str) -> None:
    other = Attribution(SAM, PRIYA, mode)
    words = AuthoredText.by(OWN, "a") + AuthoredText.by(other, "b")

    (part,) = block(Said(words)).parts

    assert isinstance(part, blocks.Words)
    assert part.pieces[1].note == note
