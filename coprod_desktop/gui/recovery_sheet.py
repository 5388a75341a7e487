"""The page, or the file, that holds the recovery code."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter

from coprod_desktop.gui.look import FAMILIES, Look
from coprod_desktop.i18n.catalogue import Catalogue
from coprod_desktop.model.problem import Problem
from coprod_desktop.workspace.saving_files import save_aside

TITLE_PT = 22
CODE_PT = 22
TEXT_PT = 16
GROUPS_A_LINE = 3


@dataclass(frozen=True, slots=True)
class RecoverySheet:
    """What stands on it."""

    title: str
    sentences: tuple[str, ...]
    code: str = field(repr=False)

    @property
    def code_lines(self) -> tuple[str, ...]:
        """The code in lines of three groups, easy to copy."""
        groups = self.code.split("-")
        starts = range(0, len(groups), GROUPS_A_LINE)
        lines = ["-".join(groups[at : at + GROUPS_A_LINE]) for at in starts]
        return tuple(lines)


def recovery_sheet(words: Catalogue, ward: str, code: str) -> RecoverySheet:
    """Return the sheet for a ward in the words of a catalogue."""
    return RecoverySheet(
        words.text("set_up.code.sheet_title", ward=ward),
        (
            words.text("set_up.code.sheet_what"),
            words.text("set_up.code.sheet_how"),
        ),
        code,
    )


def save_sheet(sheet: RecoverySheet, place: Path) -> None:
    """Keep the sheet as a text file.

    Raises:
        Problem: The file could not be written; nothing half-written is left.
    """
    lines = [sheet.title, "", *sheet.code_lines, "", *sheet.sentences, ""]
    # The system's window has asked already whether an older file may go.
    save_aside(place, "\n".join(lines).encode(), replacing=True)


def print_sheet(sheet: RecoverySheet, device: QPagedPaintDevice, look: Look) -> None:
    """Draw the sheet onto a printer, A4 with wide margins.

    Raises:
        Problem: The printer did not take it.
    """
    device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    device.setPageMargins(QMarginsF(25, 25, 25, 25), QPageLayout.Unit.Millimeter)
    painter = QPainter()
    if not painter.begin(device):
        raise Problem("set_up.code.not_printed")
    top = _draw_lines(painter, look, 0.0, TITLE_PT, (sheet.title,))
    top = _draw_lines(painter, look, top, CODE_PT, sheet.code_lines)
    _draw_lines(painter, look, top, TEXT_PT, sheet.sentences)
    if not painter.end():
        raise Problem("set_up.code.not_printed")


def _draw_lines(
    painter: QPainter, look: Look, top: float, size_pt: int, lines: tuple[str, ...]
) -> float:
    """Draw lines below ``top`` and return where the next block begins."""
    font = look.font(1, bold=size_pt > TEXT_PT)
    font.setFamilies(list(FAMILIES))
    font.setPointSize(size_pt)
    painter.setFont(font)
    sheet = QRectF(painter.viewport())
    wrap = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeading
    space = painter.fontMetrics().height()
    for line in lines:
        place = QRectF(0.0, top, sheet.width(), sheet.height())
        drawn = painter.drawText(place, wrap, line)
        top = drawn.bottom() + space * 0.3
    return top + space
