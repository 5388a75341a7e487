"""Two people write one text at the same time: how quick is it to keep whose is whose?

The trace is ``friendsforever`` of the public repository josephg/editing-traces,
CC BY 4.0, by Joseph Gentle and others: two people writing one text, 26,078 edits. It
is read from ``COPROD_TRACES`` or a folder beside the checkout and is not part of the
project. Every code point's author is checked against the trace's own list.

The other two are CRDTs and do more: they can merge what was written apart. We compare
what we use them for here: to apply an edit and still know whose words are whose.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from coprod_desktop.model.authored_text import (
    EMPTY,
    Attribution,
    AuthoredText,
    Mode,
)
from coprod_desktop.model.people import PersonId
from tests.benchmarks.rows import Row

TRACE = "friendsforever_agents_flat.json"
ROUNDS = 5
LISTED = 20_000

Op = tuple[int, int, int, str]

PENS = tuple(
    Attribution(PersonId(sign * 32), PersonId(sign * 32), Mode.TYPED) for sign in "ab"
)


def traces() -> Path:
    """Where the traces lie, if they are there."""
    beside = Path(__file__).parents[3] / "shared" / "traces"
    return Path(os.environ.get("COPROD_TRACES", beside))


def measure() -> list[Row]:
    """Replay the trace in turn with ours and theirs; the best of some rounds counts."""
    place = traces() / TRACE
    if not place.is_file():
        print(f"NOT MEASURED: {TRACE} is not in {traces()}")
        return []
    told = json.loads(place.read_text(encoding="utf-8"))
    ops: list[Op] = [(one[0], one[1], one[2], one[3]) for one in told["ops"]]
    text = replayed(ops)
    check(text, told["endContent"], told["authors"])
    ours, pycrdt, loro = _best(ops)
    return [
        Row("Authored text, time against pycrdt", ours / pycrdt, 0.25, "ratio"),
        Row("Authored text, time against loro", ours / loro, 1.0, "ratio"),
        Row(
            f"List of runs of {LISTED} characters",
            _listing_ms(text.part(0, LISTED)),
            0.1,
            "ms",
            f"{len(text.runs)} runs in the whole",
        ),
    ]


def replayed(ops: list[Op]) -> AuthoredText:
    """Apply every edit of the trace, with one pen an author."""
    text, by = EMPTY, AuthoredText.by
    for agent, at, gone, new in ops:
        text = text.replaced(at, gone, by(PENS[agent], new))
    return text


def check(text: AuthoredText, words: str, authors: list[int]) -> None:
    """Refuse a text in which any code point has another author than in the trace."""
    assert text.text == words
    found = [
        PENS.index(attribution)
        for piece, attribution in text.pieces()
        for _ in range(len(piece))
    ]
    assert found == authors
    assert AuthoredText(text.text, text.runs) == text


def with_pycrdt(ops: list[Op]) -> object:
    """The same with pycrdt: an attribute on each insertion names the author."""
    from pycrdt import Doc, Text

    document: Doc[Text] = Doc()
    text = document.get("text", type=Text)
    for agent, at, gone, new in ops:
        if gone:
            del text[at : at + gone]
        if new:
            text.insert(at, new, {"author": str(agent)})
    return document


def with_loro(ops: list[Op]) -> object:
    """The same with loro: a peer for each author, brought together at each change."""
    from loro import ExportMode, LoroDoc

    documents = [LoroDoc(), LoroDoc()]
    for peer, document in enumerate(documents, start=1):
        document.peer_id = peer
    texts = [document.get_text("text") for document in documents]
    last = 0
    for agent, at, gone, new in ops:
        if agent != last:
            documents[last].commit()
            updates = ExportMode.Updates(documents[agent].oplog_vv)
            documents[agent].import_(documents[last].export(updates))
            last = agent
        if gone:
            texts[agent].delete(at, gone)
        if new:
            texts[agent].insert(at, new)
    documents[last].commit()
    return documents


def _best(ops: list[Op]) -> tuple[float, float, float]:
    ways: tuple[Callable[[list[Op]], object], ...] = (replayed, with_pycrdt, with_loro)
    times: tuple[list[float], ...] = ([], [], [])
    for _ in range(ROUNDS):
        for way, found in zip(ways, times, strict=True):
            found.append(_time_s(way, ops))
    return min(times[0]), min(times[1]), min(times[2])


def _time_s(way: Callable[[list[Op]], object], ops: list[Op]) -> float:
    start = perf_counter()
    way(ops)
    return perf_counter() - start


def _listing_ms(text: AuthoredText) -> float:
    rounds = 200
    best = float("inf")
    for _ in range(ROUNDS):
        start = perf_counter()
        for _ in range(rounds):
            text.pieces()
        best = min(best, (perf_counter() - start) / rounds * 1000)
    return best
