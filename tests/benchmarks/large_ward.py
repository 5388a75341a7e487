"""A large ward: 100,000 documents of twelve answers, read as the program reads them.

The ward is made in a process of its own (some minutes), then opened again and again.
What is cold has just been opened, and the system has let go of the file. Of each figure
the calmest of some rounds counts: other programs on the machine only make it longer.
``LARGE_WARD`` in the environment asks for another number of documents.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from typing import TypeVar

from coprod_desktop.model.documents import DocumentId
from coprod_desktop.store.keyring import unlock
from coprod_desktop.store.places import Folder
from coprod_desktop.store.projections import DocumentLine
from coprod_desktop.store.vault import Store
from coprod_desktop.systems import forget_cached
from tests.benchmarks.large_ward_making import COMMONEST, PASSPHRASE, STAFF, LargeWard
from tests.benchmarks.rows import Row
from tests.store.wards import said, shared

DOCUMENTS = 100_000
ROUNDS = 5
PAGES = 20
OPENED = 40

Found = TypeVar("Found")

_ROOT = Path(__file__).resolve().parents[2]


def measure() -> list[Row]:
    """Make the ward and measure it."""
    count = int(os.environ.get("LARGE_WARD", DOCUMENTS))
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "ward-pc"
        making = [sys.executable, "-m", "tests.benchmarks.large_ward_making"]
        subprocess.run([*making, str(folder), str(count)], cwd=_ROOT, check=True)
        key = unlock(Folder(folder), STAFF.id, PASSPHRASE)
        ward = LargeWard(Folder(folder), key)
        # The first opening writes the journal, which knew nothing of all this.
        ward.opened().close()
        return [*_cold(ward), *_open(ward), *_sizes(ward, count)]


def _cold(ward: LargeWard) -> list[Row]:
    openings, lists = [], []
    for _ in range(ROUNDS):
        for path in ward.folder.ward.iterdir():
            with path.open("rb") as file:
                forget_cached(file.fileno())
        opening, store = _timed(ward.opened)
        openings.append(opening)
        lists.append(_timed(store.documents.page)[0])
        store.close()
    return [
        Row("Large ward: opening, beside the key", min(openings), 20, "ms"),
        Row("Large ward: the list, cold", min(lists), 20, "ms"),
    ]


def _open(ward: LargeWard) -> list[Row]:
    store = ward.opened()
    store.record.state()
    lines = store.documents.page(most=OPENED)
    rows = [
        _pages(store),
        *_searches(store, ward, lines[0]),
        *_documents(store, lines),
        _sharing(store, lines[0].id),
    ]
    store.close()
    return rows


def _pages(store: Store) -> Row:
    times, before = [], store.documents.page()[-1].started
    for _ in range(PAGES):
        taken, page = _timed(partial(store.documents.page, before=before))
        times.append(taken)
        before = page[-1].started if page else before
    return Row("Large ward: a page of the list", median(times), 5, "ms")


def _searches(store: Store, ward: LargeWard, line: DocumentLine) -> list[Row]:
    asked = (COMMONEST, "i", ward.rare, "w3", f"{COMMONEST} i", f"{COMMONEST} w12345")
    rows = []
    for where, patient in (("the ward", None), ("one patient", line.patient)):
        slowest, word, found = 0.0, "", 0
        for question in asked:
            find = partial(store.search.find, question, patient)
            taken = min(_timed(find)[0] for _ in range(ROUNDS))
            if taken > slowest:
                slowest, word, found = taken, question, len(find())
        note = f"{len(asked)} questions; the slowest, {word!r}, finds {found}"
        name = f"Large ward: a search of {where}"
        rows.append(Row(name, slowest, 50, "ms", note))
    return rows


def _documents(store: Store, lines: tuple[DocumentLine, ...]) -> list[Row]:
    def opened(document: DocumentId) -> None:
        found = store.documents.get(document)
        assert found is not None
        assert store.record.check(document) is None

    first = _timed(lambda: opened(lines[0].id))[0]
    times = [_best(partial(opened, one.id)) for one in lines]
    note = f"the first, which also reads everybody's keys: {first:.0f} ms"
    name = "Large ward: open and verify a document"
    return [Row(name, sorted(times)[int(len(times) * 0.95)], 10, "ms", note)]


def _sharing(store: Store, document: DocumentId) -> Row:
    def share() -> None:
        version = len(store.record.entries(document))
        told = shared(STAFF, said(STAFF, "One more."), 1, f"more-{version}")
        store.record.append(STAFF.id, [(document, told)])

    times = [_timed(share)[0] for _ in range(ROUNDS)]
    return Row("Large ward: sharing an answer", min(times), 100, "ms")


def _sizes(ward: LargeWard, count: int) -> list[Row]:
    sizes = {one.name: one.stat().st_size for one in ward.folder.ward.iterdir()}
    database = sizes.pop(ward.folder.database.name)
    beside = sum(size for name, size in sizes.items() if name != "ward.reserve")
    note = f"and {beside / count / 1000:.1f} kB beside it"
    name = "Large ward: the encrypted file, a document"
    return [Row(name, database / count / 1000, 20, "kB", note)]


def _best(act: Callable[[], object]) -> float:
    return min(_timed(act)[0] for _ in range(ROUNDS))


def _timed(act: Callable[[], Found]) -> tuple[float, Found]:
    """Return how long something took, in ms, and what it gave."""
    start = time.perf_counter()
    found = act()
    return (time.perf_counter() - start) * 1000, found
