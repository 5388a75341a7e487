"""Reading a JSON file that somebody else may have written.

A form may come from another ward, so nothing about the file is believed: its size, its
depth, its signs and its names are all bounded before anything looks inside.
"""

from __future__ import annotations

import json
import math
import re
from pathlib import Path

from coprod_desktop.model.problem import Problem

MOST_BYTES = 256 * 1024
"""Larger than any form could be: the longest of ours has some 14 KiB."""

DEEPEST = 12
"""How many lists and objects may stand inside one another; ours have eight."""

_WORDS_OR_BRACKET = re.compile(r'"(?:[^"\\]|\\.)*+"?|[\[\]{}]', re.DOTALL)
"""Words in quotes (to the end of the text where they never close), or one bracket."""

Json = dict[str, "Json"] | list["Json"] | str | int | float | bool | None


def read_json(path: Path, name: str) -> Json:
    """Return what a JSON file holds.

    ``name`` is what a problem calls the file.

    Raises:
        Problem: The file is not there, too large, too deep, or not JSON in UTF-8; or a
            name stands in it twice, or a number is no number.
    """
    try:
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise Problem("content.file_missing", file=name) from error
    if len(raw) > MOST_BYTES:
        raise Problem("content.file_too_big", file=name)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise Problem("content.not_json", file=name, line=line) from error
    if _depth(text) > DEEPEST:
        raise Problem("content.wrong_shape", file=name, place="")
    return _parsed(text, name)


def _parsed(text: str, name: str) -> Json:
    def one_of_each(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
        found = dict(pairs)
        if len(found) != len(pairs):
            raise Problem("content.said_twice", file=name)
        return found

    def finite(text: str) -> float:
        number = float(text)
        if not math.isfinite(number):
            raise Problem("content.wrong_shape", file=name, place="")
        return number

    try:
        found: Json = json.loads(
            text,
            object_pairs_hook=one_of_each,
            parse_constant=finite,
            parse_float=finite,
        )
    except json.JSONDecodeError as error:
        raise Problem("content.not_json", file=name, line=error.lineno) from error
    except ValueError as error:
        # A whole number of more than 4,300 digits.
        raise Problem("content.wrong_shape", file=name, place="") from error
    return found


def _depth(text: str) -> int:
    """Return how deep brackets nest, without trusting that the text is JSON."""
    depth = deepest = 0
    for match in _WORDS_OR_BRACKET.finditer(text):
        sign = match[0][0]
        if sign in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif sign in "]}":
            depth -= 1
    return deepest
