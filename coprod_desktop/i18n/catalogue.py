"""Catalogues: the words of one language, found by key and filled by name.

A :class:`Catalogue` is a value that is passed to whoever speaks to people; there is no
global one (decision 006). Keys are the ``msgid`` of each language's ``coprod.po``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from coprod_desktop.bundled import bundled
from coprod_desktop.i18n.po import Message, header_of, read_po
from coprod_desktop.model.problem import Problem

SOURCE_LANGUAGE = "en"
"""The language in which every key has words."""

FILE_NAME = "coprod.po"

PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")
"""A named place in a sentence. There is no other mark-up."""

_RIGHT_TO_LEFT = frozenset(
    {"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"}
)


class WordsMissing(LookupError):  # noqa: N818 - says what is wrong, as Problem does
    """A key has no words, or a sentence was not given all of its names."""


class Catalogue(NamedTuple):
    """The words of one language."""

    language: str
    """The language's tag, as in BCP 47: ``en``, ``cy``, ``ur``."""
    texts: Mapping[str, str]
    plurals: Mapping[str, tuple[str, ...]]
    plural_form: Callable[[int], int]
    """Which of the plural forms fits a number (gettext's Plural-Forms)."""
    direction: str = "ltr"
    """Where lines start: ``ltr`` or ``rtl``."""

    def text(self, key: str, /, **named: str | int) -> str:
        """Return the sentence of a key with its names filled in.

        Names that the sentence does not use are left out: a translation may not need
        all of them.

        Raises:
            WordsMissing: Nobody wrote words for the key, or a name is missing.
        """
        found = self.texts.get(key)
        if found is None:
            raise WordsMissing(f"no words for {key!r} in {self.language!r}")
        return _filled(key, found, named)

    def plural(self, key: str, /, n: int, **named: str | int) -> str:
        """Return the sentence that fits a number; ``{n}`` in it is the number.

        Raises:
            WordsMissing: The key has no plural forms, or a name is missing.
        """
        forms = self.plurals.get(key)
        if forms is None:
            raise WordsMissing(f"no plural forms for {key!r} in {self.language!r}")
        form = min(self.plural_form(n), len(forms) - 1)
        return _filled(key, forms[form], {"n": n, **named})

    def has(self, key: str) -> bool:
        """Whether there are words for a key."""
        return key in self.texts or key in self.plurals

    def explain(self, problem: Problem) -> str:
        """Return the sentence that tells a person about a problem.

        Raises:
            WordsMissing: The problem's key has no words.
        """
        return self.text(problem.key, **problem.named)


def languages(folder: Path | None = None) -> tuple[str, ...]:
    """Return the tags of the languages that have a catalogue, English first.

    Screens ask at each change: the program's own are looked for once.
    """
    return _own_languages() if folder is None else _languages_in(folder)


@cache
def _own_languages() -> tuple[str, ...]:
    return _languages_in(bundled("translations"))


def _languages_in(place: Path) -> tuple[str, ...]:
    found = {path.parent.name for path in place.glob(f"*/{FILE_NAME}")}
    return tuple(sorted(found, key=lambda tag: (tag != SOURCE_LANGUAGE, tag)))


def read_catalogue(language: str, folder: Path | None = None) -> Catalogue:
    """Return the words of a language; what it has not translated is English.

    ``folder`` holds one folder a language, as translations/ does; the program's own is
    read once.

    Raises:
        Problem: There is no such language, or its file is broken.
    """
    return _programs_own(language) if folder is None else _read_in(folder, language)


@cache
def _programs_own(language: str) -> Catalogue:
    return _read_in(bundled("translations"), language)


def _read_in(place: Path, language: str) -> Catalogue:
    if language not in languages(place):
        raise Problem("i18n.language_missing", language=language)
    messages = _read(place, language)
    rule = header_of(messages).get("Plural-Forms", "")
    catalogue = _catalogue(language, messages, _plural_form(rule, language))
    if language == SOURCE_LANGUAGE:
        return catalogue
    english = _read_in(place, SOURCE_LANGUAGE)
    return Catalogue(
        language,
        {**english.texts, **catalogue.texts},
        {**english.plurals, **catalogue.plurals},
        catalogue.plural_form,
        catalogue.direction,
    )


def direction_of(language: str) -> str:
    """Return where the lines of a language start: ``ltr`` or ``rtl``."""
    return "rtl" if language.partition("-")[0] in _RIGHT_TO_LEFT else "ltr"


def _read(folder: Path, language: str) -> tuple[Message, ...]:
    name = f"{language}/{FILE_NAME}"
    try:
        text = (folder / language / FILE_NAME).read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise Problem("i18n.file_broken", file=name, line=line) from error
    return read_po(text, name)


def _catalogue(
    language: str, messages: tuple[Message, ...], plural_form: Callable[[int], int]
) -> Catalogue:
    ready = [one for one in messages if one.key and all(one.forms)]
    return Catalogue(
        language,
        {one.key: one.forms[0] for one in ready if not one.is_plural},
        {one.key: one.forms for one in ready if one.is_plural},
        plural_form,
        direction_of(language),
    )


def _plural_form(rule: str, language: str) -> Callable[[int], int]:
    match = re.fullmatch(r"nplurals\s*=\s*\d\s*;\s*plural\s*=\s*(.+?)\s*;?", rule)
    if match is None:
        raise Problem("i18n.file_broken", file=f"{language}/{FILE_NAME}", line=1)
    if match[1] == "(n != 1)":
        # English and its like: gettext, which costs 11 ms, is not needed.
        return _one_or_many
    from gettext import c2py  # noqa: PLC0415 - see above

    try:
        return c2py(match[1])
    except ValueError as error:
        file = f"{language}/{FILE_NAME}"
        raise Problem("i18n.file_broken", file=file, line=1) from error


def _one_or_many(n: int) -> int:
    return int(n != 1)


def _filled(key: str, text: str, named: Mapping[str, str | int]) -> str:
    if "{" not in text:
        return text

    def value(match: re.Match[str]) -> str:
        if match[1] not in named:
            raise WordsMissing(f"{key!r} needs {match[1]!r}")
        return str(named[match[1]])

    return PLACEHOLDER.sub(value, text)
