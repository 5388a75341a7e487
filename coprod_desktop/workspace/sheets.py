"""Sheets that were filled in by hand: whose they are, and what they ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod_desktop.model.documents import DocumentId
from coprod_desktop.model.problem import Problem

if TYPE_CHECKING:
    from coprod_desktop.store.projections import DocumentLine
    from coprod_desktop.workspace.desk import Desk
    from coprod_desktop.workspace.photographs import Photographs

_WARD = DocumentId("")


class Sheets:
    """Holds a sheet against the open form, before a word of it is typed in."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def questions(self, typed: str) -> tuple[str, ...]:
        """Return the ids of the questions on the sheet that has this code.

        Raises:
            Problem: A sign is wrong or missing, or the sheet is another person's, of
                another form, or of no form of this ward. It is not said whose it is.
        """
        # Loaded by whoever types in a sheet.
        from coprod_desktop.pdf.sheet_code import read_sheet_code  # noqa: PLC0415

        code = read_sheet_code(typed)
        if code is None:
            raise Problem("sheet.slip")
        scene = self._desk.scene
        lines = {self._tag(one): one for one in scene.store.documents.find()}
        line = lines.get(code.tag)
        if line is None:
            raise Problem("sheet.unknown")
        if line.patient != scene.patient.id:
            raise Problem("sheet.other_person")
        if line.id != scene.document:
            raise Problem("sheet.other_form")
        asked = [one.id for one in scene.form.template.questions()]
        found = asked[code.first - 1 : code.first - 1 + code.prompts]
        if not found:
            raise Problem("sheet.slip")
        return tuple(found)

    def code(self, first: int, prompts: int) -> str:
        """Return the code on a printed sheet of this form.

        ``first`` is its first question, counted from 1, ``prompts`` how many it has.
        """
        from coprod_desktop.pdf.sheet_code import (  # noqa: PLC0415 - as above
            SheetCode,
            sheet_tag,
        )

        scene = self._desk.scene
        form = scene.form.template
        tag = sheet_tag(self._ward, scene.document, form.id, form.version)
        return str(SheetCode(tag, first, prompts))

    @property
    def are_photographed(self) -> bool:
        """Whether a photograph of one of its sheets is kept."""
        scene = self._desk.scene
        return bool(scene.store.photographs.of(scene.document))

    @property
    def photographs(self) -> Photographs:
        """What is kept of its sheets, and keeping more."""
        # Loaded by whoever brings a photograph, or looks at one.
        from coprod_desktop.workspace.photographs import Photographs  # noqa: PLC0415

        return Photographs(self._desk, self.questions)

    def _tag(self, line: DocumentLine) -> int:
        from coprod_desktop.pdf.sheet_code import sheet_tag  # noqa: PLC0415 - as above

        return sheet_tag(self._ward, line.id, line.template, line.version)

    @property
    def _ward(self) -> str:
        entries = self._desk.scene.store.record.entries(_WARD)
        return next(iter(entries)).unsigned.ward
