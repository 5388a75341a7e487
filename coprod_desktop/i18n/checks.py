"""What is wrong with the translations: for those who write them, and for the tests.

Reading age, tone and sense need people; these are the things that a machine can see.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from coprod_desktop.bundled import bundled
from coprod_desktop.i18n.catalogue import (
    FILE_NAME,
    PLACEHOLDER,
    SOURCE_LANGUAGE,
    languages,
    read_catalogue,
)
from coprod_desktop.i18n.po import Message, read_po
from coprod_desktop.i18n.template import TEMPLATE_NAME, template_text
from coprod_desktop.model.problem import Problem

MAY_GROW = 1.8
"""How many times as long as English words may be before a screen gets crowded."""

MAY_ALWAYS_HAVE = 16
"""Letters that any words may have, however short the English is."""

SAME_EVERYWHERE = frozenset({"app.name", "app.window_title"})
"""What the program is called is not translated."""

_MARK_UP = re.compile(r"<[/!a-zA-Z]|&[a-z]+;|&#|\*\*|://")


def check_translations(folder: Path | None = None) -> list[Problem]:
    """Return everything that is wrong with the catalogues, English first.

    ``folder`` holds one folder a language, as translations/ does. Each problem names
    the file and the key.
    """
    place = folder or bundled("translations")
    found: list[Problem] = []
    read: dict[str, dict[str, Message]] = {}
    for language in languages(place):
        try:
            read[language] = _messages(place, language)
        except Problem as problem:
            found.append(problem)
    english = read.pop(SOURCE_LANGUAGE, None)
    if english is None:
        return found or [Problem("i18n.language_missing", language=SOURCE_LANGUAGE)]
    found += _check_english(english)
    for language, messages in read.items():
        found += _check_language(language, english, messages)
    return [*found, *_check_template(place)]


def _messages(place: Path, language: str) -> dict[str, Message]:
    # Reading it as the program does also checks the header and the plural rule.
    read_catalogue(language, place)
    file = f"{language}/{FILE_NAME}"
    text = (place / language / FILE_NAME).read_text(encoding="utf-8")
    return {one.key: one for one in read_po(text, file) if one.key}


def _check_english(english: Mapping[str, Message]) -> Iterator[Problem]:
    for message in english.values():
        if not message.note:
            yield _problem("i18n.no_note", SOURCE_LANGUAGE, message)
        if not all(message.forms):
            yield _problem("i18n.missing", SOURCE_LANGUAGE, message)
        for form in message.forms:
            if "!" in form:
                yield _problem("i18n.exclamation", SOURCE_LANGUAGE, message)
            yield from _check_form(SOURCE_LANGUAGE, message, form)


def _check_language(
    language: str, english: Mapping[str, Message], messages: Mapping[str, Message]
) -> Iterator[Problem]:
    for key, source in english.items():
        message = messages.get(key)
        if message is None or not all(message.forms):
            yield _problem("i18n.missing", language, source)
            continue
        yield from _check_message(language, source, message)
    for key, message in messages.items():
        if key not in english:
            yield _problem("i18n.unknown", language, message)


def _check_message(
    language: str, source: Message, message: Message
) -> Iterator[Problem]:
    if source.is_plural != message.is_plural:
        yield _problem("i18n.plural", language, message)
        return
    wanted = _names(source.forms[-1])
    for form in message.forms:
        # One form of a plural may say "one person" instead of the number.
        missing = wanted - _names(form) - ({"n"} if message.is_plural else set())
        if missing or _names(form) - wanted:
            yield _problem("i18n.names", language, message)
        if len(form) > max(MAY_ALWAYS_HAVE, MAY_GROW * len(source.forms[-1])):
            yield _problem("i18n.too_long", language, message)
        yield from _check_form(language, message, form)
    is_same = message.forms == source.forms and source.key not in SAME_EVERYWHERE
    if is_same and any(map(_has_words, message.forms)):
        yield _problem("i18n.unchanged", language, message)


def _check_form(language: str, message: Message, form: str) -> Iterator[Problem]:
    if _MARK_UP.search(form):
        yield _problem("i18n.mark_up", language, message)
    if set("{}") & set(PLACEHOLDER.sub("", form)):
        yield _problem("i18n.names", language, message)


def _check_template(place: Path) -> Iterator[Problem]:
    path = place / TEMPLATE_NAME
    written = path.read_text(encoding="utf-8") if path.is_file() else ""
    if written != template_text(place):
        yield Problem("i18n.template_stale", file=TEMPLATE_NAME)


def _names(text: str) -> set[str]:
    return set(PLACEHOLDER.findall(text))


def _has_words(text: str) -> bool:
    return any(char.isalpha() for char in PLACEHOLDER.sub("", text))


def _problem(key: str, language: str, message: Message) -> Problem:
    file = f"{language}/{FILE_NAME}"
    return Problem(key, file=file, words=message.key)
