"""How large everything on a paper is, in points: one set of sizes a kind of paper.

Clear print is 14 pt (UKAAF G003), easy-read 16 pt, large print 18 pt with page numbers
and labels as large (DOMAIN 3.1). Nobody's words are smaller than another's on any.
"""

from __future__ import annotations

from dataclasses import dataclass

from coprod_desktop.pdf.choice import PaperKind


@dataclass(frozen=True, slots=True)
class Sizes:
    """The sizes of one kind of paper."""

    body: float = 14.0
    """People's words, and every sentence that is not small."""
    small: float = 12.0
    """How words came, tables, the foot of a page."""
    title: float = 26.0
    part: float = 20.0
    question: float = 17.0
    title_picture: float = 58.0
    picture: float = 44.0
    """At the leading side of a question."""
    option_picture: float = 30.0
    face: float = 40.0
    box: float = 14.0
    """To tick."""
    ring: float = 8.5
    """Around an initial: from its middle to its edge."""
    initial: float = 10.5
    inside: float = 26.0
    """How far words stand from the border at their leading side."""
    bullet: float = 16.0
    """How far a line stands from the edge behind its dot."""
    sentences_apart: bool = False
    """Whether each sentence of ours starts a line: one idea a line."""

    @property
    def has_tables(self) -> bool:
        """Whether words are small enough to stand in columns."""
        return self.body < 16


CLEAR = Sizes()
EASY_READ = Sizes(
    body=16.0,
    small=14.0,
    title=28.0,
    part=24.0,
    question=20.0,
    title_picture=102.0,
    picture=102.0,
    option_picture=48.0,
    face=52.0,
    box=18.0,
    ring=11.0,
    initial=14.0,
    inside=29.0,
    bullet=19.0,
    sentences_apart=True,
)
LARGE_PRINT = Sizes(
    body=18.0,
    small=18.0,
    title=32.0,
    part=26.0,
    question=22.0,
    title_picture=64.0,
    picture=52.0,
    option_picture=40.0,
    face=48.0,
    box=18.0,
    ring=13.5,
    initial=18.0,
    inside=32.0,
    bullet=22.0,
)
_SIZES = {
    PaperKind.CLEAR: CLEAR,
    PaperKind.EASY_READ: EASY_READ,
    PaperKind.LARGE_PRINT: LARGE_PRINT,
}


def sizes_of(kind: PaperKind) -> Sizes:
    """Return the sizes of a kind of paper."""
    return _SIZES[kind]
