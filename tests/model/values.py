"""Values of the model, made up by hypothesis."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import strategies as st

from coprod_desktop.model.authored_text import (
    EMPTY,
    Attribution,
    AuthoredText,
    Mode,
)
from coprod_desktop.model.documents import Confirmation, ReadBack
from coprod_desktop.model.people import Person, PersonId, Role
from coprod_desktop.model.said import Choice, Item, Said, WayOut

SAM, PRIYA, JO = PersonId("sam"), PersonId("priya"), PersonId("jo")
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)

EARLY = datetime(1970, 1, 2, tzinfo=UTC)
LATE = datetime(2100, 1, 1, tzinfo=UTC)

people = st.sampled_from((SAM, PRIYA, JO))
attributions = st.builds(Attribution, people, people, st.sampled_from(Mode))
words = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"),
    max_size=12,
)


def joined(pieces: list[tuple[Attribution, str]]) -> AuthoredText:
    """The text that these pieces make, one after the other."""
    text = EMPTY
    for attribution, piece in pieces:
        text += AuthoredText.by(attribution, piece)
    return text


texts = st.lists(st.tuples(attributions, words), max_size=6).map(joined)
choices = st.builds(
    Choice, st.sampled_from(("yes", "no", "2026-11-26", *WayOut)), attributions
)
items = st.builds(Item, texts, st.none() | choices)
answers = st.builds(
    Said,
    texts,
    st.lists(choices, max_size=3).map(tuple),
    st.lists(items, max_size=3).map(tuple),
    st.none() | choices,
)
moments = st.datetimes(
    EARLY.replace(tzinfo=None), LATE.replace(tzinfo=None), timezones=st.just(UTC)
)
confirmations = st.builds(
    Confirmation, st.sampled_from(ReadBack), words, moments, st.none() | people
)
persons = st.builds(
    Person, people, words, st.sampled_from(Role), words, st.none() | people
)


def own(person: PersonId) -> Attribution:
    """The pen of somebody who writes their own words."""
    return Attribution(person, person, Mode.TYPED)


def scribe(voice: PersonId, writer: PersonId) -> Attribution:
    """The pen of somebody who writes for another."""
    return Attribution(voice, writer, Mode.WORD_FOR_WORD)


def said(voice: PersonId, text: str = "words") -> Said:
    """What somebody wrote with their own hand."""
    return Said(text=AuthoredText.by(own(voice), text))
