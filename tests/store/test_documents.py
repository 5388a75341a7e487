"""Documents are begun, listed and read back; the lists tell what the record tells."""

from __future__ import annotations

import pytest

from coprod_desktop.model.documents import DocumentId
from coprod_desktop.store.vault import Store
from tests.fakes import HeardProgress
from tests.store.wards import (
    PRIYA,
    SAM,
    Ward,
    full_record,
    raw,
    said,
    shared,
)


def test_a_list_tells_what_a_document_holds(ward: Ward):
    with ward.opened() as store:
        document = full_record(store)
        ward.world.clock.tick(60)  # type: ignore[attr-defined]
        newer = store.documents.start("my-ward-round", 2, SAM.id, SAM.id)
        lines = store.documents.of(SAM.id)

    assert [line.id for line in lines] == [newer, document]
    assert (lines[0].template, lines[0].version) == ("my-ward-round", 2)
    assert (lines[0].statements, lines[0].newest) == (0, 12)
    assert (lines[1].statements, lines[1].newest, lines[1].started) == (2, 11, 6)
    assert lines[0].started_at > lines[1].changed_at


def test_a_list_is_turned_page_by_page(store: Store):
    full_record(store)
    for _ in range(4):
        store.documents.start("my-ward-round", 1, SAM.id, SAM.id)
    everything = store.documents.find()

    first = store.documents.page(most=3)
    second = store.documents.page(before=first[-1].started, most=3)

    assert (*first, *second) == everything
    assert store.documents.page(SAM.id) == everything
    assert store.documents.page(PRIYA.id) == ()


def test_nobody_elses_documents_are_in_a_list(store: Store):
    full_record(store)

    assert store.documents.of(PRIYA.id) == ()


def test_a_document_is_found_by_the_start_of_its_id(store: Store):
    document = full_record(store)

    assert [line.id for line in store.documents.find(document[:12])] == [document]
    assert [line.id for line in store.documents.find()] == [document]
    assert store.documents.find("%") == ()


def test_a_document_is_read_as_it_stood(store: Store):
    document = full_record(store)

    now, then = store.documents.get(document), store.documents.get(document, 8)

    assert now is not None
    assert then is not None
    assert (now.head, then.head) == (11, 8)
    assert [one.version for one in now.answers("hope")] == [2, 1]
    assert [one.said.text.text for one in then.answers("hope")] == [
        "I want to see my dog."
    ]
    assert store.documents.get(document, 99) == now
    assert store.documents.get(document, 5) is None
    assert store.documents.get(DocumentId("none")) is None


def test_the_head_counts_the_whole_ward(store: Store):
    document = full_record(store)
    store.documents.start("my-ward-round", 1, SAM.id, SAM.id)

    found = store.documents.get(document)

    assert found is not None
    assert found.head == store.record.head() == 12


def tables(store: Store) -> list[object]:
    """Everything that is kept beside the record."""
    with raw(store) as connection:
        return [
            connection.exec_driver_sql("SELECT * FROM documents ORDER BY id").all(),
            connection.exec_driver_sql("SELECT * FROM head").all(),
        ]


def test_lists_rebuilt_are_lists_kept(store: Store):
    document = full_record(store)
    other = store.documents.start("my-ward-round", 1, SAM.id, PRIYA.id)
    for version in (1, 2, 3):
        told = shared(SAM, said(SAM, f"Thought {version}."), version, "thought")
        store.record.append(SAM.id, [(other, told)])
        store.record.append(SAM.id, [(document, told)])
    kept = tables(store)

    store.documents.rebuild()

    assert tables(store) == kept


def test_lists_that_were_lost_are_built_again(store: Store):
    full_record(store)
    kept = tables(store)
    with raw(store) as connection:
        connection.exec_driver_sql("DELETE FROM documents")
        connection.exec_driver_sql("DELETE FROM head")
    assert store.record.head() == 0

    store.documents.rebuild()

    assert tables(store) == kept


def test_how_far_the_making_of_lists_is_rises_to_its_end(
    store: Store, monkeypatch: pytest.MonkeyPatch
):
    heard = HeardProgress()
    full_record(store)
    for path in ("model.progress", "store.words_index"):
        monkeypatch.setattr(f"coprod_desktop.{path}.MANY", 2)

    store.documents.rebuild(heard)

    assert heard.rises_to_its_end
    assert len(set(heard.shares)) > 4
