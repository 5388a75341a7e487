"""Names and other values inside sentences that run leftwards.

Left to itself, a bracket or full stop at the end of a name could stand on the other
side of it, and a sentence could seem to tell of somebody else. So each value is put
between the controls that Unicode has for that (UAX 9, isolates).
"""

from __future__ import annotations

import unicodedata

from coprod_desktop.i18n.catalogue import Catalogue

_LEFTWARD, _AS_IT_STARTS, _END = "\u2067", "\u2068", "\u2069"
_STARTS = frozenset({"\u2066", _LEFTWARD, _AS_IT_STARTS})
_TURNS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e")


def isolating(catalogue: Catalogue) -> Catalogue:
    """Return a language's words for paper: what is filled in stays where it belongs.

    Where lines start at the left, it is the same; those papers need no more.
    """
    return _Isolating(*catalogue) if catalogue.direction == "rtl" else catalogue


def isolated(value: str) -> str:
    """Return a value so that it stands as one thing in a sentence that runs leftwards.

    Controls in it that could reach out of it are told by their names.
    """
    if not value:
        return value
    if not is_balanced(value) or not _TURNS.isdisjoint(value):
        value = "".join(map(_told, value))
    # What has words of this direction, or is a sentence of ours, is read leftwards.
    start = _LEFTWARD if any(map(_is_leftward, value)) else _AS_IT_STARTS
    return f"{start}{value}{_END}"


def is_balanced(text: str) -> bool:
    """Whether every isolate in a text is closed in it, and none is closed before."""
    depth = 0
    for sign in text:
        if sign in _STARTS:
            depth += 1
        elif sign == _END:
            depth -= 1
            if depth < 0:
                return False
    return depth == 0


def is_all_apart(text: str) -> bool:
    """Whether all that has a direction stands in isolates: values, and no sentence.

    By itself such a text tells no direction (UAX 9, P2); where it stands has to.
    """
    if _END not in text:
        return False
    depth = 0
    for sign in text:
        if sign in _STARTS:
            depth += 1
        elif sign == _END:
            depth = max(depth - 1, 0)
        elif not depth and unicodedata.bidirectional(sign) in {"L", "R", "AL"}:
            return False
    return True


def _is_leftward(sign: str) -> bool:
    return sign in _STARTS or unicodedata.bidirectional(sign) in {"R", "AL"}


def _told(sign: str) -> str:
    if sign in _TURNS or sign in _STARTS or sign == _END:
        return f"[{unicodedata.name(sign).lower()}]"
    return sign


class _Isolating(Catalogue):
    """Words whose filled-in values are isolates."""

    __slots__ = ()

    def text(self, key: str, /, **named: str | int) -> str:
        """Return the sentence of a key, each value in it an isolate."""
        return super().text(key, **_each(named))

    def plural(self, key: str, /, n: int, **named: str | int) -> str:
        """Return the sentence that fits a number, each value in it an isolate."""
        return super().plural(key, n, **_each(named))


def _each(named: dict[str, str | int]) -> dict[str, str | int]:
    return {
        name: isolated(value) if isinstance(value, str) else value
        for name, value in named.items()
    }
