"""The words that are looked for: how a text becomes words, and how words are spelt.

Capitals, accents and the width of letters make no difference: who looks for "ty" finds
"Tŷ". Signs that are no letters, digits or marks part words. The same rule makes the
index and the question, so that what one says the other understands.
"""

from __future__ import annotations

import re
import unicodedata

LONGEST = 64
"""Of a longer word only its beginning counts."""

MOST = 8
"""So many words of a question count."""

_PLAIN_WORD = re.compile(r"[a-z0-9]+")


def search_words(text: str) -> tuple[str, ...]:
    """Return every word of a text as it is looked for, in order."""
    if text.isascii():
        found = _PLAIN_WORD.findall(text.lower())
    else:
        folded = unicodedata.normalize("NFKD", text).casefold()
        found = "".join(map(_sign, folded)).split()
    return tuple(word[:LONGEST] for word in found)


def question_words(text: str) -> tuple[str, ...]:
    """Return the words that somebody looks for: each once, and not too many."""
    return tuple(dict.fromkeys(search_words(text)))[:MOST]


def _sign(char: str) -> str:
    """Return what stands for a sign: itself, nothing for an accent, or a space."""
    if char.isascii():
        return char if char.isalnum() else " "
    if "\u0300" <= char <= "\u036f" or "\u064b" <= char <= "\u0652":
        return ""  # accents of Latin, Greek and Cyrillic; short vowels of Arabic
    is_of_a_word = unicodedata.category(char)[0] in "LNM"
    return char if is_of_a_word else " "
