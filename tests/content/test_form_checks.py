"""Prompts that are hard to read are told; ours are not."""

import json

import pytest

from coprod_desktop.bundled import bundled
from coprod_desktop.content.form_checks import (
    MOST_WORDS,
    MOST_WORDS_OF_HELP,
    check_forms,
)
from coprod_desktop.content.form_rules import DEFAULT_SETTINGS
from coprod_desktop.content.forms import bundled_shelf
from coprod_desktop.content.json_files import read_json
from coprod_desktop.content.published import (
    PUBLISHED,
    changed_since_published,
    fingerprint,
    read_published,
)
from coprod_desktop.i18n.catalogue import PLACEHOLDER, read_catalogue
from coprod_desktop.model.problem import Problem
from tests.content.made_up_forms import (
    STRUCTURE,
    WORDS,
    changed,
    make_form,
    write_json,
)

FORMS = bundled("resources") / "forms"


def found_in(folder) -> list[tuple[str, object]]:
    """Return each problem's kind and place."""
    return [
        (one.key.removeprefix("content."), one.named.get("place"))
        for one in check_forms(folder)
    ]


def test_nothing_is_wrong_with_our_own_forms():
    told = [read_catalogue("en").explain(one) for one in check_forms(FORMS)]

    assert told == []


def test_every_prompt_and_every_help_is_short_enough_for_easy_reading():
    for form in bundled_shelf().forms("en"):
        words = form.words.filled(DEFAULT_SETTINGS)
        for prompt in (*words.prompts.values(), *words.sections.values(), words.title):
            assert len(prompt.split()) <= MOST_WORDS, prompt
        for line in (*words.helps.values(), words.summary):
            assert len(line.split()) <= MOST_WORDS_OF_HELP, line
        for options in words.options.values():
            assert all(len(one.split()) <= MOST_WORDS for one in options.values())


def test_nobody_has_checked_our_prompts_yet_and_the_files_say_so():
    for path in FORMS.glob("*/en.json"):
        found = json.loads(path.read_text(encoding="utf-8"))
        assert all(one["checked_by"] == [] for one in found["questions"].values())


def test_a_sound_form_has_no_problems(tmp_path):
    make_form(tmp_path)

    assert check_forms(tmp_path) == []


@pytest.mark.parametrize(
    ("place", "value", "found"),
    [
        ("title", "one two " * 6 + "three", ("too_many_words", "title")),
        ("summary", "one two " * 8, ("too_many_words", "summary")),
        ("questions.night.prompt", "Tell us now!", ("not_calm", "night.prompt")),
        ("questions.night.prompt", "SLEEP", ("not_calm", "night.prompt")),
        ("questions.night.help", "Ask the XYZ team.", ("acronym", "night.help")),
        ("sections.evening", "Evening", ("not_asked", "evening")),
        (
            "questions.breakfast.options.eggs",
            "Eggs",
            ("not_asked", "breakfast.eggs"),
        ),
        (
            "questions.lunch",
            {"prompt": "Lunch?", "help": "Say.", "checked_by": []},
            ("not_asked", "lunch"),
        ),
    ],
)
def test_what_is_hard_to_read_is_told_with_its_place(tmp_path, place, value, found):
    if isinstance(value, str):
        value = value.strip()
    make_form(tmp_path, words=changed(WORDS, place, value))

    assert found in found_in(tmp_path)
    assert read_catalogue("en").explain(check_forms(tmp_path)[0])


def test_an_acronym_that_the_word_list_explains_may_be_used(tmp_path):
    make_form(tmp_path, words=changed(WORDS, "questions.night.help", "Ask your IMHA."))

    assert check_forms(tmp_path) == []


def test_the_meeting_s_name_counts_as_the_words_that_it_is(tmp_path):
    prompt = "one two three four five six seven eight nine ten {meeting}"
    make_form(tmp_path, words=changed(WORDS, "questions.night.prompt", prompt))
    assert check_forms(tmp_path) == []

    make_form(tmp_path, words=changed(WORDS, "questions.night.prompt", f"o {prompt}"))
    assert found_in(tmp_path) == [("too_many_words", "night.prompt")]


def test_broken_versions_and_languages_are_told_once(tmp_path):
    place = make_form(tmp_path)
    write_json(place / "v2.json", changed(STRUCTURE, "version", 3))
    (place / "v3.json").write_text("{", encoding="utf-8")
    write_json(place / "cy.json", changed(WORDS, "language", "en"))

    assert found_in(tmp_path) == [
        ("wrong_shape", "language"),
        ("wrong_shape", "form"),
        ("not_json", None),
    ]


def test_everything_wrong_with_a_file_is_told_at_once(tmp_path):
    structure = changed(STRUCTURE, "picture", "unicorn")
    place = make_form(tmp_path, changed(structure, "has_short", False))
    assert found_in(tmp_path) == [
        ("wrong_shape", "has_short"),
        ("no_picture", "picture"),
    ]

    make_form(tmp_path, words=changed(changed(WORDS, "questions", {}), "sections", {}))
    (place / "v2.json").write_text("{", encoding="utf-8")
    (place / "ur.json").write_text("{", encoding="utf-8")
    assert found_in(tmp_path) == [
        ("no_words", "waking"),
        ("no_words", "night"),
        ("no_words", "breakfast"),
        ("not_json", None),
        ("not_json", None),
    ]


def test_what_two_versions_share_is_told_once(tmp_path):
    place = make_form(tmp_path, words=changed(WORDS, "title", "Look!"))
    write_json(place / "v2.json", changed(STRUCTURE, "version", 2))

    assert found_in(tmp_path) == [("not_calm", "title")]


def test_published_forms_are_as_they_were_published():
    assert changed_since_published(FORMS) == []


def test_every_version_and_language_of_our_forms_is_published():
    files = {f"{path.parent.name}/{path.name}" for path in FORMS.glob("*/*.json")}

    assert set(read_published(FORMS)) == files


def publish(folder) -> None:
    files = {
        f"my-morning/{name}": fingerprint(read_json(folder / "my-morning" / name, name))
        for name in ("v1.json", "en.json")
    }
    write_json(folder / PUBLISHED, files)


@pytest.mark.parametrize(
    ("place", "value"), [("title", "Mornings"), ("questions.night.help", "Pick one.")]
)
def test_a_published_wording_that_changes_is_told(tmp_path, place, value):
    make_form(tmp_path)
    publish(tmp_path)
    assert check_forms(tmp_path) == []

    make_form(tmp_path, words=changed(WORDS, place, value))

    (problem,) = check_forms(tmp_path)
    assert problem.key == "content.published_changed"
    assert problem.named == {"file": "my-morning/en.json"}


def test_a_published_file_that_is_gone_is_told(tmp_path):
    place = make_form(tmp_path)
    publish(tmp_path)
    (place / "v1.json").unlink()

    assert [one.key for one in check_forms(tmp_path)] == ["content.file_missing"]


def test_people_who_check_a_prompt_and_another_layout_do_not_change_a_form(tmp_path):
    place = make_form(tmp_path)
    publish(tmp_path)
    make_form(tmp_path, words=changed(WORDS, "questions.night.checked_by", ["A ward"]))
    raw = (place / "v1.json").read_bytes()
    (place / "v1.json").write_bytes(raw.replace(b"{", b"{\r\n\t"))

    assert check_forms(tmp_path) == []


def test_a_list_of_published_files_that_is_no_list_is_refused(tmp_path):
    write_json(tmp_path / PUBLISHED, [])

    with pytest.raises(Problem) as caught:
        read_published(tmp_path)

    assert caught.value.key == "content.wrong_shape"


def test_each_sentence_about_content_has_only_the_names_that_are_given():
    given = {"file", "line", "place", "most"}

    for key, words in read_catalogue("en").texts.items():
        if key.startswith("content."):
            assert set(PLACEHOLDER.findall(words)) <= given
