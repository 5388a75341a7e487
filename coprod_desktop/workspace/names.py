"""Names of people: what may stand on a label, so that no two can be mistaken."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from coprod_desktop.model.problem import Problem

LONGEST = 60

_REFUSED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
# Letters of other scripts, and digits, that look like Latin letters in print.
_LOOKS_LIKE = str.maketrans(
    "аеорсухіјѕԁһқӏвнкмтαεορυικντχ01|ıℓ",
    "aeopcyxijsdhklbhkmtaeopuikvtxolill",
)
# Two scripts join letters with these; without them some names cannot be written.
_JOINERS = frozenset("\u200c\u200d")


def checked_name(name: str, taken: Iterable[str]) -> str:
    """Return a name as it will be kept: trimmed, one space between words, NFC.

    Raises:
        Problem: It is empty, too long, holds signs that cannot be seen, or could be
            mistaken for a name in ``taken``.
    """
    kept = checked_line(name)
    if not any(char.isalnum() for char in kept):
        raise Problem("workspace.name_empty")
    if look_of(kept) in {look_of(one) for one in taken}:
        raise Problem("workspace.name_taken")
    return kept


def checked_line(text: str, most: int = LONGEST) -> str:
    """Return a short line as it will be kept; it may be empty.

    ``most`` is how many letters it has at most.

    Raises:
        Problem: It is too long or holds signs that cannot be seen.
    """
    kept = " ".join(unicodedata.normalize("NFC", text).split())
    if len(kept) > most:
        raise Problem("workspace.name_too_long", most=most)
    if any(_is_refused(char) for char in kept):
        raise Problem("workspace.name_unseen_signs")
    return kept


def look_of(name: str) -> str:
    """Return what a name looks like at a glance: equal looks can be mistaken."""
    shape = unicodedata.normalize("NFKC", name).casefold().translate(_LOOKS_LIKE)
    return "".join(char for char in shape if char.isalnum()).replace("rn", "m")


def _is_refused(char: str) -> bool:
    return unicodedata.category(char) in _REFUSED and char not in _JOINERS
