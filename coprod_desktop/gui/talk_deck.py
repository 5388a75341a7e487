"""The talk cards of a part of the open form, in order."""

from __future__ import annotations

from coprod_desktop.gui.opened import Opened
from coprod_desktop.workspace.talking import TalkCard


def deck(opened: Opened, part: str) -> tuple[TalkCard, ...]:
    """Return the cards of the questions that were picked; no part means all.

    Raises:
        Problem: The phrases that lie beside the form are broken.
    """
    document = opened.document
    return tuple(
        card
        for one in document.parts()
        if part in ("", one.section.id)
        for row in one.rows
        for card in document.talking.cards(row.question)
    )


def next_question(cards: tuple[TalkCard, ...], number: int) -> int:
    """Return the number of the first card of the question that comes next.

    Past the last question it is how many cards there are.
    """
    here = cards[number].question
    for at in range(number, len(cards)):
        if cards[at].question != here:
            return at
    return len(cards)
