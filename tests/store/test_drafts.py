"""Private words in progress are kept, and only their voices get them back."""

from __future__ import annotations

import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.model.documents import DocumentId, Progress
from coprod_desktop.model.problem import NotYourWords
from coprod_desktop.model.said import Item, Said, choose
from coprod_desktop.store.vault import Store
from tests.fakes import MORNING
from tests.store.wards import JO, PRIYA, SAM, Ward, confirmed, draft, said

DOCUMENT = DocumentId("document")


def test_a_draft_comes_back_as_it_was(store: Store):
    pen = next(iter(said(SAM, "x", PRIYA).attributions))
    whole = Said(
        said(SAM, "My words,\nand NBSP\u00a0too.", PRIYA).text,
        (choose(pen, "good"),),
        (
            Item(said(SAM, "Walks").text, choose(pen, "always")),
            Item(said(SAM, "").text),
        ),
        choose(pen, "later"),
    )
    mine = draft(DOCUMENT, SAM, "", confirmation=confirmed(SAM, whole).confirmation)
    kept = type(mine)(
        mine.document,
        mine.question,
        mine.voice,
        mine.statement,
        whole,
        MORNING,
        mine.confirmation,
        replaces=3,
    )

    store.drafts.save(kept)

    assert store.drafts.of(DOCUMENT, frozenset({SAM.id})) == (kept,)


def test_a_newer_draft_takes_the_place_of_the_older(store: Store):
    for words in ("I", "I wa", "I want"):
        store.drafts.save(draft(DOCUMENT, SAM, words))

    assert store.drafts.of(DOCUMENT, [SAM.id]) == (draft(DOCUMENT, SAM, "I want"),)


def test_drafts_are_given_to_their_voices_alone(store: Store):
    store.drafts.save(draft(DOCUMENT, SAM, "Mine."))
    store.drafts.save(draft(DOCUMENT, JO, "Hers."))

    assert [one.voice for one in store.drafts.of(DOCUMENT, [SAM.id])] == [SAM.id]
    assert len(store.drafts.of(DOCUMENT, {SAM.id, JO.id})) == 2
    assert store.drafts.of(DOCUMENT, [PRIYA.id]) == ()
    assert store.drafts.of(DOCUMENT, []) == ()
    assert store.drafts.of(DocumentId("other"), [SAM.id]) == ()


def test_a_draft_holds_one_voice(store: Store):
    mixed = draft(DOCUMENT, SAM, "")
    foreign = type(mixed)(
        DOCUMENT, "hope", SAM.id, mixed.statement, said(PRIYA, "Hers."), MORNING
    )

    with pytest.raises(NotYourWords) as told:
        store.drafts.save(foreign)

    assert told.value.owner == PRIYA.id
    assert store.drafts.of(DOCUMENT, [SAM.id]) == ()


def test_an_erased_draft_is_gone_and_the_others_stay(store: Store):
    store.drafts.save(draft(DOCUMENT, SAM, "One.", "one"))
    store.drafts.save(draft(DOCUMENT, SAM, "Two.", "two"))

    store.drafts.drop(DOCUMENT, "one", SAM.id)
    store.drafts.drop(DOCUMENT, "never", SAM.id)

    assert [one.question for one in store.drafts.of(DOCUMENT, [SAM.id])] == ["two"]


def test_a_person_comes_back_where_they_were(ward: Ward):
    where = Progress(DOCUMENT, SAM.id, "hope", ("hope", "worries"), 7)
    with ward.opened() as store:
        assert store.drafts.progress(DOCUMENT, SAM.id) == Progress(DOCUMENT, SAM.id)
        store.drafts.keep_progress(Progress(DOCUMENT, SAM.id, "worries"))
        store.drafts.keep_progress(where)

    with ward.opened() as store:
        assert store.drafts.progress(DOCUMENT, SAM.id) == where
        assert store.drafts.progress(DOCUMENT, JO.id) == Progress(DOCUMENT, JO.id)


def test_window_and_saving_thread_take_turns(store: Store):
    failed: list[BaseException] = []

    def save_many(question: str) -> None:
        try:
            for number in range(30):
                store.drafts.save(draft(DOCUMENT, SAM, str(number), question))
                store.record.head()
        except BaseException as error:  # noqa: BLE001 - shown below
            failed.append(error)

    threads = [threading.Thread(target=save_many, args=(one,)) for one in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert failed == []
    found = store.drafts.of(DOCUMENT, [SAM.id])
    assert [one.said.text.text for one in found] == ["29"] * 4


@pytest.fixture(scope="module")
def open_store_for_many(pattern_ward: Ward, tmp_path_factory):
    import shutil
    from dataclasses import replace

    from coprod_desktop.store.places import Folder

    folder = Folder(tmp_path_factory.mktemp("many") / "ward-pc")
    shutil.copytree(pattern_ward.folder.root, folder.root)
    with replace(pattern_ward, folder=folder).opened() as store:
        yield store


@given(words=st.text(st.characters(exclude_categories=["Cs"])))
def test_every_text_comes_back_code_point_for_code_point(
    open_store_for_many: Store, words: str
):
    open_store_for_many.drafts.save(draft(DOCUMENT, SAM, words))

    (found,) = open_store_for_many.drafts.of(DOCUMENT, [SAM.id])
    assert found.said.text.text == words
