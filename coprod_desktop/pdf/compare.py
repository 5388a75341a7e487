"""Is this paper the store's? Every word, label, picture and line is compared.

The paper that the store would print is drawn again and both are read in the same way:
what the one says and shows, the other must say and show. That is possible because the
same words always give the same pages (decision 007).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import zip_longest

from coprod_desktop.pdf.blocks import Paper
from coprod_desktop.pdf.layouts import creator_of
from coprod_desktop.pdf.reading import Passage, ReadPaper, read_paper
from coprod_desktop.pdf.render import render


class Kind(StrEnum):
    """In which way a paper is not the store's."""

    WORDS = "words"
    """Words on a page, a label or a sentence of ours."""
    ADDED = "added"
    """Text or things that stand outside the paper's structure."""
    EMBEDDED = "embedded"
    """The words that travel inside the file."""
    LOOKS = "looks"
    """Lines, pictures, fonts or places, while the words are the same."""
    SIGNATURE = "signature"
    """A signature that does not fit the file, or is of no certificate of the ward."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not as it should be."""

    kind: Kind
    page: int
    """On which page, counted from one; 0 where it is on none."""
    expected: str
    found: str
    author: str = ""
    """Whose words stand in that block, by the store."""
    question: str = ""
    """The heading under which it stands, by the store; empty where it is under none."""


def differences(
    read: ReadPaper,
    expected: Paper,
    expected_json: str,
    expected_bundle: str | None = None,
) -> tuple[Difference, ...]:
    """Return how a paper that was read differs from what the store would print.

    ``expected`` is composed with the moment of printing that the paper tells, and from
    the record as it was then; ``expected_json`` is the words of that same moment,
    and so is ``expected_bundle``; None for a layout that carries none.
    """
    own = read_paper(render(expected))
    found = [
        *_embedded(read.words_json, expected_json),
        *_embedded(read.bundle_json, expected_bundle),
        *_words(read.passages, own.passages),
        *_added(read, own),
    ]
    touched = {one.page for one in found}
    found.extend(one for one in _looks(read, own) if one.page not in touched)
    return tuple(found)


def _embedded(found: str | None, expected: str | None) -> Iterator[Difference]:
    if found != expected:
        yield Difference(Kind.EMBEDDED, 0, expected or "", found or "")


def _words(
    found: tuple[Passage, ...], expected: tuple[Passage, ...]
) -> Iterator[Difference]:
    matcher = SequenceMatcher(None, expected, found, autojunk=False)
    for tag, first, last, start, stop in matcher.get_opcodes():
        if tag == "equal":
            continue
        pairs = zip_longest(expected[first:last], found[start:stop])
        for ours, theirs in pairs:
            known = ours or theirs
            yield Difference(
                Kind.WORDS,
                known.page if known else 0,
                _told(ours, theirs),
                _told(theirs, ours),
                known.author if known else "",
                _question_at(expected, first),
            )


def _question_at(expected: tuple[Passage, ...], at: int) -> str:
    """Return the heading of the question that something stands under."""
    for passage in reversed(expected[: at + 1]):
        if passage.role in ("H1", "H2"):
            return ""
        if passage.role == "H3":
            return passage.text
    return ""


def _told(passage: Passage | None, other: Passage | None) -> str:
    """Return what a passage says; more of it where the words alone do not differ."""
    if passage is None:
        return ""
    if other is None or passage.text != other.text:
        return passage.text
    if passage.shown != other.shown:
        return passage.shown
    told = (passage.role, passage.title, passage.author, passage.text)
    return " | ".join(part for part in told if part)


def _added(read: ReadPaper, own: ReadPaper) -> Iterator[Difference]:
    pages = zip_longest(own.loose, read.loose, fillvalue="")
    for page, (expected, found) in enumerate(pages, start=1):
        if expected != found:
            yield Difference(Kind.ADDED, page, expected, found)
    if read.layout != own.layout:
        # It says that it was made in a way in which it cannot have been made.
        says = creator_of(own.layout), creator_of(read.layout)
        yield Difference(Kind.ADDED, 0, *says)
    if read.told != own.told:
        yield Difference(Kind.ADDED, 0, " | ".join(own.told), " | ".join(read.told))
    if read.others != own.others:
        others = " | ".join(read.others)
        yield Difference(Kind.ADDED, 0, " | ".join(own.others), others)


def _looks(read: ReadPaper, own: ReadPaper) -> Iterator[Difference]:
    pages = zip_longest(own.looks, read.looks, fillvalue="")
    for page, (expected, found) in enumerate(pages, start=1):
        if expected != found:
            yield Difference(Kind.LOOKS, page, expected, found)
