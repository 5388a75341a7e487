"""Saved is saved twice: nothing is told as saved before journal and database have it.

Whatever call of the disk fails or is the last one, the next opening finds everything
that was told, asks nothing, and both files say the same.
"""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from coprod_desktop.model.documents import DocumentId, Draft
from coprod_desktop.model.problem import Problem
from coprod_desktop.store import database, journal
from coprod_desktop.store.schema import Book
from coprod_desktop.store.vault import Store
from tests.store.journals import Disk, agree, copied, lines_in, watched
from tests.store.wards import SAM, Ward, draft, full_record, said, shared

FIRST, SECOND = "I want to walk.", "I want to walk and to sing."


def words_of(store: Store, document: DocumentId) -> dict[str, str]:
    """The words of every draft of Sam's, by question."""
    return {
        one.question: one.said.text.text for one in store.drafts.of(document, [SAM.id])
    }


def share(store: Store, document: DocumentId, mine: Draft) -> None:
    told = shared(SAM, mine.said, 1, mine.question)
    store.record.share(SAM.id, [(document, told)], drop=[mine])


def test_every_entry_and_every_draft_is_in_the_journal(ward: Ward):
    with ward.opened() as store:
        document = full_record(store)
        store.drafts.save(draft(document, SAM, FIRST, "walk"))
        numbers = [one.number for one in store.record.entries()]
        told = [
            change.cells["number"]
            for lines in lines_in(ward, Book.JOURNAL)
            for change in lines.changes
        ]
        tables = {
            change.table
            for lines in lines_in(ward, Book.DRAFTS)
            for change in lines.changes
        }
        agree(store)

    assert told == numbers
    assert {"drafts", "draft_keys", "seeds"} <= tables


def test_nothing_in_the_journal_can_be_read_without_the_key(ward: Ward):
    with ward.opened() as store:
        document = full_record(store)
        store.drafts.save(draft(document, SAM, "CANARY in a draft"))
        contents = [
            path.read_bytes() for path in (ward.folder.journal, ward.folder.drafts)
        ]

    for secret in (b"CANARY", b"my dog", b"Sam Example", b"entries", b"drafts\x00"):
        assert not any(secret in content[64:] for content in contents)


def test_a_transaction_that_changes_nothing_writes_nothing(ward: Ward):
    with ward.opened() as store:
        full_record(store)
        disk = Disk()
        with watched(disk):
            store.documents.find()
            store.record.state()

    assert disk.count == 0


def test_a_draft_costs_one_write_and_one_sync_of_the_journal(ward: Ward):
    with ward.opened() as store:
        document = full_record(store)
        store.drafts.save(draft(document, SAM, FIRST))
        disk = Disk()
        with watched(disk):
            store.drafts.save(draft(document, SAM, SECOND))

    assert disk.count == 2


@pytest.mark.parametrize("what", ["share", "drop", "checkpoint", "close"])
def test_words_that_were_erased_or_written_over_are_in_no_file(ward: Ward, what: str):
    with ward.opened() as store:
        document = full_record(store)
        store.drafts.save(draft(document, SAM, FIRST))
        old = ward.folder.drafts.read_bytes()
        mine = draft(document, SAM, SECOND)
        store.drafts.save(mine)
        assert len(lines_in(ward, Book.DRAFTS)) > 1

        if what == "share":
            store.record.share(
                SAM.id, [(document, shared(SAM, mine.said, 3))], drop=[mine]
            )
        elif what == "drop":
            store.drafts.drop(document, mine.question, SAM.id)
        elif what == "checkpoint":
            store.checkpoint()
        else:
            store.close()

        (lines,) = lines_in(ward, Book.DRAFTS)
        # Every draft has a key of its own: one that is gone cannot be read any more.
        kept = {one.table for one in lines.changes}
        assert ("drafts" in kept) == (what in ("checkpoint", "close"))
        assert old[64:200] not in ward.folder.drafts.read_bytes()
        log = ward.folder.database.with_name("ward.coprod-wal")
        assert not log.exists() or log.stat().st_size == 0


def test_words_that_were_written_over_for_long_are_tidied_meanwhile(
    ward: Ward, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(journal, "LONGEST_UNTIDIED", 5_000)
    with ward.opened() as store:
        document = full_record(store)
        for number in range(60):
            store.drafts.save(draft(document, SAM, f"{FIRST} {number}"))
            assert ward.folder.drafts.stat().st_size < 16_000
        agree(store)
        assert words_of(store, document) == {"hope": f"{FIRST} 59"}


def save_walk(store: Store, document: DocumentId) -> None:
    store.drafts.save(draft(document, SAM, FIRST, "walk"))


def share_walk(store: Store, document: DocumentId) -> None:
    share(store, document, draft(document, SAM, FIRST, "walk"))


def save_sing(store: Store, document: DocumentId) -> None:
    store.drafts.save(draft(document, SAM, SECOND, "sing"))


def drop_sing(store: Store, document: DocumentId) -> None:
    store.drafts.drop(document, "sing", SAM.id)


STEPS = (save_walk, share_walk, save_sing, drop_sing)
AFTER: tuple[tuple[dict[str, str], bool], ...] = (
    ({}, False),
    ({"walk": FIRST}, False),
    ({}, True),
    ({"sing": SECOND}, True),
    ({}, True),
)
"""Sam's drafts, and whether the first was shared, after so many steps."""


def how_far(store: Store, document: DocumentId) -> tuple[dict[str, str], bool]:
    """What stands of the steps."""
    found = store.documents.get(document)
    assert found is not None
    is_shared = any(one.question == "walk" for one in found.statements)
    return words_of(store, document), is_shared


def ready(ward: Ward) -> DocumentId:
    """A document in a ward that is closed again."""
    with ward.opened() as store:
        return full_record(store)


def test_killed_at_any_call_the_next_opening_finds_all_that_was_told(
    ward: Ward, tmp_path: Path
):
    document = ready(ward)
    states: list[tuple[int, Ward]] = []
    done = 0

    def look() -> None:
        states.append((done, copied(ward, tmp_path / f"killed-{len(states)}")))

    with ward.opened() as store, watched(Disk(before=look)):
        for step in STEPS:
            step(store, document)
            done += 1
        look()
    look()

    for told, killed in states:
        with killed.opened() as store:
            assert store.told == ()
            assert how_far(store, document) in AFTER[told : told + 2]
            agree(store)
            assert len(lines_in(killed, Book.DRAFTS)) == 1
    assert len(states) > 15


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO])
def test_a_call_that_fails_is_told_and_nothing_is_half_done(
    ward: Ward, tmp_path: Path, error: int, full_faults: bool
):
    document = ready(ward)
    failed = 0
    for number in range(1, 24, 1 if full_faults else 3):
        broken = copied(ward, tmp_path / f"failed-{error}-{number}")
        disk = Disk(fails_at=frozenset([number]), error=error)
        with broken.opened() as store:
            with watched(disk):
                failed += step_by_step(store, document)
            agree(store)
        with broken.opened() as store:
            assert store.told == ()
            assert how_far(store, document) == AFTER[-1]
    # On a full disk the reserve is given up, and the step succeeds.
    assert (failed > 0) == (error == errno.EIO)


def step_by_step(store: Store, document: DocumentId) -> int:
    """Take each step until it succeeds; return how often one was told as failed."""
    failed = 0
    for number, step in enumerate(STEPS):
        while True:
            try:
                step(store, document)
                break
            except Problem:
                assert how_far(store, document) == AFTER[number]
                failed += 1
        assert how_far(store, document) == AFTER[number + 1]
    return failed


def test_while_the_disk_fails_for_good_nothing_is_told_as_saved(ward: Ward):
    document = ready(ward)
    with ward.opened() as store:
        save_walk(store, document)
        with watched(Disk(fails_at=frozenset(range(1, 1_000)), error=errno.EIO)):
            for _ in range(3):
                with pytest.raises(Problem, match=r"store\.disk_failed"):
                    save_sing(store, document)
                assert words_of(store, document) == {"walk": FIRST}

        save_sing(store, document)

        assert words_of(store, document) == {"walk": FIRST, "sing": SECOND}
        agree(store)


def test_a_file_that_can_be_neither_swapped_nor_opened_again_is_opened_later(
    ward: Ward, monkeypatch: pytest.MonkeyPatch
):
    """As when another program holds it for a while."""

    def broken(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    document = ready(ward)
    with ward.opened() as store:
        save_walk(store, document)
        with monkeypatch.context() as failing:
            failing.setattr(Path, "replace", broken)
            failing.setattr(journal, "JournalFile", broken)
            for _ in range(2):
                with pytest.raises(Problem, match=r"store\.disk_failed"):
                    store.checkpoint()
            with pytest.raises(Problem, match=r"store\.disk_failed"):
                save_sing(store, document)
        assert words_of(store, document) == {"walk": FIRST}

        save_sing(store, document)
        agree(store)

    with ward.opened() as store:
        assert words_of(store, document) == {"walk": FIRST, "sing": SECOND}


def test_killed_while_a_record_could_not_be_taken_back_it_counts_or_not_but_is_whole(
    ward: Ward, tmp_path: Path
):
    document = ready(ward)
    with ward.opened() as store:
        save_walk(store, document)
        # The record is written; its sync fails, and so does cutting it off.
        failing = Disk(fails_at=frozenset(range(2, 100)), error=errno.EIO)
        with watched(failing), pytest.raises(Problem, match=r"store\.disk_failed"):
            save_sing(store, document)
        killed = copied(ward, tmp_path / "killed")

    with killed.opened() as store:
        assert store.told == ()
        assert words_of(store, document) in (
            {"walk": FIRST},
            {"walk": FIRST, "sing": SECOND},
        )
        agree(store)


def refuse_commits(store: Store, monkeypatch: pytest.MonkeyPatch, at: str) -> None:
    """Make the database's own commit fail, before or after it is done."""
    from sqlcipher3 import dbapi2

    real = database._commit

    def commit(driver: object) -> None:
        monkeypatch.setattr(database, "_commit", real)
        if at == "after":
            real(driver)
        error = dbapi2.OperationalError("disk I/O error")
        error.sqlite_errorcode = 10
        raise error

    monkeypatch.setattr(database, "_commit", commit)


def test_a_commit_that_failed_takes_its_record_back(
    ward: Ward, monkeypatch: pytest.MonkeyPatch
):
    document = ready(ward)
    with ward.opened() as store:
        save_walk(store, document)
        sizes = ward.folder.drafts.stat().st_size, ward.folder.journal.stat().st_size
        refuse_commits(store, monkeypatch, "before")

        with pytest.raises(Problem, match=r"store\.disk_failed"):
            share_walk(store, document)

        assert how_far(store, document) == AFTER[1]
        assert sizes == (
            ward.folder.drafts.stat().st_size,
            ward.folder.journal.stat().st_size,
        )
        share_walk(store, document)
        assert how_far(store, document) == AFTER[2]
        agree(store)


def test_a_commit_that_is_on_the_disk_although_it_failed_is_told_as_saved(
    ward: Ward, monkeypatch: pytest.MonkeyPatch
):
    document = ready(ward)
    with ward.opened() as store:
        save_walk(store, document)
        refuse_commits(store, monkeypatch, "after")

        share_walk(store, document)

        assert how_far(store, document) == AFTER[2]
        agree(store)


def test_an_error_in_the_program_leaves_no_record(ward: Ward):
    document = ready(ward)
    with ward.opened() as store:
        save_walk(store, document)
        size = ward.folder.journal.stat().st_size
        with pytest.raises(ValueError, match="version"):
            store.record.append(
                SAM.id, [(document, shared(SAM, said(SAM, "x"), 9, "walk"))]
            )

        assert ward.folder.journal.stat().st_size == size
        assert how_far(store, document) == AFTER[1]
        agree(store)


def test_a_folder_that_vanished_is_told_and_nothing_goes_nowhere(ward: Ward):
    document = ready(ward)
    with ward.opened() as store:
        save_walk(store, document)
        elsewhere = ward.folder.root.with_name("elsewhere")
        ward.folder.root.rename(elsewhere)

        with pytest.raises(Problem, match=r"store\.folder_gone"):
            save_sing(store, document)

        elsewhere.rename(ward.folder.root)
        save_sing(store, document)
        assert words_of(store, document) == {"walk": FIRST, "sing": SECOND}
        agree(store)
