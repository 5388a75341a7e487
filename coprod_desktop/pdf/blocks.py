"""What stands on a paper, as meaning and not as looks.

The check screen shows these blocks, ``render`` draws them. Every text in them is plain:
there is no mark-up, and only :mod:`coprod_desktop.pdf.drawable` turns text into signs
on paper.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from coprod_desktop.model.people import VoiceKind
from coprod_desktop.pdf.choice import USUAL, PaperChoice
from coprod_desktop.pdf.layouts import LAYOUT


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture by its meaning, and the words that stand in for it."""

    picture: str
    alt: str


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose words stand in a block: what the border and the label tell."""

    kind: VoiceKind
    initial: str
    label: str
    """``Sam's words``"""
    author: str
    """Name and role, for whoever reads the tags."""


@dataclass(frozen=True, slots=True)
class Title:
    """The paper's name, and in lines below it whose it is, when and where."""

    text: str
    lines: tuple[str, ...]
    figure: Figure | None = None


@dataclass(frozen=True, slots=True)
class Key:
    """What the borders mean."""

    text: str
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that nobody should miss."""

    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a part (level 2) or of a question (level 3)."""

    text: str
    level: int
    figure: Figure | None = None
    question: str = ""
    """The question's id; empty for the heading of a part."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that came onto the screen in one way."""

    words: str
    note: str = ""
    """How they came there, where the words beside them came differently."""


@dataclass(frozen=True, slots=True)
class Words:
    """What a voice says, as written. Line ends are kept."""

    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """One thing to choose, with its drawn box."""

    words: str
    """The option's words; for a chosen one they say that it was chosen."""
    picture: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Choices:
    """What could be chosen and what was."""

    boxes: tuple[Box, ...]
    is_scale: bool = False
    """Whether the boxes are steps from one end to the other, as faces are."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a list, with the mark that was put on it."""

    pieces: tuple[Piece, ...]
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Lines:
    """A list in the person's own order."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence of ours inside a statement, such as an honest way out."""

    text: str


Part = Words | Choices | Lines | Remark


@dataclass(frozen=True, slots=True)
class Stance:
    """What somebody thinks of a statement; it stands under it, as large."""

    voice: Voice
    manner: tuple[str, ...]
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """One voice's words, with who wrote them down and how."""

    voice: Voice
    manner: tuple[str, ...]
    """Sentences: who wrote it down, how, and whether it was read back."""
    parts: tuple[Part, ...]
    stances: tuple[Stance, ...] = ()
    more: str = ""
    """What stands above the rest where it goes on over the page."""
    asked: str = ""
    """The question again, for when the statement starts a later page than it."""
    question: str = ""
    statement: str = ""
    """Ids, for whoever shows the blocks; they are not printed."""
    is_shared: bool = True
    marks: tuple[str, ...] = ()
    """What the voice says of how these words came to be; nobody should miss it."""
    signed: tuple[str, ...] = ()
    """Sentences: whose key is under them."""


@dataclass(frozen=True, slots=True)
class Note:
    """Plain words of ours."""

    text: str
    is_tied: bool = False
    """Whether it stays on the page of what follows."""


@dataclass(frozen=True, slots=True)
class Bullets:
    """Short lines of ours."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headings; the first cell of a row names the row."""

    summary: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[float, ...]
    """How much of the width each column takes; together 1."""


@dataclass(frozen=True, slots=True)
class SignLine:
    """A line to sign on, and a short one for the date."""

    name: str
    day: str


@dataclass(frozen=True, slots=True)
class Blank:
    """Room for an answer that is written by hand."""

    voice: Voice
    number: int
    """Of the question, as the form counts them from one."""
    choices: Choices
    """What can be ticked; no boxes where the answer is words alone."""
    marks: tuple[str, ...]
    """What can be written beside each entry of a list."""
    marks_label: str
    write_label: str
    lines: int
    """So many ruled lines."""
    ways_out: tuple[str, ...]
    who: tuple[str, str, str]
    """Who wrote this: the question, "I did", and "somebody for me"."""
    asked: str
    """The question again, for where the room goes on over the page."""
    is_numbered: bool = False
    """Whether each line is an entry of a list."""


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows starts on a page of its own."""


Block = (
    Title
    | Key
    | Notice
    | Heading
    | Statement
    | Note
    | Bullets
    | Table
    | SignLine
    | Blank
    | NewPage
)


@dataclass(frozen=True, slots=True)
class Footer:
    """What stands at the foot of every page."""

    page: str
    """``Page {page} of {pages}``, with its two places still open."""
    lines: tuple[str, ...]
    sheet_tag: int | None = None
    """On a blank form, whose sheets these are: then a line has a place for the code."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole paper, ready to be shown or drawn."""

    blocks: tuple[Block, ...]
    title: str
    language: str
    author: str
    printed_at: datetime
    footer: Footer
    layout: int = LAYOUT
    """In which way it is drawn."""
    choice: PaperChoice = USUAL
