"""Which photographs of sheets are told beside a form's words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from coprod_desktop.model.acts import PhotographKept
from coprod_desktop.model.documents import Document
from coprod_desktop.model.entries import Entry, Kind
from coprod_desktop.model.forms import FormTemplate
from coprod_desktop.model.record import body_of
from coprod_desktop.model.wire import instant_from_json

if TYPE_CHECKING:
    from coprod_desktop.model.sheet_photographs import SheetPhotograph


def photographs_told(
    document: Document, template: FormTemplate, own: Sequence[Entry]
) -> tuple[SheetPhotograph, ...]:
    """Return the photographs whose handwriting stands on a paper as copied words.

    ``own`` are the entries of the document.
    """
    kept = [one for one in own if one.kind is Kind.PHOTOGRAPH_KEPT]
    if not kept:
        return ()
    from coprod_desktop.model.sheet_photographs import told_of  # noqa: PLC0415 - seldom

    return told_of(document, _read(kept, template))


def _read(kept: Sequence[Entry], template: FormTemplate) -> Iterator[SheetPhotograph]:
    from coprod_desktop.model.sheet_photographs import (  # noqa: PLC0415 - seldom
        SheetPhotograph,
    )
    from coprod_desktop.pdf.sheet_code import read_sheet_code  # noqa: PLC0415 - seldom

    asked = [one.id for one in template.questions()]
    for entry in kept:
        told, unsigned = body_of(entry), entry.unsigned
        code = read_sheet_code(told.sheet) if isinstance(told, PhotographKept) else None
        if isinstance(told, PhotographKept) and code is not None:
            yield SheetPhotograph(
                entry.number,
                unsigned.by,
                instant_from_json(unsigned.at),
                told.sheet,
                told.sha256,
                tuple(asked[code.first - 1 : code.first - 1 + code.prompts]),
            )
