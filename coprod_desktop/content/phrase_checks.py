"""What is wrong with ready phrases: for those who write forms, and the tests."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from coprod_desktop.content.phrases import OFFERED, read_offered, read_words
from coprod_desktop.content.pictures import meanings
from coprod_desktop.model.problem import Problem

FEWEST, MOST = 6, 12
"""Phrases at one question: fewer say too little, more cannot be looked through."""

MOST_WORDS = 12
"""In one phrase."""

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def check_phrases(
    folder: Path,
    languages: Iterable[str],
    asked: Collection[str],
    groups: Collection[str] = (),
) -> Iterator[Problem]:
    """Yield everything that is wrong with the phrases in a folder.

    ``languages`` must all be there; ``asked`` are the questions in words that there
    are, and ``groups`` may be of any size.
    """
    file = f"{folder.parent.name}/{folder.name}/{OFFERED}"
    try:
        pictures, questions = read_offered(folder)
    except Problem as problem:
        yield problem
        return
    known = meanings()
    for phrase, picture in pictures.items():
        if picture not in known:
            yield Problem("content.no_picture", file=file, place=phrase)
    for question, ids in questions.items():
        is_group = question in groups
        if not is_group and question not in asked:
            yield Problem("content.not_asked", file=file, place=question)
        is_right_size = is_group or FEWEST <= len(ids) <= MOST
        if not is_right_size or len(set(ids)) != len(ids):
            yield Problem("content.wrong_shape", file=file, place=question)
        for phrase in set(ids) - pictures.keys():
            yield Problem("content.no_picture", file=file, place=phrase)
    for language in languages:
        yield from _check_words(folder, language, pictures.keys())


def _check_words(
    folder: Path, language: str, phrases: Collection[str]
) -> Iterator[Problem]:
    file = f"{folder.parent.name}/{folder.name}/{language}.json"
    try:
        words = read_words(folder, language)
    except Problem as problem:
        yield problem
        return
    for phrase in phrases - words.keys():
        yield Problem("content.no_words", file=file, place=phrase)
    for phrase in words.keys() - phrases:
        yield Problem("content.not_asked", file=file, place=phrase)
    said: set[str] = set()
    for phrase, text in words.items():
        if len(_WORD.findall(text)) > MOST_WORDS:
            yield Problem(
                "content.too_many_words", file=file, place=phrase, most=MOST_WORDS
            )
        is_plain = text == text.strip() and text.isprintable()
        if "!" in text or not is_plain:
            yield Problem("content.not_calm", file=file, place=phrase)
        if text.casefold() in said:
            # Two buttons that say the same cannot be told apart.
            yield Problem("content.said_twice", file=file)
        said.add(text.casefold())
