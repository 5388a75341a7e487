"""Reading the record back: what people said and agreed, and what is not believed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coprod_desktop.model.authored_text import AuthoredText
from coprod_desktop.model.bodies import (
    DocumentStarted,
    PersonJoined,
    SettingChanged,
    StanceTaken,
    StatementShared,
    WardMade,
)
from coprod_desktop.model.documents import (
    Confirmation,
    Draft,
    ReadBack,
    Standing,
    View,
    standing,
)
from coprod_desktop.model.entries import (
    NO_HASH,
    Broken,
    Entry,
    Fault,
    first_broken,
)
from coprod_desktop.model.people import Person, Role
from coprod_desktop.model.record import (
    body_of,
    fold_ward,
    may_share,
    says_own_words,
)
from coprod_desktop.model.said import Said
from tests.model.records import (
    BESIDE,
    DOCUMENT,
    OTHER,
    START,
    WORDS,
    WRITTEN_FOR,
    confirmed,
    entries,
    folded,
    only,
    shared,
    stance,
)
from tests.model.values import JO, NOON, PRIYA, SAM, own, said, scribe


def test_a_document_that_was_never_started_is_none() -> None:
    assert folded(shared(SAM, said(SAM))) is None


def test_a_statement_has_versions_and_the_newest_stands() -> None:
    document = folded(
        START, shared(SAM, said(SAM, "one")), shared(SAM, said(SAM, "two"), 2)
    )

    statement = document.statement_of("recovery", SAM)
    assert statement.said == said(SAM, "two")
    assert [one.said for one in statement.earlier] == [said(SAM, "one")]
    assert (statement.number, document.head) == (3, 3)
    assert document.statement(WORDS) == statement
    assert document.statement(BESIDE) is None
    assert document.statement_of("recovery", JO) is None
    assert document.statement_of("helps", SAM) is None


def test_the_patient_s_words_stand_first() -> None:
    document = folded(
        START,
        shared(PRIYA, said(PRIYA), statement=BESIDE),
        shared(SAM, said(SAM)),
    )

    assert [one.voice for one in document.answers("recovery")] == [SAM, PRIYA]
    assert document.answers("helps") == ()


def test_nobody_shares_words_for_another() -> None:
    stolen = StatementShared(WORDS, "recovery", SAM, 1, said(SAM))

    assert folded(START, (PRIYA, DOCUMENT, stolen)).statements == ()
    mixed = shared(PRIYA, said(SAM))
    assert folded(START, mixed).statements == ()


def test_a_statement_stays_its_voice_s() -> None:
    assert only(shared(SAM, said(SAM)), shared(PRIYA, said(PRIYA), 2)).voice == SAM


def test_only_the_voice_confirms_and_only_exactly_those_words() -> None:
    first = shared(SAM, WRITTEN_FOR)

    assert only(first).standing is Standing.NOT_YET
    assert only(first, confirmed(WRITTEN_FOR)).standing is Standing.AGREED
    assert only(first, confirmed(WRITTEN_FOR, PRIYA)).confirmation is None
    assert only(first, confirmed(said(SAM))).confirmation is None
    assert only(first, confirmed(WRITTEN_FOR, version=2)).confirmation is None


def test_new_words_need_a_new_read_back() -> None:
    changed = Said(text=AuthoredText.by(scribe(SAM, PRIYA), "swims"))

    found = only(
        shared(SAM, WRITTEN_FOR), confirmed(WRITTEN_FOR), shared(SAM, changed, 2)
    )

    assert found.confirmation is None
    assert found.earlier[0].standing is Standing.AGREED


def test_others_take_stances_and_the_newest_counts() -> None:
    found = only(
        shared(SAM, said(SAM)),
        stance(PRIYA),
        stance(JO, View.SOME),
        stance(PRIYA, View.AGREE),
        stance(SAM),
        stance(JO, version=2),
    )

    assert [one.by for one in found.stances] == [PRIYA, JO, PRIYA]
    assert [one.by for one in found.differing] == [JO]


def test_nobody_takes_a_stance_in_another_s_words() -> None:
    body = StanceTaken(WORDS, 1, View.DISAGREE, said(SAM))

    found = only(shared(SAM, said(SAM)), (PRIYA, DOCUMENT, body))

    assert found.stances == ()


def test_answers_to_nothing_are_passed_over() -> None:
    assert folded(START, stance(PRIYA), confirmed(said(SAM))).statements == ()


def test_what_belongs_to_the_ward_changes_no_document() -> None:
    odd = (PRIYA, DOCUMENT, SettingChanged("meeting", "review"))

    assert folded(START, odd).statements == ()


def test_other_documents_are_passed_over_but_for_the_head() -> None:
    other = DocumentStarted(OTHER, "care-plan", 1, JO)

    found = folded(START, (PRIYA, OTHER, other))

    assert (found.id, found.head) == (DOCUMENT, 2)


def test_the_ward_is_read_back_from_its_entries() -> None:
    nurse = Person(PRIYA, "Priya Sample", Role.NURSE)
    found = entries(
        (PRIYA, None, PersonJoined(nurse, b"k" * 32)),
        (PRIYA, None, WardMade("Larch")),
        (PRIYA, None, SettingChanged("meeting", "review")),
        START,
    )

    state = fold_ward(found)

    assert (state.name, state.settings) == ("Larch", {"meeting": "review"})
    assert (state.people[PRIYA], state.keys) == (nurse, {PRIYA: b"k" * 32})
    assert says_own_words(found[0], body_of(found[0]))


def test_the_same_words_are_not_shared_twice() -> None:
    statement = only(shared(SAM, said(SAM)))

    assert may_share(None, said(SAM))
    assert not may_share(statement, said(SAM))
    assert may_share(statement, said(SAM, "more"))


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (None, Standing.NOT_YET),
        (ReadBack.YES, Standing.AGREED),
        (ReadBack.NEARLY, Standing.NEARLY),
        (ReadBack.NO, Standing.REFUSED),
        (ReadBack.NOT_NOW, Standing.NOT_YET),
    ],
)
def test_how_far_words_are_their_voice_s(answer, expected) -> None:
    confirmation = Confirmation(answer, "", NOON) if answer else None
    draft = Draft(DOCUMENT, "recovery", SAM, WORDS, WRITTEN_FOR, NOON, confirmation)

    assert draft.standing is expected
    assert standing(said(SAM), confirmation) is Standing.OWN_HAND


# --- The chain ----------------------------------------------------------------


def holds(found: list[Entry], *, theirs: bool = True) -> Broken | None:
    keys = {PRIYA: b"priya", SAM: b"sam"}
    return first_broken(
        found,
        lambda _: keys,
        lambda key, _, signature: signature == b"signed by " + key,
        lambda _: theirs,
    )


STORY = (START, shared(SAM, WRITTEN_FOR), confirmed(WRITTEN_FOR))


def test_a_sound_record_holds() -> None:
    assert holds(entries(*STORY)) is None
    assert holds([]) is None


def test_every_fault_names_its_entry() -> None:
    sound = entries(*STORY)
    forged = replace(sound[1], unsigned=replace(sound[1].unsigned, body="{}"))
    moved = replace(sound[1], unsigned=replace(sound[1].unsigned, previous=NO_HASH))
    unsigned = replace(sound[1], signature=b"")
    stranger = entries(START, (JO, DOCUMENT, shared(JO, said(JO))[2]))

    assert holds([sound[0], sound[2]]) == Broken(2, Fault.MISSING)
    assert holds([sound[0], forged]) == Broken(2, Fault.CHANGED)
    assert holds([sound[0], moved]) == Broken(2, Fault.NOT_CHAINED)
    assert holds([sound[0], unsigned]) == Broken(2, Fault.BAD_SIGNATURE)
    assert holds(stranger) == Broken(2, Fault.UNKNOWN_SIGNER)
    assert holds(sound, theirs=False) == Broken(1, Fault.NOT_THEIRS)


def test_own_words_are_own_hand() -> None:
    assert own(SAM).is_own_hand
