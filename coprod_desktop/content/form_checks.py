"""What is wrong with the forms in a folder: for those who write forms, and the tests.

A form can be sound and still be hard to read. These are the rules of easy-read writing
that a machine can see (DOMAIN 3.1); whether people understand a prompt only people can
say, and until they did, ``checked_by`` stays empty and nobody calls it Easy Read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from coprod_desktop.content.form_rules import DEFAULT_SETTINGS, all_words
from coprod_desktop.content.forms import (
    SPARE_LANGUAGE,
    check_structure,
    check_words,
    form_folders,
    template_of,
    versions,
    words_file,
)
from coprod_desktop.content.phrase_checks import check_phrases
from coprod_desktop.content.phrases import FOLDER
from coprod_desktop.content.published import changed_since_published
from coprod_desktop.content.word_list import HardWord, explained, read_word_list
from coprod_desktop.model.forms import FormTemplate, QuestionKind
from coprod_desktop.model.problem import Problem

MOST_WORDS = 12
"""In a prompt, a heading, a title or an option."""

MOST_WORDS_OF_HELP = 15
"""In the line of help and in the summary; above that a sentence is hard to read."""

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_ACRONYM = re.compile(r"\b[A-Z]{2,}[A-Za-z]*\b")
_NOT_ACRONYMS = frozenset({"OK"})
_WORDS_FILE = re.compile(r"([A-Za-z0-9-]+)(\.v\d+)?\.json")


def check_forms(folder: Path) -> list[Problem]:
    """Return everything that is wrong with the forms in a folder, form by form.

    Each problem names the file and the place in it.
    """
    hard_words = read_word_list(SPARE_LANGUAGE)
    found = changed_since_published(folder)
    for form in form_folders(folder):
        for version in versions(form):
            found += _check_version(form, version, hard_words)
        found += _check_phrases(form)
    return _without_twins(found)


def _check_version(
    folder: Path, version: int, hard_words: tuple[HardWord, ...]
) -> Iterator[Problem]:
    try:
        structure = check_structure(folder, version)
    except Problem as problem:
        yield problem
        return
    yield from structure.problems
    if structure.problems:
        return
    template = template_of(structure.found)
    for language in _languages(folder):
        try:
            words = check_words(folder, template, language)
        except Problem as problem:
            yield problem
            continue
        yield from words.problems
        if not words.problems:
            file = f"{folder.name}/{words_file(folder, version, language).name}"
            yield from _hard_to_read(words.found, file, hard_words)
            yield from _not_asked(words.found, file, folder)


def _check_phrases(folder: Path) -> Iterator[Problem]:
    """Yield what is wrong with a form's ready phrases, where it brings any."""
    place = folder / FOLDER
    if place.is_dir():
        asked = {
            question.id
            for template in _sound_versions(folder)
            for question in template.questions()
            if question.kind is QuestionKind.WORDS
        }
        yield from check_phrases(place, _languages(folder), asked)


def _hard_to_read(
    words: dict[str, Any], file: str, hard_words: tuple[HardWord, ...]
) -> Iterator[Problem]:
    for place, text in all_words(words):
        shown = text
        for name, value in DEFAULT_SETTINGS.items():
            shown = shown.replace("{" + name + "}", value)
        is_help = place == "summary" or place.endswith(".help")
        most = MOST_WORDS_OF_HELP if is_help else MOST_WORDS
        if len(_WORD.findall(shown)) > most:
            yield Problem("content.too_many_words", file=file, place=place, most=most)
        if "!" in shown or (shown.isupper() and shown not in _NOT_ACRONYMS):
            yield Problem("content.not_calm", file=file, place=place)
        for acronym in _ACRONYM.findall(shown):
            if acronym not in _NOT_ACRONYMS and not explained(acronym, hard_words):
                yield Problem("content.acronym", file=file, place=place)


def _not_asked(words: dict[str, Any], file: str, folder: Path) -> Iterator[Problem]:
    """Yield words for parts that no version of the form has."""
    sections: set[str] = set()
    options: dict[str, set[str]] = {}
    for template in _sound_versions(folder):
        sections |= {section.id for section in template.sections}
        for question in template.questions():
            asked = options.setdefault(question.id, set())
            asked |= {option.id for option in question.options}
    for section in words["sections"].keys() - sections:
        yield Problem("content.not_asked", file=file, place=section)
    for question, texts in words["questions"].items():
        if question not in options:
            yield Problem("content.not_asked", file=file, place=question)
            continue
        for option in texts.get("options", {}).keys() - options[question]:
            place = f"{question}.{option}"
            yield Problem("content.not_asked", file=file, place=place)


def _sound_versions(folder: Path) -> Iterator[FormTemplate]:
    for version in versions(folder):
        try:
            structure = check_structure(folder, version)
        except Problem:
            # It is told where that version itself is checked.
            continue
        if not structure.problems:
            yield template_of(structure.found)


def _languages(folder: Path) -> tuple[str, ...]:
    names = (_WORDS_FILE.fullmatch(path.name) for path in folder.glob("*.json"))
    tags = {match[1] for match in names if match} - {f"v{n}" for n in versions(folder)}
    return tuple(sorted(tags | {SPARE_LANGUAGE}))


def _without_twins(problems: list[Problem]) -> list[Problem]:
    """Leave out what is told twice because two versions share their words."""
    found = {(one.key, *sorted(one.named.items())): one for one in problems}
    return list(found.values())
