"""Papers of an older layout, held against the store."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from coprod_desktop.exchange.plain_json import FIRST_SCHEMA, document_text
from coprod_desktop.model.acts import Way
from coprod_desktop.model.documents import DocumentId, MarkKind
from coprod_desktop.pdf.layouts import creator_of
from coprod_desktop.workspace.doorway import Doorway
from coprod_desktop.workspace.example import PASSPHRASE
from coprod_desktop.workspace.flags import FlagTo
from coprod_desktop.workspace.papers import pdf_of, wall_time
from coprod_desktop.workspace.printable import read_printable
from coprod_desktop.workspace.verifying import Verdict, verify_pdf
from coprod_desktop.workspace.ward import Ward
from tests.architecture.source import ROOT
from tests.fakes import fake_world
from tests.store.released import released
from tests.workspace.wards import own

FIXTURES = ROOT / "tests" / "fixtures" / "papers"
PAPERS = FIXTURES / "layout-1"
FIRST = sorted(one.name for one in PAPERS.glob("*.pdf"))
SECOND = sorted(one.name for one in (FIXTURES / "layout-2").glob("*.pdf"))
THIRD = sorted(one.name for one in (FIXTURES / "layout-3").glob("*.pdf"))
FOURTH = sorted(one.name for one in (FIXTURES / "layout-4").glob("sam-*.pdf"))


@pytest.fixture
def old_ward(tmp_path: Path) -> Iterator[Ward]:
    """A ward of the first program, opened by this one."""
    door = Doorway(released("0001", tmp_path).folder.root, fake_world(seed="later"))
    with closing(door.open(door.keyring().doors[0].person_id, PASSPHRASE)) as ward:
        yield ward


def verdict(ward: Ward, pdf: bytes) -> Verdict:
    return verify_pdf(ward.store, pdf, ward.shelf).verdict


def sams_plan(ward: Ward):
    (sam,) = [one for one in ward.people.everyone if one.name == "Sam Example"]
    (plan,) = [
        one for one in ward.store.documents.of(sam.id) if one.template == "care-plan"
    ]
    return sam.id, plan.id


def with_creator(pdf: bytes, creator: str, tmp_path: Path) -> bytes:
    place = tmp_path / "claimed.pdf"
    place.write_bytes(pdf)
    with pikepdf.open(place, allow_overwriting_input=True) as opened:
        opened.docinfo["/Creator"] = creator
        opened.save(place)
    return place.read_bytes()


@pytest.mark.parametrize("name", FIRST)
def test_a_paper_of_the_first_layout_is_still_the_store_s(old_ward, name) -> None:
    pdf = (PAPERS / name).read_bytes()

    found = verdict(old_ward, pdf)
    assert found is Verdict.SAME

    sam, plan = sams_plan(old_ward)
    old_ward.looks.note(sam, Way.PRINTED, plan)

    found = verdict(old_ward, pdf)
    assert found is Verdict.SAME


@pytest.mark.parametrize("name", SECOND)
def test_a_paper_from_before_bundles_is_still_the_store_s(old_ward, name) -> None:
    pdf = (FIXTURES / "layout-2" / name).read_bytes()

    found = verdict(old_ward, pdf)

    assert found is Verdict.SAME


@pytest.mark.parametrize("name", THIRD)
def test_a_paper_from_before_there_was_a_choice_is_still_the_store_s(
    old_ward, name
) -> None:
    pdf = (FIXTURES / "layout-3" / name).read_bytes()

    found = verdict(old_ward, pdf)

    assert found is Verdict.SAME


@pytest.mark.parametrize("name", FOURTH)
def test_a_paper_from_before_emoji_were_drawn_is_still_the_store_s(
    old_ward, name
) -> None:
    pdf = (FIXTURES / "layout-4" / name).read_bytes()

    found = verdict(old_ward, pdf)

    assert found is Verdict.SAME


def test_a_paper_of_today_that_claims_to_be_from_before_bundles_is_changed(
    ward, cast, tmp_path
) -> None:
    document = ward.sit_down(cast.sam).open("ward-round")
    pdf = document.papers.pdf()
    document.close()

    claimed = with_creator(pdf, creator_of(2), tmp_path)

    found = verdict(ward, claimed)
    assert found is Verdict.CHANGED


def test_there_are_papers_of_each_older_layout_to_check() -> None:
    counted = tuple(map(len, (FIRST, SECOND, THIRD, FOURTH)))
    assert counted == (2, 2, 2, 3)


def test_an_older_paper_with_other_words_is_still_found(old_ward, tmp_path) -> None:
    (name,) = [one for one in FIRST if "care-plan" in one]
    pdf = (PAPERS / name).read_bytes()
    with pikepdf.open(PAPERS / name) as opened:
        content = opened.pages[0].Contents.read_bytes()
        assert b"Sam Example" in content
        changed = content.replace(b"Sam Example", b"Sam Sample")
        opened.pages[0].Contents = opened.make_stream(changed)
        opened.save(tmp_path / "changed.pdf")

    changed_pdf = (tmp_path / "changed.pdf").read_bytes()
    found = verdict(old_ward, changed_pdf)
    assert found is Verdict.CHANGED
    claimed = with_creator(pdf, creator_of(2), tmp_path)
    found = verdict(old_ward, claimed)
    assert found is Verdict.CHANGED


def first_layout(ward: Ward, document: DocumentId) -> bytes:
    """What a forger would draw with the older program: no marks, and no flags."""
    found = read_printable(ward.store, document, ward.shelf, "en")
    unmarked = tuple(replace(one, marks=()) for one in found.document.statements)
    bare = replace(found.document, statements=unmarked)
    origin = replace(found.origin, flags=(), schema=FIRST_SCHEMA)
    form = found.form
    text = document_text(bare, form.template, form.words, found.people, origin)
    forged = replace(found, document=bare, origin=origin, words_json=text, layout=1)
    return pdf_of(forged, wall_time(ward.world.clock))


def test_nobody_hides_a_mark_by_printing_it_as_an_older_paper(old_ward) -> None:
    sam, plan = sams_plan(old_ward)
    document = old_ward.sit_down(sam).open("care-plan")
    mine = next(one for one in document._desk.document.statements if one.voice == sam)
    document.marks.put(mine.id, MarkKind.PRESSED)
    document.close()

    found = verdict(old_ward, first_layout(old_ward, plan))
    assert found is Verdict.CHANGED


def test_a_ward_of_today_has_no_paper_of_the_first_layout(ward, cast) -> None:
    document = ward.sit_down(cast.sam).open("ward-round")
    ward.flags.raise_flag(cast.sam, own(cast.sam), "Unfair", FlagTo.MEETING)
    forged = first_layout(ward, document.id)
    document.close()

    found = verdict(ward, forged)
    assert found is Verdict.CHANGED


def test_a_paper_of_a_newer_program_is_not_called_changed(old_ward, tmp_path) -> None:
    pdf = (PAPERS / FIRST[0]).read_bytes()

    newer = with_creator(pdf, creator_of(99), tmp_path)

    found = verdict(old_ward, newer)
    assert found is Verdict.TOO_NEW
