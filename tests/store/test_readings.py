"""How people read is kept with them, and never taken for private words."""

from __future__ import annotations

from coprod_desktop.model.documents import DocumentId
from coprod_desktop.model.doors import DoorKind
from coprod_desktop.store.vault import Store
from tests.store.wards import PIN, SAM, Ward, draft, lose_journal

FREE = DocumentId("")


def test_what_was_kept_is_there_when_the_ward_is_opened_again(ward: Ward):
    with ward.opened() as store:
        assert store.readings.of(SAM.id) is None
        store.readings.keep(SAM.id, '{"text_pt":14}')
        store.readings.keep(SAM.id, '{"text_pt":32}')

    with ward.opened() as store:
        assert store.readings.of(SAM.id) == '{"text_pt":32}'


def test_it_comes_back_from_the_journal_when_the_database_is_lost(ward: Ward):
    with ward.opened() as store:
        store.readings.keep(SAM.id, '{"text_pt":32}')
    ward.folder.database.unlink()

    with ward.opened() as store:
        assert store.readings.of(SAM.id) == '{"text_pt":32}'


def test_it_stays_when_the_journal_is_lost(ward: Ward):
    with ward.opened() as store:
        store.readings.keep(SAM.id, '{"text_pt":32}')
    lose_journal(ward)

    with ward.opened() as store:
        assert store.readings.of(SAM.id) == '{"text_pt":32}'


def test_it_is_no_private_word_of_anybody(ward: Ward):
    with ward.opened() as store:
        store.drafts.save(draft(FREE, SAM, "Mine."))
        store.readings.keep(SAM.id, '{"text_pt":32}')

        found = store.drafts.of(FREE, [SAM.id])

    assert [one.said.text.text for one in found] == ["Mine."]


def test_the_ward_reads_it_before_its_person_signs_in(keyed: Store):
    assert not keyed.voices.is_open(SAM.id)

    keyed.readings.keep(SAM.id, '{"text_pt":32}')

    assert keyed.readings.of(SAM.id) == '{"text_pt":32}'
    keyed.sign_in.open(SAM.id, DoorKind.PIN, PIN.text)
    assert keyed.readings.of(SAM.id) == '{"text_pt":32}'
