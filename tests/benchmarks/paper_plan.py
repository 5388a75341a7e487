"""The plan that papers are measured with: three voices, a picture at each question."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import cycle, islice
from typing import NamedTuple

from coprod_desktop.model.people import VoiceKind
from coprod_desktop.pdf import blocks

PICTURES = (
    *("week", "star", "medicine", "leave", "rights", "safe", "room", "talk", "order"),
    *("people", "question", "hope", "sleep", "food", "family", "music", "money"),
    *("work", "dog", "calendar"),
)

_WORDS = (
    "I want to talk about going home at weekends because I miss my dog and my own bed",
    "The new tablets make me sleepy in the day and I would like to hear of others",
    "We can ask the pharmacist to come and explain each choice before the next meeting",
    "It helps me when night staff knock first and say their name and wait a moment",
    "He was so well at home in the summer when he could walk by the sea each morning",
)


class Line(NamedTuple):
    """One thing on the paper: a title, heading, label, manner or words."""

    kind: str
    text: str
    picture: str = ""


def plan(times: int = 1, turn: int = 0) -> blocks.Paper:
    """Return ten pages, so many ``times``, with twenty pictures on each ten.

    Every ``turn`` has words that no earlier one had: a paper is made once, and nobody
    should gain by having made it before.
    """
    found: list[blocks.Block] = [blocks.Title("My plan", ("Sam. Juniper ward.",))]
    sentences = cycle(_WORDS)
    for number in range(1, times * len(PICTURES) + 1):
        picture = PICTURES[(number - 1) % len(PICTURES)]
        figure = blocks.Figure(picture, "A picture")
        heading = f"{number}. What do I want to say about this?"
        found.append(blocks.Heading(heading, 2, figure, picture))
        for voice in _voices(number):
            told = ". ".join(islice(sentences, 3))
            words = blocks.Words((blocks.Piece(f"{number + 1000 * turn}: {told}."),))
            manner = (f"{voice.initial} wrote this.",)
            found.append(blocks.Statement(voice, manner, (words,), question=picture))
    footer = blocks.Footer("Page {page} of {pages}", ("Check code 7F3K-9QWD",))
    noon = datetime(2026, 11, 26, 12, tzinfo=UTC)
    return blocks.Paper(tuple(found), "My plan", "en", "Ward", noon, footer)


def _voices(number: int) -> Iterator[blocks.Voice]:
    yield blocks.Voice(VoiceKind.PATIENT, "S", "Sam's words", "Sam (patient)")
    if number % 10 == 0:
        return
    if number % 2:
        yield blocks.Voice(VoiceKind.STAFF, "P", "Priya's words", "Priya (nurse)")
    else:
        yield blocks.Voice(VoiceKind.PARTNER, "J", "Jo's words", "Jo (mum)")


def lines(paper: blocks.Paper) -> Iterator[Line]:
    """Yield what stands on a plan, from its top, for those who know no blocks."""
    for block in paper.blocks:
        if isinstance(block, blocks.Title):
            yield Line("title", block.text)
            yield from (Line("line", one) for one in block.lines)
        elif isinstance(block, blocks.Heading) and block.figure:
            yield Line("heading", block.text, block.figure.picture)
        elif isinstance(block, blocks.Statement):
            yield Line("label", block.voice.label)
            yield from (Line("manner", one) for one in block.manner)
            for part in block.parts:
                if isinstance(part, blocks.Words):
                    yield Line("words", part.pieces[0].words)
