"""Photographs are read from whatever is left of a ward, to the byte or not at all."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from coprod_desktop.model.acts import PhotographKept
from coprod_desktop.model.problem import Problem
from coprod_desktop.store.photographs import PART_BYTES
from coprod_desktop.store.rescue import Rescued, rescue
from coprod_desktop.store.rescue_photographs import rescue_photographs
from coprod_desktop.store.settings import PAGE_BYTES
from tests.fakes import FakeRandom, HeardProgress
from tests.store.journals import Kept
from tests.store.test_photographs import CONTENT, keep, told
from tests.store.wards import PRIYA, Ward, fingerprints, made_ward

LATER = FakeRandom("more pixels")(5 * PART_BYTES // 2)
Given = dict[PhotographKept, bytes]


@pytest.fixture
def both(ward: Ward, before: Kept) -> Ward:
    """A closed ward with two photographs: CONTENT, and LATER."""
    with ward.opened() as store:
        keep(store, before.document)
        keep(store, before.document, LATER)
    return ward


def given(ward: Ward, progress: HeardProgress | None = None) -> tuple[Given, int]:
    """Return what is given, and how many are told of; the folder stays as it was."""
    shown = fingerprints(ward.folder.root)
    found: Given = {}
    wanted = rescue(ward.folder, ward.key).photographs
    heard = progress or HeardProgress()
    rescue_photographs(ward.folder, ward.key, wanted, found.__setitem__, heard)
    assert fingerprints(ward.folder.root) == shown
    return found, len(wanted)


def nowhere(photograph: PhotographKept, content: bytes) -> None:
    raise AssertionError((photograph, len(content)))


def damage(path: Path, content: bytes) -> None:
    """Damage every page of the database in which a part may lie but the first 200."""
    pages = bytearray(content)
    for page in range(200, len(pages) // PAGE_BYTES):
        pages[page * PAGE_BYTES + 99] ^= 1
    path.write_bytes(pages)


@pytest.mark.parametrize("name", ["", "journal", "database"])
def test_one_file_is_enough(both: Ward, name: str):
    if name:
        getattr(both.folder, name).unlink()

    found, wanted = given(both)

    assert found == {told(): CONTENT, told(LATER): LATER}
    assert wanted == 2


def test_of_two_damaged_files_each_gives_what_it_has(both: Ward):
    journal = both.folder.journal.read_bytes()
    # The second photograph is the last that the journal tells.
    both.folder.journal.write_bytes(journal[: len(journal) - len(LATER) // 2])
    damage(both.folder.database, both.folder.database.read_bytes())

    found, _ = given(both)

    assert found == {told(): CONTENT}


def test_what_breaks_off_is_not_given_by_half(both: Ward):
    damage(both.folder.database, both.folder.database.read_bytes())
    both.folder.journal.unlink()

    found, _ = given(both)

    assert told(LATER) not in found
    assert set(found.values()) <= {CONTENT}


def test_what_is_not_as_it_was_kept_is_not_given(both: Ward):
    wrong = replace(told(), sha256=bytes(32))
    shorter = replace(told(LATER), size=PART_BYTES)
    found: Given = {}

    rescue_photographs(
        both.folder, both.key, [wrong, shorter, told()], found.__setitem__
    )

    assert found == {told(): CONTENT}


def test_a_file_on_which_two_sheets_stand_is_given_for_each(ward: Ward, before: Kept):
    other = told(sheet="another")
    with ward.opened() as store:
        keep(store, before.document)
        store.photographs.keep(before.document, other, CONTENT, PRIYA.id)

    found, _ = given(ward)

    assert found == {told(): CONTENT, other: CONTENT}


def test_an_entry_that_cannot_be_read_tells_of_no_photograph(both: Ward):
    whole = rescue(both.folder, both.key)
    *others, last = whole.entries
    broken = replace(last, unsigned=replace(last.unsigned, body="{}"))

    some = Rescued((*others, broken), (), (), ())

    assert whole.photographs == (told(), told(LATER))
    assert some.photographs == (told(),)


def test_a_ward_that_is_open_gives_nothing(both: Ward):
    with both.opened(), pytest.raises(Problem, match=r"store\.folder_in_use"):
        rescue_photographs(both.folder, both.key, [told()], nowhere)


def test_another_wards_key_gives_nothing(both: Ward, tmp_path: Path):
    other = made_ward(tmp_path / "other", "other")

    with pytest.raises(Problem):
        rescue_photographs(both.folder, other.key, [told()], nowhere)


def test_how_far_it_is_rises_to_its_end(both: Ward):
    heard = HeardProgress()

    given(both, heard)

    assert heard.rises_to_its_end
