"""A ward adds hard words of its own; nothing of it is ever written over."""

from __future__ import annotations

import pytest

from coprod_desktop.model.entries import Kind
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.permissions import may_explain_words
from coprod_desktop.model.problem import Problem
from coprod_desktop.model.ward_words import ToldIn, WordExplained, WordId
from coprod_desktop.workspace.ward import Ward
from coprod_desktop.workspace.ward_words import WardWords
from tests.fakes import FakeClock
from tests.workspace.wards import Cast, opened

HUDDLE = ToldIn("en", "huddle", "A short talk that staff have.")
OBS = ToldIn("en", "obs", "Somebody looks in to see that you are safe.")
WELSH = ToldIn("cy", "sgwrs", "Sgwrs fer rhwng staff.")


@pytest.fixture
def words(ward: Ward) -> WardWords:
    return WardWords(ward)


def written(ward: Ward) -> list[object]:
    return [
        one.unsigned.by
        for one in ward.store.record.entries()
        if one.kind is Kind.WORD_EXPLAINED
    ]


def test_a_word_is_kept_with_who_and_when_and_is_there_at_the_next_opening(
    ward: Ward, words: WardWords, cast: Cast, folder, clock: FakeClock
):
    one = words.add(HUDDLE)
    words.show_with(one, "together")
    words.change(one, WELSH)
    ward.close()

    again = opened(folder, clock)
    kept = WardWords(again).one(one)
    again.close()

    assert kept is not None
    assert kept.told == (HUDDLE, WELSH)
    assert (kept.picture, kept.by) == ("together", cast.priya)
    assert kept.at == clock()


def test_what_stood_before_stays_in_the_record(ward: Ward, words: WardWords):
    one = words.add(HUDDLE)
    words.change(one, ToldIn("en", "huddle", "All staff talk for five minutes."))
    words.take_away(one)
    words.take_away(one)

    bodies = [
        entry.unsigned.body
        for entry in ward.store.record.entries()
        if entry.kind is Kind.WORD_EXPLAINED
    ]
    assert words.all() == ()
    assert len(bodies) == 3
    assert HUDDLE.meaning in bodies[0]
    assert ward.store.record.verify() is None


def test_saying_the_same_again_writes_nothing(ward: Ward, words: WardWords):
    one = words.add(HUDDLE)
    words.change(one, HUDDLE)
    words.show_with(one, "")
    words.drop_language(one, "pl")

    assert len(written(ward)) == 1


def test_a_language_can_be_changed_and_dropped_but_never_the_first(words: WardWords):
    one = words.add(HUDDLE)
    words.change(one, WELSH)
    words.change(one, ToldIn("cy", "sgwrs fer", WELSH.meaning))
    words.drop_language(one, "en")
    both = [told.word for told in words.all()[0].told]
    words.drop_language(one, "cy")

    assert both == ["huddle", "sgwrs fer"]
    assert words.all()[0].told == (HUDDLE,)


def test_room_around_and_between_words_is_put_right(words: WardWords):
    words.add(ToldIn("en", "  care \n huddle ", "  A   short talk. "))

    assert words.all()[0].told == (ToldIn("en", "care huddle", "A short talk."),)


@pytest.mark.parametrize(
    ("word", "meaning", "key"),
    [
        ("", "A talk.", "ward_words.word_empty"),
        (" … ", "A talk.", "ward_words.word_empty"),
        ("h" * 61, "A talk.", "workspace.name_too_long"),
        ("hud\u202edle", "A talk.", "workspace.name_unseen_signs"),
        ("OBS", "A talk.", "ward_words.word_there"),
        ("huddle", " - ", "ward_words.meaning_empty"),
        ("huddle", "word " * 16, "ward_words.meaning_too_long"),
        ("huddle", "w" * 201, "workspace.name_too_long"),
        ("huddle", "A talk\u202e.", "workspace.name_unseen_signs"),
    ],
)
def test_what_cannot_be_read_in_help_is_refused_in_words(
    ward: Ward, words: WardWords, word: str, meaning: str, key: str
):
    words.add(OBS)

    with pytest.raises(Problem) as caught:
        words.add(ToldIn("en", word, meaning))

    assert caught.value.key == key
    assert len(words.all()) == 1


def test_fifteen_words_are_not_too_many_and_sixteen_are_counted(words: WardWords):
    words.add(ToldIn("en", "fifteen", "word " * 15))

    with pytest.raises(Problem) as caught:
        words.add(ToldIn("en", "sixteen", "word " * 16))

    assert caught.value.named == {"count": 16, "most": 15}


def test_the_same_word_may_stand_in_two_languages(words: WardWords):
    one = words.add(HUDDLE)
    other = words.add(ToldIn("cy", "huddle", "Sgwrs fer."))

    words.change(one, HUDDLE)

    assert [word.id for word in words.all()] == [one, other]


@pytest.mark.parametrize("change", ["change", "show_with", "drop_language"])
def test_a_word_that_was_taken_away_meanwhile_is_not_brought_back(
    words: WardWords, change: str
):
    gone = WordId("gone")

    with pytest.raises(Problem) as caught:
        getattr(words, change)(gone, HUDDLE if change == "change" else "cy")

    assert caught.value.key == "ward_words.gone"


def test_each_kind_of_person_may_what_the_page_says(ward: Ward, cast: Cast):
    body = WordExplained(WordId("w"), (HUDDLE,))
    people = ward.people

    for person in people.everyone:
        if may_explain_words(person):
            ward.store.record.append(person.id, [("", body)])
        else:
            with pytest.raises(ValueError, match="only staff"):
                ward.store.record.append(person.id, [("", body)])

    assert written(ward) == [one.id for one in people.everyone if one.is_staff]


def test_who_is_no_staff_is_told_so(ward: Ward, words: WardWords, cast: Cast):
    ward._take_over(PersonId(cast.sam))

    with pytest.raises(Problem) as caught:
        words.add(HUDDLE)

    assert caught.value.key == "ward_words.only_staff"


def test_words_of_the_ward_are_in_no_patients_words(ward: Ward, words: WardWords):
    words.add(HUDDLE)

    assert ward.store.search.find("huddle") == ()
    assert all(one.unsigned.document == "" for one in ward.store.record.entries())
