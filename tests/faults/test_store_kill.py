"""The program is killed while it writes: whatever was told as saved is there after.

A writer in a process of its own saves drafts and shares them, and tells each one only
after the store returned. It is killed at a moment that chance chooses. Twenty times
here; five hundred with ``--full-faults``. The seed is printed when one fails.
"""

from __future__ import annotations

import random
import subprocess
import sys
import threading
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from coprod_desktop.model.documents import DocumentId
from tests.architecture.source import ROOT
from tests.store.wards import SAM, Ward, made_ward, said, shared, statement_id

WRITER = """
import sys
from pathlib import Path
from tests.fakes import fake_world
from tests.store.wards import *

root, ward_id, secret, document, start = sys.argv[1:]
key = WardKey(ward_id, bytes.fromhex(secret))
store = open_store(Folder(Path(root)), key, fake_world())
version, number = int(start), 0
while True:
    words = f"Thought {version + 1}, try {number}. " + "word " * (number * 7 % 900)
    store.drafts.save(draft(document, SAM, words))
    print("draft", version + 1, number, flush=True)
    number += 1
    if number % 5 == 0:
        version += 1
        mine = draft(document, SAM, words)
        told = shared(SAM, mine.said, version)
        store.record.share(SAM.id, [(document, told)], drop=[mine])
        print("shared", version, number - 1, flush=True)
"""


@dataclass
class Told:
    """What the writer said it had saved."""

    drafts: tuple[int, int] = (0, -1)
    """Version and try of the newest draft."""
    shared: dict[int, int] = field(default_factory=dict)
    """For each shared version the try whose words it holds."""

    def hear(self, line: str) -> None:
        """Take in one whole line."""
        kind, version, number = line.split()
        if kind == "draft":
            self.drafts = (int(version), int(number))
        else:
            self.shared[int(version)] = int(number)


def run_and_kill(ward: Ward, document: str, version: int, after_s: float) -> Told:
    """Let a writer write for a while, kill it, and return what it told."""
    key = ward.key
    arguments = [str(ward.folder.root), key.ward_id, key.secret.hex(), document]
    told = Told()
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, *arguments, str(version)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    ) as writer:
        assert writer.stdout is not None
        told.hear(writer.stdout.readline())
        killing = threading.Timer(after_s, writer.kill)
        killing.start()
        for line in writer.stdout:
            if line.endswith("\n"):
                told.hear(line)
        killing.join()
    return told


def words_of(version: int, number: int) -> str:
    """The words that the writer gave a draft."""
    return f"Thought {version}, try {number}. " + "word " * (number * 7 % 900)


def check(ward: Ward, document: DocumentId, told: Told) -> int:
    """Open the ward as if nothing had been; return the newest shared version."""
    with ward.opened() as store:
        assert store.record.verify() is None
        found = store.documents.get(document)
        assert found is not None
        statement = found.statement(statement_id(SAM))
        versions = (*statement.earlier, statement) if statement else ()
        texts = {one.version: one.said.text.text for one in versions}
        for version, number in told.shared.items():
            assert texts[version] == words_of(version, number)
        newest = max(texts, default=0)
        version, number = told.drafts
        drafts = store.drafts.of(document, [SAM.id])
        if version > newest:
            # Not shared yet, so it must still be there, or one saved after it.
            (draft,) = drafts
            last = int(draft.said.text.text.split("try ")[1].split(".")[0])
            assert last >= number
            assert draft.said.text.text == words_of(version, last)
        return newest


@pytest.mark.timeout(1800)
def test_nothing_told_as_saved_is_missing_after_a_kill(
    tmp_path: Path, full_faults: bool
):
    seed = random.randrange(2**32)
    chance = random.Random(seed)
    print("seed", seed)
    ward = made_ward(tmp_path / "ward-pc")
    with ward.opened() as store:
        store.people.add(SAM, by=store.record.state().people.everyone[0].id)
        document = store.documents.start("my-care-plan", 1, SAM.id, SAM.id)
        before = store.record.append(
            SAM.id, [(document, shared(SAM, said(SAM, "x"), question="x"))]
        )
    newest, saves = 0, 0

    for _ in range(500 if full_faults else 20):
        told = run_and_kill(ward, document, newest, chance.random() * 0.15)
        newest = check(ward, document, told)
        saves += told.drafts[1]

    with ward.opened() as store:
        assert store.record.head() == before[-1].number + newest
    assert saves > 0
