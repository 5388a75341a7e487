"""What was shared stays, in order, each entry its maker's own."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from coprod_desktop.model import acts
from coprod_desktop.model.bodies import (
    Body,
    DocumentStarted,
    PersonJoined,
    SettingChanged,
)
from coprod_desktop.model.documents import DocumentId, ReadBack, Standing, StatementId
from coprod_desktop.model.entries import NO_HASH, Kind
from coprod_desktop.model.people import Person, PersonId, Role
from coprod_desktop.model.problem import NotYourWords, Problem
from coprod_desktop.model.said import Said
from coprod_desktop.store.vault import Store
from tests.store.wards import (
    JO,
    PRIYA,
    SAM,
    Ward,
    confirmed,
    draft,
    full_record,
    raw,
    said,
    shared,
    stance,
    statement_id,
)


def test_entries_are_numbered_chained_and_signed_one_after_another(store: Store):
    full_record(store)

    entries = store.record.entries()

    assert [entry.number for entry in entries] == list(range(1, len(entries) + 1))
    assert [entry.unsigned.previous for entry in entries] == [
        NO_HASH,
        *(entry.hash for entry in entries[:-1]),
    ]
    assert {entry.kind for entry in entries} == set(Kind) - set(acts.KINDS.values())
    assert store.record.head() == len(entries)
    assert store.record.verify() is None


def test_what_is_appended_is_what_is_read(store: Store):
    full_record(store)

    written = store.record.append(PRIYA.id, [("", SettingChanged("meeting", "Ŵyl"))])

    assert store.record.entries()[-1:] == written


def test_entries_can_be_asked_for_by_document_and_up_to_a_number(store: Store):
    document = full_record(store)

    numbers = [one.number for one in store.record.entries(document)]

    assert numbers == [6, 7, 8, 9, 10, 11]
    assert [one.number for one in store.record.entries(document, 8)] == [6, 7, 8]
    assert [one.number for one in store.record.entries(upto=2)] == [1, 2]


def test_the_wards_state_follows_its_record(store: Store):
    before = store.record.state()

    full_record(store)

    assert before.people.everyone == (PRIYA,)
    assert store.record.state().people.everyone == (PRIYA, SAM, JO)
    assert store.record.state().settings == {"meeting": "My meeting"}
    assert store.record.state() is store.record.state()


def test_time_is_the_clocks_and_order_is_not(ward: Ward):
    with ward.opened() as store:
        document = full_record(store)
        ward.world.clock.tick(-86_400)  # type: ignore[attr-defined]
        store.record.append(SAM.id, [("", SettingChanged("later", "yes"))])
        entries = store.record.entries()

    assert entries[-1].unsigned.at < entries[0].unsigned.at
    assert entries[-1].number == len(entries)
    assert document


# --- Refusals ------------------------------------------------------------------


def refused(store: Store, by: Person, *bodies: tuple[str, Body]) -> Exception:
    """Try to append, find nothing written, and return what was said."""
    before = store.record.entries()
    with pytest.raises((NotYourWords, ValueError)) as told:
        store.record.append(by.id, bodies)
    assert store.record.entries() == before
    return told.value


def test_nobody_shares_anybody_elses_words(store: Store):
    document = full_record(store)
    in_her_name = shared(PRIYA, said(SAM, "Sam said so."), 1, "other")
    as_sam = shared(SAM, said(SAM, "Sam says so."), 1, "other")
    as_sam_empty = shared(SAM, Said(), 1, "other")
    stance_with_his = replace(stance(JO, PRIYA), said=said(SAM, "He said."))

    for by, body in (
        (PRIYA, in_her_name),
        (PRIYA, as_sam),
        (PRIYA, as_sam_empty),
        (JO, stance_with_his),
    ):
        told = refused(store, by, (document, body))
        assert isinstance(told, NotYourWords)
        assert told.owner == SAM.id


def test_nobody_answers_for_anybody_else(store: Store):
    document = full_record(store)
    newest = said(SAM, "I want to see my dog, Biscuit.")

    told = refused(store, PRIYA, (document, confirmed(SAM, newest, 2)))
    assert isinstance(told, NotYourWords)
    assert told.owner == SAM.id
    assert isinstance(
        refused(store, SAM, (document, stance(SAM, SAM, "Yes.", 2))), NotYourWords
    )


def test_nobody_takes_over_a_statement(store: Store):
    document = full_record(store)
    taken = replace(
        shared(PRIYA, said(PRIYA, "Mine now."), 3), statement=statement_id(SAM)
    )
    moved = replace(
        shared(PRIYA, said(PRIYA, "Moved."), 2),
        statement=statement_id(PRIYA),
        question="x",
    )
    second = replace(
        shared(PRIYA, said(PRIYA, "Two.")), statement=statement_id(PRIYA, "other")
    )

    told = refused(store, PRIYA, (document, taken))
    assert isinstance(told, NotYourWords)
    assert told.owner == SAM.id
    for body in (moved, second):
        assert "one statement" in str(refused(store, PRIYA, (document, body)))


def test_only_the_next_version_and_the_newest_words_are_taken(store: Store):
    document = full_record(store)
    old = said(SAM, "I want to see my dog.", PRIYA)

    for body in (
        shared(SAM, old, 2),
        shared(SAM, old, 4),
        confirmed(SAM, old, 1),
        confirmed(SAM, old, 2),
    ):
        refused(store, SAM, (document, body))
    refused(store, PRIYA, (document, stance(PRIYA, SAM, "Hm.", 1)))


def test_what_was_never_begun_has_no_entries(store: Store):
    document = full_record(store)
    nowhere = DocumentId("nowhere")

    for where, body in (
        (nowhere, shared(SAM, said(SAM, "Hello."))),
        (document, replace(stance(SAM, PRIYA), statement=StatementId("none"))),
        (document, DocumentStarted(document, "my-care-plan", 1, SAM.id)),
        (nowhere, DocumentStarted(document, "my-care-plan", 1, SAM.id)),
        ("", DocumentStarted(DocumentId(""), "my-care-plan", 1, SAM.id)),
    ):
        refused(store, SAM, (where, body))


def test_nobody_joins_twice_or_lets_themselves_in(store: Store):
    full_record(store)
    stranger = Person(PersonId("stranger"), "Alex Test", Role.PATIENT)

    refused(store, PRIYA, ("", PersonJoined(SAM, bytes(32))))
    refused(store, stranger, ("", PersonJoined(stranger, bytes(32))))
    with pytest.raises(ValueError, match="joined before"):
        store.people.add(SAM, PRIYA.id)
    with pytest.raises(ValueError, match="not joined"):
        store.people.add(stranger, stranger.id)


def test_a_list_is_written_wholly_or_not_at_all(store: Store):
    document = full_record(store)

    refused(
        store,
        SAM,
        (document, shared(SAM, said(SAM, "Fine."), 3)),
        (document, shared(SAM, said(PRIYA, "Not mine."), 4)),
    )

    assert store.documents.get(document).answers("hope")[0].version == 2  # type: ignore[union-attr]


def test_half_a_letter_is_refused_and_nothing_else_is_lost(store: Store):
    document = full_record(store)
    half = said(SAM, "dog \ud83d")

    with pytest.raises(Problem, match=r"store\.words_unfit"):
        store.record.append(SAM.id, [(document, shared(SAM, half, 3))])
    with pytest.raises(Problem, match=r"store\.words_unfit"):
        store.drafts.save(replace(draft(document, SAM, ""), said=half))

    store.drafts.save(draft(document, SAM, "dog \U0001f415"))
    assert store.record.verify() is None


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE entries SET body = '{}' WHERE number = 3",
        "DELETE FROM entries WHERE number = 3",
        "INSERT OR REPLACE INTO entries SELECT * FROM entries WHERE number = 3",
        (
            "INSERT INTO entries SELECT number + 50, ward, document, kind, body, by,"
            " at, previous, hash, signature FROM entries WHERE number = 3"
        ),
    ],
)
def test_the_file_itself_refuses_to_change_or_skip_an_entry(store: Store, change: str):
    full_record(store)
    before = store.record.entries()

    with (
        pytest.raises(IntegrityError, match="entries"),
        raw(store) as connection,
    ):
        connection.execute(text(change))

    assert store.record.entries() == before


# --- Sharing --------------------------------------------------------------------


def test_sharing_takes_the_drafts_along_in_one_go(store: Store):
    document = full_record(store)
    mine = draft(document, SAM, "A new thought.", "thought")
    store.drafts.save(mine)
    told = shared(SAM, mine.said, 1, "thought")

    store.record.share(SAM.id, [(document, told)], drop=[mine])

    assert store.drafts.of(document, [SAM.id]) == ()
    found = store.documents.get(document)
    assert found is not None
    assert [one.said for one in found.answers("thought")] == [mine.said]


def test_a_draft_that_went_on_meanwhile_is_kept(store: Store):
    document = full_record(store)
    mine = draft(document, SAM, "A new thought.", "thought")
    newer = draft(document, SAM, "A new thought. And more.", "thought")
    store.drafts.save(newer)

    store.record.share(
        SAM.id, [(document, shared(SAM, mine.said, 1, "thought"))], drop=[mine]
    )

    assert store.drafts.of(document, [SAM.id]) == (newer,)


def test_a_refused_sharing_keeps_the_draft(store: Store):
    document = full_record(store)
    mine = draft(document, SAM, "Mine.", "thought")
    store.drafts.save(mine)

    with pytest.raises(NotYourWords):
        store.record.share(
            PRIYA.id, [(document, shared(SAM, mine.said, 1, "thought"))], drop=[mine]
        )

    assert store.drafts.of(document, [SAM.id]) == (mine,)


def test_a_read_back_is_of_the_words_shared_beside_it(store: Store):
    document = full_record(store)
    words = said(SAM, "Walks help.", PRIYA)
    answer = confirmed(SAM, words, 3, ReadBack.NEARLY)

    store.record.append(SAM.id, [(document, shared(SAM, words, 3)), (document, answer)])

    found = store.documents.get(document)
    assert found is not None
    assert found.answers("hope")[0].standing is Standing.NEARLY
