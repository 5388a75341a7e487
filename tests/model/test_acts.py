"""What is told beside words: written down and read again without a change."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.model import acts
from coprod_desktop.model.acts import CoSigned, DraftsOpened, KeySucceeded, Restored
from coprod_desktop.model.bodies import (
    COSIGNED,
    body_from_text,
    body_to_text,
    cosigned_bytes,
    kind_of,
)
from coprod_desktop.model.entries import NO_HASH, Kind, Unsigned
from tests.model.values import JO, PRIYA, SAM, answers, people, words

keys = st.binary(min_size=32, max_size=32)
numbers = st.integers(0, 10**9)
cosigned = st.builds(CoSigned, people, st.binary(max_size=64))
maybe_cosigned = st.none() | cosigned
everything = st.one_of(
    st.builds(acts.KeyMade, people, keys, keys),
    st.builds(KeySucceeded, people, keys, keys, maybe_cosigned),
    st.builds(acts.PersonLeft, people),
    st.builds(acts.GuardianNamed, people),
    st.builds(acts.GuardianEnded, people),
    st.builds(DraftsOpened, people, words, numbers, cosigned),
    st.builds(acts.WordsSeen, who=st.none() | people),
    st.builds(acts.Marked, words, numbers, voice=people),
    st.builds(acts.FlagRaised, words, people, people, answers),
    st.builds(acts.FlagAnswered, words, answers),
    st.builds(Restored, numbers, numbers, maybe_cosigned),
    st.builds(acts.PhotographKept, words, keys, numbers),
)

OPENED = DraftsOpened(SAM, "not seen since noon", 30, CoSigned(JO))


def entry(body: Any) -> Unsigned:
    told = body_to_text(body)
    return Unsigned(7, "ward", "", kind_of(body), told, PRIYA, "now", NO_HASH)


@given(everything)
def test_an_act_is_read_as_it_was_written(act: acts.Act):
    text = body_to_text(act)

    assert body_from_text(kind_of(act), text) == act
    assert kind_of(act) is acts.KINDS[type(act)]


def test_every_kind_beside_words_has_one_act():
    assert len(set(acts.KINDS.values())) == len(acts.KINDS) == 13


@pytest.mark.parametrize("change", [{"is_printed": 1}, {"is_withdrawn": "no"}])
def test_a_mark_is_printed_or_not_and_nothing_between(change: dict[str, Any]):
    mark = {
        "statement": "s",
        "version": 1,
        "mark": "pressed",
        "voice": SAM,
        "is_printed": True,
        "is_withdrawn": False,
    }
    body_from_text(Kind.MARKED, json.dumps(mark))

    with pytest.raises(ValueError, match="neither true nor false"):
        body_from_text(Kind.MARKED, json.dumps(mark | change))


def test_a_photograph_is_told_of_by_a_whole_sha_256():
    facts = acts.PictureFacts(acts.PictureKind.PNG, 20, 30)
    told = json.loads(
        body_to_text(acts.PhotographKept("7F3K9-QWD2M", b"s" * 32, 9, facts))
    )

    with pytest.raises(ValueError, match="32 bytes"):
        body_from_text(Kind.PHOTOGRAPH_KEPT, json.dumps(told | {"sha256": "00"}))


def test_drafts_are_never_opened_by_one_person_alone():
    told = json.loads(body_to_text(OPENED))
    del told["cosigned"]

    with pytest.raises(ValueError, match="two people"):
        body_from_text(Kind.DRAFTS_OPENED, json.dumps(told))


def test_the_second_person_signs_the_whole_entry_but_not_their_own_signature():
    signed = replace(OPENED, cosigned=CoSigned(JO, b"x" * 64))

    message = cosigned_bytes(entry(OPENED), OPENED)

    assert message == COSIGNED + entry(OPENED).canonical_bytes()
    assert cosigned_bytes(entry(signed), signed) == message
    other = replace(OPENED, reason="another reason")
    assert cosigned_bytes(entry(other), other) != message
    assert cosigned_bytes(replace(entry(OPENED), number=8), OPENED) != message


def test_what_one_person_did_has_no_second_signature():
    alone = Restored(3, 0, None)

    with pytest.raises(ValueError, match="nobody else"):
        cosigned_bytes(entry(alone), alone)
