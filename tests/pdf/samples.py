"""A made-up ward round with every kind of voice, for the tests of paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from coprod_desktop.exchange.fhir import bundle_text
from coprod_desktop.exchange.fhir_source import Source
from coprod_desktop.exchange.plain_json import Origin
from coprod_desktop.i18n.catalogue import read_catalogue
from coprod_desktop.model.authored_text import Attribution, AuthoredText, Mode
from coprod_desktop.model.canonical import canonical
from coprod_desktop.model.documents import (
    Confirmation,
    Document,
    DocumentId,
    FlagId,
    Mark,
    MarkKind,
    ReadBack,
    Signed,
    Stance,
    Statement,
    StatementId,
    View,
)
from coprod_desktop.model.entries import NO_HASH, Entry, Kind, Unsigned
from coprod_desktop.model.flags import Flag, FlagAnswer
from coprod_desktop.model.forms import (
    FormTemplate,
    FormWords,
    Option,
    Question,
    QuestionKind,
    Section,
)
from coprod_desktop.model.people import People, Person, PersonId, Role
from coprod_desktop.model.said import Choice, Item, Said, WayOut, choose
from coprod_desktop.model.wire import instant_to_json, said_fingerprint, said_to_json
from coprod_desktop.pdf.blocks import Paper
from coprod_desktop.pdf.check_code import check_code
from coprod_desktop.pdf.compose import compose
from coprod_desktop.pdf.layouts import LAYOUT
from coprod_desktop.pdf.metadata import bundle_attachment, words_attachment
from coprod_desktop.pdf.render import render
from coprod_desktop.pdf.source import PaperFacts

NOON = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)

SAM, PRIYA, JO, CASEY = (PersonId(name) for name in ("sam", "priya", "jo", "casey"))
ROBIN, LEE = PersonId("robin"), PersonId("lee")

PEOPLE = People(
    (
        Person(SAM, "Sam", Role.PATIENT),
        Person(PRIYA, "Priya", Role.NURSE),
        Person(ROBIN, "Dr Robin Specimen", Role.DOCTOR, "consultant"),
        Person(JO, "Jo", Role.PARTNER_IN_CARE, "mum", SAM),
        Person(CASEY, "Casey", Role.ADVOCATE, "", SAM),
        Person(LEE, "Lee", Role.INTERPRETER, "", SAM),
    )
)

OWN = Attribution(SAM, SAM, Mode.TYPED)
SCRIBED = Attribution(SAM, PRIYA, Mode.WORD_FOR_WORD)


def by(person: PersonId, words: str, mode: Mode = Mode.TYPED) -> Said:
    """What somebody says with their own hand."""
    return Said(text=AuthoredText.by(Attribution(person, person, mode), words))


def for_sam(words: str, mode: Mode, writer: PersonId = PRIYA) -> Said:
    """What somebody wrote down for Sam."""
    return Said(text=AuthoredText.by(Attribution(SAM, writer, mode), words))


def read_back(said: Said, answer: ReadBack) -> Confirmation:
    return Confirmation(answer, said_fingerprint(said), NOON, PRIYA)


class DocumentMaker:
    """Puts statements one after another, as sharing them would."""

    def __init__(self, template: FormTemplate) -> None:
        self.template = template
        self.statements: list[Statement] = []

    def add(
        self, question: str, voice: PersonId, said: Said, **more: object
    ) -> Statement:
        number = len(self.statements) + 10
        made = Statement(
            StatementId(f"{number:032x}"),
            question,
            voice,
            said,
            1,
            NOON - timedelta(days=2),
            number,
        )
        made = replace(made, **more)  # type: ignore[arg-type]
        self.statements.append(made)
        return made

    def document(self) -> Document:
        return Document(
            DocumentId("d" * 32),
            self.template.id,
            self.template.version,
            SAM,
            PRIYA,
            NOON - timedelta(days=3),
            tuple(self.statements),
            head=42,
        )


def mark(
    kind: MarkKind,
    version: int = 1,
    by_whom: PersonId = SAM,
    *,
    is_printed: bool = True,
) -> Mark:
    return Mark(kind, version, by_whom, NOON, is_printed)


def flags() -> tuple[Flag, ...]:
    """One that waits, and one that the nurse has answered."""
    answer = FlagAnswer(PRIYA, by(PRIYA, "We will open it at ten."), NOON, 41)
    locked = by(SAM, "The garden is locked every morning.")
    return (
        Flag(FlagId("a"), SAM, JO, by(JO, "Visits are too short."), NOON, 39),
        Flag(FlagId("b"), SAM, SAM, locked, NOON, 40, (answer,)),
    )


def stance(by_whom: PersonId, view: View, words: str = "", version: int = 1) -> Stance:
    said = by(by_whom, words) if words else Said()
    return Stance(by_whom, view, said, NOON, version)


def template() -> FormTemplate:
    kind = QuestionKind
    meeting = (
        Question("week", kind.FACES, "week"),
        Question("talk", kind.WORDS, "talk"),
        Question(
            "part",
            kind.CHOOSE_ONE,
            "come-in",
            (Option("room", "come-in"), Option("phone", "phone")),
        ),
        Question(
            "need",
            kind.CHOOSE_MANY,
            "helps",
            (Option("breaks", "pause"), Option("quiet", "room"), Option("time", "")),
        ),
        Question(
            "people",
            kind.PEOPLE,
            "people",
            (Option("want", "yes"), Option("not-want", "no")),
        ),
        Question("topics", kind.TOPICS, "order"),
    )
    after = (
        Question("safe", kind.WORDS, "safe"),
        Question("agree", kind.AGREEMENT, "agree"),
        Question("next", kind.DATE, "calendar"),
        Question("medicine", kind.WORDS, "medicine"),
        Question("rights", kind.WORDS, "rights"),
    )
    return FormTemplate(
        "ward-round",
        4,
        "ward-round",
        (Section("before", "think", meeting), Section("after", "talk", after)),
        "Juniper ward community meeting",
    )


def form_words() -> FormWords:
    return FormWords(
        "en",
        "My ward round",
        "Get ready.",
        {"before": "Before my ward round", "after": "After my ward round"},
        {
            "week": "How has my week been?",
            "talk": "What do I want to talk about?",
            "part": "How do I want to take part?",
            "need": "What do I need?",
            "people": "Who do I want in the room?",
            "topics": "What do I want to ask, in my order?",
            "safe": "What helps me feel safe here?",
            "agree": "Do I agree?",
            "next": "When is my next ward round?",
            "medicine": "What do I want to say about my medicines?",
            "rights": "What do I want to know about my rights?",
        },
        {},
        {
            "week": {
                "very_good": "Very good",
                "good": "Good",
                "ok": "OK",
                "hard": "Hard",
                "very_hard": "Very hard",
            },
            "part": {"room": "I come into the room", "phone": "I join by phone"},
            "need": {
                "breaks": "Breaks",
                "quiet": "A quiet room",
                "time": "More time",
            },
            "people": {
                "want": "I want them there",
                "not-want": "I do not want them there",
            },
            "agree": {
                "yes": "Yes",
                "some": "Some of it",
                "no": "No",
                "not_sure": "I am not sure",
                "not_asked": "I was not asked",
            },
        },
    )


def _choices(maker: DocumentMaker) -> None:
    maker.add(
        "week",
        SAM,
        Said(
            text=AuthoredText.by(OWN, "Better than last week."),
            chosen=(choose(OWN, "good"),),
        ),
    )
    ticked = Said(chosen=(choose(SCRIBED, "room"),))
    yes = read_back(ticked, ReadBack.YES)
    maker.add("part", SAM, ticked, confirmation=yes)
    both = (choose(OWN, "breaks"), choose(SCRIBED, "quiet"))
    maker.add("need", SAM, Said(chosen=both))
    maker.add("agree", SAM, Said(chosen=(choose(OWN, "some"),)))
    maker.add("next", SAM, Said(chosen=(Choice("2026-12-03", OWN),)))


def _lists(maker: DocumentMaker) -> None:
    named = (
        Item(AuthoredText.by(OWN, "Mum"), choose(OWN, "want")),
        Item(AuthoredText.by(OWN, "The ward manager"), choose(OWN, "not-want")),
    )
    maker.add("people", SAM, Said(items=named))
    topics = tuple(
        Item(AuthoredText.by(how, words))
        for how, words in (
            (OWN, "Going home at weekends"),
            (SCRIBED, "Is there another tablet, and when could I try it?"),
            (OWN, "My dog"),
        )
    )
    maker.add("topics", SAM, Said(items=topics))


def _words(maker: DocumentMaker) -> None:
    talk = (
        "I want to talk about going home at weekends. I miss my dog. The new "
        "tablets make me sleepy in the day. Is there another choice?\n\nTŷ, dŵr, ŵyn."
    )
    maker.add("talk", SAM, by(SAM, talk))
    nurse = by(PRIYA, "We can ask the pharmacist to come and explain the choices.")
    maker.add(
        "talk",
        PRIYA,
        nurse,
        stances=(
            stance(SAM, View.AGREE),
            stance(SAM, View.DISAGREE, "I asked for that three weeks ago."),
            stance(JO, View.SOME, "It should happen before Tuesday.", version=2),
        ),
    )
    maker.add("talk", JO, by(JO, "He was so well at home in the summer."))
    maker.add("talk", CASEY, by(CASEY, "Sam asked me to be at the meeting."))
    safe = for_sam("I sleep better when staff knock first.", Mode.WORD_FOR_WORD)
    maker.add(
        "safe",
        SAM,
        safe,
        confirmation=read_back(safe, ReadBack.YES),
        confirmed_by=PRIYA,
        signed=Signed.SCRIBE,
        signed_by=PRIYA,
    )
    maker.add("safe", ROBIN, by(ROBIN, "Night staff will knock and wait."))
    mixed = AuthoredText.by(OWN, "I would like ") + AuthoredText.by(
        Attribution(SAM, PRIYA, Mode.SUMMARISED), "to try without the evening dose"
    )
    maker.add("medicine", SAM, Said(text=mixed))
    jo = Attribution(JO, JO, Mode.TYPED)
    maker.add("medicine", JO, Said(way_out=choose(jo, WayOut.DECLINED)))


def sample_document() -> Document:
    """A document with every kind of voice, part, read-back and stance."""
    maker = DocumentMaker(template())
    _choices(maker)
    _lists(maker)
    _words(maker)
    return maker.document()


def marked_document() -> Document:
    """The same, where Sam says of an answer how it came to be."""
    document = sample_document()
    marks = (mark(MarkKind.PRESSED), mark(MarkKind.NOT_MINE, by_whom=CASEY))
    kept_off = mark(MarkKind.NOT_MINE, is_printed=False)
    statements = (
        replace(one, marks=marks)
        if one.question == "safe" and one.voice == SAM
        else replace(one, marks=(kept_off,))
        if one.question == "talk" and one.voice == SAM
        else one
        for one in document.statements
    )
    return replace(document, statements=tuple(statements))


def words_json(document: Document) -> str:
    """A stand-in for what exchange writes; the real one is tried in journeys."""
    said = [
        {"question": one.question, "voice": one.voice, "said": said_to_json(one.said)}
        for one in document.statements
    ]
    return canonical({"schema": "coprod-words/1", "statements": said})


def bundle_json(document: Document, told: tuple[Flag, ...] = ()) -> str:
    """The document's real bundle."""
    at = instant_to_json(NOON)
    unsigned = Unsigned(42, "ward", document.id, Kind.CONFIRMED, "{}", SAM, at, NO_HASH)
    origin = Origin("ward", "Juniper ward", Entry(unsigned, bytes(32), b""), told)
    words = read_catalogue("en")
    asked = (document, template(), form_words(), PEOPLE, origin, words)
    return bundle_text(Source(*asked))


def files_of(document: Document) -> tuple[str, str]:
    """What travels inside its paper: the words, and the bundle."""
    return words_json(document), bundle_json(document)


def paper_of(
    document: Document,
    printed_at: datetime = NOON,
    *,
    layout: int = LAYOUT,
    told: tuple[Flag, ...] = (),
) -> Paper:
    code = check_code(words_json(document))
    facts = PaperFacts(
        "Juniper ward", printed_at, code, document.head, layout=layout, flags=told
    )
    words = read_catalogue("en")
    return compose(document, template(), form_words(), PEOPLE, words, facts)


def pdf_of(document: Document, told: tuple[Flag, ...] = ()) -> bytes:
    attached = (
        words_attachment(words_json(document), "The words of this paper"),
        bundle_attachment(bundle_json(document, told), "The same as FHIR R4"),
    )
    return render(paper_of(document, told=told), attached)


def one_answer(said: Said, voice: PersonId = SAM) -> Document:
    """A document in which one person answered one question."""
    maker = DocumentMaker(template())
    maker.add("talk", voice, said)
    return maker.document()
