"""Hard words are explained in one short sentence."""

import pytest

from coprod_desktop.content.word_list import (
    HardWord,
    explained,
    read_word_list,
    words_in,
)
from coprod_desktop.model.problem import Problem
from tests.content.made_up_forms import write_json


def test_each_hard_word_has_one_sentence_of_at_most_fifteen_words():
    words = read_word_list("en")

    assert len(words) >= 25
    for word in words:
        assert len(word.meaning.split()) <= 15, word.word
        assert word.meaning.endswith(".")
        assert word.meaning.count(". ") == 0
        assert "!" not in word.meaning


def test_no_word_is_explained_twice():
    names = [
        name.casefold()
        for word in read_word_list("en")
        for name in (word.word, *word.also)
    ]

    assert len(names) == len(set(names))


@pytest.mark.parametrize("text", ["CPA", "cpa", "Care Programme Approach"])
def test_a_word_is_found_in_any_way_of_writing_it(text):
    found = explained(text, read_word_list("en"))

    assert found is not None
    assert found.word == "CPA"


def test_a_word_that_nobody_explained_is_not_found():
    assert explained("XYZ", read_word_list("en")) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("What is a CPA?", ["CPA"]),
        ("Your (care plan), please", ["care plan"]),
        ("My named Nurse and my advocate", ["advocate", "named nurse"]),
        ("I was sectioned.", ["section"]),
        ("CPAs and careplans intersect", []),
        ("", []),
    ],
)
def test_hard_words_are_found_in_a_text_as_words_of_their_own(text, found):
    assert [one.word for one in words_in(text, read_word_list("en"))] == found


def test_a_word_list_is_read_from_its_folder(tmp_path):
    one = {"word": "tea", "meaning": "A hot drink.", "picture": "helps"}
    write_json(tmp_path / "en.json", [one, {**one, "word": "chai", "also": ["cha"]}])

    assert read_word_list("en", tmp_path) == (
        HardWord("tea", "A hot drink.", "helps"),
        HardWord("chai", "A hot drink.", "helps", ("cha",)),
    )


@pytest.mark.parametrize(
    "found",
    [
        {},
        ["tea"],
        [{"word": "tea"}],
        [{"word": "tea", "meaning": "", "picture": "helps"}],
        [{"word": "tea", "meaning": 1, "picture": "helps"}],
        [{"word": "tea", "meaning": "A drink.", "picture": "helps", "also": "cha"}],
        [{"word": "tea", "meaning": "A drink.", "picture": "helps", "more": "x"}],
    ],
)
def test_a_broken_word_list_is_refused(tmp_path, found):
    write_json(tmp_path / "en.json", found)

    with pytest.raises(Problem) as caught:
        read_word_list("en", tmp_path)

    assert caught.value.key == "content.wrong_shape"
