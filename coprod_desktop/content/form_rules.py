"""What must hold between the parts of a form, beyond the shape of its files."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from typing import Any

from coprod_desktop.model.forms import AGREEMENT, FACES, FormTemplate, QuestionKind
from coprod_desktop.model.problem import Problem

DEFAULT_SETTINGS = {"meeting": "CPA meeting"}
"""What a ward may name itself: placeholder to what it is called until then."""

WITH_OPTIONS = frozenset({QuestionKind.CHOOSE_ONE, QuestionKind.CHOOSE_MANY})
"""Kinds that are nothing without options of their own."""

MAY_HAVE_OPTIONS = WITH_OPTIONS | {QuestionKind.PEOPLE}
"""Kinds whose options stand in the file; faces and agreement bring theirs."""

BROUGHT = {QuestionKind.FACES: FACES, QuestionKind.AGREEMENT: AGREEMENT}
"""The option ids that a kind brings with it."""

_BRACES = re.compile(r"\{([^{}]*)\}|[{}]")


def structure_problems(
    found: dict[str, Any], form: str, version: int, pictures: Collection[str]
) -> Iterator[Problem]:
    """Yield what does not fit together in a structure of sound shape.

    ``form`` and ``version`` are what the folder and the file are called.
    """
    file = f"{form}/v{version}.json"
    if found["form"] != form or found["version"] != version:
        yield Problem("content.wrong_shape", file=file, place="form")
    sections = found["sections"]
    questions = [one for section in sections for one in section["questions"]]
    yield from _said_twice(file, "sections", [one["id"] for one in sections])
    yield from _said_twice(file, "questions", [one["id"] for one in questions])
    if found["has_short"] != any(one.get("short", False) for one in questions):
        yield Problem("content.wrong_shape", file=file, place="has_short")
    for question in questions:
        yield from _question_problems(file, question)
    for place, picture in _pictures(found):
        if picture not in pictures:
            yield Problem("content.no_picture", file=file, place=place)


def words_problems(
    found: dict[str, Any], template: FormTemplate, file: str, language: str
) -> Iterator[Problem]:
    """Yield what a form of this structure would not find among words of sound shape."""
    if found["form"] != template.id or found["language"] != language:
        yield Problem("content.wrong_shape", file=file, place="language")
    for section in template.sections:
        if section.id not in found["sections"]:
            yield Problem("content.no_words", file=file, place=section.id)
    for question in template.questions():
        words = found["questions"].get(question.id)
        if words is None:
            yield Problem("content.no_words", file=file, place=question.id)
            continue
        for option in question.options:
            if option.id not in words.get("options", {}):
                place = f"{question.id}.{option.id}"
                yield Problem("content.no_words", file=file, place=place)
    for place, text in all_words(found):
        if any(match[1] not in DEFAULT_SETTINGS for match in _BRACES.finditer(text)):
            yield Problem("content.not_plain", file=file, place=place)


def all_words(found: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield every text of a words file, with its place in the file."""
    yield "title", found["title"]
    yield "summary", found["summary"]
    for section, text in found["sections"].items():
        yield f"sections.{section}", text
    for question, words in found["questions"].items():
        yield f"{question}.prompt", words["prompt"]
        yield f"{question}.help", words["help"]
        for option, text in words.get("options", {}).items():
            yield f"{question}.{option}", text


def _question_problems(file: str, question: dict[str, Any]) -> Iterator[Problem]:
    kind = QuestionKind(question["kind"])
    options = [one["id"] for one in question.get("options") or ()]
    must, may = kind in WITH_OPTIONS, kind in MAY_HAVE_OPTIONS
    if (must and not options) or (options and not may):
        place = f"{question['id']}.options"
        yield Problem("content.wrong_shape", file=file, place=place)
    yield from _said_twice(file, question["id"], options)
    yield from _said_twice(file, question["id"], question.get("beside", []))


def _said_twice(file: str, place: str, ids: list[str]) -> Iterator[Problem]:
    for one, times in Counter(ids).items():
        if times > 1:
            yield Problem("content.same_id", file=file, place=f"{place}.{one}")


def _pictures(found: dict[str, Any]) -> Iterator[tuple[str, str]]:
    yield "picture", found["picture"]
    for section in found["sections"]:
        yield section["id"], section["picture"]
        for question in section["questions"]:
            yield question["id"], question["picture"]
            for option in question.get("options") or ():
                yield f"{question['id']}.{option['id']}", option["picture"]
