"""Two drafts of one voice at one question become one, and no words are lost.

That happens when somebody wrote for a voice whose own key was closed, and the voice
then opens it: their own draft stands beside what was written for them.
"""

from __future__ import annotations

from dataclasses import replace

from coprod_desktop.model.authored_text import AuthoredText
from coprod_desktop.model.documents import Draft
from coprod_desktop.model.said import Said


def joined_drafts(mine: Draft, other: Draft) -> Draft:
    """Return one draft with what stands in ``mine``, and then what ``other`` adds.

    Words, lines and choices that stand in both stand once. Where only one choice can
    stand, and where a way out was taken, ``mine`` counts. A read-back was of other
    words and falls away.
    """
    if mine.said == other.said:
        return mine
    said = Said(
        _words(mine.said.text, other.said.text),
        mine.said.chosen or other.said.chosen,
        (
            *mine.said.items,
            *(one for one in other.said.items if one not in mine.said.items),
        ),
        mine.said.way_out or other.said.way_out,
    )
    return replace(
        mine,
        said=said,
        changed_at=max(mine.changed_at, other.changed_at),
        confirmation=None,
        replaces=max(mine.replaces, other.replaces),
    )


def _words(mine: AuthoredText, other: AuthoredText) -> AuthoredText:
    """Return both texts, the other one on a new line, without what both begin with."""
    same = _same_beginning(mine, other)
    if same == len(mine):
        return other
    if same < len(other):
        same = max(other.text.rfind(" ", 0, same), other.text.rfind("\n", 0, same)) + 1
    rest = other.part(same, len(other))
    if not rest.text:
        return mine
    return mine + AuthoredText.by(rest.runs[0].attribution, "\n") + rest


def _same_beginning(one: AuthoredText, other: AuthoredText) -> int:
    """Return how many code points both begin with, under the same attributions."""
    least, most = 0, min(len(one), len(other))
    while least < most:
        middle = (least + most + 1) // 2
        if one.part(0, middle) == other.part(0, middle):
            least = middle
        else:
            most = middle - 1
    return least
