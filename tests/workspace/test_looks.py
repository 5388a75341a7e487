"""Who saw shared words, as the workspace writes it down."""

from __future__ import annotations

import pytest

from coprod_desktop.model.acts import Way, WordsSeen
from coprod_desktop.model.entries import Kind
from coprod_desktop.model.problem import Problem
from coprod_desktop.model.record import body_of
from coprod_desktop.workspace.verifying import Verdict, verify_pdf
from tests.workspace.wards import FORM, QUESTION, write


def looks(ward) -> list[tuple[str, str, Way]]:
    """Every look in the record: whose it was, at what, and how."""
    found = []
    for entry in ward.store.record.entries():
        if entry.kind is Kind.WORDS_SEEN:
            body = body_of(entry)
            assert isinstance(body, WordsSeen)
            told = entry.unsigned
            found.append((body.who or told.by, told.document, body.way))
    return found


@pytest.fixture
def shared(ward, cast):
    """Sam's care plan with words in it, shared and left."""
    document = ward.sit_down(cast.sam).open(FORM)
    write(document, QUESTION, "Walks")
    document.sharing.share(document.sharing.unshared())
    document.close()
    return document.id


def test_opening_somebodys_words_is_written_down_once_a_sitting(
    ward, cast, shared
) -> None:
    sitting = ward.sit_down_about(cast.sam, (cast.priya,))
    sitting.open(FORM).close()
    sitting.open(FORM).close()

    assert looks(ward) == [(cast.priya, shared, Way.OPENED)]

    ward.sit_down_about(cast.sam, (cast.priya,)).open(FORM).close()

    assert len(looks(ward)) == 2


def test_everybody_who_sits_there_but_the_patient_is_written_down(
    ward, cast, shared
) -> None:
    ward.sit_down(cast.sam, (cast.priya, cast.jo)).open(FORM).close()

    assert looks(ward) == [
        (cast.priya, shared, Way.OPENED),
        (cast.jo, shared, Way.OPENED),
    ]


def test_a_form_without_others_words_has_nothing_to_be_seen(ward, cast) -> None:
    sitting = ward.sit_down(cast.sam, (cast.priya,))
    document = sitting.open(FORM)
    document.take_pen(document.pens()[-1].attribution)
    assert document.pen.voice == cast.priya
    write(document, QUESTION, "We will help")
    document.sharing.share(document.sharing.unshared())
    document.close()
    sitting.open(FORM).close()

    assert looks(ward) == []


def test_printing_and_saving_are_written_down_whoever_does_it(
    ward, cast, shared, tmp_path
) -> None:
    document = ward.sit_down(cast.sam).open(FORM)
    document.papers.was_printed()
    document.papers.export(tmp_path)
    document.close()

    assert looks(ward) == [
        (cast.sam, shared, Way.PRINTED),
        (cast.sam, shared, Way.EXPORTED),
    ]


def test_a_look_leaves_paper_code_and_lists_as_they_were(
    ward, cast, shared, tmp_path, clock
) -> None:
    document = ward.sit_down(cast.sam).open(FORM)
    pdf, words = document.papers.pdf(), document.papers.words_json()
    line = ward.store.documents.find(shared)
    clock.pass_days(2)
    document.papers.was_printed()
    document.papers.export(tmp_path)
    document.close()
    ward.sit_down_about(cast.sam, (cast.priya,)).open(FORM).close()

    assert len(looks(ward)) == 3
    assert ward.store.documents.find(shared) == line
    ward.store.documents.rebuild()
    assert ward.store.documents.find(shared) == line
    again = ward.sit_down(cast.sam).open(FORM)
    assert again.papers.words_json() == words
    again.close()
    assert verify_pdf(ward.store, pdf, ward.shelf).verdict is Verdict.SAME
    assert ward.store.record.verify() is None


class ClosedRecord:
    """A record that refuses what some people would write."""

    def __init__(self, record, refused, key: str) -> None:
        self._record = record
        self.refused = refused
        self._key = key

    def append(self, by, bodies):
        if by in self.refused:
            raise Problem(self._key)
        return self._record.append(by, bodies)

    def __getattr__(self, name: str):
        return getattr(self._record, name)


def test_a_store_that_can_only_be_read_says_so_and_still_shows_the_words(
    ward, cast, shared, tmp_path
) -> None:
    real = ward.store.record
    ward.store.record = closed = ClosedRecord(real, {cast.priya}, "store.read_only")

    document = ward.sit_down_about(cast.sam, (cast.priya,)).open(FORM)
    saved = document.papers.export(tmp_path)

    assert saved.exists()
    assert ward.looks.problem is not None
    assert ward.looks.problem.key == "workspace.look_not_written"
    assert looks(ward) == []

    closed.refused = set()
    document.papers.was_printed()
    document.close()

    assert ward.looks.problem is None
    assert [way for _, _, way in looks(ward)] == [
        Way.OPENED,
        Way.EXPORTED,
        Way.PRINTED,
    ]


def test_who_opened_the_ward_signs_for_somebody_whose_own_key_is_closed(
    ward, cast, shared
) -> None:
    real = ward.store.record
    ward.store.record = ClosedRecord(real, {cast.jo}, "store.voice_closed")

    ward.sit_down(cast.sam, (cast.jo,)).open(FORM).close()

    (entry,) = [one for one in real.entries() if one.kind is Kind.WORDS_SEEN]
    assert entry.unsigned.by == cast.priya
    assert looks(ward) == [(cast.jo, shared, Way.OPENED)]
    assert real.verify() is None


def test_where_nobody_can_sign_a_look_waits(ward, cast, shared) -> None:
    real = ward.store.record
    refused = {cast.jo, cast.priya}
    ward.store.record = ClosedRecord(real, refused, "store.voice_closed")

    ward.sit_down(cast.sam, (cast.jo,)).open(FORM).close()

    assert ward.looks.problem is not None
    assert looks(ward) == []
