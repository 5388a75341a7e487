"""The large ward that is measured is a ward as the store writes it, only more of it."""

from __future__ import annotations

from pathlib import Path

from tests.benchmarks.large_ward_making import ANSWERS, COMMONEST, make_large_ward


def test_a_ward_that_was_made_in_bulk_is_sound_and_its_lists_are_those_kept(
    tmp_path: Path,
):
    ward = make_large_ward(tmp_path / "ward-pc", 4)
    store = ward.opened()
    lines = store.documents.find()
    found = store.search.find(COMMONEST, most=100)

    store.documents.rebuild()

    assert store.record.verify() is None
    assert (len(lines), len(found)) == (4, 4 * ANSWERS)
    assert store.documents.find() == lines
    assert store.search.find(COMMONEST, most=100) == found
    [rare] = store.search.find(ward.rare)
    assert (rare.document, rare.voice) == (lines[-1].id, ward.patients[0])
    assert store.record.check(lines[0].id) is None
    store.close()
