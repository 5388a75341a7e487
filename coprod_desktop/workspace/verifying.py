"""Checking: is the record as it was written, and is a paper what the record says."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from coprod_desktop.content.forms import FormShelf
from coprod_desktop.model.documents import DocumentId
from coprod_desktop.model.entries import Broken
from coprod_desktop.model.progress import Progress
from coprod_desktop.model.wire import instant_from_json
from coprod_desktop.pdf.choice import USUAL, PaperChoice
from coprod_desktop.pdf.layouts import FIRST_WITH_CHOICE, LAYOUT
from coprod_desktop.workspace.printable import Printable, read_printable

if TYPE_CHECKING:
    from coprod_desktop.model.people import PersonId
    from coprod_desktop.pdf.compare import Difference
    from coprod_desktop.pdf.reading import ReadPaper
    from coprod_desktop.store.vault import Store


class Verdict(StrEnum):
    """What a paper is, held against the store."""

    SAME = "same"
    NEWER = "newer"
    """It is what was shared then; newer words have been shared since."""
    CHANGED = "changed"
    FOREIGN = "foreign"
    """No document of this ward."""
    TOO_NEW = "too_new"
    """Made by a newer program, in a way that this one cannot draw."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A form in the store, as it stood when a paper was made of it."""

    name: str
    """Whose form it is."""
    title: str
    at: datetime
    """When the newest thing was said or set that the paper tells."""


@dataclass(frozen=True, slots=True)
class PdfVerdict:
    """What a paper is, and where it differs from the store."""

    verdict: Verdict
    document: str = ""
    entry: int = 0
    """The newest entry that bears on the words of the paper."""
    differences: tuple[Difference, ...] = ()
    kept: Kept | None = None
    """The form that it is of, where it is one that the store knows."""
    is_signed: bool = False
    """Whether it has a signature that fits, of a certificate of the ward."""

    @property
    def is_genuine(self) -> bool:
        """Whether the paper's words are the store's."""
        return self.verdict in (Verdict.SAME, Verdict.NEWER)


def verify_store(store: Store, progress: Progress = lambda *_: None) -> Broken | None:
    """Return the first entry that is not as it was written, or None.

    ``progress`` is told how far it is.

    Raises:
        Problem: The file itself is damaged.
    """
    return store.record.verify(progress)


def verify_pdf(
    store: Store,
    pdf: bytes,
    shelf: FormShelf,
    patient: PersonId | None = None,
    password: str = "",
) -> PdfVerdict:
    """Hold a PDF against the store.

    The paper is made again from the record as it stood then, and compared: the words
    inside it, the words that can be seen, and under whose label they stand. Where a
    patient is given, everybody else's papers are as foreign as another ward's.

    Raises:
        Problem: It is no PDF, its password is another, or the store is damaged.
    """
    from coprod_desktop.pdf.reading import read_paper  # noqa: PLC0415 - slow

    read = read_paper(pdf, password)
    claim = _claim(read)
    if claim is None:
        return PdfVerdict(Verdict.FOREIGN)
    if claim.layout > LAYOUT:
        return PdfVerdict(Verdict.TOO_NEW, claim.document, claim.entry)
    then = _as_it_was(store, claim, shelf)
    if then is None or patient not in (None, then.document.patient):
        return PdfVerdict(Verdict.FOREIGN, claim.document, claim.entry)
    found = _differences(read, then) or _of_signature(store, read)
    is_signed = read.signature is not None and not found
    verdict = Verdict.CHANGED
    if not found:
        now = read_printable(store, then.document.id, shelf, claim.language)
        is_older = now.newest_words > claim.entry
        verdict = Verdict.NEWER if is_older else Verdict.SAME
    return PdfVerdict(
        verdict, claim.document, claim.entry, found, kept_of(then), is_signed
    )


def _of_signature(store: Store, read: ReadPaper) -> tuple[Difference, ...]:
    """Return what is wrong with a paper's signature, if it has one.

    Raises:
        Problem: What checks signatures is not on this computer.
    """
    if read.signature is None:
        return ()
    from coprod_desktop.pdf.compare import Difference, Kind  # noqa: PLC0415 - slow
    from coprod_desktop.workspace.signing import has_signed  # noqa: PLC0415 - seldom

    if has_signed(store, read.signature):
        return ()
    return (Difference(Kind.SIGNATURE, 0, "", ""),)


def kept_of(printable: Printable) -> Kept:
    """Return what is said of a form to whoever checks a paper of it."""
    return Kept(
        printable.people[printable.document.patient].name,
        printable.form.words.title,
        instant_from_json(printable.origin.newest.unsigned.at),
    )


@dataclass(frozen=True, slots=True)
class _Claim:
    """What a paper says about itself."""

    ward: str
    document: str
    entry: int
    language: str
    layout: int
    choice: PaperChoice


def _claim(read: ReadPaper) -> _Claim | None:
    try:
        told = json.loads(read.words_json or "")
        return _Claim(
            str(told["ward"]["id"]),
            str(told["document"]),
            int(told["head"]["entry"]),
            str(told["form"]["language"]),
            read.layout,
            read.choice,
        )
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _as_it_was(store: Store, claim: _Claim, shelf: FormShelf) -> Printable | None:
    document = DocumentId(claim.document)
    is_known = 0 < claim.entry <= store.record.head()
    if not is_known or store.documents.get(document, claim.entry) is None:
        return None
    choice = claim.choice if claim.layout >= FIRST_WITH_CHOICE else USUAL
    then = read_printable(
        store,
        document,
        shelf,
        claim.language,
        claim.entry,
        layout=claim.layout,
        choice=choice,
    )
    return then if then.origin.ward_id == claim.ward else None


def _differences(read: ReadPaper, then: Printable) -> tuple[Difference, ...]:
    """Return where a paper differs, told in the zone in which it differs least.

    A PDF keeps the moment it was made in UTC; the days on it are those of the wall.
    """
    from coprod_desktop.pdf.compare import differences  # noqa: PLC0415 - slow

    made = read.printed_at or datetime.fromtimestamp(0, UTC)
    bundle = then.bundle_json() if then.carries_bundle else None
    best: tuple[Difference, ...] | None = None
    for at in (made.astimezone(), made.astimezone(UTC)):
        found = differences(read, then.paper(at), then.words_json, bundle)
        if not found:
            return found
        if best is None or len(found) < len(best):
            best = found
    return best or ()
