"""Photographs of sheets are kept as they came, beside the record, and never lost."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from coprod_desktop.model.acts import PhotographKept, PictureFacts, PictureKind
from coprod_desktop.model.documents import DocumentId
from coprod_desktop.model.entries import Broken, Fault, Kind
from coprod_desktop.model.people import Person
from coprod_desktop.model.problem import Problem
from coprod_desktop.store import journal
from coprod_desktop.store.journal_lines import Lines
from coprod_desktop.store.photographs import PART_BYTES
from coprod_desktop.store.places import Folder
from coprod_desktop.store.replaying import Replay
from coprod_desktop.store.rightful import DoesNotFollow
from coprod_desktop.store.schema import Book
from coprod_desktop.store.turn import RowChange
from coprod_desktop.store.vault import Store, open_store
from tests.fakes import FakeRandom
from tests.store.backups import forge, make, rebuild, refused
from tests.store.journals import Disk, agree, copied, keys, lines_in, watched
from tests.store.wards import (
    CASEY,
    PRIYA,
    SAM,
    Ward,
    full_record,
    lose_journal,
    raw,
)

SHEET = "7F3K9-QWD2M"
CANARY = b"handwriting that no file may show"
CONTENT = CANARY + FakeRandom("pixels")(3 * PART_BYTES)


def told(content: bytes = CONTENT, sheet: str = SHEET) -> PhotographKept:
    facts = PictureFacts(PictureKind.JPEG, 1200, 1600)
    return PhotographKept(sheet, hashlib.sha256(content).digest(), len(content), facts)


def keep(
    store: Store, document: DocumentId, content: bytes = CONTENT, by: Person = PRIYA
) -> None:
    store.photographs.keep(document, told(content), content, by.id)


def contents(store: Store, document: DocumentId) -> list[bytes]:
    return [store.photographs.content(one) for _, one in store.photographs.of(document)]


def parts(store: Store) -> int:
    with raw(store) as connection:
        return int(connection.scalar(text("SELECT count(*) FROM photographs")) or 0)


@pytest.fixture
def document(ward: Ward) -> DocumentId:
    """A form of Sam's with a photograph, in a ward that is closed."""
    with ward.opened() as store:
        found = full_record(store)
        keep(store, found)
    return found


def holds(ward: Ward, document: DocumentId) -> list[str]:
    """Open a ward, find the photograph in it whole; return what opening told."""
    with ward.opened() as store:
        assert contents(store, document) == [CONTENT]
        agree(store)
        return keys(store)


def test_a_photograph_is_given_back_as_it_came_and_says_who_brought_it(
    ward: Ward, document: DocumentId
):
    assert holds(ward, document) == []
    with ward.opened() as store:
        ((entry, kept),) = store.photographs.of(document)

    assert (entry.unsigned.by, kept) == (PRIYA.id, told())


def test_no_file_of_the_ward_shows_anything_of_it(ward: Ward, document: DocumentId):
    shown = CANARY, b64encode(CANARY)[:-4]
    files = [one for one in ward.folder.root.rglob("*") if one.is_file()]

    assert files
    assert not [one for one in files for what in shown if what in one.read_bytes()]


def test_a_file_that_two_sheets_stand_on_lies_there_once(store: Store):
    document = full_record(store)
    keep(store, document)
    once = parts(store)

    store.photographs.keep(document, told(sheet="another"), CONTENT, SAM.id)

    assert parts(store) == once == 4
    assert contents(store, document) == [CONTENT, CONTENT]
    agree(store)


def test_whoever_hears_of_sharing_hears_of_it_once_it_is_on_the_disk(store: Store):
    document = full_record(store)
    heard: list[Kind] = []
    store.record.hear(lambda written: heard.extend(one.kind for one in written))

    keep(store, document)

    assert heard == [Kind.PHOTOGRAPH_KEPT]


def test_what_is_told_of_another_file_is_refused(store: Store):
    document = full_record(store)

    with pytest.raises(ValueError, match="another file"):
        store.photographs.keep(document, told(b"other"), CONTENT, PRIYA.id)

    assert (parts(store), store.photographs.of(document)) == (0, ())


def test_a_photograph_of_no_form_or_from_a_stranger_is_refused_whole(store: Store):
    document = full_record(store)
    store.people.add(CASEY, PRIYA.id)

    with pytest.raises(DoesNotFollow, match="was started"):
        keep(store, DocumentId("nowhere"))
    with pytest.raises(DoesNotFollow, match="round them"):
        keep(store, document, by=CASEY)

    assert (parts(store), store.photographs.of(document)) == (0, ())
    agree(store)


@pytest.mark.parametrize(
    "change", ["UPDATE photographs SET content = x'00'", "DELETE FROM photographs"]
)
def test_nothing_of_it_is_changed_or_removed_by_mistake(
    ward: Ward, document: DocumentId, change: str
):
    with (
        ward.opened() as store,
        pytest.raises(IntegrityError, match="never"),
        raw(store) as connection,
    ):
        connection.exec_driver_sql(change)

    assert holds(ward, document) == []


CHANGES = (
    "UPDATE photographs SET content = x'00' WHERE part = 1",
    "DELETE FROM photographs WHERE part = 3",
    "INSERT INTO photographs SELECT sha256, 9, content FROM photographs WHERE part = 3",
)


@pytest.mark.parametrize("change", CHANGES)
def test_a_changed_file_is_found_and_comes_back_from_the_journal(
    ward: Ward, document: DocumentId, change: str
):
    with ward.opened() as store:
        meddle(store, change)
        number = store.record.head()

        broken = Broken(number, Fault.PHOTOGRAPH)
        assert store.record.verify() == broken
        assert store.record.look_over(lambda *_: None) == broken
        found = store.hold_against_journal()
        assert [one.key for one in found] == ["store.differs.photograph"]

    assert holds(ward, document) == ["store.told.database_made_anew"]


def meddle(store: Store, change: str) -> None:
    """Do what the triggers forbid."""
    with raw(store) as connection:
        for name in ("photographs_stay", "photographs_are_kept"):
            connection.exec_driver_sql("DROP TRIGGER " + name)
        connection.exec_driver_sql(change)


def test_a_changed_file_is_not_shown_and_is_mended_at_the_next_opening(
    ward: Ward, document: DocumentId
):
    with ward.opened() as store:
        meddle(store, CHANGES[0])
        with pytest.raises(Problem, match=r"photograph\.changed"):
            contents(store, document)

    assert holds(ward, document) == ["store.told.database_made_anew"]


def test_a_file_that_no_entry_tells_of_differs_from_the_journal(
    ward: Ward, document: DocumentId
):
    with ward.opened() as store:
        meddle(store, "INSERT INTO photographs VALUES (x'01', 0, x'02')")

        found = store.hold_against_journal()

    assert [one.key for one in found] == ["store.differs.photograph"]


def test_it_comes_back_from_whichever_file_is_left(
    ward: Ward, document: DocumentId, monkeypatch: pytest.MonkeyPatch
):
    ward.folder.database.unlink()
    assert holds(ward, document) == ["store.told.database_made_anew"]

    # Written anew in several records, as a ward with many photographs is.
    monkeypatch.setattr(journal, "BYTES_A_RECORD", PART_BYTES)
    lose_journal(ward)
    assert holds(ward, document) == [
        "store.told.journal_made_anew",
        "store.told.drafts_made_anew",
    ]
    assert len(lines_in(ward, Book.JOURNAL)) == 4
    ward.folder.database.unlink()
    assert holds(ward, document) == ["store.told.database_made_anew"]


def test_a_journal_that_tells_of_another_file_does_not_belong_here(store: Store):
    document = full_record(store)
    keep(store, document)
    cells: dict[str, Any] = {"sha256": told().sha256, "part": 1, "content": b"other"}
    with store.record._database.transaction() as turn:
        replay = Replay(turn)
        ours = turn.rows(_table(), {"sha256": told().sha256, "part": 1})[0]
        replay.apply(Lines((RowChange("photographs", ours),)), Book.JOURNAL)

        with pytest.raises(Problem, match=r"store\.journal_forked"):
            replay.apply(Lines((RowChange("photographs", cells),)), Book.JOURNAL)


def _table() -> Any:
    from coprod_desktop.store.schema import photographs

    return photographs


def test_a_program_that_is_killed_while_it_keeps_one_has_all_of_it_or_nothing(
    ward: Ward, tmp_path: Path
):
    left: list[Ward] = []
    with ward.opened() as store:
        document = full_record(store)
        look = Disk(
            before=lambda: left.append(copied(ward, tmp_path / f"left {len(left)}"))
        )
        with watched(look):
            keep(store, document)

    assert len(left) >= 2
    for one in left:
        with one.opened() as store:
            assert contents(store, document) in ([], [CONTENT])
            assert bool(parts(store)) == bool(store.photographs.of(document))
            agree(store)
    assert holds(ward, document) == []


def test_a_full_disk_keeps_nothing_of_it_and_all_of_it_when_there_is_room(
    ward: Ward,
):
    with ward.opened() as store:
        document = full_record(store)
        with (
            watched(Disk(fails_at=frozenset(range(1, 100)))),
            pytest.raises(Problem, match=r"store\.disk_full"),
        ):
            keep(store, document)
        assert (parts(store), store.photographs.of(document)) == (0, ())

        keep(store, document)

    assert holds(ward, document) == []


def test_a_backup_carries_it_and_putting_it_back_gives_it_back(
    ward: Ward, document: DocumentId, tmp_path: Path, aside: Folder
):
    with ward.opened() as store:
        backup = make(store, tmp_path / "stick").folder

    rebuild(backup, aside, ward)

    restored = open_store(aside, ward.key, ward.world)
    assert contents(restored, document) == [CONTENT]
    assert restored.record.verify() is None
    restored.close()


@pytest.mark.parametrize("change", ["other", "missing", "gone"])
def test_a_backup_in_which_it_was_changed_is_refused(
    ward: Ward, document: DocumentId, tmp_path: Path, aside: Folder, change: str
):
    with ward.opened() as store:
        backup = make(store, tmp_path / "stick").folder

    def changed(payloads: list[dict[str, Any]]) -> None:
        rows = payloads[-1]["rows"]
        at = next(n for n, row in enumerate(rows) if row[1] == "photographs")
        if change == "other":
            rows[at][2]["content"] = ["AAAA"]
        elif change == "missing":
            del rows[at]
        else:
            place = {name: rows[at][2][name] for name in ("sha256", "part")}
            rows.append(["drop", "photographs", place])

    forge(backup, ward.key, Book.JOURNAL, changed)

    refused(backup, aside, ward, "backup.entry_broken", "backup.damaged")
