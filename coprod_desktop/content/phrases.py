"""Ready phrases with pictures, for answers in words without writing.

A form's own lie beside it in ``phrases/``: ``offered.json`` says which phrases, with
which picture, fit which question, and ``<language>.json`` says them. General ones, five
faces and yes, no and not sure lie in ``resources/phrases/`` in the same shape. What was
chosen goes into an answer as words, so phrases may change where questions may not
(decision 020).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from coprod_desktop.bundled import bundled
from coprod_desktop.content.forms import SPARE_LANGUAGE, FormShelf
from coprod_desktop.content.json_files import read_json
from coprod_desktop.model.problem import Problem

FOLDER = "phrases"
OFFERED = "offered.json"

ANY, FACES, ANSWERS, TALK = "any", "faces", "answers", "talk"
"""The groups of general phrases."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Something that can be said by choosing it."""

    id: str
    words: str
    picture: str


class Phrases(NamedTuple):
    """What is offered at a question."""

    fitting: tuple[Phrase, ...]
    """Those of the question; general ones where it has none."""
    faces: tuple[Phrase, ...]
    answers: tuple[Phrase, ...]
    """Yes, no, and not sure."""
    talk: tuple[Phrase, ...]
    """How no, and not sure, is said of another phrase: "No: {phrase}"."""


def phrases_for(shelf: FormShelf, form: str, question: str, language: str) -> Phrases:
    """Return what is offered at a question of a form that lies on a shelf.

    Raises:
        Problem: The phrases are broken.
    """
    general = _kept(bundled("resources") / FOLDER, language)
    fitting = general[ANY]
    for folder in shelf.folders:
        place = folder / form / FOLDER
        if (place / OFFERED).is_file():
            fitting = _kept(place, language).get(question, fitting)
            break
    return Phrases(fitting, general[FACES], general[ANSWERS], general[TALK])


def read_phrases(folder: Path, language: str) -> Mapping[str, tuple[Phrase, ...]]:
    """Return a folder's phrases by question; in English where it lacks the language.

    Raises:
        Problem: A file is missing or broken.
    """
    pictures, questions = read_offered(folder)
    has_language = (folder / f"{language}.json").is_file()
    words = read_words(folder, language if has_language else SPARE_LANGUAGE)
    try:
        return {
            question: tuple(Phrase(one, words[one], pictures[one]) for one in ids)
            for question, ids in questions.items()
        }
    except KeyError as error:
        raise Problem(
            "content.no_words", file=_named(folder, OFFERED), place=str(error.args[0])
        ) from None


def read_offered(folder: Path) -> tuple[Mapping[str, str], Mapping[str, list[str]]]:
    """Return each phrase's picture, and the phrases of each question.

    Raises:
        Problem: The file is missing or broken.
    """
    name = _named(folder, OFFERED)
    found = read_json(folder / OFFERED, name)
    if not isinstance(found, dict) or set(found) != {"pictures", "questions"}:
        raise Problem("content.wrong_shape", file=name, place="")
    pictures, questions = found["pictures"], found["questions"]
    if not isinstance(pictures, dict) or not isinstance(questions, dict):
        raise Problem("content.wrong_shape", file=name, place="")
    kept: dict[str, list[str]] = {}
    for question, ids in questions.items():
        if not isinstance(ids, list):
            raise Problem("content.wrong_shape", file=name, place=question)
        kept[question] = [str(one) for one in ids]
    return {key: str(one) for key, one in pictures.items()}, kept


def read_words(folder: Path, language: str) -> Mapping[str, str]:
    """Return what each phrase says in a language.

    Raises:
        Problem: The file is missing or broken.
    """
    name = _named(folder, f"{language}.json")
    found = read_json(folder / f"{language}.json", name)
    if not isinstance(found, dict) or not all(
        isinstance(words, str) and words.strip() for words in found.values()
    ):
        raise Problem("content.wrong_shape", file=name, place="")
    return {key: str(words) for key, words in found.items()}


# Each talk card asks for the phrases of all that follow.
_kept = cache(read_phrases)


def _named(folder: Path, file: str) -> str:
    return f"{folder.parent.name}/{folder.name}/{file}"
