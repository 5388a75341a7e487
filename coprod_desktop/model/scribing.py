"""What somebody may share of words that they wrote down for another.

They share under their own key, because the voice's is closed. So they give only what
they wrote themselves. What the voice wrote with their own hand stays as it was shared;
what others wrote down may be cut, as by every scribe, and never added to. Compare
:mod:`coprod_desktop.model.rules`.
"""

from __future__ import annotations

from coprod_desktop.model.authored_text import Attribution
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.said import Choice, Item, Said, WayOut

Piece = tuple[str, Attribution]


def may_share_as_scribe(before: Said | None, said: Said, scribe: PersonId) -> bool:
    """Whether a scribe may share this answer, after what was shared before it."""
    stood = before or Said()
    is_theirs = any(one.writer == scribe for one in said.attributions)
    return is_theirs and _keeps_own_hand(stood, said) and _adds_own(stood, said, scribe)


def _keeps_own_hand(before: Said, after: Said) -> bool:
    way_out = before.way_out
    if way_out is not None and way_out.attribution.is_own_hand:
        # "Ask me later" ends when somebody writes for the voice: that is what it means.
        is_later = way_out.option == WayOut.LATER and after.way_out is None
        if after.way_out != way_out and not is_later:
            return False
    return (
        _own_pieces(before) == _own_pieces(after)
        and _own_choices(before) == _own_choices(after)
        and _own_items(before) == _own_items(after)
    )


def _adds_own(before: Said, after: Said, scribe: PersonId) -> bool:
    stood = _pieces(before)
    words_are = all(
        by.writer == scribe or any(words in text and by == one for text, one in stood)
        for words, by in _pieces(after)
    )
    known = _choices(before)
    choices_are = all(
        one.attribution.writer == scribe or one in known for one in _choices(after)
    )
    return words_are and choices_are


def _pieces(said: Said) -> list[Piece]:
    return [piece for words in said.words for piece in words.pieces()]


def _choices(said: Said) -> list[Choice]:
    marks = (item.mark for item in said.items)
    return [one for one in (*said.chosen, said.way_out, *marks) if one is not None]


def _own_pieces(said: Said) -> list[Piece]:
    return [piece for piece in said.text.pieces() if piece[1].is_own_hand]


def _own_choices(said: Said) -> list[Choice]:
    return [one for one in said.chosen if one.attribution.is_own_hand]


def _own_items(said: Said) -> list[tuple[list[Piece], Choice | None]]:
    """Return what the voice's own hand wrote of a list, line by line."""
    lines = (_own_of(item) for item in said.items)
    return [line for line in lines if line != ([], None)]


def _own_of(item: Item) -> tuple[list[Piece], Choice | None]:
    words = [piece for piece in item.words.pieces() if piece[1].is_own_hand]
    is_own = item.mark is not None and item.mark.attribution.is_own_hand
    return words, item.mark if is_own else None
