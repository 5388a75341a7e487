"""Arabic letters as they are written: joined, and from right to left.

Letters are exchanged for the forms that Unicode keeps for old typesetters (the blocks
Arabic Presentation Forms A and B), which say in their names how a letter joins. That
draws each word rightly; how words stand in lines of right-to-left papers is told by
``bidi`` and done by ``leftward_lines``.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import cache

_JOINS_BEFORE = ("<final>", "<medial>")
_JOINS_AFTER = ("<initial>", "<medial>")
_TATWEEL = "\u0640"
_ALEFS = frozenset("\u0622\u0623\u0625\u0627")


def is_arabic(char: str) -> bool:
    """Whether a character is a letter, mark or sign of the Arabic script."""
    code = ord(char)
    return (
        0x0600 <= code <= 0x06FF
        or 0x0750 <= code <= 0x077F
        or 0x08A0 <= code <= 0x08FF
        or 0xFB50 <= code <= 0xFDFF
        or 0xFE70 <= code <= 0xFEFC
    )


def joined(word: str, signs: AbstractSet[str], *, as_before: bool = False) -> str:
    """Return a word's signs as they are drawn, from left to right.

    A form that is not among ``signs`` is left as the plain letter. Layouts up to 4 took
    lam and yeh for one letter too, which parts them from their neighbours.
    """
    letters = _with_lam_alef(word, signs, None if as_before else _ALEFS)
    drawn = [shape for shape, _ in _shaped(letters, signs)]
    return "".join(reversed(_clusters(drawn)))


def letters_shaped(word: str, signs: AbstractSet[str]) -> list[tuple[str, str]]:
    """Return each letter with its marks as it is drawn and as it was written.

    They are in the order in which they were written, numbers figure by figure. A mark
    is drawn before its letter, whose width it then stands over.
    """
    letters = _with_lam_alef(word, signs, _ALEFS)
    found: list[tuple[str, str]] = []
    for shape, letter in _shaped(letters, signs):
        if found and unicodedata.combining(letter[0]):
            drawn, written = found[-1]
            found[-1] = shape + drawn, written + letter
        else:
            found.append((shape, letter))
    return found


def _shaped(letters: list[str], signs: AbstractSet[str]) -> Iterator[tuple[str, str]]:
    for at, letter in enumerate(letters):
        form = _form(letters, at)
        shape = _forms().get((letter, form), letter)
        yield (shape if set(shape) <= signs else letter), letter


def _with_lam_alef(
    word: str, signs: AbstractSet[str], seconds: AbstractSet[str] | None = None
) -> list[str]:
    """Part a word into letters; lam and alef are one letter where they meet."""
    found: list[str] = []
    for char in word:
        pair = found[-1] + char if found else ""
        shape = _forms().get((pair, "<isolated>"), "")
        is_pair = len(pair) == 2 and pair[0] == "\u0644" and shape in signs
        if shape and is_pair and (seconds is None or char in seconds):
            found[-1] = pair
        else:
            found.append(char)
    return found


def _form(letters: list[str], at: int) -> str:
    before, after = _neighbour(letters, at, -1), _neighbour(letters, at, 1)
    letter = letters[at]
    left = bool(before) and _joins(before, _JOINS_AFTER)
    right = bool(after) and _joins(after, _JOINS_BEFORE)
    joins_before = left and _joins(letter, _JOINS_BEFORE)
    joins_after = right and _joins(letter, _JOINS_AFTER)
    if joins_before and joins_after:
        return "<medial>"
    if joins_before:
        return "<final>"
    return "<initial>" if joins_after else "<isolated>"


def _joins(letter: str, forms: tuple[str, str]) -> bool:
    if letter == _TATWEEL:
        return True
    return any((letter, form) in _forms() for form in forms)


def _neighbour(letters: list[str], at: int, step: int) -> str:
    """Return the next letter that is not a mark above or below another."""
    at += step
    while 0 <= at < len(letters):
        if not unicodedata.combining(letters[at][0]):
            return letters[at]
        at += step
    return ""


def _clusters(drawn: list[str]) -> list[str]:
    """Keep each letter with its marks, and each number as it stands."""
    found: list[str] = []
    was_digit = False
    for char in drawn:
        is_digit = unicodedata.category(char[0]) == "Nd"
        if found and (unicodedata.combining(char[0]) or (is_digit and was_digit)):
            found[-1] += char
        else:
            found.append(char)
        was_digit = is_digit
    return found


@cache
def _forms() -> dict[tuple[str, str], str]:
    """Letters, and how they join, to the form that Unicode keeps for that."""
    found: dict[tuple[str, str], str] = {}
    for code in (*range(0xFB50, 0xFDF2), *range(0xFE70, 0xFEFD)):
        how, _, letters = unicodedata.decomposition(chr(code)).partition(" ")
        if how in {*_JOINS_BEFORE, *_JOINS_AFTER, "<isolated>"}:
            written = "".join(chr(int(letter, 16)) for letter in letters.split())
            found.setdefault((written, how), chr(code))
    return found
