"""A form file that is not as forms are is refused, and the place is named."""

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.content.form_shape import structure_faults, words_faults
from coprod_desktop.content.forms import FormShelf
from coprod_desktop.model.problem import Problem
from tests.content.made_up_forms import STRUCTURE, WORDS, changed, make_form

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inside: (
        st.lists(inside, max_size=3)
        | st.dictionaries(st.text(max_size=8), inside, max_size=3)
    ),
    max_leaves=6,
)
OPTION = "sections.0.questions.1.options"


def places(found: Any, before: str = "") -> list[str]:
    """Return every place inside a form file."""
    if isinstance(found, dict):
        inside = list(found.items())
    elif isinstance(found, list):
        inside = [(str(number), one) for number, one in enumerate(found)]
    else:
        return []
    here = [f"{before}{name}" for name, _ in inside]
    return here + [
        place for name, one in inside for place in places(one, f"{before}{name}.")
    ]


def first_problem(folder, structure=STRUCTURE, words=WORDS) -> tuple[str, object]:
    make_form(folder, structure, words)
    with pytest.raises(Problem) as caught:
        FormShelf((folder,)).form("my-morning", 1, "en")
    return caught.value.key, caught.value.named["place"]


def test_sound_files_have_no_faults():
    assert structure_faults(STRUCTURE, "v1.json") == []
    assert words_faults(WORDS, "en.json") == []


@pytest.mark.parametrize(
    ("place", "value", "key"),
    [
        ("form", "My Morning", "wrong_shape"),
        ("form", "x" * 41, "too_long"),
        ("version", "1", "wrong_shape"),
        ("version", True, "wrong_shape"),
        ("sections", [], "wrong_shape"),
        ("questions_written_by", "", "wrong_shape"),
        ("extra", 1, "unknown_name"),
        ("sections.0.questions.0.kind", "essay", "wrong_shape"),
        ("sections.0.questions.0.beside", ["doctor"], "wrong_shape"),
        ("sections.0.questions.0.short", 1, "wrong_shape"),
        ("sections.0.questions.0.picture", "../../secret", "wrong_shape"),
        (f"{OPTION}.0.risk", "high", "unknown_name"),
    ],
)
def test_a_wrong_structure_is_refused_at_its_place(tmp_path, place, value, key):
    structure = changed(STRUCTURE, place, value)

    (fault,) = structure_faults(structure, "my-morning/v1.json")

    assert fault.key == f"content.{key}"
    assert str(fault.named["place"]).startswith(place)


@pytest.mark.parametrize(
    ("place", "value", "key", "named"),
    [
        ("form", "my-evening", "wrong_shape", "form"),
        ("has_short", False, "wrong_shape", "has_short"),
        ("sections.0.questions.1.id", "night", "same_id", "questions.night"),
        (f"{OPTION}.1.id", "toast", "same_id", "breakfast.toast"),
        (
            "sections.0.questions.1.beside",
            ["staff", "staff"],
            "same_id",
            "breakfast.staff",
        ),
        ("sections.0.picture", "unicorn", "no_picture", "waking"),
        (f"{OPTION}.0.picture", "unicorn", "no_picture", "breakfast.toast"),
        ("sections.0.questions.1.options", None, "wrong_shape", "breakfast.options"),
        ("sections.0.questions.1.kind", "words", "wrong_shape", "breakfast.options"),
    ],
)
def test_parts_that_do_not_fit_together_are_refused(tmp_path, place, value, key, named):
    found = first_problem(tmp_path, changed(STRUCTURE, place, value))

    assert found == (f"content.{key}", named)


def test_a_part_that_stands_twice_is_refused(tmp_path):
    twice = copy.deepcopy(STRUCTURE)
    twice["sections"].append(copy.deepcopy(twice["sections"][0]))

    assert first_problem(tmp_path, twice) == ("content.same_id", "sections.waking")


@pytest.mark.parametrize(
    "text",
    [
        "<b>Hello</b>",
        "Fish &amp; chips",
        "Look at https://example.org",
        "www.example.org",
        "sam@example",
        "javascript:alert",
        "`code`",
        "**bold**",
        "[click](here)",
        "two\nlines",
        "two\u2028lines",
        "a\u202eb",
        "a\u200bb",
        "nul\x00",
        " space",
    ],
)
def test_words_that_are_more_than_plain_are_refused(tmp_path, text):
    found = first_problem(tmp_path, words=changed(WORDS, "title", text))

    assert found == ("content.not_plain", "title")


@pytest.mark.parametrize("text", ["Sam {name}", "My {", "}", "{}", "{meeting!r}"])
def test_only_the_ward_s_own_names_may_stand_in_braces(tmp_path, text):
    words = changed(WORDS, "questions.night.help", text)

    assert first_problem(tmp_path, words=words) == ("content.not_plain", "night.help")


@pytest.mark.parametrize(
    ("place", "value", "found"),
    [
        ("language", "cy", ("content.wrong_shape", "language")),
        ("form", "other", ("content.wrong_shape", "language")),
        ("sections", {}, ("content.no_words", "waking")),
        ("questions.breakfast.options", {}, ("content.no_words", "breakfast.toast")),
        ("title", "x" * 161, ("content.too_long", "title")),
        ("summary", 7, ("content.wrong_shape", "summary")),
    ],
)
def test_words_that_do_not_fit_the_form_are_refused(tmp_path, place, value, found):
    place_of_form = make_form(tmp_path)
    words = changed(WORDS, place, value)
    make_form(tmp_path, words=words)
    if place == "language":
        (place_of_form / "cy.json").replace(place_of_form / "en.json")

    with pytest.raises(Problem) as caught:
        FormShelf((tmp_path,)).form("my-morning", 1, "en")

    assert (caught.value.key, caught.value.named["place"]) == found


def test_a_question_without_words_is_refused(tmp_path):
    words = copy.deepcopy(WORDS)
    del words["questions"]["night"]

    assert first_problem(tmp_path, words=words) == ("content.no_words", "night")


def test_a_missing_part_is_named(tmp_path):
    words = copy.deepcopy(WORDS)
    del words["questions"]["night"]["checked_by"]

    found = first_problem(tmp_path, words=words)

    assert found == ("content.missing_name", "questions.night.checked_by")


def test_what_the_file_said_does_not_come_back_in_the_problem():
    secret = "a name that is <b>nobody's</b> business"
    structure = changed(STRUCTURE, "questions_written_by", secret)
    words = copy.deepcopy(WORDS)
    words["questions"][secret] = {}

    told = structure_faults(structure, "v1.json") + words_faults(words, "en.json")

    assert len(told) >= 2
    assert not any(secret in str(one.named) or secret in str(one) for one in told)


@given(st.sampled_from(places(STRUCTURE)), VALUES)
def test_anything_in_any_place_of_a_structure_is_read_or_refused(
    tmp_path_factory, place, value
):
    folder = tmp_path_factory.mktemp("forms")
    structure = changed(STRUCTURE, place, value)
    (folder / "my-morning").mkdir()
    make_form(folder)
    make_form(folder, {**structure, "version": 1})

    found, problems = (
        FormShelf((folder,)).forms("en"),
        FormShelf((folder,)).problems("en"),
    )

    assert len(found) + len(problems) == 1


@given(st.sampled_from(places(WORDS)), VALUES)
def test_anything_in_any_place_of_the_words_is_read_or_refused(
    tmp_path_factory, place, value
):
    folder = tmp_path_factory.mktemp("forms")
    make_form(folder, words={**changed(WORDS, place, value), "language": "en"})

    shelf = FormShelf((folder,))

    assert len(shelf.forms("en")) + len(shelf.problems("en")) == 1


@given(VALUES)
def test_any_value_is_refused_as_a_form(value):
    assert structure_faults(value, "v1.json")
    assert words_faults(value, "en.json")
