"""Whole forms on every paper, for tests and for the table of what they measure."""

from __future__ import annotations

from dataclasses import replace

from coprod_desktop.content.forms import Form, bundled_shelf
from coprod_desktop.i18n.catalogue import read_catalogue
from coprod_desktop.model.authored_text import AuthoredText
from coprod_desktop.model.documents import View
from coprod_desktop.model.forms import FACES, FormTemplate, Question, QuestionKind
from coprod_desktop.model.said import Choice, Item, Said, choose
from coprod_desktop.pdf.choice import USUAL, Copy, PaperChoice
from coprod_desktop.pdf.compose import compose
from coprod_desktop.pdf.metadata import bundle_attachment, words_attachment
from coprod_desktop.pdf.render import render
from coprod_desktop.pdf.sheet_code import sheet_tag
from coprod_desktop.pdf.source import Beside, PaperFacts
from tests.pdf.samples import (
    NOON,
    OWN,
    PEOPLE,
    PRIYA,
    SAM,
    SCRIBED,
    DocumentMaker,
    by,
    stance,
)

FORMS = ("ward-round", "care-plan", "cpa-meeting")


def answer(question: Question) -> Said:
    """An answer in the way in which the question asks for it."""
    option = question.options[0].id if question.options else "yes"
    match question.kind:
        case QuestionKind.FACES:
            return Said(chosen=(choose(OWN, FACES[1]),))
        case QuestionKind.CHOOSE_ONE | QuestionKind.CHOOSE_MANY:
            return Said(chosen=(choose(OWN, option),))
        case QuestionKind.AGREEMENT:
            return Said(chosen=(choose(OWN, "some"),))
        case QuestionKind.DATE:
            return Said(chosen=(Choice("2026-12-03", OWN),))
        case QuestionKind.TOPICS:
            return Said(items=(Item(AuthoredText.by(SCRIBED, "My dog")),))
        case QuestionKind.PEOPLE:
            mark = choose(OWN, option)
            return Said(items=(Item(AuthoredText.by(OWN, "Mum"), mark),))
        case QuestionKind.WORDS:
            return by(SAM, "I want to talk about this. " * 5)


def form_in(name: str, language: str) -> Form:
    """A form of ours in a language, with a usual name for its meeting."""
    forms = bundled_shelf().forms(language)
    found = next(one for one in forms if one.template.id == name)
    return Form(found.template, found.words.filled({"meeting": "CPA meeting"}))


def shortened(template: FormTemplate) -> FormTemplate:
    """A form with the first question of each kind alone."""
    first = {one.kind: one.id for one in reversed(tuple(template.questions()))}
    sections = (
        replace(
            section,
            questions=tuple(
                one for one in section.questions if one.id in first.values()
            ),
        )
        for section in template.sections
    )
    return replace(template, sections=tuple(one for one in sections if one.questions))


def full_form(
    name: str,
    language: str = "en",
    choice: PaperChoice = USUAL,
    *,
    is_short: bool = False,
) -> bytes:
    """A form in which every question has an answer, and the nurse's words beside.

    A short one has the first question of each kind alone.
    """
    form = form_in(name, language)
    if is_short:
        form = Form(shortened(form.template), form.words)
    maker = DocumentMaker(form.template)
    for question in form.template.questions():
        maker.add(question.id, SAM, answer(question))
        if "staff" in question.beside:
            said = by(PRIYA, "We will look at this together.")
            other = stance(SAM, View.SOME, "I asked before.")
            maker.add(question.id, PRIYA, said, stances=(other,))
    facts = PaperFacts(
        "Juniper ward",
        NOON,
        "7F3K-9QWD",
        42,
        choice=choice,
        sheet_tag=sheet_tag("ward", "d" * 32, name, form.template.version),
        beside=beside(name, choice),
    )
    catalogue, document = read_catalogue(language), maker.document()
    paper = compose(document, form.template, form.words, PEOPLE, catalogue, facts)
    if choice.copy is Copy.BLANK:
        return render(paper)
    attached = (words_attachment("{}", "Words"), bundle_attachment("{}", "FHIR"))
    return render(paper, attached)


def beside(name: str, choice: PaperChoice) -> Beside | None:
    """The second language of a paper that has two."""
    if not choice.beside:
        return None
    return Beside(form_in(name, choice.beside).words, read_catalogue(choice.beside))
