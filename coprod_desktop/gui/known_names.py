"""Names and words that no dictionary has, and that are right all the same."""

from __future__ import annotations

from collections.abc import Iterator

from coprod_desktop.content.word_list import read_word_list
from coprod_desktop.gui.opened import Opened
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.permissions import readers
from coprod_desktop.workspace.ward import Ward
from coprod_desktop.workspace.ward_words import WardWords


def known_names(opened: Opened) -> Iterator[str]:
    """Yield names of the people round a form, and the hard words that Help explains.

    Not of anybody else: that a name is not called wrong would tell that they are here.

    Raises:
        Problem: The list of hard words is broken.
    """
    for voice in opened.document.voices:
        yield opened.ward.people[voice].name
    language = opened.document.form.words.language
    yield from names_round(opened.ward, opened.patient_id, language)


def names_round(ward: Ward, patient: PersonId, language: str) -> Iterator[str]:
    """Yield names of who reads a patient's forms, and hard words of a language.

    Raises:
        Problem: The list of hard words is broken.
    """
    for person in readers(ward.people, patient):
        yield person.name
    for word in WardWords(ward).all():
        yield from (one.word for one in word.told)
    for hard in read_word_list(language):
        yield from (hard.word, *hard.also)
