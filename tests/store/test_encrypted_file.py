"""A file that was cut short is found out before anything is read from it."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from coprod_desktop.model.documents import DocumentId
from coprod_desktop.model.problem import Problem
from coprod_desktop.store.encrypted_file import check_end, database_at, log_of
from coprod_desktop.store.places import Folder
from coprod_desktop.store.schema import drafts
from tests.store.wards import SAM, Ward, draft, full_record

DOCUMENT = DocumentId("document")
PAGE = 4096


@pytest.fixture
def crashed(ward: Ward, tmp_path: Path) -> Ward:
    """A ward as a crash leaves it: long drafts in the file, newer ones in the log."""
    with ward.opened() as store:
        full_record(store)
        for number in range(4):
            store.drafts.save(draft(DOCUMENT, SAM, "words " * 1_500, str(number)))
        store.checkpoint()
        for number in range(4, 8):
            store.drafts.save(draft(DOCUMENT, SAM, "words " * 1_500, str(number)))
        copied = Folder(tmp_path / "crashed")
        shutil.copytree(ward.folder.root, copied.root)
    assert log_of(copied.database).stat().st_size
    return replace(ward, folder=copied)


def test_a_file_whose_last_pages_stand_in_the_log_is_whole(crashed: Ward):
    with crashed.opened() as store:
        assert store.told == ()
        assert len(store.drafts.of(DOCUMENT, [SAM.id])) == 8


def test_a_draft_is_not_lost_with_the_end_of_the_file(crashed: Ward):
    content = crashed.folder.database.read_bytes()
    log = log_of(crashed.folder.database).read_bytes()
    private = crashed.folder.drafts.read_bytes()

    # Its very last page stands in the log.
    for pages in (*range(2, len(content) // PAGE - 2, 9), len(content) // PAGE - 2):
        crashed.folder.database.write_bytes(content[: pages * PAGE])
        log_of(crashed.folder.database).write_bytes(log)
        crashed.folder.drafts.write_bytes(private)
        with crashed.opened() as store:
            assert [one.key for one in store.told] == ["store.told.database_made_anew"]
            assert len(store.drafts.of(DOCUMENT, [SAM.id])) == 8
            assert store.record.verify() is None


def test_a_page_that_is_nowhere_is_told(crashed: Ward):
    path = crashed.folder.database
    content = path.read_bytes()
    path.write_bytes(content[: len(content) - 3 * PAGE])
    database = database_at(path, crashed.key)

    with pytest.raises(Problem, match=r"store\.database_truncated"):
        check_end(path, database)

    database.abandon()


def test_what_was_read_from_a_damaged_page_is_found_out_before_it_is_used(
    crashed: Ward,
):
    """The end of a long value may be handed out as zeros, and nothing said."""
    path = crashed.folder.database
    with crashed.opened():
        pass
    content = path.read_bytes()
    right = _read(crashed)[0]
    passed_over = 0

    for page in range(2, len(content) // PAGE):
        at = page * PAGE + 1_000
        flipped = bytes([content[at] ^ 1])
        path.write_bytes(content[:at] + flipped + content[at + 1 :])
        read, is_proved = _read(crashed)
        assert read in (right, None) or not is_proved
        passed_over += read not in (right, None)

    assert passed_over


def _read(ward: Ward) -> tuple[list[object] | None, bool]:
    """Return the drafts as they lie in the file; whether they were really there."""
    database = database_at(ward.folder.database, ward.key)
    read: list[object] | None = None
    try:
        with database.transaction() as turn:
            read = [*turn.execute(select(drafts).order_by(drafts.c.question)).all()]
            turn.prove_read()
    except Problem:
        return read, False
    finally:
        database.abandon()
    return read, True
