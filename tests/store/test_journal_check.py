"""The check finds what neither database nor journal can tell alone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from sqlalchemy import text

from coprod_desktop.model.problem import Problem
from coprod_desktop.store import journal_check
from coprod_desktop.store.opening import rebuild
from coprod_desktop.store.settings import PAGE_BYTES
from coprod_desktop.store.vault import Store
from tests.store.journals import Kept, agree, copied, is_found, kept, keys
from tests.store.wards import (
    PRIYA,
    SAM,
    Ward,
    draft,
    raw,
    said,
    shared,
    without_triggers,
)


@pytest.mark.parametrize(
    ("change", "told", "mended"),
    [
        ("UPDATE entries SET body = '{}' WHERE number = 5", "entry", None),
        ("DELETE FROM entries WHERE number = 5", "entry", None),
        ("DELETE FROM entries WHERE number = 11", "entry", None),
        (
            (
                "INSERT INTO entries SELECT 12, ward, document, kind, body, by, at,"
                " hash, previous, signature FROM entries WHERE number = 11"
            ),
            "entry",
            None,
        ),
        ("UPDATE documents SET statements = 9", "lists", "database_made_anew"),
        ("DELETE FROM documents", "lists", "database_made_anew"),
        ("UPDATE seeds SET sealed = x'00'", "private", "database_made_anew"),
        ("DELETE FROM drafts", "private", "database_made_anew"),
        ("DELETE FROM journal_mark WHERE book = 'journal'", "journal", ""),
        ("DELETE FROM journal_mark WHERE book = 'drafts'", "drafts", ""),
    ],
)
def test_a_row_that_is_not_what_the_journal_says_is_named(
    ward: Ward, before: Kept, change: str, told: str, mended: str | None
):
    with ward.opened() as store:
        with raw(store) as connection:
            without_triggers(connection)
            connection.execute(text(change))
        found = store.hold_against_journal()
        assert [one.key for one in found] == [f"store.differs.{told}"]
        if told == "entry":
            assert found[0].named["entry"] in (5, 11, 12)

    if mended is None:
        return
    with ward.opened() as store:
        assert (f"store.told.{mended}" in keys(store)) == bool(mended)
        assert kept(store, before.document) == before
        agree(store)


def test_words_of_a_form_that_no_list_names_are_noticed_by_verifying(
    ward: Ward, before: Kept
):
    with ward.opened() as store, raw(store) as connection:
        connection.exec_driver_sql("DELETE FROM documents")
    with (
        ward.opened() as store,
        pytest.raises(Problem, match=r"store\.database_damaged"),
    ):
        store.record.verify()

    with ward.opened() as store:
        assert keys(store) == ["store.told.database_made_anew"]
        agree(store)


def test_what_is_written_meanwhile_is_no_difference(
    ward: Ward, before: Kept, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(journal_check, "PIECE", 1)
    with ward.opened() as store:
        other = store.documents.start("my-care-plan", 1, SAM.id, PRIYA.id)
        steps: list[tuple[int, int]] = []

        def write(done: int, of: int) -> None:
            steps.append((done, of))
            told = shared(SAM, said(SAM, "New."), 1, f"new {done}")
            store.record.append(SAM.id, [(other, told)])
            store.drafts.save(draft(other, SAM, f"New {done}.", "worry"))

        assert store.hold_against_journal(write) == ()

        assert steps[0][0] == 2  # the two entries that made the ward
        assert steps[-1][0] == steps[-1][1] == len(before.entries) + 1


def test_what_a_step_raises_ends_the_check(ward: Ward, before: Kept):
    def stop(*_: int) -> None:
        raise ZeroDivisionError

    with ward.opened() as store:
        with pytest.raises(ZeroDivisionError):
            store.hold_against_journal(stop)
        agree(store)


def test_a_journal_that_is_gone_is_told(ward: Ward, before: Kept):
    with ward.opened() as store:
        for path in (ward.folder.journal, ward.folder.drafts):
            path.rename(path.with_name(f"{path.name}.away"))
        found = store.hold_against_journal()
        for path in (ward.folder.journal, ward.folder.drafts):
            path.with_name(f"{path.name}.away").rename(path)

    assert [one.key for one in found] == [
        "store.differs.journal",
        "store.differs.drafts",
    ]


def test_a_file_that_starts_in_the_middle_is_no_journal(ward: Ward, before: Kept):
    with ward.opened() as store:
        told = shared(SAM, said(SAM, "New."), 1, "new")
        store.record.append(SAM.id, [(before.document, told)])
    content = ward.folder.journal.read_bytes()
    second = content.index(b"\x8aREC", 65)
    with ward.opened() as store:
        ward.folder.journal.write_bytes(content[:64] + content[second:])
        found = store.hold_against_journal()

    assert [one.key for one in found] == ["store.differs.journal"]


def test_an_old_page_put_back_is_always_noticed_or_changes_nothing(
    ward: Ward, before: Kept, tmp_path: Path, full_faults: bool
):
    old = copied(ward, tmp_path / "old").folder.database.read_bytes()
    with ward.opened() as store:
        for number in range(3):
            told = shared(SAM, said(SAM, f"More {number}."), 1, f"more {number}")
            store.record.append(SAM.id, [(before.document, told)])
        store.drafts.save(draft(before.document, SAM, "Newer.", "worry"))
        other = store.documents.start("my-care-plan", 1, SAM.id, PRIYA.id)
        store.drafts.save(draft(other, SAM, "Another.", "worry"))
        now = everything(store, before)
    content = ward.folder.database.read_bytes()
    pages = [
        page
        for page in range(len(old) // PAGE_BYTES)
        if page_of(old, page) != page_of(content, page)
    ]
    assert len(pages) > 5

    for page in pages if full_faults else pages[::5]:
        hit = copied(ward, tmp_path / f"page-{page}")
        start = page * PAGE_BYTES
        hit.folder.database.write_bytes(
            content[:start] + page_of(old, page) + content[start + PAGE_BYTES :]
        )
        with hit.opened() as store:
            is_noticed = bool(store.told) or is_found(store)
            assert is_noticed or everything(store, before) == now, page
        rebuild(hit.folder, hit.key, hit.world, "database")
        with hit.opened() as store:
            assert everything(store, before) == now
            agree(store)
        shutil.rmtree(hit.folder.root)


def everything(store: Store, before: Kept) -> tuple[object, ...]:
    """All that the store tells of a record."""
    found = store.search.find("more", most=99)
    return kept(store, before.document), store.documents.find(), found


def page_of(content: bytes, page: int) -> bytes:
    return content[page * PAGE_BYTES : (page + 1) * PAGE_BYTES]
