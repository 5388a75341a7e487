"""Finding one's own words again: in everything shared, and in one's private drafts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from coprod_desktop.model.documents import DocumentId, Draft
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.problem import Problem
from coprod_desktop.model.said import Said
from coprod_desktop.model.search_words import question_words, search_words

if TYPE_CHECKING:
    from coprod_desktop.content.forms import Form
    from coprod_desktop.workspace.ward import Ward

MOST = 50
"""So many of the newest are shown; more words find fewer."""


@dataclass(frozen=True, slots=True)
class FoundOwn:
    """One answer of a person in which every word that was looked for stands."""

    form: str
    """The form's title; the part and the question, in words."""
    part: str
    prompt: str
    words: str
    at: datetime
    """When it was shared, or last changed."""
    is_shared: bool


class FindingWords:
    """Looks through one person's own answers in all of their own documents."""

    def __init__(self, ward: Ward, person: PersonId) -> None:
        self._ward = ward
        self._person = person

    def find(self, asked: str) -> tuple[FoundOwn, ...]:
        """Return the answers that hold every word that was asked for, newest first.

        A draft that changes what was shared stands in its place. Drafts are read only
        while their owner's sign-in is open.

        Raises:
            Problem: The file is damaged.
        """
        wanted = set(question_words(asked))
        if not wanted:
            return ()
        found = [*self._drafts(wanted), *self._shared(asked)]
        found.sort(key=lambda one: one.at, reverse=True)
        return tuple(found[:MOST])

    def _drafts(self, wanted: set[str]) -> Iterator[FoundOwn]:
        for draft in self._every_draft():
            text = _text(draft.said)
            if wanted <= set(search_words(text)):
                one = self._told(draft.document, draft.question, text, draft.changed_at)
                if one is not None:
                    yield one

    def _shared(self, asked: str) -> Iterator[FoundOwn]:
        drafted = {(one.document, one.question) for one in self._every_draft()}
        for one in self._ward.store.search.find(asked, self._person, most=MOST):
            is_own = one.voice == self._person
            if is_own and (one.document, one.question) not in drafted:
                told = self._told(
                    one.document, one.question, one.words, one.at, is_shared=True
                )
                if told is not None:
                    yield told

    def _every_draft(self) -> Iterator[Draft]:
        store = self._ward.store
        for line in store.documents.of(self._person):
            yield from store.drafts.of(line.id, [self._person])

    def _told(
        self,
        document: DocumentId,
        question: str,
        text: str,
        at: datetime,
        *,
        is_shared: bool = False,
    ) -> FoundOwn | None:
        form = self._form(document)
        if form is None or question not in form.words.prompts:
            return None
        section = form.template.section_of(question).id
        return FoundOwn(
            form.words.title,
            form.words.sections[section],
            form.words.prompts[question],
            text,
            at,
            is_shared,
        )

    def _form(self, document: DocumentId) -> Form | None:
        lines = self._ward.store.documents.of(self._person)
        line = next((one for one in lines if one.id == document), None)
        if line is None:
            return None
        try:
            return self._ward.form(line.template, line.version)
        except Problem:
            # A form that is not on this computer any more: its words are kept.
            return None


def _text(said: Said) -> str:
    return "\n".join(one.text for one in said.words if one.text)
