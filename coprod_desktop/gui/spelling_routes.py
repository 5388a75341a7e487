"""The screens of spelling help, for each place where somebody writes their own words.

Loaded, with the dictionaries, when somebody asks for it.
"""

from __future__ import annotations

from coprod_desktop.gui.answers.free_work import FreeWork
from coprod_desktop.gui.known_names import known_names, names_round
from coprod_desktop.gui.opened import Opened
from coprod_desktop.gui.places import ToQuestion
from coprod_desktop.gui.screens.spelling import Kept, SpellingScreen
from coprod_desktop.gui.stage import Stage
from coprod_desktop.spelling.with_enchant import find_speller
from coprod_desktop.workspace.spelling import Spelling, free_words
from coprod_desktop.workspace.ward import Ward


def kept_in_form(opened: Opened, question: str) -> Kept:
    """Return where the words at a question are kept."""
    return Kept(
        ToQuestion(question),
        opened.saving,
        lambda: opened.document.save_state,
        opened.document.flush,
        lambda: opened.ward.store.is_on_reserve,
        opened.name,
        "private.unshared",
    )


def spelling_of_answer(stage: Stage, opened: Opened, question: str) -> SpellingScreen:
    """Go over the pen's own words at a question.

    Raises:
        Problem: The list of hard words is broken.
    """
    spelling = opened.document.spelling(question, known_names(opened))
    kept = kept_in_form(opened, question)
    return SpellingScreen(stage, kept, spelling, find_speller)


def spelling_of_free(
    stage: Stage, ward: Ward, work: FreeWork, back: object
) -> SpellingScreen:
    """Go over the pen's own words that answer no question, in the screen's language.

    Raises:
        Problem: The list of hard words is broken.
    """
    writing, language = work.writing, stage.tongue.form_language
    names = names_round(ward, work.patient_id, language)
    kept = Kept(
        back,
        work.saving,
        lambda: writing.save_state,
        writing.flush,
        lambda: ward.store.is_on_reserve,
        work.name,
        "private.unshared",
    )
    spelling = Spelling(free_words(writing, language), names)
    return SpellingScreen(stage, kept, spelling, find_speller)
