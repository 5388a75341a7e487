"""Whatever is done, in whatever order, both files say the same."""

from __future__ import annotations

import errno
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coprod_desktop.model.problem import Problem
from coprod_desktop.store.places import Folder
from coprod_desktop.store.vault import Store
from tests.store.journals import Disk, agree, copied, watched
from tests.store.wards import PRIYA, SAM, Ward, draft, shared

QUESTIONS = st.sampled_from(["walk", "sing", "sleep"])

steps = st.one_of(
    st.tuples(st.just("save"), QUESTIONS),
    st.tuples(st.just("share"), QUESTIONS),
    st.tuples(st.just("drop"), QUESTIONS),
    st.tuples(st.just("open again"), st.none()),
    st.tuples(st.just("kill"), st.none()),
    st.tuples(st.just("fail"), st.integers(1, 12)),
)


class Life:
    """A ward that is written in, and what must stand in it by now."""

    def __init__(self, ward: Ward) -> None:
        self.ward = ward
        self.store = self._opened()
        self.store.people.add(SAM, PRIYA.id)
        self.document = self.store.documents.start("form", 1, SAM.id, PRIYA.id)
        self.drafts: dict[str, str] = {}
        self.shared: dict[str, list[str]] = {}
        self.disk = Disk(error=errno.EIO)
        self._count = 0

    def take(self, what: str, which: object) -> None:
        """Take one step; what fails is not there afterwards."""
        if what == "fail":
            self.disk.fails_at = frozenset([self.disk.count + int(str(which))])
        elif what in ("open again", "kill"):
            self._reopen(is_killed=what == "kill")
        else:
            with suppress(Problem), watched(self.disk):
                getattr(self, f"_{what}")(str(which))

    def check(self) -> None:
        """Insist on everything that was told, and on nothing else."""
        found = self.store.drafts.of(self.document, [SAM.id])
        assert {one.question: one.said.text.text for one in found} == self.drafts
        document = self.store.documents.get(self.document)
        assert document is not None
        versions = {
            one.question: [each.said.text.text for each in (*one.earlier, one)]
            for one in document.statements
        }
        assert versions == self.shared

    def _opened(self) -> Store:
        from coprod_desktop.store.vault import open_store

        store = open_store(self.ward.folder, self.ward.key, self.ward.world)
        assert store.told == ()
        return store

    def _reopen(self, *, is_killed: bool) -> None:
        old = self.ward
        if is_killed:
            self.ward = copied(old, old.folder.root.with_name(f"{self._count} killed"))
            self._count += 1
        self.store.close()
        self.store = self._opened()
        agree(self.store)
        self.check()

    def _save(self, question: str) -> None:
        self._count += 1
        words = f"Thought {self._count} of {question}."
        self.store.drafts.save(draft(self.document, SAM, words, question))
        self.drafts[question] = words

    def _share(self, question: str) -> None:
        if question not in self.drafts:
            return
        before = self.shared.get(question, [])
        mine = draft(self.document, SAM, self.drafts[question], question)
        told = shared(SAM, mine.said, len(before) + 1, question)
        self.store.record.share(SAM.id, [(self.document, told)], drop=[mine])
        self.shared[question] = [*before, self.drafts.pop(question)]

    def _drop(self, question: str) -> None:
        self.store.drafts.drop(self.document, question, SAM.id)
        self.drafts.pop(question, None)


@contextmanager
def life(pattern: Ward) -> Iterator[Life]:
    """A life in a folder of its own."""
    with tempfile.TemporaryDirectory() as place:
        folder = Folder(Path(place) / "ward-pc")
        shutil.copytree(pattern.folder.root, folder.root)
        found = Life(replace(pattern, folder=folder))
        try:
            yield found
        finally:
            found.store.close()


@settings(
    max_examples=12,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(steps, max_size=16))
def test_journal_and_database_always_agree_and_hold_what_was_told(
    pattern_ward: Ward, taken: list[tuple[str, object]]
):
    with life(pattern_ward) as lived:
        for what, which in taken:
            lived.take(what, which)
            lived.check()
        agree(lived.store)
        lived.take("kill", None)
