"""Shared words are found, the newest first; private ones are not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, text

from coprod_desktop.model.documents import DocumentId
from coprod_desktop.model.people import Person, PersonId, Role
from coprod_desktop.model.problem import Problem
from coprod_desktop.model.said import Item, Said
from coprod_desktop.store import words_index
from coprod_desktop.store.vault import Store, open_store
from tests.fakes import fake_world
from tests.store.released import released
from tests.store.wards import (
    PRIYA,
    SAM,
    draft,
    full_record,
    raw,
    said,
    shared,
)

ALEX = Person(PersonId("alex"), "Alex Test", Role.PATIENT)


def begin(store: Store, patient: Person) -> DocumentId:
    if store.record.state().people.get(patient.id) is None:
        store.people.add(patient, PRIYA.id)
    return store.documents.start("my-care-plan", 1, patient.id, PRIYA.id)


def say(store: Store, document: DocumentId, voice: Person, words: str, n: int = 1):
    question = f"question-{words[:4]}" if n == 1 else f"question-{n}"
    told = shared(voice, said(voice, words), 1, question)
    store.record.append(voice.id, [(document, told)])


def found(store: Store, asked: str, patient: Person | None = None) -> list[str]:
    hits = store.search.find(asked, patient.id if patient else None)
    return [hit.words for hit in hits]


def test_words_are_found_the_newest_first_with_where_they_stand(store: Store):
    first, second = begin(store, SAM), begin(store, ALEX)
    say(store, first, SAM, "I miss my dog.")
    say(store, second, ALEX, "My DOG is called Biscuit.")
    say(store, first, PRIYA, "A cat came by.")

    hits = store.search.find("dog")

    assert [(hit.document, hit.voice, hit.words) for hit in hits] == [
        (second, ALEX.id, "My DOG is called Biscuit."),
        (first, SAM.id, "I miss my dog."),
    ]
    assert hits[0].number == store.record.head() - 1
    assert (hits[1].question, hits[1].at) == ("question-I mi", hits[0].at)


def test_every_word_that_is_asked_for_must_stand_there(store: Store):
    document = begin(store, SAM)
    say(store, document, SAM, "Quiet mornings and tea.")

    assert found(store, "tea quiet") == ["Quiet mornings and tea."]
    assert found(store, "tea coffee") == []
    assert found(store, "") == found(store, " ?! ") == []


def test_one_patients_words_are_found_without_anothers(store: Store):
    say(store, begin(store, SAM), SAM, "Sleep well.")
    say(store, begin(store, ALEX), ALEX, "I do not sleep.")

    assert found(store, "sleep", SAM) == ["Sleep well."]
    assert found(store, "sleep", ALEX) == ["I do not sleep."]
    assert found(store, "sleep", PRIYA) == []


def test_nobody_can_write_themselves_into_anothers_page(store: Store):
    mark = words_index.patient_word(SAM.id)
    say(store, begin(store, SAM), SAM, "Sleep well.")
    say(store, begin(store, ALEX), ALEX, f"Sleep {mark} {mark[1:]}")

    assert found(store, "sleep", SAM) == ["Sleep well."]


def test_what_was_found_is_turned_page_by_page(store: Store):
    document = begin(store, SAM)
    for number in range(7):
        say(store, document, SAM, f"again {number}", 2 + number)

    pages, before = [], None
    while page := store.search.find("again", before=before, most=3):
        pages.append([hit.words[-1] for hit in page])
        before = page[-1].number

    assert pages == [["6", "5", "4"], ["3", "2", "1"], ["0"]]


def test_of_a_statement_its_newest_words_are_found_alone(store: Store):
    document = full_record(store)
    say(store, document, PRIYA, "A walk helps.", 2)

    assert found(store, "dog") == ["I want to see my dog, Biscuit."]
    older = said(SAM, "I want to see my cat.")
    store.record.append(SAM.id, [(document, shared(SAM, older, version=3))])

    assert found(store, "dog") == found(store, "biscuit") == []
    assert found(store, "want") == ["I want to see my cat."]


def test_the_items_of_a_list_are_words_too(store: Store):
    document = begin(store, SAM)
    words = said(SAM, "My tablets").text
    told = Said(items=(Item(words), Item(said(SAM, "Leave").text)))
    store.record.append(SAM.id, [(document, shared(SAM, told))])

    assert found(store, "leave tablets") == ["My tablets\nLeave"]


def test_private_words_are_not_found(store: Store):
    document = begin(store, SAM)
    store.drafts.save(draft(document, SAM, "Nobody else reads this."))

    assert found(store, "nobody") == []
    assert found(store, "reads", SAM) == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text())
def test_whatever_is_asked_it_is_taken_for_words(store: Store, asked: str):
    assert store.search.find(asked) == ()


@pytest.mark.parametrize(
    "asked", ['"', "a OR b", "dog*", "NEAR(a b)", "words:dog", "^"]
)
def test_signs_that_mean_something_to_the_index_mean_nothing_here(
    store: Store, asked: str
):
    assert store.search.find(asked) == ()


def terms(connection: Connection) -> list[tuple[object, ...]]:
    """Every word of the index and in how many statements it stands."""
    connection.execute(
        text(
            "CREATE VIRTUAL TABLE IF NOT EXISTS temp.terms"
            " USING fts5vocab(main, words_index, row)"
        )
    )
    return [tuple(row) for row in connection.execute(text("SELECT * FROM terms"))]


def test_the_index_made_anew_is_the_index_kept(
    store: Store, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(words_index, "ROWS_AT_ONCE", 3)
    document = full_record(store)
    say(store, begin(store, ALEX), ALEX, "Another voice, another plan.")
    for version in range(3, 9):
        words = said(SAM, f"Thought {version} about the walk.")
        store.record.append(SAM.id, [(document, shared(SAM, words, version))])
    with raw(store) as connection:
        # What was taken out is still counted until FTS5 tidies up.
        connection.execute(
            text("INSERT INTO words_index(words_index) VALUES('optimize')")
        )
        kept = terms(connection)
    before = [store.search.find(word) for word in ("walk", "another", "sam", "dog")]

    store.documents.rebuild()

    with raw(store) as connection:
        assert terms(connection) == kept
    after = [store.search.find(word) for word in ("walk", "another", "sam", "dog")]
    assert after == before
    assert [len(hits) for hits in after] == [2, 1, 1, 0]


def test_an_index_that_names_something_else_is_told(store: Store):
    full_record(store)
    with raw(store) as connection:
        cells = {"rowid": words_index.row_of(1), "words": "joined"}
        connection.execute(
            text("INSERT INTO words_index(rowid, words) VALUES(:rowid, :words)"), cells
        )

    with pytest.raises(Problem, match=r"store\.record_changed"):
        store.search.find("joined")


def test_words_of_an_older_ward_are_found(tmp_path: Path):
    old = released("0001", tmp_path)

    store = open_store(old.folder, old.key, fake_world())

    assert "Being asked the same thing by six people." in found(store, "six people")
    assert len(store.search.find("I")) > 1
    store.close()


def test_a_version_whose_earlier_one_is_gone_is_found_all_the_same(store: Store):
    document = begin(store, SAM)
    told = shared(SAM, said(SAM, "only this"), version=1)
    [entry] = store.record.append(SAM.id, [(document, told)])
    with store.record._database.transaction() as turn:
        words_index.fill(turn)
        odd = shared(SAM, said(SAM, "only that"), 2, "another question")
        later = replace(entry, unsigned=replace(entry.unsigned, number=99))
        words_index.keep_words(turn, later, odd, SAM.id)

    assert found(store, "only this") == ["only this"]
