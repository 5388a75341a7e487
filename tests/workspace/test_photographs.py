"""Photographs of sheets: whose sheet it is is asked before anything is kept."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from coprod_desktop.model.problem import Problem
from coprod_desktop.workspace.pens import copying_pens
from coprod_desktop.workspace.photographs import Photographs, file_at
from tests.model.test_photographs import png
from tests.workspace.test_sheets import codes
from tests.workspace.wards import FORM, PIN, give_keys

SCAN = png(640, 480)


def refused(document, typed: str, content: bytes = SCAN) -> str:
    with pytest.raises(Problem) as told:
        document.sheets.photographs.keep(typed, content)
    assert not document.sheets.are_photographed
    return told.value.key


def test_it_is_kept_with_its_sheet_its_questions_and_who_brought_it(ward, cast, clock):
    document = ward.sit_down(cast.sam, (cast.priya,)).open(FORM)
    first, second = codes(document)[:2]
    (pen,) = copying_pens(document.pens(), cast.sam)
    document.take_pen(pen.attribution)

    document.sheets.photographs.keep(second.lower(), SCAN)

    (kept,) = document.sheets.photographs.kept()
    assert (kept.told.sheet, kept.by) == (second, cast.priya)
    assert kept.questions == document.sheets.questions(second)
    assert document.sheets.photographs.file(kept) == SCAN
    on_it, not_on_it = kept.questions[0], document.sheets.questions(first)[0]
    assert document.sheets.photographs.of_question(on_it) == (kept,)
    assert document.sheets.photographs.of_question(not_on_it) == ()
    document.close()
    assert ward.store.record.verify() is None


def test_somebody_alone_keeps_their_own_sheet(ward, cast):
    document = ward.sit_down(cast.sam).open(FORM)

    document.sheets.photographs.keep(codes(document)[0], SCAN)

    (kept,) = document.sheets.photographs.kept()
    assert kept.by == cast.sam
    document.close()


def test_a_sheet_of_somebody_else_or_another_form_is_refused_before_anything_is_kept(
    ward, cast
):
    other = ward.sit_down(cast.alex).open(FORM)
    of_alex = codes(other)[0]
    other.close()
    sitting = ward.sit_down(cast.sam, (cast.priya,))
    round_sheets = sitting.open("ward-round")
    of_round = codes(round_sheets)[0]
    round_sheets.close()
    document = sitting.open(FORM)

    assert refused(document, of_alex) == "sheet.other_person"
    assert refused(document, of_round) == "sheet.other_form"
    assert refused(document, "7F3K9-QWD2M") == "sheet.slip"
    document.close()


def test_what_is_no_picture_or_is_kept_already_is_refused(ward, cast):
    document = ward.sit_down(cast.sam, (cast.priya,)).open(FORM)
    first, second = codes(document)[:2]
    assert refused(document, first, b"%PDF-1.7") == "photograph.no_picture"
    document.sheets.photographs.keep(first, SCAN)

    with pytest.raises(Problem, match=r"photograph\.kept_already"):
        document.sheets.photographs.keep(first, SCAN)

    # Two sheets can stand on one picture.
    document.sheets.photographs.keep(second, SCAN)
    assert len(document.sheets.photographs.kept()) == 2
    document.close()


def test_whose_key_is_closed_brings_nothing(ward, cast):
    give_keys(ward, cast)
    ward.voices.sign_in_with_pin(cast.sam, PIN)
    document = ward.sit_down(cast.sam).open(FORM)
    code = codes(document)[0]
    ward.voices.close(cast.sam)

    assert refused(document, code) == "workspace.pen_not_here"
    document.close()


def test_staff_bring_nobodys_sheet_while_that_person_is_not_here(ward, cast):
    document = ward.sit_down_about(cast.sam, (cast.priya,)).open(FORM)

    assert refused(document, codes(document)[0]) == "workspace.pen_not_here"
    document.close()


def test_a_printed_sheet_has_the_code_that_the_form_says(ward, cast):
    document = ward.sit_down(cast.sam).open(FORM)
    on_paper = codes(document)[0]
    many = len(document.sheets.questions(on_paper))

    assert document.sheets.code(1, many) == on_paper
    document.close()


def test_another_patient_sees_none_of_it(ward, cast):
    document = ward.sit_down(cast.sam).open(FORM)
    document.sheets.photographs.keep(codes(document)[0], SCAN)
    (kept,) = document.sheets.photographs.kept()
    document.close()
    other = ward.sit_down(cast.alex).open(FORM)

    assert other.sheets.photographs.kept() == ()
    assert kept.told.sheet not in str(other.papers.words_json())
    other.close()


def test_nobody_who_may_not_see_it_is_given_the_file(ward, cast):
    document = ward.sit_down(cast.sam).open(FORM)
    document.sheets.photographs.keep(codes(document)[0], SCAN)
    (kept,) = document.sheets.photographs.kept()
    desk = ward.sit_down(cast.alex).open(FORM)._desk
    theirs = Photographs(_of(desk, document), document.sheets.questions)

    with pytest.raises(Problem, match=r"photograph\.not_yours"):
        theirs.file(kept)

    document.close()


def _of(desk, document):
    """A desk at which another patient sits before this document."""
    from dataclasses import replace

    desk.scene = replace(document._desk.scene, here=desk.scene.here)
    return desk


def test_a_file_that_is_not_there_or_cannot_be_read_is_told_without_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    gone = tmp_path / "Sam at home.jpg"
    folder = tmp_path / "folder"
    folder.mkdir()

    for place in (gone, folder):
        with pytest.raises(Problem, match=r"photograph\.not_readable") as told:
            file_at(place)
        assert "Sam" not in str(told.value.named)

    gone.write_bytes(SCAN)

    def failing(*_: object, **__: object) -> None:
        raise OSError(5, os.strerror(5))

    monkeypatch.setattr(Path, "open", failing)
    with pytest.raises(Problem, match=r"photograph\.not_readable") as told:
        file_at(gone)
    assert told.value.__cause__ is None


def test_a_file_is_read_as_it_is_and_a_wrong_one_refused(tmp_path: Path):
    place = tmp_path / "scan"
    place.write_bytes(SCAN)
    assert file_at(place) == SCAN

    place.write_bytes(b"words")
    with pytest.raises(Problem, match=r"photograph\.no_picture"):
        file_at(place)
