"""A document with all that paper and JSON are made from, read from the store."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from coprod_desktop.content.forms import Form, FormShelf
from coprod_desktop.exchange.plain_json import Origin, document_text
from coprod_desktop.i18n.catalogue import read_catalogue
from coprod_desktop.model.documents import Document, DocumentId, Draft
from coprod_desktop.model.entries import Entry, Kind
from coprod_desktop.model.people import People
from coprod_desktop.model.problem import Problem
from coprod_desktop.model.record import bears_on_words, fold_ward
from coprod_desktop.workspace.settings import settings_of

if TYPE_CHECKING:
    from coprod_desktop.pdf.blocks import Paper
    from coprod_desktop.store.vault import Store

_WARD = DocumentId("")


@dataclass(frozen=True, slots=True)
class Printable:
    """One document as it was shared, and what its paper says beside the words."""

    document: Document
    form: Form
    people: People
    origin: Origin
    words_json: str
    """Canonical; inside the PDF, and what ``dump --json`` prints."""

    @property
    def check_code(self) -> str:
        """The code of these words, such as ``7F3K-9QWD``."""
        from coprod_desktop.pdf.check_code import check_code  # noqa: PLC0415 - slow

        return check_code(self.words_json)

    def paper(self, printed_at: datetime, drafts: tuple[Draft, ...] = ()) -> Paper:
        """Return the paper; with drafts as the check screen shows it.

        Dates are those of the zone in which ``printed_at`` is told.
        """
        from coprod_desktop.pdf.compose import compose  # noqa: PLC0415 - slow
        from coprod_desktop.pdf.source import PaperFacts  # noqa: PLC0415

        if printed_at.tzinfo is None:
            raise ValueError("want a time with a zone")
        facts = PaperFacts(
            self.origin.ward_name,
            printed_at,
            self.check_code,
            self.origin.newest.number,
            printed_at.tzinfo,
        )
        catalogue = read_catalogue(self.form.words.language)
        return compose(
            self.document,
            self.form.template,
            self.form.words,
            self.people,
            catalogue,
            facts,
            drafts,
        )


def read_printable(
    store: Store,
    document: DocumentId,
    shelf: FormShelf,
    language: str,
    upto: int | None = None,
) -> Printable:
    """Return a document as it stood at entry ``upto``, or now.

    It depends on the document's own entries and the ward's settings alone, so it stays
    the same while other documents grow.

    Raises:
        Problem: It was never started, the store is damaged, or the form's files are
            gone.
    """
    found = store.documents.get(document, upto)
    if found is None:
        raise Problem("workspace.no_such_document")
    ward_entries = store.record.entries(_WARD, upto)
    ward = fold_ward(ward_entries)
    origin = _origin(store.record.entries(document, upto), ward_entries, ward.name)
    form = shelf.form(found.template, found.template_version, language)
    words = form.words.filled(settings_of(ward.settings, language))
    form = replace(form, words=words)
    text = document_text(found, form.template, words, ward.people, origin)
    return Printable(found, form, ward.people, origin, text)


def _origin(
    own: tuple[Entry, ...], ward_entries: tuple[Entry, ...], name: str
) -> Origin:
    bearing = [one for one in ward_entries if one.kind is Kind.SETTING_CHANGED]
    bearing += [one for one in own if bears_on_words(one)]
    newest = max(bearing, key=lambda one: one.number)
    return Origin(newest.unsigned.ward, name, newest)
