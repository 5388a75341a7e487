"""Words are found by key, filled by name, and fall back to English."""

import os
import subprocess
import sys

import pytest
from babel.core import Locale

from coprod_desktop.i18n import catalogue as module
from coprod_desktop.i18n.catalogue import (
    Catalogue,
    WordsMissing,
    direction_of,
    languages,
    read_catalogue,
)
from coprod_desktop.model.problem import Problem
from tests.i18n.folders import WELSH_HEADER, make_translations, write_language


@pytest.fixture
def english(tmp_path) -> Catalogue:
    return read_catalogue("en", make_translations(tmp_path))


def test_a_sentence_is_filled_with_names(english):
    assert english.text("hello", name="Sam", unused=3) == "Hello Sam"


def test_a_name_with_braces_is_shown_as_it_is(english):
    assert english.text("hello", name="{name} {n}") == "Hello {name} {n}"


def test_a_key_without_words_is_named(english):
    with pytest.raises(WordsMissing, match="'goodbye' in 'en'"):
        english.text("goodbye")
    with pytest.raises(WordsMissing, match="'hello' in 'en'"):
        english.plural("hello", 2)


def test_a_forgotten_name_is_named(english):
    with pytest.raises(WordsMissing, match="'hello' needs 'name'"):
        english.text("hello", who="Sam")


@pytest.mark.parametrize(
    ("n", "words"), [(0, "0 people"), (1, "1 person"), (2, "2 people")]
)
def test_numbers_choose_their_own_sentence(english, n, words):
    assert english.plural("people", n) == words


def test_the_catalogue_knows_what_it_has(english):
    assert english.has("hello")
    assert english.has("people")
    assert not english.has("goodbye")


def test_a_problem_is_told_in_words(english):
    assert english.explain(Problem("hello", name="Sam")) == "Hello Sam"


def test_what_is_not_translated_is_english(tmp_path):
    make_translations(tmp_path)
    body = 'msgid "hello"\nmsgstr ""\n\nmsgid "people"\nmsgid_plural "people.many"\n'
    body += 'msgstr[0] "un"\nmsgstr[1] "dau"\nmsgstr[2] "{n} o bobl"\n'
    write_language(tmp_path, "cy", body, WELSH_HEADER)

    welsh = read_catalogue("cy", tmp_path)

    assert welsh.language == "cy"
    assert welsh.text("hello", name="Sam") == "Hello Sam"
    assert [welsh.plural("people", n) for n in (1, 2, 7)] == ["un", "dau", "7 o bobl"]


def test_english_comes_first_in_the_list_of_languages(tmp_path):
    make_translations(tmp_path, ar="", cy="")

    assert languages(tmp_path) == ("en", "ar", "cy")
    assert languages()[0] == "en"


def test_an_unknown_language_is_refused(tmp_path):
    with pytest.raises(Problem) as caught:
        read_catalogue("xx", make_translations(tmp_path))

    assert caught.value.key == "i18n.language_missing"
    assert caught.value.named == {"language": "xx"}


@pytest.mark.parametrize("rule", ["", "nplurals=2; plural=__import__('os');"])
def test_a_plural_rule_that_is_no_rule_is_refused(tmp_path, rule):
    header = f'msgid ""\nmsgstr ""\n"Plural-Forms: {rule}\\n"\n\n'
    write_language(make_translations(tmp_path), "cy", "", header)

    with pytest.raises(Problem) as caught:
        read_catalogue("cy", tmp_path)

    assert caught.value.named == {"file": "cy/coprod.po", "line": 1}


def test_bytes_that_are_no_text_are_named_with_their_line(tmp_path):
    path = write_language(make_translations(tmp_path), "cy", "# fine\n")
    path.write_bytes(path.read_bytes() + b"# \xff\n")

    with pytest.raises(Problem) as caught:
        read_catalogue("cy", tmp_path)

    assert caught.value.named == {"file": "cy/coprod.po", "line": 6}


@pytest.mark.parametrize("language", ["en", "cy", "pl", "ur", "ar", "fa", "he", "pa"])
def test_lines_start_on_the_side_that_babel_says(language):
    direction = "rtl" if Locale(language).text_direction == "rtl" else "ltr"

    assert direction_of(language) == direction
    assert direction_of(f"{language}-GB") == direction


def test_the_english_catalogue_is_read_in_a_blink():
    code = (
        "import time; from coprod_desktop.i18n.catalogue import read_catalogue\n"
        "def seconds():\n"
        "    begun = time.process_time()\n"
        "    read_catalogue('en')\n"
        "    return time.process_time() - begun\n"
        "print(min(seconds() for _ in range(7)))"
    )
    # Watching every line, as coverage does, would make it three times as slow.
    unwatched = {k: v for k, v in os.environ.items() if not k.startswith("COV")}

    ran = subprocess.run(
        [sys.executable, "-c", code], env=unwatched, capture_output=True, check=True
    )

    # Twice the words there were when it was 0.015.
    assert float(ran.stdout) < 0.03


def test_reading_english_words_loads_neither_babel_nor_gettext():
    code = (
        "import sys; from coprod_desktop.i18n.catalogue import read_catalogue; "
        "read_catalogue('en').text('theme.paper'); "
        "import coprod_desktop.i18n.dates; "
        "sys.exit(bool({'babel', 'gettext'} & set(sys.modules)))"
    )

    assert subprocess.run([sys.executable, "-c", code]).returncode == 0


def test_there_is_no_global_catalogue():
    assert not [one for one in vars(module).values() if isinstance(one, Catalogue)]
