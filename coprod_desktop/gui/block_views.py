"""The blocks of a paper as widgets: the check screen shows what will print."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets import heading as headings
from coprod_desktop.gui.widgets import notice as notices
from coprod_desktop.gui.widgets.mark_line import MarkView
from coprod_desktop.gui.widgets.plain import text_label
from coprod_desktop.gui.widgets.statement_card import (
    CardView,
    PieceView,
    StanceView,
    StatementCard,
)
from coprod_desktop.gui.widgets.wrap_layout import WrapLayout
from coprod_desktop.workspace import paper_blocks as blocks


def block_view(stage: Stage, block: blocks.Block) -> QWidget | None:
    """Return a block of a paper as a widget; None for what only paper has."""
    match block:
        case blocks.Title():
            return _lines(block.lines, "quiet")
        case blocks.Key():
            return _key(stage, block)
        case blocks.Notice(text):
            return notices.Notice(stage, text)
        case blocks.Heading():
            return headings.Heading(block.text, 2)
        case blocks.Statement():
            return StatementCard(stage, statement_view(block))
        case blocks.Note(text):
            return text_label(text)
        case blocks.Bullets(lines):
            return _lines(lines, "body")
        case blocks.Table():
            return _table(block)
        case blocks.SignLine():
            return text_label(f"{block.name} ________  {block.day} ________", "quiet")
    return None


def statement_view(block: blocks.Statement) -> CardView:
    """Return what a card says for a statement of a paper."""
    return CardView(
        block.voice.kind,
        block.voice.initial,
        block.voice.label,
        manner=" ".join((*block.manner, *block.signed)),
        pieces=_pieces(block.parts),
        stances=tuple(_stance(one) for one in block.stances),
        marks=tuple(MarkView(one, "warning-signs") for one in block.marks),
    )


def _pieces(parts: tuple[blocks.Part, ...]) -> tuple[PieceView, ...]:
    return tuple(piece for part in parts for piece in _pieces_of(part))


def _pieces_of(part: blocks.Part) -> Iterator[PieceView]:
    match part:
        case blocks.Words(pieces):
            yield PieceView(_joined(pieces))
        case blocks.Choices():
            for box in part.boxes:
                if box.is_chosen:
                    yield PieceView(box.words, box.picture or None)
        case blocks.Lines(lines):
            for number, line in enumerate(lines, start=1):
                said = _joined(line.pieces)
                yield PieceView(said, number=f"{number}.", mark=line.mark)
        case blocks.Remark(text):
            yield PieceView(text)


def _joined(pieces: tuple[blocks.Piece, ...]) -> str:
    """Join words that came in different ways, each with how it came, as on paper."""
    return "".join(
        f"{piece.words} {piece.note}" if piece.note else piece.words for piece in pieces
    )


def _stance(stance: blocks.Stance) -> StanceView:
    told = " ".join((stance.voice.label, *stance.manner))
    return StanceView(told, tuple(piece.words for piece in _pieces(stance.parts)))


def _lines(lines: tuple[str, ...], role: str) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    for line in lines:
        column.addWidget(text_label(line, role))
    return holder


def _key(stage: Stage, block: blocks.Key) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(text_label(block.text, "quiet"))
    row = QWidget()
    wrap = WrapLayout(row)
    for voice in block.voices:
        view = CardView(voice.kind, voice.initial, voice.label)
        wrap.addWidget(StatementCard(stage, view))
    column.addWidget(row)
    return holder


def _table(block: blocks.Table) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(text_label(block.summary, "quiet"))
    for first, *rest in block.rows:
        column.addWidget(text_label(first, "strong"))
        for title, cell in zip(block.headings[1:], rest, strict=True):
            if cell:
                column.addWidget(text_label(f"{title}: {cell}"))
    return holder
