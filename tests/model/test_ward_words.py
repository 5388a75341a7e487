"""Hard words of a ward: what stands is what staff said last."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.model.bodies import body_from_text, body_to_text, kind_of
from coprod_desktop.model.canonical import canonical
from coprod_desktop.model.entries import Kind
from coprod_desktop.model.people import Person, PersonId, Role
from coprod_desktop.model.permissions import may_explain_words
from coprod_desktop.model.record import fold_ward
from coprod_desktop.model.ward_words import ToldIn, WardWord, WordExplained, WordId
from tests.model.records import entries
from tests.model.values import NOON, PRIYA

ENGLISH = ToldIn("en", "huddle", "A short talk that staff have.")
WELSH = ToldIn("cy", "sgwrs", "Sgwrs fer rhwng staff.")
HUDDLE, OBS = WordId("w1"), WordId("w2")
texts = st.text(max_size=20)


def standing(*bodies: WordExplained) -> dict[WordId, WardWord]:
    return fold_ward(entries(*((PRIYA, None, one) for one in bodies))).words


@given(
    st.builds(
        WordExplained,
        texts.map(WordId),
        st.lists(st.builds(ToldIn, texts, texts, texts), max_size=3).map(tuple),
        texts,
    )
)
def test_what_is_told_of_a_word_comes_back_from_the_record(body: WordExplained):
    assert body_from_text(kind_of(body), body_to_text(body)) == body


@pytest.mark.parametrize(
    "told",
    [
        {"word": 1, "told": [], "picture": ""},
        {"word": "w", "told": [["en", "huddle"]], "picture": ""},
        {"word": "w", "told": [["en", "huddle", 3]], "picture": ""},
        {"word": "w", "told": [], "picture": None},
        {"word": "w", "picture": ""},
    ],
)
def test_what_tells_of_no_word_is_refused(told: object):
    with pytest.raises((KeyError, ValueError)):
        body_from_text(Kind.WORD_EXPLAINED, canonical(json.loads(json.dumps(told))))


def test_the_newest_counts_and_the_order_is_that_of_coming():
    words = standing(
        WordExplained(HUDDLE, (ENGLISH,)),
        WordExplained(OBS, (ToldIn("en", "obs", "Somebody looks in."),)),
        WordExplained(HUDDLE, (ENGLISH, WELSH), "together"),
    )

    assert list(words) == [HUDDLE, OBS]
    assert words[HUDDLE] == WardWord(HUDDLE, (ENGLISH, WELSH), "together", PRIYA, NOON)


def test_a_word_that_was_taken_away_is_there_no_more():
    away = WordExplained(HUDDLE, ())

    assert standing(WordExplained(HUDDLE, (ENGLISH,)), away, away) == {}


def test_a_word_is_told_in_the_language_asked_for_else_in_its_first():
    word = standing(WordExplained(HUDDLE, (ENGLISH, WELSH)))[HUDDLE]

    assert word.told_in("cy") == WELSH
    assert word.told_in("pl") == ENGLISH
    assert word.is_told_in("cy")
    assert not word.is_told_in("pl")


@pytest.mark.parametrize("role", Role)
def test_only_who_works_on_the_ward_explains_its_words(role: Role):
    person = Person(PersonId("x"), "Noor Placeholder", role)

    assert may_explain_words(person) == person.is_staff
