"""Two drafts of one voice become one, and every word of both is in it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.model.authored_text import Attribution, AuthoredText, Mode
from coprod_desktop.model.documents import (
    Confirmation,
    DocumentId,
    Draft,
    ReadBack,
    StatementId,
)
from coprod_desktop.model.drafts_joined import joined_drafts
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.said import Item, Said, choose

SAM = PersonId("sam")
OWN = Attribution(SAM, SAM, Mode.TYPED)
SCRIBED = Attribution(SAM, PersonId("priya"), Mode.WORD_FOR_WORD)
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def draft(words: AuthoredText, **parts: object) -> Draft:
    said = replace(Said(text=words), **parts)  # type: ignore[arg-type]
    return Draft(DocumentId("d"), "hope", SAM, StatementId("s"), said, NOON)


def own(words: str) -> AuthoredText:
    return AuthoredText.by(OWN, words)


def scribed(words: str) -> AuthoredText:
    return AuthoredText.by(SCRIBED, words)


def joined(mine: AuthoredText, other: AuthoredText) -> AuthoredText:
    return joined_drafts(draft(mine), draft(other)).said.text


def test_what_was_written_for_somebody_follows_their_own_words():
    found = joined(own("I want tea."), scribed("And quiet."))

    assert found == own("I want tea.") + scribed("\nAnd quiet.")


def test_what_both_begin_with_stands_once():
    shared = own("I want tea and ")

    assert joined(shared + own("cake."), shared + scribed("rest.")) == (
        shared + own("cake.") + scribed("\nrest.")
    )
    assert joined(own("One two"), own("One twelve")) == own("One two\ntwelve")
    assert joined(own("One\ntwo"), own("One\ntwelve")) == own("One\ntwo\ntwelve")


def test_a_draft_that_has_the_other_in_it_stays_as_it_is():
    more = own("I want tea.") + scribed(" And quiet.")

    assert joined(more, own("I want tea.")) == more
    assert joined(own("I want tea."), more) == more
    assert joined(AuthoredText(), scribed("Quiet.")) == scribed("Quiet.")
    assert joined(own("Quiet."), AuthoredText()) == own("Quiet.")


words = st.lists(
    st.builds(AuthoredText.by, st.sampled_from([OWN, SCRIBED]), st.text("ab \n")),
    max_size=4,
).map(lambda parts: sum(parts, AuthoredText()))


@given(words, words)
def test_every_word_of_both_is_in_the_joined_one(
    mine: AuthoredText, other: AuthoredText
):
    found = joined(mine, other).text

    assert all(word in found for one in (mine, other) for word in one.text.split())


def test_lines_stand_once_and_what_was_picked_by_oneself_counts():
    walk, rest = Item(own("Walk")), Item(scribed("Rest"))
    mine = draft(own("A"), items=(walk,), chosen=(choose(OWN, "yes"),), way_out=None)
    other = draft(
        own("A"),
        items=(walk, rest),
        chosen=(choose(SCRIBED, "no"),),
        way_out=choose(SCRIBED, "later"),
    )

    found = joined_drafts(mine, other).said

    assert found.items == (walk, rest)
    assert found.chosen == (choose(OWN, "yes"),)
    assert found.way_out == choose(SCRIBED, "later")


def test_the_newer_time_and_version_count_and_a_read_back_falls_away():
    answered = Confirmation(ReadBack.YES, "0" * 64, NOON)
    mine = replace(draft(own("A")), confirmation=answered)
    later = NOON + timedelta(hours=1)
    other = replace(draft(scribed("B")), changed_at=later, replaces=3)

    found = joined_drafts(mine, other)

    assert found.confirmation is None
    assert (found.changed_at, found.replaces) == (later, 3)


def test_two_drafts_that_say_the_same_stay_the_first_one():
    answered = Confirmation(ReadBack.YES, "0" * 64, NOON)
    mine = replace(draft(own("A")), confirmation=answered)

    assert joined_drafts(mine, draft(own("A"))) is mine
