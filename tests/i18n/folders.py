"""Made-up translations folders."""

from __future__ import annotations

from pathlib import Path

from coprod_desktop.i18n.template import write_template

HEADER = 'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
WELSH_HEADER = (
    'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=3; '
    'plural=(n==1 ? 0 : n==2 ? 1 : 2);\\n"\n\n'
)
ENGLISH = """\
#. Said when the program opens.
msgid "hello"
msgstr "Hello {name}"

#. How many people are here.
msgid "people"
msgid_plural "people.many"
msgstr[0] "{n} person"
msgstr[1] "{n} people"
"""


def write_language(
    folder: Path, language: str, body: str, header: str = HEADER
) -> Path:
    """Write one catalogue into a translations folder."""
    path = folder / language / "coprod.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(header + body, encoding="utf-8", newline="\n")
    return path


def make_translations(folder: Path, english: str = ENGLISH, **others: str) -> Path:
    """Make a translations folder with English, other languages and a fresh template."""
    write_language(folder, "en", english)
    for language, body in others.items():
        write_language(folder, language, body)
    write_template(folder)
    return folder
