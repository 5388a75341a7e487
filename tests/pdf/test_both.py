"""Welsh and English side by side: Welsh first, each in its language."""

from __future__ import annotations

from io import BytesIO

import pikepdf

from coprod_desktop.content.forms import Form, bundled_shelf
from coprod_desktop.i18n.catalogue import read_catalogue
from coprod_desktop.model.documents import View
from coprod_desktop.pdf.both import both, halves, in_one_line, joined, paired
from coprod_desktop.pdf.choice import Copy, PaperChoice, PaperKind
from coprod_desktop.pdf.compose import compose
from coprod_desktop.pdf.ideas import ideas_in, with_ideas_apart
from coprod_desktop.pdf.reading import ReadPaper, read_paper
from coprod_desktop.pdf.render import render
from coprod_desktop.pdf.sizes import EASY_READ
from coprod_desktop.pdf.source import Beside, PaperFacts
from tests.pdf.full_forms import answer
from tests.pdf.samples import NOON, PEOPLE, PRIYA, SAM, DocumentMaker, by, stance

CATALOGUE = both(read_catalogue("cy"), read_catalogue("en"))


def form(language: str) -> Form:
    forms = bundled_shelf().forms(language)
    return next(one for one in forms if one.template.id == "ward-round")


def pdf(kind: PaperKind = PaperKind.CLEAR) -> bytes:
    first, second = form("cy"), form("en")
    maker = DocumentMaker(first.template)
    for question in first.template.questions():
        maker.add(question.id, SAM, answer(question))
    said = by(PRIYA, "We look.")
    differing = (stance(SAM, View.SOME, "No."),)
    maker.add("went-well", PRIYA, said, stances=differing)
    choice = PaperChoice(kind, Copy.MINE, "en")
    beside = Beside(second.words, read_catalogue("en"))
    facts = PaperFacts("Ward", NOON, "7F3K-9QWD", 42, choice=choice, beside=beside)
    words = read_catalogue("cy")
    document = maker.document()
    made = compose(document, first.template, first.words, PEOPLE, words, facts)
    return render(made)


def read(kind: PaperKind = PaperKind.CLEAR) -> ReadPaper:
    return read_paper(pdf(kind))


def test_each_half_of_a_sentence_takes_its_half_of_what_is_filled_in():
    questions = CATALOGUE.plural("pdf.questions", 2, numbers="2 a 3")

    told = CATALOGUE.plural("pdf.differs", 2, name="Sam", questions=questions)

    welsh, english = halves(told)
    assert english == "Sam sees 2 things differently. See questions 2 a 3."
    assert "questions" not in welsh
    assert "Sam" in welsh


def test_what_is_the_same_in_both_stands_once():
    assert paired("OK", "OK") == "OK"
    assert in_one_line(paired("Iawn", "OK")) == "Iawn / OK"
    assert halves(joined([paired("a", "b"), "c"], " ")) == ["a c", "b c"]


def test_each_idea_stands_in_both_languages_before_the_next():
    languages = ("cy", "en")
    apart = [with_ideas_apart(read_catalogue(one)) for one in languages]
    told = both(*apart).text("pdf.shared_only")

    ideas = ideas_in(told, EASY_READ)

    assert len(ideas) == 2
    assert halves(ideas[0])[1] == "This paper holds only words that were shared."
    uneven = ideas_in(paired("Un.\nDau.", "One and two."), EASY_READ)
    assert uneven == [paired("Un. Dau.", "One and two.")]


def test_every_question_and_label_is_in_both_languages_welsh_first():
    said = [one.text for one in read().passages]

    for question, prompt in form("cy").words.prompts.items():
        place = next(at for at, one in enumerate(said) if one.endswith(prompt))
        assert said[place + 1].endswith(form("en").words.prompts[question])
    assert said.index("Geiriau Sam") + 1 == said.index("Sam's words")


def test_nothing_of_what_parts_them_is_on_the_paper_or_in_its_tags():
    for kind in PaperKind:
        found = read(kind)

        told = [(one.text, one.title, one.author) for one in found.passages]
        assert "\x1d" not in str(told) + str(found.loose)
        assert "group separator" not in str(told).lower()
        assert "Tudalen 1 o " in found.loose[0]
        assert " / Page 1 of " in found.loose[0]


def test_the_second_language_is_told_in_the_tags():
    with pikepdf.open(BytesIO(pdf())) as opened:
        tagged = [
            str(one.Lang)
            for one in opened.objects
            if isinstance(one, pikepdf.Dictionary)
            and one.get("/Type") == "/StructElem"
            and "/Lang" in one
        ]
        assert str(opened.Root.Lang) == "cy"

    assert set(tagged) == {"en"}
    assert len(tagged) > 60
