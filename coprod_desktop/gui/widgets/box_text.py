"""What QPlainTextEdit can hold, and reading it without loss.

``toPlainText`` turns a no-break space into a space and a line separator into a line
end. The raw text keeps both. Three code points cannot stand in a box at all: U+2029,
U+FDD0 and U+FDD1 become line ends there, one for one, so that positions stay true.
"""

from __future__ import annotations

from PySide6.QtGui import QTextDocument

_BLOCK = "\u2029"
_AS_SHOWN = {0x2029: "\n", 0xFDD0: "\n", 0xFDD1: "\n"}


def text_in(document: QTextDocument) -> str:
    """Return what stands in a box, paragraphs ending in line feeds."""
    return document.toRawText().replace(_BLOCK, "\n")


def is_whole(document: QTextDocument, text: str) -> bool:
    """Whether ``text`` is all that stands in a box.

    It is not when half a sign stands there: reading leaves a lone surrogate out.
    """
    return len(text.encode("utf-16-le")) // 2 == document.characterCount() - 1


def as_shown(text: str) -> str:
    """Return text as a box shows it: as long as before, code point for code point."""
    return text.translate(_AS_SHOWN)
