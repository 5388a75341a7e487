"""Papers that many people wrote together, in every form and language, for the tests."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import cycle, pairwise

from coprod_desktop.content.forms import Form, bundled_shelf
from coprod_desktop.exchange.plain_json import Origin, document_text
from coprod_desktop.i18n.catalogue import read_catalogue
from coprod_desktop.model.authored_text import Attribution, AuthoredText, Mode
from coprod_desktop.model.documents import (
    Document,
    Draft,
    MarkKind,
    ReadBack,
    StatementId,
    View,
)
from coprod_desktop.model.entries import NO_HASH, Entry, Kind, Unsigned
from coprod_desktop.model.flags import Flag
from coprod_desktop.model.said import Said
from coprod_desktop.model.wire import instant_to_json
from coprod_desktop.pdf.choice import USUAL, Copy, PaperChoice, PaperKind
from coprod_desktop.pdf.compose import compose
from coprod_desktop.pdf.metadata import words_attachment
from coprod_desktop.pdf.render import render
from coprod_desktop.pdf.source import PaperFacts
from tests.pdf.full_forms import answer, beside
from tests.pdf.samples import (
    CASEY,
    JO,
    LEE,
    NOON,
    OWN,
    PEOPLE,
    PRIYA,
    ROBIN,
    SAM,
    DocumentMaker,
    by,
    flags,
    for_sam,
    mark,
    read_back,
    stance,
)
from tests.pdf.test_render import HOSTILE

FORMS = ("ward-round", "care-plan", "cpa-meeting")
LANGUAGES = ("en", "cy", "pl", "ar", "ur")
OTHERS = (PRIYA, JO, CASEY, ROBIN, LEE)

CHOSEN = (
    ("ward-round", "en", PaperChoice(PaperKind.EASY_READ)),
    ("care-plan", "ar", PaperChoice(PaperKind.EASY_READ)),
    ("cpa-meeting", "pl", PaperChoice(PaperKind.EASY_READ, Copy.MEETING)),
    ("care-plan", "cy", PaperChoice(beside="en")),
    ("ward-round", "en", PaperChoice(PaperKind.LARGE_PRINT)),
    ("care-plan", "ar", PaperChoice(PaperKind.LARGE_PRINT, Copy.MEETING)),
)

_WORDS = {
    "en": "I would like to go home at the weekend. ",
    "cy": "Hoffwn fynd adref dros y penwythnos. ",
    "pl": "Chcę wracać do domu na weekend. ",
    "ar": "أود أن أعود إلى البيت (home) يوم 12. ",
    "ur": "میں ہفتے کے آخر میں گھر (home) جانا چاہوں گا۔ ",
}


@dataclass(frozen=True)
class Together:
    """One paper, and what its words.json says."""

    name: str
    language: str
    pdf: bytes
    words_json: str

    @property
    def is_leftward(self) -> bool:
        """Whether its lines start at the right."""
        return self.language in ("ar", "ur")


def written_together(
    form: str, language: str = "en", choice: PaperChoice = USUAL
) -> Together:
    """A form in which everybody answered everything, in their own words."""
    found = _form(form, language)
    words = _WORDS[language]
    maker = DocumentMaker(found.template)
    views = cycle(View)
    for number, question in enumerate(found.template.questions()):
        maker.add(question.id, SAM, answer(question))
        for at in range(2):
            voice = OTHERS[(number + at) % len(OTHERS)]
            thinks = (OTHERS[(number + at + 2) % len(OTHERS)], SAM)
            stances = tuple(
                stance(one, next(views), words if at == place else "")
                for place, one in enumerate(thinks)
            )
            said = by(voice, words * (1 + 4 * (number % 3)))
            maker.add(question.id, voice, said, stances=stances)
    name = ", ".join((form, language, *choice.named))
    return _made(name, found, maker.document(), choice=choice)


def ugly(form: str = "ward-round", language: str = "en") -> Together:
    """Flags, marks, disagreement, mixed runs, hostile words, drafts of three people."""
    found = _form(form, language)
    maker = DocumentMaker(found.template)
    asked = iter(found.template.questions())
    for hostile in (*(one[:300] for one in HOSTILE), "line\n\n\nline."):
        question = next(asked)
        said = for_sam(hostile, Mode.SUMMARISED)
        no = read_back(said, ReadBack.NO)
        pressed = (mark(MarkKind.PRESSED), mark(MarkKind.NOT_MINE))
        maker.add(question.id, SAM, said, confirmation=no, marks=pressed)
        for voice, other in pairwise(OTHERS):
            stances = (stance(SAM, View.DISAGREE, hostile), stance(other, View.SOME))
            maker.add(question.id, voice, by(voice, hostile), stances=stances)
    question = next(asked)
    maker.add(question.id, SAM, mixed_runs(_WORDS[language]))
    drafts = tuple(
        Draft(
            maker.document().id,
            question.id,
            voice,
            StatementId(f"{number + 900:032x}"),
            by(voice, _WORDS[language] * 9),
            NOON,
        )
        for number, voice in enumerate((PRIYA, JO, CASEY))
    )
    name = f"ugly {form}, {language}"
    return _made(name, found, maker.document(), flags(), drafts)


def mixed_runs(words: str) -> Said:
    """Part typed, part written down by two others, part pasted."""
    hows = (
        OWN,
        Attribution(SAM, PRIYA, Mode.WORD_FOR_WORD),
        Attribution(SAM, SAM, Mode.PASTED),
        Attribution(SAM, LEE, Mode.INTERPRETED),
    )
    text = AuthoredText.by(hows[0], words)
    for how in hows[1:]:
        text += AuthoredText.by(how, words)
    return Said(text=text)


def every_paper() -> Iterator[Together]:
    """Each form in each language, papers that were chosen, and the ugly ones."""
    for form in FORMS:
        for language in LANGUAGES:
            yield written_together(form, language)
    for form, language, choice in CHOSEN:
        yield written_together(form, language, choice)
    for language in ("en", "ar"):
        yield ugly("ward-round", language)


def _form(name: str, language: str) -> Form:
    forms = {form.template.id: form for form in bundled_shelf().forms(language)}
    form = forms[name]
    return replace(form, words=form.words.filled({"meeting": "CPA meeting"}))


def _made(
    name: str,
    form: Form,
    document: Document,
    told: tuple[Flag, ...] = (),
    drafts: tuple[Draft, ...] = (),
    choice: PaperChoice = USUAL,
) -> Together:
    language = form.words.language
    facts = PaperFacts(
        "Juniper ward",
        NOON,
        "7F3K-9QWD",
        42,
        flags=told,
        choice=choice,
        beside=beside(form.template.id, choice),
    )
    catalogue = read_catalogue(language)
    asked = (document, form.template, form.words, PEOPLE, catalogue, facts, drafts)
    told_json = _words_json(document, form, told)
    paper = compose(*asked)
    pdf = render(paper, (words_attachment(told_json, "Words"),))
    return Together(name, language, pdf, told_json)


def _words_json(document: Document, form: Form, told: tuple[Flag, ...]) -> str:
    at = instant_to_json(NOON)
    newest = Entry(
        Unsigned(42, "ward", document.id, Kind.CONFIRMED, "{}", SAM, at, NO_HASH),
        bytes(32),
        b"",
    )
    origin = Origin("ward", "Juniper ward", newest, told)
    return document_text(document, form.template, form.words, PEOPLE, origin)
