"""Tests by real veraPDF: PDF/UA-1 and PDF/A-3a. Without Java they fail."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from coprod_desktop.content.forms import bundled_shelf
from coprod_desktop.i18n.catalogue import read_catalogue
from coprod_desktop.model.authored_text import Attribution, AuthoredText, Mode
from coprod_desktop.model.documents import View
from coprod_desktop.model.forms import FACES, Question, QuestionKind
from coprod_desktop.model.people import VoiceKind
from coprod_desktop.model.said import Choice, Item, Said, choose
from coprod_desktop.pdf import blocks
from coprod_desktop.pdf.compose import compose
from coprod_desktop.pdf.metadata import bundle_attachment, words_attachment
from coprod_desktop.pdf.render import render
from coprod_desktop.pdf.source import PaperFacts
from tests.architecture.claims import claims_in
from tests.pdf.samples import (
    NOON,
    OWN,
    PEOPLE,
    PRIYA,
    SAM,
    SCRIBED,
    DocumentMaker,
    by,
    flags,
    marked_document,
    one_answer,
    pdf_of,
    stance,
)
from tests.pdf.test_letters import advocates_page, own_log
from tests.pdf.test_render import HOSTILE, plain_paper
from tests.verapdf import Verdict, verdicts

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


def full_form(name: str, language: str = "en") -> bytes:
    """A form in which every question has an answer, and the nurse's words beside."""
    forms = {form.template.id: form for form in bundled_shelf().forms(language)}
    form = forms[name]
    maker = DocumentMaker(form.template)
    for question in form.template.questions():
        maker.add(question.id, SAM, answer(question))
        if "staff" in question.beside:
            said = by(PRIYA, "We will look at this together.")
            other = stance(SAM, View.SOME, "I asked before.")
            maker.add(question.id, PRIYA, said, stances=(other,))
    words = form.words.filled({"meeting": "CPA meeting"})
    facts = PaperFacts("Juniper ward", NOON, "7F3K-9QWD", 42)
    catalogue = read_catalogue(language)
    document = maker.document()
    paper = compose(document, form.template, words, PEOPLE, catalogue, facts)
    attached = (words_attachment("{}", "Words"), bundle_attachment("{}", "FHIR"))
    return render(paper, attached)


def claims_on(pdf: bytes) -> list[str]:
    """Which of the things that must never be claimed stand on a paper."""
    asked = ["pdftotext", "-", "-"]
    read = subprocess.run(asked, input=pdf, capture_output=True, check=True)
    return claims_in(read.stdout.decode())


def test_a_paper_that_claims_too_much_is_noticed() -> None:
    words = "This page is comp" + "letely safe."

    assert claims_on(pdf_of(one_answer(by(SAM, words)))) == ["wholly safe"]


def papers() -> dict[str, bytes]:
    """Every kind of paper, by a name."""
    mixed = AuthoredText.by(Attribution(SAM, PRIYA, Mode.SUMMARISED), "Rest. ")
    together = blocks.Voice(
        *(VoiceKind.TOGETHER, "", "Sam and Priya together", "Sam and Priya")
    )
    words = (blocks.Words((blocks.Piece("We agreed."),)),)
    return {
        **{name: full_form(name) for name in FORMS},
        **{tag: full_form("care-plan", tag) for tag in ("cy", "pl", "ar", "ur")},
        "sample": pdf_of(marked_document(), flags()),
        "letter": render(advocates_page()),
        "log": render(own_log()),
        "hostile": pdf_of(one_answer(by(SAM, "\n".join(HOSTILE)))),
        "mixed": pdf_of(
            one_answer(Said(text=AuthoredText.by(OWN, "I need\n\n") + mixed))
        ),
        "empty": render(plain_paper()),
        "together": render(plain_paper(blocks.Statement(together, (), words))),
    }


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    return papers()


@pytest.fixture(scope="module")
def checked(
    made: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, list[Verdict]]:
    """What veraPDF says of each, and of one that is broken, in one run of Java."""
    whole = made["empty"]
    broken = whole.replace(b"/Lang (en)", b"/Gnal (en)")
    assert broken != whole
    folder = tmp_path_factory.mktemp("conforming")
    places = {folder / f"{name}.pdf": pdf for name, pdf in made.items()}
    places[folder / "broken.pdf"] = broken
    for place, pdf in places.items():
        place.write_bytes(pdf)
    said: dict[str, list[Verdict]] = {}
    for one in verdicts(list(places)):
        said.setdefault(Path(one.file).stem, []).append(one)
    return said


def test_no_paper_claims_what_nobody_measured(made: dict[str, bytes]) -> None:
    assert [name for name, pdf in made.items() if claims_on(pdf)] == []


def test_every_paper_conforms_to_pdf_ua_1_and_pdf_a_3a(
    made: dict[str, bytes], checked: dict[str, list[Verdict]]
) -> None:
    found = [one for name in made for one in checked[name]]

    assert [(one.file, one.failures) for one in found if not one.passed] == []
    assert len(found) == 2 * len(made)
    assert all(one.checks > 100 for one in found)


def test_verapdf_finds_a_paper_whose_language_was_taken_away(
    checked: dict[str, list[Verdict]],
) -> None:
    (ua, _) = checked["broken"]

    assert not ua.passed
    assert ua.failures
