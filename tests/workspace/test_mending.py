"""A ward's files are checked, made anew, and saved as far as they can be read."""

from __future__ import annotations

import hashlib
import json
from contextlib import closing
from pathlib import Path

import pytest

from coprod_desktop.model.entries import Kind
from coprod_desktop.model.problem import Problem
from coprod_desktop.workspace.doorway import Doorway
from coprod_desktop.workspace.mending import Mend, mend, save_what_is_left
from coprod_desktop.workspace.opening_news import OpeningNews
from coprod_desktop.workspace.pens import copying_pens
from coprod_desktop.workspace.restoring import Hand
from coprod_desktop.workspace.ward import Ward
from tests.fakes import HeardProgress, fake_world
from tests.workspace.test_photographs import SCAN
from tests.workspace.test_sheets import codes
from tests.workspace.wards import FORM, PASSPHRASE, Cast


@pytest.fixture
def closed(ward: Ward, cast: Cast) -> tuple[Doorway, Hand, int]:
    """The door of a ward that nobody has open, Priya's hand, and how many entries."""
    entries = ward.store.record.head()
    folder = ward._opened.folder.root
    ward.close()
    return Doorway(folder, fake_world()), Hand(cast.priya, PASSPHRASE), entries


def test_a_whole_ward_is_found_whole(closed: tuple[Doorway, Hand, int]):
    door, priya, entries = closed

    (told,) = mend(door, Mend.CHECK, priya)

    assert told.key == "mend.well"
    assert told.named["entries"] >= entries


@pytest.mark.parametrize("what", [Mend.LISTS, Mend.DATABASE, Mend.JOURNAL])
def test_each_file_is_made_anew_and_all_is_well_after(
    closed: tuple[Doorway, Hand, int], what: Mend
):
    door, priya, _ = closed

    first, *_ = mend(door, what, priya)

    assert first.key == ("mend.lists_done" if what is Mend.LISTS else "mend.done")
    (after,) = mend(door, Mend.CHECK, priya)
    assert after.key == "mend.well"


def test_what_was_found_at_opening_is_told_by_the_check(
    closed: tuple[Doorway, Hand, int],
):
    door, priya, _ = closed
    (door.folder / "ward" / "ward.journal").unlink()

    told = mend(door, Mend.CHECK, priya)

    assert told[0].key == "store.told.journal_made_anew"


def test_what_is_left_is_saved_and_what_is_missing_is_named(
    closed: tuple[Doorway, Hand, int], tmp_path: Path
):
    door, priya, entries = closed
    (door.folder / "ward" / "ward.coprod").write_bytes(b"")
    journal = door.folder / "ward" / "ward.journal"
    bits = bytearray(journal.read_bytes())
    bits[len(bits) // 2] ^= 1
    journal.write_bytes(bits)
    file = tmp_path / "saved.json"

    first, *missing, unwritten = save_what_is_left(door, priya, file)

    saved = json.loads(file.read_text("utf-8"))
    assert first == OpeningNews("mend.rescued", {"entries": len(saved["entries"])})
    assert [[one.named["first"], one.named["last"]] for one in missing] == saved[
        "missing"
    ]
    assert len(saved["entries"]) < entries
    assert {one.key for one in missing} <= {"mend.missing"}
    assert unwritten.key == "workspace.look_not_written"


def test_that_a_whole_wards_words_were_saved_is_written_down(
    closed: tuple[Doorway, Hand, int], tmp_path: Path
):
    door, priya, entries = closed

    (told,) = save_what_is_left(door, priya, tmp_path / "saved.json")

    assert told == OpeningNews("mend.rescued", {"entries": entries})
    with closing(door.open(*priya)) as ward:
        last = ward.store.record.entries()[-1].unsigned
    assert (last.kind, last.by) == (Kind.WORDS_SEEN, priya.person)


@pytest.fixture
def photographed(ward: Ward, cast: Cast) -> tuple[Doorway, Hand, str]:
    """The door of a ward that nobody has open, and a photographed sheet's code."""
    document = ward.sit_down(cast.sam, (cast.priya,)).open(FORM)
    (pen,) = copying_pens(document.pens(), cast.sam)
    document.take_pen(pen.attribution)
    code = codes(document)[0]
    document.sheets.photographs.keep(code, SCAN)
    document.close()
    folder = ward._opened.folder.root
    ward.close()
    return Doorway(folder, fake_world()), Hand(cast.priya, PASSPHRASE), code


def test_photographs_are_saved_beside_the_words_under_the_code_of_their_sheet(
    photographed: tuple[Doorway, Hand, str], tmp_path: Path
):
    door, priya, code = photographed

    told = save_what_is_left(door, priya, tmp_path / "saved.json")

    assert OpeningNews("mend.photographs", {"count": 1}) in told
    assert not [one for one in told if one.key == "mend.photographs_lost"]
    (file,) = (tmp_path / "saved-photographs").iterdir()
    begins = hashlib.sha256(SCAN).hexdigest()[:8]
    assert file.name == f"photograph-{code}-{begins}.png"
    assert file.read_bytes() == SCAN
    assert begins in (tmp_path / "saved.json").read_text("utf-8")


def test_photographs_that_cannot_be_written_are_told_and_the_words_are_saved(
    photographed: tuple[Doorway, Hand, str], tmp_path: Path
):
    door, priya, _ = photographed
    (tmp_path / "saved-photographs").write_text("somebody else's", "utf-8")

    told = save_what_is_left(door, priya, tmp_path / "saved.json")

    assert [one.key for one in told] == [
        *("mend.rescued", "workspace.export_exists"),
        *("mend.photographs", "mend.photographs_lost"),
    ]
    assert told[-1].named == {"count": 1}
    assert (tmp_path / "saved.json").exists()


def test_a_wrong_passphrase_changes_nothing(
    closed: tuple[Doorway, Hand, int], tmp_path: Path
):
    door, priya, _ = closed
    wrong = priya._replace(secret="not the passphrase")

    for what in (Mend.CHECK, Mend.LISTS, Mend.DATABASE, Mend.JOURNAL):
        with pytest.raises(Problem, match=r"store\.wrong_passphrase"):
            mend(door, what, wrong)
    with pytest.raises(Problem, match=r"store\.wrong_passphrase"):
        save_what_is_left(door, wrong, tmp_path / "saved.json")

    assert not (tmp_path / "saved.json").exists()


def test_saving_what_is_left_takes_a_file(closed: tuple[Doorway, Hand, int]):
    door, priya, _ = closed

    with pytest.raises(ValueError, match="save_what_is_left"):
        mend(door, Mend.RESCUE, priya)


@pytest.mark.parametrize("what", Mend)
def test_how_far_each_act_is_rises_to_its_end(
    closed: tuple[Doorway, Hand, int], tmp_path: Path, what: Mend
):
    door, priya, _ = closed
    heard = HeardProgress()

    if what is Mend.RESCUE:
        save_what_is_left(door, priya, tmp_path / "saved.json", heard)
    else:
        mend(door, what, priya, heard)

    assert heard.rises_to_its_end
    assert len(set(heard.shares)) >= 2
