"""Ready words in a text: a phrase that was chosen stands at the beginning of a line.

Words of a person's own may follow it on the same line. What was typed is never taken
for chosen, even where it says the same.
"""

from __future__ import annotations

from typing import NamedTuple

from coprod_desktop.model.authored_text import AuthoredText, Mode


class Place(NamedTuple):
    """From which code point up to which other one."""

    start: int
    stop: int


def place_of(text: AuthoredText, words: str) -> Place | None:
    """Return where chosen words stand in a text; None where they do not."""
    at = text.text.find(words)
    while at >= 0:
        found = Place(at, at + len(words))
        if _was_chosen(text, found):
            return found
        at = text.text.find(words, at + 1)
    return None


def line_of(text: AuthoredText, place: Place) -> Place:
    """Return a place with the break that came with its words, when all of a line goes.

    A break that somebody else set, or in another way, stays.
    """
    start, stop = place
    attribution = text.attributions(start, stop)[0]
    if text.text[stop : stop + 1] not in ("", "\n"):
        return place
    if start and text.attributions(start - 1, start) == (attribution,):
        return Place(start - 1, stop)
    if not start and text.attributions(stop, stop + 1) == (attribution,):
        return Place(start, stop + 1)
    return place


def _was_chosen(text: AuthoredText, place: Place) -> bool:
    start, stop = place
    modes = {one.mode for one in text.attributions(start, stop)}
    if modes != {Mode.CHOSEN} or (start and text.text[start - 1] != "\n"):
        return False
    after = text.attributions(stop, stop + 1)
    ends = text.text[stop : stop + 1] in ("", "\n")
    return ends or after[0].mode is not Mode.CHOSEN
