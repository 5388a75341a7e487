"""Paper: ten tagged pages with twenty pictures, against stock ReportLab paragraphs.

The stock pages hold the same words and pictures, in the same fonts and sizes, and no
tags. Both have read pictures and fonts before; what is measured is making the file.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from copy import copy
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from itertools import cycle, islice
from xml.sax.saxutils import escape

from reportlab import rl_config
from reportlab.graphics.shapes import Drawing
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer

from coprod_desktop.model.people import VoiceKind
from coprod_desktop.pdf import blocks
from coprod_desktop.pdf.faces import face
from coprod_desktop.pdf.pictures import picture_drawing
from coprod_desktop.pdf.render import render
from tests.benchmarks.rows import Row

MOST = 0.8
"""At most so much of the stock pages' time."""

ROUNDS = 9

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


def measure() -> list[Row]:
    """Measure the file of ten pages."""
    name = "Paper: ten tagged pages, to stock untagged ones"
    note = f"{len(PICTURES)} pictures; the best of {ROUNDS} rounds each"
    return [Row(name, ratio(), MOST, "ratio", note)]


def paper() -> blocks.Paper:
    """Ten pages in which three voices answer twenty questions."""
    found: list[blocks.Block] = [blocks.Title("My ward round", ("Sam. Juniper ward.",))]
    sentences = cycle(_WORDS)
    for number, picture in enumerate(PICTURES, start=1):
        figure = blocks.Figure(picture, "A picture")
        heading = f"{number}. What do I want to say about this?"
        found.append(blocks.Heading(heading, 2, figure, picture))
        for voice in _voices(number):
            text = f"{number}: " + ". ".join(islice(sentences, 3)) + "."
            words = blocks.Words((blocks.Piece(text),))
            told = (f"{voice.initial} wrote this.",)
            found.append(blocks.Statement(voice, told, (words,), question=picture))
    footer = blocks.Footer("Page {page} of {pages}", ("Check code 7F3K-9QWD",))
    noon = datetime(2026, 11, 26, 12, tzinfo=UTC)
    return blocks.Paper(tuple(found), "My ward round", "en", "Ward", noon, footer)


def _voices(number: int) -> Iterator[blocks.Voice]:
    yield blocks.Voice(VoiceKind.PATIENT, "S", "Sam's words", "Sam (patient)")
    if number % 2:
        yield blocks.Voice(VoiceKind.STAFF, "P", "Priya's words", "Priya (nurse)")
    else:
        yield blocks.Voice(VoiceKind.PARTNER, "J", "Jo's words", "Jo (mum)")


def stock(found: blocks.Paper) -> bytes:
    """The same words and pictures as ReportLab sets them by itself, untagged."""
    rl_config.useA85 = 1  # as ReportLab comes
    body = _style("body", 14, 21)
    bold, small = _style("bold", 14, 21), _style("body", 12, 15.6)
    story = []
    for block in found.blocks:
        if isinstance(block, blocks.Title):
            story.append(Paragraph(escape(block.text), _style("bold", 26, 34)))
            story += [Paragraph(escape(line), body) for line in block.lines]
        elif isinstance(block, blocks.Heading) and block.figure:
            # A flowable remembers where it was put.
            drawing = copy(_drawing(block.figure.picture))
            story += [drawing, Paragraph(escape(block.text), bold)]
        elif isinstance(block, blocks.Statement):
            story.append(Paragraph(escape(block.voice.label), bold))
            story += [Paragraph(escape(one), small) for one in block.manner]
            for part in block.parts:
                if isinstance(part, blocks.Words):
                    words = escape(part.pieces[0].words)
                    story += [Paragraph(words, body), Spacer(1, 10)]
    target = BytesIO()
    SimpleDocTemplate(target, pagesize=A4).build(story)
    return target.getvalue()


@cache
def _drawing(picture: str) -> Drawing:
    return picture_drawing(picture)


def _style(weight: str, size: float, leading: float) -> ParagraphStyle:
    name = face(weight).font.fontName
    return ParagraphStyle(weight, fontName=name, fontSize=size, leading=leading)


def ratio(rounds: int = ROUNDS) -> float:
    """Return our time as a part of the stock pages' time: the best of some rounds.

    The two take turns, so that a busy moment of the machine falls on both.
    """
    found = paper()
    render(found), stock(found)
    ours, theirs = [], []
    for _ in range(rounds):
        ours.append(_seconds(lambda: render(found)))
        theirs.append(_seconds(lambda: stock(found)))
    return min(ours) / min(theirs)


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
