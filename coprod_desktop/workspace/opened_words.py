"""Private words that two people opened, with the questions that they answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coprod_desktop.content.forms import Form
from coprod_desktop.workspace.cards import Card
from coprod_desktop.workspace.guardians import OpenedDrafts

if TYPE_CHECKING:
    from coprod_desktop.workspace.ward import Ward


@dataclass(frozen=True, slots=True)
class OpenedWords:
    """One draft that can be read for a while."""

    card: Card
    form: Form | None
    """The form that it stands in; None for words outside every form."""


def opened_words(ward: Ward, opened: OpenedDrafts) -> tuple[OpenedWords, ...]:
    """Return the drafts with their forms, in the order in which they lie.

    Raises:
        Problem: The time is over, or a form is broken.
    """
    person = opened.person
    lines = ward.store.documents.of(person.beside or person.id)
    forms = {one.id: ward.form(one.template, one.version) for one in lines}
    return tuple(
        OpenedWords(
            Card(
                one.question,
                ward.people[one.voice],
                one.said,
                one.standing,
                is_shared=False,
                is_new=False,
                can_write=False,
                draft=one,
            ),
            forms.get(one.document),
        )
        for one in opened.drafts()
    )
