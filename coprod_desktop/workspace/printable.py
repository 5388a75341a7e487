"""A document with all that paper and JSON are made from, read from the store."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from coprod_desktop.content.forms import Form, FormShelf
from coprod_desktop.exchange.plain_json import (
    FIRST_SCHEMA,
    PHOTOGRAPH_SCHEMA,
    SCHEMA,
    Origin,
    document_text,
)
from coprod_desktop.i18n.catalogue import Catalogue, read_catalogue
from coprod_desktop.model.documents import Document, DocumentId, Draft
from coprod_desktop.model.entries import Entry, Kind
from coprod_desktop.model.flags import Flag, flags_of_meeting, fold_flags
from coprod_desktop.model.people import People
from coprod_desktop.model.problem import Problem
from coprod_desktop.model.record import bears_on_words, fold_ward
from coprod_desktop.pdf.choice import USUAL, PaperChoice
from coprod_desktop.pdf.layouts import FIRST_WITH_BUNDLE, FIRST_WITH_PHOTOGRAPHS, LAYOUT
from coprod_desktop.workspace.older_papers import could_be_first
from coprod_desktop.workspace.settings import settings_of
from coprod_desktop.workspace.told_photographs import photographs_told

if TYPE_CHECKING:
    from coprod_desktop.model.sheet_photographs import SheetPhotograph
    from coprod_desktop.pdf.blocks import Paper
    from coprod_desktop.pdf.source import Beside
    from coprod_desktop.store.vault import Store

_WARD = DocumentId("")
MEETINGS = frozenset({"cpa-meeting", "ward-round"})
"""The forms of meetings; on their papers stands what the meeting was told."""


@dataclass(frozen=True, slots=True)
class Printable:
    """One document as it was shared, and what its paper says beside the words."""

    document: Document
    form: Form
    people: People
    origin: Origin
    words_json: str
    """Canonical; inside the PDF, and what ``dump --json`` prints."""
    newest_words: int
    """The number of the newest entry that tells of words, and of no setting."""
    layout: int = LAYOUT
    choice: PaperChoice = USUAL
    beside: Form | None = None
    """The form in the second language of a paper that has two."""

    @property
    def check_code(self) -> str:
        """The code of these words, such as ``7F3K-9QWD``."""
        from coprod_desktop.pdf.check_code import check_code  # noqa: PLC0415 - slow

        return check_code(self.words_json)

    @property
    def catalogue(self) -> Catalogue:
        """The program's words in the form's language."""
        return _catalogue(self.form.words.language)

    @property
    def carries_bundle(self) -> bool:
        """Whether its paper carries the words for other systems too."""
        return self.layout >= FIRST_WITH_BUNDLE

    def bundle_json(self) -> str:
        """Return the words for other systems: canonical, as docs/fhir.md tells."""
        # Loaded for paper and for export; who writes does without.
        from coprod_desktop.exchange.fhir import bundle_text  # noqa: PLC0415
        from coprod_desktop.exchange.fhir_source import Source  # noqa: PLC0415

        return bundle_text(
            Source(
                self.document,
                self.form.template,
                self.form.words,
                self.people,
                self.origin,
                self.catalogue,
            )
        )

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
            self.layout,
            self.origin.flags,
            self.choice,
            self.sheet_tag,
            self._second(),
            self.origin.photographs,
        )
        return compose(
            self.document,
            self.form.template,
            self.form.words,
            self.people,
            self.catalogue,
            facts,
            drafts,
        )

    @property
    def sheet_tag(self) -> int:
        """What tells its sheets to fill in by hand from any other document's."""
        from coprod_desktop.pdf.sheet_code import sheet_tag  # noqa: PLC0415 - slow

        form = self.form.template
        ward = self.origin.ward_id
        return sheet_tag(ward, self.document.id, form.id, form.version)

    def _second(self) -> Beside | None:
        from coprod_desktop.pdf.source import Beside  # noqa: PLC0415 - slow

        form = self.beside
        if form is None:
            return None
        return Beside(form.words, _catalogue(form.words.language))


def read_printable(
    store: Store,
    document: DocumentId,
    shelf: FormShelf,
    language: str,
    upto: int | None = None,
    *,
    layout: int | None = None,
    choice: PaperChoice = USUAL,
) -> Printable:
    """Return a document as it stood at entry ``upto``, or now.

    It depends on the document's own entries, the patient's meetings and flags, and the
    ward's settings alone, so it stays the same while other documents grow. ``layout``
    is that of the paper, for one that was made before; where no such paper can have
    been made, today's is taken.

    Raises:
        Problem: It was never started, the store is damaged, or the form's files are
            gone.
    """
    found = store.documents.get(document, upto)
    if found is None:
        raise Problem("workspace.no_such_document")
    own = store.record.entries(document, upto)
    of_ward = store.record.entries(_WARD, upto)
    ward = fold_ward(of_ward)
    form = _form_in(language, shelf, found, ward.settings)
    if layout is None or (layout == 1 and not could_be_first((*own, *of_ward))):
        layout = LAYOUT
    flags = _flags(store, found, own, of_ward)
    telling = [one.number for one in own if bears_on_words(one)]
    newest_words = max(*telling, *(flag.newest for flag in flags), 0)
    kept: tuple[SheetPhotograph, ...] = ()
    if layout >= FIRST_WITH_PHOTOGRAPHS:
        kept = photographs_told(found, form.template, own)
    newest_told = max(newest_words, *(one.number for one in kept), 0)
    newest = max(
        (one for one in (*own, *of_ward) if _bears(one, newest_told)),
        key=lambda one: one.number,
    )
    schema = PHOTOGRAPH_SCHEMA if kept else SCHEMA
    schema = FIRST_SCHEMA if layout == 1 else schema
    origin = Origin(newest.unsigned.ward, ward.name, newest, flags, schema, kept)
    text = document_text(found, form.template, form.words, ward.people, origin)
    beside = choice.beside
    second = _form_in(beside, shelf, found, ward.settings) if beside else None
    people = ward.people
    return Printable(
        found, form, people, origin, text, newest_words, layout, choice, second
    )


def _form_in(
    language: str, shelf: FormShelf, document: Document, settings: Mapping[str, str]
) -> Form:
    """Return a document's form in a language, with the ward's own names in it."""
    form = shelf.form(document.template, document.template_version, language)
    return replace(form, words=form.words.filled(settings_of(settings, language)))


@lru_cache(maxsize=4)
def _catalogue(language: str) -> Catalogue:
    """Return words that were read before: a paper and its bundle ask for the same."""
    return read_catalogue(language)


def _bears(entry: Entry, newest_told: int) -> bool:
    return entry.number == newest_told or entry.kind is Kind.SETTING_CHANGED


def _flags(
    store: Store,
    document: Document,
    own: tuple[Entry, ...],
    of_ward: tuple[Entry, ...],
) -> tuple[Flag, ...]:
    """Return what stands on the paper of a meeting; nothing on any other."""
    if document.template not in MEETINGS:
        return ()
    every = fold_flags(of_ward)
    theirs = [one for one in every if one.patient == document.patient]
    if not theirs:
        return ()
    started = own[0].number
    later = [
        line.started
        for line in store.documents.of(document.patient)
        if line.template == document.template and started < line.started
    ]
    return flags_of_meeting(theirs, started, min(later, default=None))
