"""Ready phrases are found for every question in words, in every language."""

from __future__ import annotations

import pytest

from coprod_desktop.bundled import bundled
from coprod_desktop.content.form_checks import check_forms
from coprod_desktop.content.forms import FormShelf, bundled_shelf
from coprod_desktop.content.phrase_checks import check_phrases
from coprod_desktop.content.phrases import (
    ANSWERS,
    ANY,
    FACES,
    TALK,
    phrases_for,
    read_phrases,
)
from coprod_desktop.content.pictures import meanings
from coprod_desktop.i18n.catalogue import languages
from coprod_desktop.model.forms import QuestionKind
from coprod_desktop.model.problem import Problem
from tests.content.made_up_forms import STRUCTURE, WORDS, changed, make_form, write_json

GENERAL = bundled("resources") / "phrases"
SIX = {f"one-{number}": f"Thing {number}" for number in range(6)}
OFFERED = {"pictures": dict.fromkeys(SIX, "helps"), "questions": {"why": list(SIX)}}


def of_words() -> list[tuple[str, str]]:
    return [
        (form.template.id, question.id)
        for form in bundled_shelf().forms("en")
        for question in form.template.questions()
        if question.kind is QuestionKind.WORDS
    ]


@pytest.mark.parametrize("language", languages())
def test_every_question_in_words_offers_six_to_twelve_phrases(language) -> None:
    known = meanings()
    for form, question in of_words():
        found = phrases_for(bundled_shelf(), form, question, language)

        assert 6 <= len(found.fitting) <= 12, (form, question)
        assert len(found.faces) == 5
        assert [one.id for one in found.answers] == ["yes", "no", "not-sure"]
        assert all("{phrase}" in one.words for one in found.talk)
        assert {one.picture for one in found.fitting} <= known


def test_most_questions_have_phrases_of_their_own() -> None:
    general = read_phrases(GENERAL, "en")[ANY]
    found = [
        one
        for one in of_words()
        if phrases_for(bundled_shelf(), *one, "en").fitting == general
    ]

    assert found == [("ward-round", "what-others-said")]


def test_a_language_that_a_form_lacks_is_offered_in_english() -> None:
    assert read_phrases(GENERAL, "xx") == read_phrases(GENERAL, "en")


def test_nothing_is_wrong_with_the_general_phrases() -> None:
    assert not list(check_phrases(GENERAL, languages(), {ANY}, {FACES, ANSWERS, TALK}))


def made(folder, offered=OFFERED, words=SIX):
    place = folder / "phrases"
    place.mkdir()
    write_json(place / "offered.json", offered)
    write_json(place / "en.json", words)
    return place


def told(place) -> list[tuple[str, object]]:
    return [
        (one.key.removeprefix("content."), one.named.get("place"))
        for one in check_phrases(place, ["en"], {"why"})
    ]


def test_six_phrases_with_pictures_are_sound(tmp_path) -> None:
    assert told(made(tmp_path)) == []


@pytest.mark.parametrize(
    ("offered", "found"),
    [
        (changed(OFFERED, "pictures.one-2", "nowhere"), ("no_picture", "one-2")),
        (changed(OFFERED, "questions.why", list(SIX)[:5]), ("wrong_shape", "why")),
        (changed(OFFERED, "questions.how", list(SIX)), ("not_asked", "how")),
        (
            changed(OFFERED, "questions.why", [*SIX, "more"]),
            ("no_picture", "more"),
        ),
        (
            changed(OFFERED, "questions.why", [*SIX, "one-1"]),
            ("wrong_shape", "why"),
        ),
        ([], ("wrong_shape", "")),
        ({"pictures": [], "questions": {}}, ("wrong_shape", "")),
        ({"pictures": {}, "questions": {"why": "one"}}, ("wrong_shape", "why")),
    ],
)
def test_what_is_offered_wrongly_is_told(tmp_path, offered, found) -> None:
    assert told(made(tmp_path, offered)) == [found]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ({**SIX, "one-0": " ".join(["many"] * 13)}, ("too_many_words", "one-0")),
        ({**SIX, "one-0": "Thing!"}, ("not_calm", "one-0")),
        ({**SIX, "one-0": "Thing\n0"}, ("not_calm", "one-0")),
        ({**SIX, "one-0": "thing 1"}, ("said_twice", None)),
        ({**SIX, "more": "More"}, ("not_asked", "more")),
        ({key: SIX[key] for key in list(SIX)[1:]}, ("no_words", "one-0")),
        ({**SIX, "one-0": ""}, ("wrong_shape", "")),
        ([], ("wrong_shape", "")),
    ],
)
def test_what_is_worded_wrongly_is_told(tmp_path, words, found) -> None:
    assert told(made(tmp_path, words=words)) == [found]


def test_a_form_in_a_folder_of_its_own_may_bring_phrases(tmp_path) -> None:
    structure = changed(STRUCTURE, "sections.0.questions.0.kind", "words")
    words = changed(WORDS, "questions.night.options", {})
    place = make_form(tmp_path, structure, words)
    offered = changed(OFFERED, "questions", {"night": list(SIX)})
    made(place, offered)

    found = phrases_for(FormShelf((tmp_path,)), place.name, "night", "en")

    assert check_forms(tmp_path) == []
    assert [one.words for one in found.fitting] == list(SIX.values())


def test_a_form_without_phrases_offers_the_general_ones(tmp_path) -> None:
    found = phrases_for(FormShelf((tmp_path,)), "my-morning", "night", "en")

    assert found.fitting == read_phrases(GENERAL, "en")[ANY]


def test_phrases_without_words_are_refused_and_told(tmp_path) -> None:
    place = made(tmp_path, words={})

    with pytest.raises(Problem) as caught:
        read_phrases(place, "en")

    assert caught.value.key == "content.no_words"
    assert caught.value.named["place"] == "one-0"
