"""The blocks of a paper, for whoever shows them: the window may not ask pdf itself."""

from __future__ import annotations

from coprod_desktop.pdf.blocks import (
    Block,
    Bullets,
    Choices,
    Heading,
    Key,
    Lines,
    NewPage,
    Note,
    Notice,
    Paper,
    Part,
    Piece,
    Remark,
    SignLine,
    Stance,
    Statement,
    Table,
    Title,
    Voice,
    Words,
)

__all__ = [
    "Block",
    "Bullets",
    "Choices",
    "Heading",
    "Key",
    "Lines",
    "NewPage",
    "Note",
    "Notice",
    "Paper",
    "Part",
    "Piece",
    "Remark",
    "SignLine",
    "Stance",
    "Statement",
    "Table",
    "Title",
    "Voice",
    "Words",
]
