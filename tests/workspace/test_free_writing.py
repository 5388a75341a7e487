"""Words that stand in no form: whose they are, undo, and saving by itself."""

from __future__ import annotations

import pytest

from coprod_desktop.model.authored_text import AuthoredText, Mode
from coprod_desktop.model.change import Change
from coprod_desktop.model.documents import DocumentId, StatementId
from coprod_desktop.model.problem import NotYourWords, Problem
from coprod_desktop.model.said import Said
from coprod_desktop.workspace.autosave import Saved, SaveState
from coprod_desktop.workspace.free_writing import NO_FORM, FreeWriting, Sheet
from coprod_desktop.workspace.pens import pens_of
from coprod_desktop.workspace.ward import Ward
from tests.workspace.wards import Cast, own, scribe

SHEET = Sheet("flag/1", StatementId("1"))


@pytest.fixture
def writing(ward: Ward, cast: Cast):
    """A box for Sam, the nurse and Mum, with Sam's own pen."""
    here = tuple(ward.people[one] for one in (cast.sam, cast.priya, cast.jo))
    pens = pens_of(here, cast.sam, ward.voices.can_write)
    found = FreeWriting(ward, pens, lambda: SHEET)
    yield found
    found.close()


def type_in(writing: FreeWriting, words: str) -> None:
    for char in words:
        writing.change(Change(len(writing.text), 0, char))


def kept(ward: Ward, *voices) -> dict[str, str]:
    drafts = ward.store.drafts.of(NO_FORM, voices)
    return {one.voice: one.said.text.text for one in drafts}


def test_what_is_written_is_a_private_draft_of_the_pens_voice(
    ward: Ward, cast: Cast, writing: FreeWriting
):
    type_in(writing, "The door is locked")
    writing.flush()

    assert kept(ward, cast.sam) == {cast.sam: "The door is locked"}
    assert writing.save_state == SaveState(Saved.SAVED)
    assert ward.store.drafts.of(DocumentId("another"), [cast.sam]) == ()


def test_each_voice_has_words_of_its_own_in_the_same_box(
    ward: Ward, cast: Cast, writing: FreeWriting
):
    type_in(writing, "Mine")
    writing.take_pen(own(cast.jo))
    assert writing.text.text == ""
    type_in(writing, "Another")
    writing.take_pen(own(cast.sam))

    assert writing.text.text == "Mine"
    writing.flush()
    assert kept(ward, cast.sam, cast.jo) == {cast.sam: "Mine", cast.jo: "Another"}


def test_a_scribe_cannot_change_what_the_voice_wrote(cast: Cast, writing: FreeWriting):
    type_in(writing, "Mine")
    writing.take_pen(scribe(cast.sam, cast.priya))

    with pytest.raises(NotYourWords):
        writing.change(Change(0, 4, "Hers"))

    type_in(writing, " too")
    assert writing.text.text == "Mine too"
    writers = {one.attribution.writer for one in writing.text.runs}
    assert writers == {cast.sam, cast.priya}


def test_undo_gives_words_back_and_redo_takes_them_again(writing: FreeWriting):
    assert not writing.may_undo
    type_in(writing, "One")

    writing.undo()
    assert writing.text.text == ""
    assert writing.may_redo
    writing.redo()

    assert writing.text.text == "One"
    assert writing.may_undo


def test_pasted_words_say_that_they_were_pasted(cast: Cast, writing: FreeWriting):
    writing.change(Change(0, 0, "From outside"), pasted=True)
    moved = AuthoredText.by(own(cast.priya), "Hers ")
    writing.paste(0, 0, moved)

    modes = {one.attribution.mode for one in writing.text.runs}
    assert modes == {Mode.PASTED}
    assert writing.text.text == "Hers From outside"


def test_a_draft_that_is_emptied_is_gone(ward: Ward, cast: Cast, writing: FreeWriting):
    type_in(writing, "No")
    writing.flush()

    writing.change(Change(0, 2, ""))
    writing.flush()

    assert kept(ward, cast.sam) == {}


def test_saving_tells_how_it_goes_and_a_failure_stays_in_memory(
    ward: Ward, cast: Cast, writing: FreeWriting, monkeypatch: pytest.MonkeyPatch
):
    told: list[SaveState] = []
    writing.watch_saving(told.append)
    save = ward.store.drafts.save

    def refuse(*_: object) -> None:
        raise Problem("store.disk_full")

    monkeypatch.setattr(ward.store.drafts, "save", refuse)
    type_in(writing, "Kept")
    with pytest.raises(Problem, match="disk_full"):
        writing.flush()
    assert writing.text.text == "Kept"
    monkeypatch.setattr(ward.store.drafts, "save", save)
    writing.flush()

    assert [one.saved for one in told][-1] is Saved.SAVED
    assert Saved.FAILED in [one.saved for one in told]
    assert kept(ward, cast.sam) == {cast.sam: "Kept"}


def test_a_pen_of_somebody_who_is_not_here_is_not_taken(
    cast: Cast, writing: FreeWriting
):
    with pytest.raises(Problem, match="pen_not_here"):
        writing.take_pen(own(cast.robin))


def test_nothing_is_kept_where_nothing_was_written(cast: Cast, writing: FreeWriting):
    with pytest.raises(Problem, match="flag_empty"):
        writing.keep(Said())
    blank = AuthoredText.by(own(cast.sam), "  \n")
    with pytest.raises(Problem, match="flag_empty"):
        writing.keep(Said(text=blank))


def test_words_that_were_begun_before_are_gone_on_with(
    ward: Ward, cast: Cast, writing: FreeWriting
):
    type_in(writing, "Begun")
    draft = writing.keep(Said(text=writing.text))

    again = FreeWriting(ward, writing.pens, lambda: SHEET, (draft,))
    type_in(again, " and gone on with")
    again.close()

    assert kept(ward, cast.sam) == {cast.sam: "Begun and gone on with"}
