"""Which words have this check code: found by making the codes of all papers again.

Codes are kept nowhere. Those of the newest words are made first, in the ward's own
language, and then those of every earlier moment and of every other language.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coprod_desktop.i18n.catalogue import languages
from coprod_desktop.model.entries import Kind
from coprod_desktop.model.flags import FLAG_KINDS
from coprod_desktop.model.progress import Progress
from coprod_desktop.model.record import bears_on_words
from coprod_desktop.pdf.layouts import FIRST_WITH_PHOTOGRAPHS
from coprod_desktop.workspace.looks import WHOLE_WARD
from coprod_desktop.workspace.older_papers import could_be_first
from coprod_desktop.workspace.printable import Printable, read_printable
from coprod_desktop.workspace.verifying import Kept, kept_of

if TYPE_CHECKING:
    from coprod_desktop.model.documents import DocumentId
    from coprod_desktop.model.people import PersonId
    from coprod_desktop.workspace.ward import Ward

_TELLING = FLAG_KINDS | {Kind.SETTING_CHANGED}
"""What of the ward's own entries can stand on a form's paper."""
_TOLD_BESIDE = frozenset({Kind.PHOTOGRAPH_KEPT})
"""What of a form's own entries stands beside words and is none."""


@dataclass(frozen=True, slots=True)
class FoundCode:
    """What a code stands for."""

    kept: Kept | None = None
    """The form that has these words; None where none is known."""
    is_newest: bool = False
    """Whether nothing was added to the words since."""
    is_slip: bool = False
    """Whether no words have this code, but some have nearly the same."""


def find_code(
    ward: Ward,
    typed: str,
    patient: PersonId | None = None,
    progress: Progress = lambda *_: None,
) -> FoundCode:
    """Return what a code that stands on paper is of; only one patient's, where given.

    ``progress`` is told how many forms were looked at; what it raises ends the search.

    Raises:
        Problem: It cannot be a code, or the store is damaged.
    """
    from coprod_desktop.pdf.check_code import (  # noqa: PLC0415 - seldom needed
        code_as_printed,
        is_slip,
    )

    code = code_as_printed(typed)
    slips = False
    for one in _papers(ward, patient, progress):
        own = one.check_code
        if own == code:
            language = one.form.words.language
            now = read_printable(ward.store, one.document.id, ward.shelf, language)
            return FoundCode(kept_of(one), now.newest_words == one.newest_words)
        slips = slips or is_slip(code, own)
    return FoundCode(is_slip=slips)


def _papers(
    ward: Ward, patient: PersonId | None, progress: Progress
) -> Iterator[Printable]:
    """Yield every paper that can have been made, the likeliest first."""
    found = ward.store.documents
    lines = found.find() if patient is None else found.of(patient)
    documents = [line.id for line in lines]
    others = [one for one in languages() if one != ward.language]
    rounds = 2 + len(others)
    for at, document in enumerate(documents):
        progress(at, rounds * len(documents))
        yield read_printable(ward.store, document, ward.shelf, ward.language)
    for number, language in enumerate((ward.language, *others), start=1):
        for at, document in enumerate(documents):
            progress(number * len(documents) + at, rounds * len(documents))
            yield from _earlier(ward, document, language)


def _earlier(ward: Ward, document: DocumentId, language: str) -> Iterator[Printable]:
    """Yield a form's papers as they stood after each entry that can change them."""
    store, shelf = ward.store, ward.shelf
    own, of_ward = store.record.entries(document), store.record.entries(WHOLE_WARD)
    telling = [one for one in own if bears_on_words(one) or one.kind in _TOLD_BESIDE]
    telling += [one for one in of_ward if one.kind in _TELLING]
    numbers = {one.number for one in telling if one.number >= own[0].number}
    for number in sorted(numbers, reverse=True):
        one = read_printable(store, document, shelf, language, number)
        if one.form.words.language != language:
            return
        yield one
        if one.origin.photographs:
            # From before papers told of photographs.
            older = FIRST_WITH_PHOTOGRAPHS - 1
            yield read_printable(store, document, shelf, language, number, layout=older)
        before = (each for each in (*own, *of_ward) if each.number <= number)
        if could_be_first(before):
            yield read_printable(store, document, shelf, language, number, layout=1)
