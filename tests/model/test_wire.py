"""What was said comes back from its JSON as it was, and equal values are one text."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.model import bodies
from coprod_desktop.model.bodies import body_from_text, body_to_text, kind_of
from coprod_desktop.model.canonical import canonical
from coprod_desktop.model.documents import DocumentId, StatementId, View
from coprod_desktop.model.wire import (
    confirmation_from_json,
    confirmation_to_json,
    instant_from_json,
    instant_to_json,
    person_from_json,
    person_to_json,
    said_fingerprint,
    said_from_json,
    said_to_json,
)
from tests.model.values import (
    answers,
    confirmations,
    moments,
    people,
    persons,
    words,
)


@given(answers)
def test_an_answer_comes_back_as_it_was(answer) -> None:
    text = canonical(said_to_json(answer))

    again = said_from_json(json.loads(text))

    assert again == answer
    assert canonical(said_to_json(again)) == text
    assert said_fingerprint(again) == said_fingerprint(answer)


@given(answers, answers)
def test_different_answers_have_different_fingerprints(one, other) -> None:
    assert (one == other) == (said_fingerprint(one) == said_fingerprint(other))


@given(persons, confirmations, moments)
def test_people_read_backs_and_moments_come_back(person, confirmation, at) -> None:
    assert person_from_json(person_to_json(person)) == person
    told = confirmation_to_json(confirmation)
    assert confirmation_from_json(told) == confirmation
    assert instant_from_json(instant_to_json(at)) == at


statements = words.map(StatementId)
every_body = st.one_of(
    st.builds(bodies.WardMade, words),
    st.builds(bodies.PersonJoined, persons, st.binary(min_size=32, max_size=32)),
    st.builds(bodies.SettingChanged, words, words),
    st.builds(
        bodies.DocumentStarted,
        words.map(DocumentId),
        words,
        st.integers(1, 9),
        people,
    ),
    st.builds(
        bodies.StatementShared, statements, words, people, st.integers(1, 9), answers
    ),
    st.builds(bodies.Confirmed, statements, st.integers(1, 9), confirmations),
    st.builds(
        bodies.StanceTaken,
        statements,
        st.integers(1, 9),
        st.sampled_from(View),
        answers,
    ),
)


@given(every_body)
def test_every_kind_of_entry_comes_back_from_its_text(body) -> None:
    assert body_from_text(kind_of(body), body_to_text(body)) == body


def test_what_is_not_an_answer_is_refused() -> None:
    with pytest.raises((KeyError, ValueError)):
        said_from_json({"text": {"words": "abc", "runs": []}})


@pytest.mark.parametrize(
    "value",
    [
        "",
        "2026-03-02T09:00:00Z",
        "2026-03-02T09:00:00.000000",
        "2026-03-02T09:00:00.000000+00:00",
        "2026-13-02T09:00:00.000000Z",
        "2026-W09-1T09:00:00.000000Z",
        "２026-03-02T09:00:00.000000Z",
    ],
)
def test_a_moment_is_written_in_one_way_alone(value: str):
    with pytest.raises(ValueError, match=r"moment|month|Invalid"):
        instant_from_json(value)
