"""A person finds their own words again, and nobody else's."""

from __future__ import annotations

import pytest

from coprod_desktop.workspace.finding_words import FindingWords, FoundOwn
from coprod_desktop.workspace.ward import Ward
from tests.workspace.wards import FORM, QUESTION, Cast, own, write


def found(ward: Ward, person, asked: str) -> list[FoundOwn]:
    return list(FindingWords(ward, person).find(asked))


@pytest.fixture
def written(ward: Ward, cast: Cast) -> None:
    """Sam has shared one answer and drafted another; the nurse wrote beside."""
    sitting = ward.sit_down(cast.sam, (cast.priya,))
    document = sitting.open(FORM)
    write(document, QUESTION, "Walks by the river")
    document.take_pen(own(cast.priya))
    write(document, QUESTION, "The river is near")
    document.sharing.share(document.sharing.unshared())
    document.take_pen(own(cast.sam))
    write(document, "helps", "The river, and tea")
    document.close()


def test_shared_words_and_drafts_are_found_with_part_and_day(
    ward: Ward, cast: Cast, written: None
) -> None:
    told = found(ward, cast.sam, "RIVER")

    assert {(one.prompt, one.is_shared) for one in told} == {
        ("What does recovery look like to me?", True),
        ("What helps me stay well?", False),
    }
    assert {one.form for one in told} == {ward.form(FORM).words.title}
    assert all(one.part and one.at for one in told)
    assert all("is near" not in one.words for one in told)


def test_every_word_must_stand_in_the_answer(
    ward: Ward, cast: Cast, written: None
) -> None:
    assert [one.words for one in found(ward, cast.sam, "river tea")] == [
        "The river, and tea"
    ]
    assert found(ward, cast.sam, "river mountain") == []
    assert found(ward, cast.sam, "  ?! ") == []


def test_a_draft_stands_in_the_place_of_what_it_changes(
    ward: Ward, cast: Cast, written: None
) -> None:
    document = ward.sit_down(cast.sam).open(FORM)
    write(document, QUESTION, " no more")
    document.close()

    told = [one for one in found(ward, cast.sam, "walks") if "recovery" in one.prompt]

    assert [one.is_shared for one in told] == [False]


def test_another_patient_finds_nothing_of_it(
    ward: Ward, cast: Cast, written: None
) -> None:
    assert found(ward, cast.alex, "river") == []


def test_words_of_a_form_that_is_gone_are_left_out(
    ward: Ward, cast: Cast, written: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    from coprod_desktop.model.problem import Problem

    def gone(*_: object) -> None:
        raise Problem("content.file_missing", file="x")

    monkeypatch.setattr(ward, "form", gone)

    assert found(ward, cast.sam, "river") == []
