"""A disk that fails is told, and what saving costs it is counted."""

from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from coprod_desktop.model.documents import DocumentId
from coprod_desktop.model.problem import Problem
from coprod_desktop.store.vault import Store
from tests.architecture.source import ROOT
from tests.store.wards import SAM, Ward, draft, full_record, shared

DOCUMENT = DocumentId("document")
BEFORE = draft(DOCUMENT, SAM, "What was saved before.", "before")
LONG = draft(DOCUMENT, SAM, "words " * 20_000, "long")


@contextmanager
def small_files(largest: int) -> Iterator[None]:
    """Let no file grow beyond this: what SQLite then meets is an input/output error."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def saved(store: Store) -> set[str]:
    return {one.question for one in store.drafts.of(DOCUMENT, [SAM.id])}


def test_a_disk_that_fails_is_told_and_saving_goes_on_when_it_works(store: Store):
    store.drafts.save(BEFORE)

    with small_files(100_000), pytest.raises(Problem, match=r"store\.disk_failed"):
        store.drafts.save(LONG)

    assert saved(store) == {"before"}
    store.drafts.save(LONG)
    assert saved(store) == {"before", "long"}
    assert store.record.verify() is None


def test_sharing_on_a_failing_disk_leaves_the_record_as_it_was(store: Store):
    document = full_record(store)
    mine = draft(document, SAM, LONG.said.text.text, "long")
    store.drafts.save(mine)
    before = store.record.entries()
    told = shared(SAM, mine.said, 1, "long")

    with small_files(100_000), pytest.raises(Problem, match=r"store\.disk_failed"):
        store.record.share(SAM.id, [(document, told)], drop=[mine])

    assert store.record.entries() == before
    assert store.drafts.of(document, [SAM.id]) == (mine,)
    assert store.record.verify() is None


def test_a_failed_checkpoint_at_closing_loses_nothing(ward: Ward):
    with ward.opened() as store:
        store.drafts.save(BEFORE)
        for number in range(30):
            store.drafts.save(draft(DOCUMENT, SAM, LONG.said.text.text, str(number)))
        with small_files(8192), pytest.raises(Problem, match=r"store\.disk_failed"):
            store.close()

    with ward.opened() as store:
        assert len(saved(store)) == 31


def test_saving_costs_one_sync_of_the_journal_and_one_of_the_database(
    ward: Ward, tmp_path: Path
):
    saves = 200
    program = (
        "import sys; from pathlib import Path;"
        "from tests.store.wards import *; from tests.fakes import fake_world;"
        "folder = Folder(Path(sys.argv[1]));"
        "key = WardKey(sys.argv[2], bytes.fromhex(sys.argv[3]));"
        "store = open_store(folder, key, fake_world());"
        "drafts = [draft(DocumentId('d'), SAM, 'words ' * 60 + str(n))"
        f" for n in range({saves})];"
        "[store.drafts.save(one) for one in drafts];"
        "store.close()"
    )
    arguments = [str(ward.folder.root), ward.key.ward_id, ward.key.secret.hex()]
    log = tmp_path / "syncs"
    watched = ["strace", "-f", "-e", "trace=fsync,fdatasync", "-o", str(log)]

    subprocess.run(
        [*watched, sys.executable, "-c", program, *arguments],
        cwd=ROOT,
        check=True,
    )

    syncs = log.read_text("utf-8").count("sync(")
    # Opening and closing cost a few, whatever happens between them.
    assert syncs <= saves * 2.05 + 16
