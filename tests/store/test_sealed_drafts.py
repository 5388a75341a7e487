"""Private words are read by their voice, by who wrote all of them down, and nobody."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from coprod_desktop.model.authored_text import Mode
from coprod_desktop.model.documents import DocumentId, Draft
from coprod_desktop.model.doors import DoorKind
from coprod_desktop.model.people import Person
from coprod_desktop.model.problem import Problem
from coprod_desktop.store.vault import Store
from tests.store.wards import (
    BESIDE,
    JO,
    PIN,
    PRIYA,
    ROBIN,
    SAM,
    Ward,
    draft,
    raw,
    said,
    shared,
)

DOCUMENT = DocumentId("document")
CANARY = "only for the sea to know"


def sign_in(store: Store, *people: Person) -> None:
    """Open these voices."""
    for person in people:
        if person == SAM:
            store.sign_in.open(SAM.id, DoorKind.PIN, PIN.text)
        else:
            assert store.sign_in.open_staff(person.id, BESIDE[person.id])


def written_for_sam(words: str, by: Person = PRIYA) -> Draft:
    """What somebody wrote down for Sam."""
    what = said(SAM, words, by, Mode.WORD_FOR_WORD)
    return replace(draft(DOCUMENT, SAM, ""), said=what)


def words_of(store: Store, *voices: Person) -> list[str]:
    """Every draft that can be read now, of these voices."""
    found = store.drafts.of(DOCUMENT, [one.id for one in voices])
    return [one.said.text.text for one in found]


def test_a_draft_is_read_when_its_voice_is_open_and_not_before(keyed: Store):
    sign_in(keyed, SAM)
    keyed.drafts.save(draft(DOCUMENT, SAM, "Mine."))
    assert words_of(keyed, SAM) == ["Mine."]

    keyed.voices.close(SAM.id)

    sign_in(keyed, PRIYA)
    assert words_of(keyed, SAM) == []
    sign_in(keyed, SAM)
    assert words_of(keyed, SAM) == ["Mine."]


def test_somebody_without_a_key_has_the_ward_read_for_them(keyed: Store):
    keyed.drafts.save(draft(DOCUMENT, JO, "Hers."))

    assert words_of(keyed, JO) == ["Hers."]


def test_words_are_nowhere_in_the_file_for_who_opens_it_with_the_wards_key(
    keyed: Store,
):
    sign_in(keyed, SAM)
    keyed.drafts.save(draft(DOCUMENT, SAM, CANARY))

    with raw(keyed) as connection:
        tables = connection.execute(
            text("SELECT name FROM sqlite_master WHERE type = 'table'")
        )
        for name in tables.scalars().all():
            if str(name).startswith("words_index"):
                continue
            for row in connection.execute(text(f"SELECT * FROM {name}")).all():
                assert CANARY not in repr(tuple(row))


def test_nobody_writes_a_draft_as_somebody_who_is_signed_out(keyed: Store):
    with pytest.raises(Problem, match=r"store\.voice_closed"):
        keyed.drafts.save(draft(DOCUMENT, SAM, "Not hers."), SAM.id)
    with pytest.raises(Problem, match=r"store\.voice_closed"):
        keyed.drafts.save(written_for_sam("Nor hers."), PRIYA.id)


def test_what_is_written_for_a_closed_voice_lies_beside_its_own_words(keyed: Store):
    sign_in(keyed, SAM)
    keyed.drafts.save(draft(DOCUMENT, SAM, "Mine."))
    keyed.voices.close(SAM.id)
    sign_in(keyed, PRIYA, ROBIN)

    keyed.drafts.save(written_for_sam("By Priya."), PRIYA.id)
    keyed.voices.close(PRIYA.id)
    keyed.drafts.save(written_for_sam("By Jo.", JO), JO.id)

    assert words_of(keyed, SAM) == ["By Jo."]
    sign_in(keyed, PRIYA)
    assert words_of(keyed, SAM) == ["By Jo.\nBy Priya."]
    sign_in(keyed, SAM)
    assert words_of(keyed, SAM) == ["Mine.\nBy Jo.\nBy Priya."]


def test_the_next_save_makes_one_of_what_was_joined(keyed: Store):
    sign_in(keyed, PRIYA)
    keyed.drafts.save(written_for_sam("By Priya."), PRIYA.id)
    sign_in(keyed, SAM)
    (joined,) = keyed.drafts.of(DOCUMENT, [SAM.id])
    keyed.drafts.save(replace(joined, said=said(SAM, "All mine now.")))

    keyed.voices.close(SAM.id)

    assert words_of(keyed, SAM) == []
    sign_in(keyed, SAM)
    assert words_of(keyed, SAM) == ["All mine now."]


def test_a_save_leaves_alone_what_was_not_read_before_it(keyed: Store):
    sign_in(keyed, PRIYA)
    keyed.drafts.save(written_for_sam("By Priya."), PRIYA.id)
    keyed.voices.close(PRIYA.id)
    sign_in(keyed, SAM)

    keyed.drafts.save(draft(DOCUMENT, SAM, "Mine."))

    assert words_of(keyed, SAM) == ["Mine.\nBy Priya."]


def test_what_was_read_between_two_saves_is_part_of_the_second(keyed: Store):
    sign_in(keyed, PRIYA)
    keyed.drafts.save(written_for_sam("By Priya."), PRIYA.id)
    keyed.voices.close(PRIYA.id)
    sign_in(keyed, SAM)
    keyed.drafts.save(draft(DOCUMENT, SAM, "Mine."))
    (joined,) = keyed.drafts.of(DOCUMENT, [SAM.id])

    keyed.drafts.save(replace(joined, said=said(SAM, "All mine now.")))

    assert words_of(keyed, SAM) == ["All mine now."]


def test_words_that_could_not_be_read_are_never_written_over(keyed: Store):
    sign_in(keyed, SAM)
    keyed.drafts.save(draft(DOCUMENT, SAM, "Mine."))
    keyed.voices.close(SAM.id)
    assert words_of(keyed, SAM) == []
    sign_in(keyed, SAM)

    with pytest.raises(Problem, match=r"store\.read_first"):
        keyed.drafts.save(draft(DOCUMENT, SAM, "Newer."))

    assert words_of(keyed, SAM) == ["Mine."]
    keyed.drafts.save(draft(DOCUMENT, SAM, "Mine. Newer."))
    assert words_of(keyed, SAM) == ["Mine. Newer."]


def test_a_scribe_who_saves_after_the_voice_signed_in_takes_no_words_away(
    keyed: Store,
):
    sign_in(keyed, SAM)
    keyed.drafts.save(draft(DOCUMENT, SAM, "Mine."))
    keyed.voices.close(SAM.id)
    sign_in(keyed, PRIYA)
    assert words_of(keyed, SAM) == []
    sign_in(keyed, SAM)

    keyed.drafts.save(written_for_sam("By Priya."), PRIYA.id)

    assert words_of(keyed, SAM) == ["Mine.\nBy Priya."]


def test_a_scribe_reads_what_they_alone_wrote_until_the_voice_writes_in_it(
    keyed: Store,
):
    sign_in(keyed, SAM, PRIYA)
    keyed.drafts.save(written_for_sam("By Priya."), PRIYA.id)
    keyed.voices.close(SAM.id)
    assert words_of(keyed, SAM) == ["By Priya."]
    keyed.drafts.save(written_for_sam("By Priya, again."), PRIYA.id)
    assert words_of(keyed, SAM) == ["By Priya, again."]
    sign_in(keyed, SAM)
    (joined,) = keyed.drafts.of(DOCUMENT, [SAM.id])
    mixed = joined.said.text + said(SAM, " And me.").text
    keyed.drafts.save(replace(joined, said=replace(joined.said, text=mixed)))

    keyed.voices.close(SAM.id)

    assert words_of(keyed, SAM) == []


def test_what_an_interpreter_without_a_key_wrote_the_ward_reads_for_them(
    keyed: Store,
):
    keyed.drafts.save(written_for_sam("Put into words.", JO), JO.id)

    assert words_of(keyed, SAM) == ["Put into words."]
    sign_in(keyed, SAM, PRIYA)
    keyed.drafts.save(written_for_sam("By Jo, with Sam.", JO), JO.id)
    keyed.voices.close(SAM.id)
    assert words_of(keyed, SAM) == []


def test_erasing_takes_what_can_be_read_and_leaves_the_rest(keyed: Store):
    sign_in(keyed, SAM)
    keyed.drafts.save(draft(DOCUMENT, SAM, "Mine."))
    keyed.voices.close(SAM.id)
    sign_in(keyed, PRIYA)
    keyed.drafts.save(written_for_sam("By Priya."), PRIYA.id)

    keyed.drafts.drop(DOCUMENT, "hope", SAM.id)

    assert words_of(keyed, SAM) == []
    sign_in(keyed, SAM)
    assert words_of(keyed, SAM) == ["Mine."]
    keyed.drafts.drop(DOCUMENT, "hope", SAM.id)
    with raw(keyed) as connection:
        for table in ("drafts", "draft_keys"):
            count = connection.execute(text(f"SELECT count(*) FROM {table}"))
            assert count.scalar() == 0


def test_sharing_drops_what_was_shared_and_keeps_what_says_something_else(
    keyed: Store,
):
    sign_in(keyed, PRIYA)
    document = keyed.documents.start("my-care-plan", 1, SAM.id, PRIYA.id)
    what = said(SAM, "By Priya.", PRIYA, Mode.WORD_FOR_WORD)
    mine = replace(draft(document, SAM, ""), said=what)
    keyed.drafts.save(mine, PRIYA.id)
    other = replace(mine, said=said(SAM, "Other words.", PRIYA))

    keyed.record.share(PRIYA.id, [(document, shared(SAM, what))], drop=[other])
    assert keyed.drafts.of(document, [SAM.id]) == (mine,)
    keyed.record.share(PRIYA.id, [(document, shared(SAM, what, 2))], drop=[mine])

    assert keyed.drafts.of(document, [SAM.id]) == ()


def test_a_save_that_was_taken_back_does_not_lose_the_key(
    keyed: Store, monkeypatch: pytest.MonkeyPatch
):
    sign_in(keyed, SAM)
    from coprod_desktop.store.schema import drafts
    from coprod_desktop.store.turn import Turn

    really = Turn.put

    def put(turn: Turn, table: object, cells: dict[str, object]) -> None:
        if table is drafts:
            raise Problem("store.disk_full")
        really(turn, table, cells)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(Turn, "put", put)
        with pytest.raises(Problem, match=r"store\.disk_full"):
            keyed.drafts.save(draft(DOCUMENT, SAM, "Lost."))
    keyed.drafts.save(draft(DOCUMENT, SAM, "Kept."))
    keyed.voices.close(SAM.id)

    sign_in(keyed, SAM)
    assert words_of(keyed, SAM) == ["Kept."]


@pytest.mark.parametrize("table", ["drafts", "draft_keys"])
def test_a_changed_draft_is_told_and_not_shown(keyed: Store, table: str):
    keyed.drafts.save(draft(DOCUMENT, JO, "Hers."))
    with raw(keyed) as connection:
        change = f"UPDATE {table} SET sealed = zeroblob(length(sealed))"
        connection.execute(text(change))

    with pytest.raises(Problem, match=r"store\.database_damaged"):
        words_of(keyed, JO)


def test_a_draft_whose_key_somebody_took_away_keeps_nobody_from_a_key_of_their_own(
    keyed: Store,
):
    sign_in(keyed, PRIYA)
    keyed.drafts.save(draft(DOCUMENT, JO, "Lost.", "worry"))
    keyed.drafts.save(draft(DOCUMENT, JO, "Hers."))
    with raw(keyed) as connection:
        change = "DELETE FROM draft_keys WHERE question = 'worry'"
        connection.execute(text(change))

    keyed.keys.make(JO.id, PRIYA.id, keyed.keys.secret_door(JO.id, PIN))

    assert words_of(keyed, JO) == ["Hers."]
    keyed.voices.close(JO.id)
    assert words_of(keyed, JO) == []
    with raw(keyed) as connection:
        left = connection.execute(text("SELECT question FROM drafts ORDER BY question"))
        assert left.scalars().all() == ["hope", "worry"]


def test_drafts_are_there_after_the_program_was_closed(ward_with_keys: Ward):
    with ward_with_keys.opened() as store:
        sign_in(store, SAM)
        store.drafts.save(draft(DOCUMENT, SAM, "Mine."))

    with ward_with_keys.opened() as store:
        sign_in(store, SAM)
        assert words_of(store, SAM) == ["Mine."]
        store.drafts.save(draft(DOCUMENT, SAM, "Mine, and more."))
        assert words_of(store, SAM) == ["Mine, and more."]


def test_no_file_of_the_ward_holds_a_private_word(ward_with_keys: Ward):
    with ward_with_keys.opened() as store:
        sign_in(store, SAM)
        store.drafts.save(draft(DOCUMENT, SAM, CANARY))

    for path in Path(ward_with_keys.folder.root).rglob("*"):
        if path.is_file():
            assert CANARY.encode() not in path.read_bytes()
