"""Undo: the model owns it, and words go back to their author."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.model.authored_text import Attribution, AuthoredText, Edit, Mode
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.problem import NotYourWords
from coprod_desktop.model.rules import who_forbids
from coprod_desktop.model.said import Item, Said
from coprod_desktop.workspace.history import MOST_STEPS, PAUSE_S, History, Typed
from coprod_desktop.workspace.open_document import OpenDocument
from tests.workspace.wards import QUESTION, card_of, own, scribe, text_of, write

SAM, PRIYA, ROBIN = PersonId("sam"), PersonId("priya"), PersonId("robin")
PENS = (own(SAM), scribe(SAM, PRIYA), scribe(SAM, ROBIN, Mode.SUMMARISED))


def test_undoing_takes_back_a_word_and_not_a_letter(document: OpenDocument) -> None:
    write(document, QUESTION, "long walks")

    document.writing.undo(QUESTION)

    assert text_of(document, QUESTION) == "long "


def test_redoing_brings_it_back(document) -> None:
    write(document, QUESTION, "long walks")
    document.writing.undo(QUESTION)
    assert document.writing.may_redo(QUESTION)

    document.writing.redo(QUESTION)

    assert text_of(document, QUESTION) == "long walks"


def test_undoing_a_deletion_gives_the_words_back_to_the_nurse(document, cast) -> None:
    pen = scribe(cast.sam, cast.priya)
    document.take_pen(pen)
    write(document, QUESTION, "Walks")
    document.take_pen(own(cast.sam))
    document.writing.erase(QUESTION)
    document.take_pen(pen)
    write(document, QUESTION, "Swims")
    document.take_pen(own(cast.sam))
    before = card_of(document, QUESTION, cast.sam).said.text
    document.writing.paste(QUESTION, 0, 5, AuthoredText())

    text = document.writing.undo(QUESTION)

    assert text == before == AuthoredText.by(pen, "Swims")


def test_a_scribe_cannot_undo_what_the_patient_did(document, cast) -> None:
    write(document, QUESTION, "Walks")
    document.take_pen(scribe(cast.sam, cast.priya))

    assert not document.writing.may_undo(QUESTION)
    with pytest.raises(NotYourWords):
        document.writing.undo(QUESTION)
    assert text_of(document, QUESTION) == "Walks"


def test_a_scribe_cannot_redo_what_the_patient_took_back(document, cast) -> None:
    write(document, QUESTION, "Walks")
    document.writing.undo(QUESTION)
    document.take_pen(scribe(cast.sam, cast.priya))

    assert not document.writing.may_redo(QUESTION)
    with pytest.raises(NotYourWords):
        document.writing.redo(QUESTION)


def test_undo_where_nothing_was_done_changes_nothing(document) -> None:
    assert document.writing.undo(QUESTION).text == ""
    assert document.writing.redo(QUESTION).text == ""


def test_choices_and_lists_are_undone_as_well(document, cast) -> None:
    document.writing.choose("do-i-agree", "yes")
    document.writing.choose("do-i-agree", "no")
    document.lists.add("my-people", "Jo")

    document.writing.undo("do-i-agree")
    document.writing.undo("my-people")

    chosen = card_of(document, "do-i-agree", cast.sam).said.chosen
    assert [one.option for one in chosen] == ["yes"]
    assert card_of(document, "my-people", cast.sam).said.items == ()


def test_another_question_starts_another_step(document) -> None:
    write(document, QUESTION, "wal")
    document.visit(QUESTION)
    write(document, QUESTION, "ks")

    document.writing.undo(QUESTION)

    assert text_of(document, QUESTION) == "wal"


class _Hand:
    """Types into a history with a clock of its own."""

    def __init__(self) -> None:
        self.now_s = 0.0
        self.said = Said()
        self.history = History(lambda: self.now_s)

    def edit(
        self, at: int, gone: int, new: str, pen: Attribution = PENS[0], **more: object
    ) -> None:
        inserted = AuthoredText.by(pen, new)
        edit = Edit(at, self.said.text.part(at, at + gone), inserted)
        after = Said(text=edit.apply(self.said.text))
        typed = Typed(edit, **more)  # type: ignore[arg-type]
        self.history.push(pen, self.said, after, typed)
        self.said = after

    def undone(self) -> str:
        self.said = self.history.undo(self.said, PENS[0])
        return self.said.text.text


def test_a_pause_starts_another_step() -> None:
    hand = _Hand()
    hand.edit(0, 0, "a")
    hand.now_s += PAUSE_S + 0.1
    hand.edit(1, 0, "b")

    assert hand.undone() == "a"


def test_erasing_backwards_is_one_step() -> None:
    hand = _Hand()
    hand.edit(0, 0, "abc")
    hand.edit(2, 1, "")
    hand.edit(1, 1, "")

    assert hand.undone() == "abc"


def test_erasing_forwards_is_one_step() -> None:
    hand = _Hand()
    hand.edit(0, 0, "abc")
    hand.edit(0, 1, "")
    hand.edit(0, 1, "")

    assert hand.undone() == "abc"


def test_erasing_somewhere_else_is_another_step() -> None:
    hand = _Hand()
    hand.edit(0, 0, "abcdef")
    hand.edit(5, 1, "")
    hand.edit(0, 1, "")

    assert hand.undone() == "abcde"


def test_writing_somewhere_else_is_another_step() -> None:
    hand = _Hand()
    hand.edit(0, 0, "abc")
    hand.edit(0, 0, "x")

    assert hand.undone() == "abc"


def test_a_paste_stands_alone() -> None:
    hand = _Hand()
    hand.edit(0, 0, "abc")
    hand.edit(3, 0, "def", is_by_key=False)

    assert hand.undone() == "abc"


def test_another_pen_starts_another_step() -> None:
    hand = _Hand()
    hand.edit(0, 0, "abc", PENS[1])
    hand.edit(3, 0, "d")

    assert hand.undone() == "abc"


def test_typing_in_one_line_of_a_list_is_one_step() -> None:
    history = History(lambda: 0.0)
    said = Said(items=(Item(AuthoredText()),))
    for at, char in enumerate("tea"):
        edit = Edit(at, AuthoredText(), AuthoredText.by(PENS[0], char))
        after = Said(items=(Item(edit.apply(said.items[0].words)),))
        history.push(PENS[0], said, after, Typed(edit, line=0))
        said = after

    assert history.undo(said, PENS[0]) == Said(items=(Item(AuthoredText()),))


def test_the_oldest_steps_are_forgotten() -> None:
    hand = _Hand()
    for _ in range(MOST_STEPS + 5):
        hand.edit(0, 0, "x", is_by_key=False)
    while hand.history.may_undo(PENS[0]):
        hand.undone()

    assert hand.said.text.text == "xxxxx"


def _own_hand(text: AuthoredText) -> str:
    return "".join(words for words, by in text.pieces() if by.is_own_hand)


Act = tuple[str, int, int, int, str]
acts = st.lists(
    st.tuples(
        st.sampled_from(["edit", "edit", "undo", "redo", "rest"]),
        st.integers(0, 2),
        st.integers(0, 30),
        st.integers(0, 6),
        st.text("ab \n", max_size=4),
    ),
    max_size=40,
)


@given(acts)
def test_undo_never_moves_words_between_people(found: list[Act]) -> None:
    history, said = History(lambda: 0.0), Said()
    trace: list[tuple[Said, Said]] = []
    for what, who, at, gone, new in found:
        pen, before = PENS[who], said
        said = _acted(history, said, pen, (what, at, gone, new))
        trace.append((before, said))

        # A scribe never changes a word of the patient's own hand, by undo or else.
        if not pen.is_own_hand:
            assert _own_hand(said.text) == _own_hand(before.text)
        # Whatever comes back comes back with the attribution it was written with.
        known = {PENS[who] for _, who, *_ in found}
        assert {run.attribution for run in said.text.runs} <= known


@given(acts)
def test_undoing_everything_leads_back_to_the_start_and_redoing_to_the_end(
    found: list[Act],
) -> None:
    history, said = History(lambda: 0.0), Said()
    for what, _, at, gone, new in found:
        if what == "edit":
            said = _acted(history, said, PENS[0], ("edit", at, gone, new))
    end = said

    said = _all(history.may_undo, history.undo, said)
    assert said == Said()
    said = _all(history.may_redo, history.redo, said)
    assert said == end


def _all(
    may: Callable[[Attribution], bool],
    act: Callable[[Said, Attribution], Said],
    said: Said,
) -> Said:
    while may(PENS[0]):
        said = act(said, PENS[0])
    return said


def _acted(
    history: History, said: Said, pen: Attribution, act: tuple[str, int, int, str]
) -> Said:
    what, at, gone, new = act
    if what == "rest":
        history.rest()
        return said
    if what in ("undo", "redo"):
        may = history.may_undo if what == "undo" else history.may_redo
        step = history.undo if what == "undo" else history.redo
        return step(said, pen) if may(pen) else said
    at = min(at, len(said.text))
    gone = min(gone, len(said.text) - at)
    if who_forbids(pen, said.text, at, gone) is not None:
        return said
    edit = Edit(at, said.text.part(at, at + gone), AuthoredText.by(pen, new))
    after = Said(text=edit.apply(said.text))
    if after != said:
        history.push(pen, said, after, Typed(edit))
    return after
