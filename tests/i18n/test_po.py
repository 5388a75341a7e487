"""Our reader of catalogues gives what Babel gives, and refuses what it cannot read."""

import io

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po as babel_read
from babel.messages.pofile import write_po
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.bundled import bundled
from coprod_desktop.i18n.po import header_of, read_po
from coprod_desktop.model.problem import Problem

# Babel's own reader strips control characters and loses lone carriage returns in notes.
WORDS = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n\t\r"),
    max_size=120,
)
KEYS = st.from_regex(r"[a-z]{1,6}(\.[a-z_]{1,8}){0,2}", fullmatch=True)


def what_babel_reads(raw: bytes) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for message in babel_read(io.BytesIO(raw)):
        if message.id and not message.fuzzy:
            keys, words = message.id, message.string
            key = keys if isinstance(keys, str) else keys[0]
            forms = (words,) if isinstance(words, str) else words or ()
            found[key] = tuple(str(form) for form in forms)
    return found


def what_we_read(raw: bytes) -> dict[str, tuple[str, ...]]:
    return {one.key: one.forms for one in read_po(raw.decode(), "x.po") if one.key}


@given(st.dictionaries(KEYS, st.tuples(WORDS, WORDS, st.booleans()), max_size=8))
def test_whatever_babel_writes_is_read_as_babel_reads_it(texts):
    catalogue = Catalog(locale="en")
    for key, (one, many, is_plural) in texts.items():
        if is_plural:
            catalogue.add((key, key + ".many"), (one, many), auto_comments=["A note."])
        else:
            catalogue.add(key, one, auto_comments=["A note."])
    written = io.BytesIO()
    write_po(written, catalogue, width=60)

    assert what_we_read(written.getvalue()) == what_babel_reads(written.getvalue())


def test_the_program_s_own_catalogues_are_read_as_babel_reads_them():
    for path in bundled("translations").glob("*/coprod.po"):
        raw = path.read_bytes()

        assert what_we_read(raw) == what_babel_reads(raw)


def test_notes_guesses_and_long_sentences_are_understood():
    text = (
        'msgid ""\nmsgstr ""\n"Language: en\\n"\n'
        '#. First half\n#. second half.\n#: gui/home.py:3\nmsgid "a"\nmsgstr ""\n'
        '"Say \\"hello\\" "\n"to\\tSam.\\\\"\n'
        '#, fuzzy\nmsgid "b"\nmsgstr "a guess"\n'
        '#~ msgid "old"\n#~ msgstr "gone"\n'
    )

    header, only = read_po(text, "x.po")

    assert header_of((header, only)) == {"Language": "en"}
    assert only.note == "First half second half."
    assert only.forms == ('Say "hello" to\tSam.\\',)


@pytest.mark.parametrize("between", ["\n", "\n\n", "\n\n\n", "\n \n\t\n\n"])
@pytest.mark.parametrize("note", ["#. Note.\n", "", "#. Note.\n\n"])
def test_lines_between_entries_change_nothing(between: str, note: str):
    said = f'{note}msgid "a"\nmsgstr "b"\n'
    entries = [said, f'{note}msgid "c"\nmsgstr "\\"d\\""\n', said.replace('"a"', '"e"')]

    found = read_po(between.join(entries) + between, "x.po")

    expected = "Note." if note else ""
    assert [(one.key, one.forms, one.note) for one in found] == [
        ("a", ("b",), expected),
        ("c", ('"d"',), expected),
        ("e", ("b",), expected),
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('msgid "a"\nmsgstr "b" and more\n', 2),
        ('msgid "a"\nmsgstr "say "b""\n', 2),
        ('msgid "a"\nmsgstr "\\q"\n', 2),
        ('msgid "a"\nmsgstr "b\\"\n', 2),
        ('msgid "a"\nmsgstr "b"\nmsgstr "c"\n', 3),
        ('"words of nobody"\n', 1),
        ('msgstr "b"\n', 1),
        ('msgid "a"\n', 1),
        ('msgid "a"\nmsgid_plural "c"\nmsgstr[1] "b"\n', 3),
        ('msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n', 5),
        ('msgctxt "x"\nmsgid "a"\nmsgstr "b"\n', 1),
    ],
)
def test_a_broken_file_is_named_with_its_line(text, line):
    with pytest.raises(Problem) as caught:
        read_po(text, "cy/coprod.po")

    assert caught.value.key == "i18n.file_broken"
    assert caught.value.named == {"file": "cy/coprod.po", "line": line}


@given(st.text(max_size=300))
def test_any_text_is_read_or_refused_with_one_kind_of_problem(text):
    kinds = {"i18n.file_broken"}
    try:
        read_po(text, "x.po")
    except Problem as problem:
        kinds.add(problem.key)

    assert kinds == {"i18n.file_broken"}


def test_a_file_with_no_header_has_no_header_lines():
    assert header_of(()) == {}
