"""Reading back, sharing, news, and what others may see."""

from __future__ import annotations

import pytest

from coprod_desktop.model.change import Change
from coprod_desktop.model.documents import ReadBack, Standing, View
from coprod_desktop.model.entries import Kind
from coprod_desktop.model.problem import Problem
from coprod_desktop.model.said import WayOut
from coprod_desktop.workspace.autosave import Saved, SaveState
from coprod_desktop.workspace.cards import RowState
from tests.workspace.wards import FORM, QUESTION, card_of, own, scribe, text_of, write


def share_all(document):
    return document.sharing.share(document.sharing.unshared())


def scribed(document, cast, words: str = "Walks") -> None:
    document.take_pen(scribe(cast.sam, cast.priya))
    write(document, QUESTION, words)


def row_of(document, question: str):
    rows = [row for part in document.parts() for row in part.rows]
    return next(row for row in rows if row.question.id == question)


def test_words_written_for_somebody_wait_until_they_are_read_back(
    document, cast
) -> None:
    scribed(document, cast)

    (waiting,) = document.reading_back.waiting()
    assert (waiting.question, waiting.voice) == (QUESTION, cast.sam)
    assert row_of(document, QUESTION).is_waiting
    document.reading_back.answer(QUESTION, cast.sam, ReadBack.YES)

    assert document.reading_back.waiting() == ()
    card = card_of(document, QUESTION, cast.sam)
    assert card.standing is Standing.AGREED
    assert card.draft is not None
    assert card.draft.confirmation is not None
    assert card.draft.confirmation.witness == cast.priya


def test_a_yes_falls_away_when_the_words_change(document, cast) -> None:
    scribed(document, cast)
    document.reading_back.answer(QUESTION, cast.sam, ReadBack.YES)

    write(document, QUESTION, "!")

    assert card_of(document, QUESTION, cast.sam).standing is Standing.NOT_YET


def test_one_s_own_words_need_no_reading_back(document, cast) -> None:
    write(document, QUESTION, "Walks")

    with pytest.raises(Problem):
        document.reading_back.answer(QUESTION, cast.sam, ReadBack.YES)


def test_nobody_reads_back_for_somebody_who_is_away(document, cast) -> None:
    with pytest.raises(Problem):
        document.reading_back.answer(QUESTION, cast.alex, ReadBack.YES)


def test_shared_words_become_an_entry_and_their_read_back_follows(
    document, ward, cast
) -> None:
    scribed(document, cast)
    document.reading_back.answer(QUESTION, cast.sam, ReadBack.NEARLY)

    (card,) = share_all(document)

    kinds = [one.kind for one in ward.store.record.entries(document.id)]
    assert kinds[-2:] == [Kind.STATEMENT_SHARED, Kind.CONFIRMED]
    assert (card.version, card.is_shared, card.standing) == (1, True, Standing.NEARLY)
    assert ward.store.drafts.of(document.id, [cast.sam]) == ()
    assert not document.writing.may_undo(QUESTION)
    assert ward.store.record.verify() is None


def test_shared_words_can_be_agreed_later(document, ward, cast) -> None:
    scribed(document, cast)
    share_all(document)
    assert len(document.reading_back.waiting()) == 1
    document.take_pen(own(cast.sam))

    document.reading_back.answer(QUESTION, cast.sam, ReadBack.YES)

    assert card_of(document, QUESTION, cast.sam).standing is Standing.AGREED
    assert ward.store.record.entries(document.id)[-1].kind is Kind.CONFIRMED
    assert document.sharing.unshared() == ()


def test_changing_shared_words_starts_from_them(document, cast) -> None:
    write(document, QUESTION, "Walks")
    share_all(document)

    document.writing.change(QUESTION, Change(5, 0, " daily"))

    draft = card_of(document, QUESTION, cast.sam).draft
    assert draft is not None
    assert (draft.said.text.text, draft.replaces) == ("Walks daily", 1)
    (card,) = share_all(document)
    assert card.version == 2
    assert card.statement.earlier[0].said.text.text == "Walks"


def test_the_same_words_again_are_nothing_new(document) -> None:
    write(document, QUESTION, "Walks")
    share_all(document)
    write(document, QUESTION, "!")

    document.writing.undo(QUESTION)

    assert document.sharing.unshared() == ()


def test_taking_words_back_is_shared_too(document, cast) -> None:
    write(document, QUESTION, "Walks")
    share_all(document)
    document.writing.change(QUESTION, Change(0, 5, ""))

    (card,) = share_all(document)

    assert (card.version, card.said.is_empty) == (2, True)


def test_each_voice_shares_its_own_words(document, ward, cast) -> None:
    write(document, QUESTION, "Walks")
    document.take_pen(own(cast.jo))
    write(document, QUESTION, "He sleeps better")

    share_all(document)

    entries = ward.store.record.entries(document.id)[-2:]
    assert {one.unsigned.by for one in entries} == {cast.sam, cast.jo}


def test_only_some_drafts_are_shared_when_only_they_were_chosen(document) -> None:
    write(document, QUESTION, "Walks")
    write(document, "strengths", "Cooking")
    first = document.sharing.unshared()[0]

    document.sharing.share([first])

    assert [one.question for one in document.sharing.unshared()] == ["strengths"]


def test_a_shared_draft_does_not_come_back_to_life(document, ward, cast) -> None:
    write(document, QUESTION, "Walks")
    share_all(document)

    document.flush()

    assert ward.store.drafts.of(document.id, [cast.sam]) == ()


def test_people_see_beforehand_who_will_see_it(document, cast) -> None:
    seeing = [one.id for one in document.sharing.audience()]

    assert seeing[0] == cast.sam
    assert set(seeing) == {
        cast.sam,
        cast.jo,
        cast.casey,
        cast.ines,
        cast.priya,
        cast.robin,
    }


def test_staff_alone_see_what_was_shared_and_no_draft(document, ward, cast) -> None:
    write(document, QUESTION, "Walks")
    share_all(document)
    write(document, "strengths", "Secret")
    document.flush()

    staff = ward.sit_down_about(cast.sam, (cast.robin,)).open(FORM)

    assert [one.voice for one in staff.cards(QUESTION)] == [cast.sam, cast.robin]
    assert [one.voice for one in staff.cards("strengths")] == [cast.robin]
    assert staff.sharing.unshared() == ()
    with pytest.raises(Problem):
        staff.take_pen(scribe(cast.sam, cast.robin))
    staff.close()


def test_a_draft_is_still_there_after_leaving_and_coming_back(ward, cast) -> None:
    document = ward.sit_down(cast.sam).open(FORM)
    write(document, QUESTION, "Walks")
    document.visit("strengths")
    document.close()

    again = ward.sit_down(cast.sam).open(FORM)

    assert (text_of(again, QUESTION), again.place) == ("Walks", "strengths")
    again.close()


@pytest.fixture
def told_by_robin(ward, cast):
    """Robin has shared something while Sam was away."""
    first = ward.sit_down(cast.sam).open(FORM)
    write(first, QUESTION, "Walks")
    share_all(first)
    first.close()
    staff = ward.sit_down_about(cast.sam, (cast.robin,)).open(FORM)
    write(staff, "medicines", "A smaller dose")
    share_all(staff)
    staff.close()


def test_words_that_were_shared_meanwhile_are_new(told_by_robin, ward, cast) -> None:
    sitting = ward.sit_down(cast.sam)
    tile = next(one for one in sitting.tiles() if one.form.template.id == FORM)
    document = sitting.open(FORM)

    assert tile.news == 1
    assert (tile.answered, tile.asked) == (1, len(document.picked))
    assert [one.question for one in document.news.statements()] == ["medicines"]
    assert row_of(document, "medicines").is_new
    assert row_of(document, "medicines").state is RowState.OTHERS
    document.close()


def test_news_stay_new_until_they_were_visited(told_by_robin, ward, cast) -> None:
    document = ward.sit_down(cast.sam).open(FORM)
    document.visit(QUESTION)
    document.close()
    document = ward.sit_down(cast.sam).open(FORM)
    assert len(document.news.statements()) == 1
    document.visit("medicines")
    document.close()

    document = ward.sit_down(cast.sam).open(FORM)

    assert document.news.statements() == ()
    document.close()


def test_the_patient_can_see_it_differently(told_by_robin, ward, cast) -> None:
    document = ward.sit_down(cast.sam).open(FORM)
    (statement,) = document.news.statements()

    taken = document.news.take_stance(statement.id, View.DISAGREE, "I shake")

    (stance,) = taken.differing
    assert (stance.by, stance.said.text.text) == (cast.sam, "I shake")
    assert card_of(document, "medicines", cast.robin).stances == (stance,)
    assert ward.store.record.verify() is None
    document.close()


def test_nobody_takes_a_stance_on_their_own_words(document, cast) -> None:
    write(document, QUESTION, "Walks")
    (card,) = share_all(document)

    with pytest.raises(Problem):
        document.news.take_stance(card.statement.id, View.AGREE, "")
    with pytest.raises(KeyError):
        document.news.take_stance("nobody", View.AGREE, "")


def test_nobody_shares_for_somebody_who_is_away(document, ward, cast) -> None:
    write(document, QUESTION, "Walks")
    (draft,) = document.sharing.unshared()
    document.flush()
    staff = ward.sit_down_about(cast.sam, (cast.robin,)).open(FORM)

    assert staff.sharing.share([draft]) == ()
    assert ward.store.drafts.of(document.id, [cast.sam]) != ()
    staff.close()


def test_a_stance_needs_no_words(told_by_robin, ward, cast) -> None:
    document = ward.sit_down(cast.sam).open(FORM)
    (statement,) = document.news.statements()

    taken = document.news.take_stance(statement.id, View.AGREE, "")

    assert (taken.stances[0].said.is_empty, taken.differing) == (True, ())
    document.close()


def test_what_does_not_change_anything_is_no_step(document, cast) -> None:
    write(document, QUESTION, "Walks")

    document.writing.change(QUESTION, Change(0, 5, "Walks"))
    document.writing.undo(QUESTION)

    assert text_of(document, QUESTION) == ""


def test_the_window_is_told_how_saving_goes(document) -> None:
    told: list[SaveState] = []
    document.watch_saving(told.append)

    write(document, QUESTION, "Walks")
    document.flush()
    document.watch_saving(None)

    assert document.save_state.saved is Saved.SAVED
    assert told[0].saved is Saved.UNSAVED


def test_the_list_of_parts_says_how_far_each_question_is(document, cast) -> None:
    write(document, QUESTION, "Walks")
    share_all(document)
    write(document, "strengths", "Cooking")
    document.writing.take_way_out("helps", WayOut.DECLINED)
    document.sharing.share(
        [one for one in document.sharing.unshared() if one.question == "helps"]
    )

    states = {
        row.question.id: row.state for part in document.parts() for row in part.rows
    }

    assert states[QUESTION] is RowState.SHARED
    assert states["strengths"] is RowState.DRAFT
    assert states["helps"] is RowState.WAY_OUT
    assert states["medicines"] is RowState.EMPTY


def test_only_picked_questions_are_asked(document) -> None:
    document.pick(["strengths", QUESTION])

    rows = [row.question.id for part in document.parts() for row in part.rows]

    assert rows == [QUESTION, "strengths"]
    document.pick(())
    assert len(document.picked) > 2


def test_a_form_can_be_started_afresh_and_the_old_one_stays(ward, cast) -> None:
    sitting = ward.sit_down(cast.sam)
    first = sitting.open(FORM)
    first.close()

    ward.world.clock.tick()
    second = sitting.start_new(FORM)
    again = sitting.open(FORM)

    assert again.id == second.id != first.id
    second.close()
    again.close()
