"""What a machine can see wrong in a translation is told; ours have nothing wrong."""

import io

import pytest
from babel.messages.pofile import read_po as babel_read

from coprod_desktop.bundled import bundled
from coprod_desktop.i18n.catalogue import PLACEHOLDER, languages, read_catalogue
from coprod_desktop.i18n.checks import check_translations
from coprod_desktop.i18n.template import template_text, write_template
from coprod_desktop.model.problem import Problem
from tests.i18n.folders import ENGLISH, make_translations, write_language

WELSH = """\
msgid "hello"
msgstr "Helo {name}"

msgid "people"
msgid_plural "people.many"
msgstr[0] "un person"
msgstr[1] "{n} o bobl"
"""


def found_in(folder) -> list[tuple[str, object]]:
    """Return each problem's kind and the key it names."""
    return [
        (one.key.removeprefix("i18n."), one.named.get("words"))
        for one in check_translations(folder)
    ]


def test_nothing_is_wrong_with_our_own_words():
    told = [read_catalogue("en").explain(one) for one in check_translations()]

    assert told == []


def test_every_language_that_we_ship_has_a_note_on_every_string():
    for language in languages():
        raw = (bundled("translations") / language / "coprod.po").read_bytes()

        without = [
            one.id
            for one in babel_read(io.BytesIO(raw))
            if one.id and not one.auto_comments
        ]

        assert without == []


def test_a_good_translation_has_no_problems(tmp_path):
    assert check_translations(make_translations(tmp_path, cy=WELSH)) == []


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("#. Said when the program opens.\n", "", "no_note"),
        ('msgstr "Hello {name}"', 'msgstr ""', "missing"),
        ("Hello {name}", "Hello {name}!", "exclamation"),
        ("Hello {name}", "Hello <b>{name}</b>", "mark_up"),
        ("Hello {name}", "Hello {name", "names"),
        ("Hello {name}", "Hello {Name}", "names"),
        ("Hello {name}", "Hello {0}", "names"),
    ],
)
def test_each_fault_of_an_english_sentence_is_told(tmp_path, old, new, found):
    make_translations(tmp_path, ENGLISH.replace(old, new))

    assert found_in(tmp_path) == [(found, "hello")]


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("Helo {name}", "", ("missing", "hello")),
        ("Helo {name}", "Helo", ("names", "hello")),
        ("Helo {name}", "Helo {name} {enw}", ("names", "hello")),
        ("Helo {name}", "Helo {name}, gair arall ac un arall", ("too_long", "hello")),
        ("Helo {name}", "&amp; {name}", ("mark_up", "hello")),
        ("Helo {name}", "Hello {name}", ("unchanged", "hello")),
        ('msgid_plural "people.many"\nmsgstr[0]', "msgstr", ("plural", "people")),
    ],
)
def test_each_fault_of_a_translation_is_told(tmp_path, old, new, found):
    body = WELSH.replace(old, new)
    if found[0] == "plural":
        body = body.replace('msgstr[1] "{n} o bobl"\n', "")

    assert found_in(make_translations(tmp_path, cy=body)) == [found]


def test_words_that_are_only_signs_may_stay_as_they_are(tmp_path):
    english = '#. A dash.\nmsgid "dash"\nmsgstr "–"\n'
    translated = 'msgid "dash"\nmsgstr "–"\n'

    assert check_translations(make_translations(tmp_path, english, cy=translated)) == []


def test_a_sentence_that_nobody_needs_is_told(tmp_path):
    body = WELSH + '\nmsgid "old"\nmsgstr "hen"\n'

    assert found_in(make_translations(tmp_path, cy=body)) == [("unknown", "old")]


def test_a_forgotten_sentence_is_told(tmp_path):
    body = WELSH.partition("\n\n")[2]

    assert found_in(make_translations(tmp_path, cy=body)) == [("missing", "hello")]


def test_a_broken_file_is_told_and_the_others_are_still_checked(tmp_path):
    make_translations(tmp_path, cy="what is this?\n", ur="")

    kinds = [one.key for one in check_translations(tmp_path)]

    assert kinds == ["i18n.file_broken", "i18n.missing", "i18n.missing"]


def test_without_english_nothing_can_be_compared(tmp_path):
    write_language(tmp_path, "cy", WELSH)
    assert [one.key for one in check_translations(tmp_path)] == [
        "i18n.language_missing"
    ]

    write_language(tmp_path, "en", "broken\n")
    assert [one.key for one in check_translations(tmp_path)] == ["i18n.file_broken"] * 2


def test_a_template_that_is_not_fresh_is_told(tmp_path):
    make_translations(tmp_path)
    write_language(tmp_path, "en", ENGLISH.replace("Hello", "Good day"))
    assert found_in(tmp_path) == [("template_stale", None)]

    (tmp_path / "coprod.pot").unlink()
    assert found_in(tmp_path) == [("template_stale", None)]


def test_the_template_is_what_babel_calls_a_template(tmp_path):
    path = write_template(make_translations(tmp_path))

    template = babel_read(io.BytesIO(path.read_bytes()))

    hello = template.get("hello")
    assert hello.string == ""
    assert hello.auto_comments == [
        "Said when the program opens.",
        "English: Hello {name}",
    ]
    assert template.get("people").string == ("", "")


def test_a_template_keeps_odd_signs_and_needs_no_note(tmp_path):
    english = 'msgid "a"\nmsgstr "one\\ntwo \\\\ three"\n'
    make_translations(tmp_path, english)

    assert "#. English: one\\ntwo \\\\ three\n" in template_text(tmp_path)


def test_the_same_words_give_the_same_template():
    assert template_text() == template_text()


def test_every_sentence_about_translations_has_the_names_that_checks_give(tmp_path):
    english = read_catalogue("en")
    make_translations(tmp_path, ENGLISH.replace("#. How many people are here.\n", ""))

    for problem in check_translations(tmp_path):
        assert english.explain(problem)
        assert set(PLACEHOLDER.findall(english.texts[problem.key])) <= set(
            problem.named
        )
    assert english.explain(Problem("i18n.file_broken", file="cy/coprod.po", line=3))
