"""Bundles of made-up documents, and what is read back from one."""

from __future__ import annotations

import json
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

from coprod_desktop.exchange.fhir import bundle_text
from coprod_desktop.exchange.fhir_said import EXACT
from coprod_desktop.exchange.fhir_source import AUTHOR, OURS, Source
from coprod_desktop.exchange.plain_json import PHOTOGRAPH_SCHEMA, SCHEMA, Origin
from coprod_desktop.i18n.catalogue import Catalogue, read_catalogue
from coprod_desktop.model.authored_text import (
    Attribution,
    AuthoredText,
    Mode,
    Run,
    merged,
)
from coprod_desktop.model.documents import (
    Document,
    DocumentId,
    Statement,
    StatementId,
)
from coprod_desktop.model.entries import NO_HASH, Entry, Kind, Unsigned
from coprod_desktop.model.flags import Flag
from coprod_desktop.model.forms import (
    FormTemplate,
    FormWords,
    Option,
    Question,
    QuestionKind,
    Section,
)
from coprod_desktop.model.people import People, Person, PersonId, Role
from coprod_desktop.model.said import Choice, Item, Said
from coprod_desktop.model.sheet_photographs import SheetPhotograph
from coprod_desktop.model.wire import instant_from_json

Json = dict[str, Any]

NOON = datetime(2026, 3, 2, 12, 0, 0, 250_000, tzinfo=UTC)
SAM, PRIYA, ROBIN, JO, CASEY = (
    PersonId(one) for one in ("sam", "priya", "robin", "jo", "casey")
)
PEOPLE = People(
    (
        Person(PRIYA, "Priya Sample", Role.NURSE, "Nurse"),
        Person(ROBIN, "Dr Robin Specimen", Role.DOCTOR),
        Person(SAM, "Sam Example", Role.PATIENT),
        Person(JO, "Jo Example", Role.PARTNER_IN_CARE, "Mum", SAM),
        Person(CASEY, "Casey Placeholder", Role.ADVOCATE, "", SAM),
    )
)
FORM = FormTemplate(
    "care-plan",
    3,
    "care-plan",
    (
        Section(
            "start",
            "talk",
            (
                Question("helps", QuestionKind.WORDS, "helps"),
                Question("want", QuestionKind.WORDS, "goal"),
                Question("week", QuestionKind.FACES, "week"),
            ),
        ),
        Section(
            "end",
            "agree",
            (
                Question(
                    "need",
                    QuestionKind.CHOOSE_MANY,
                    "helps",
                    (Option("quiet", "room"), Option("time", "")),
                ),
                Question("topics", QuestionKind.TOPICS, "goal"),
                Question(
                    "people", QuestionKind.PEOPLE, "people", (Option("see", "eye"),)
                ),
                Question("again", QuestionKind.DATE, "calendar"),
                Question("agree", QuestionKind.AGREEMENT, "agree"),
            ),
        ),
    ),
    "Larch ward community meeting",
)
WORDS = FormWords(
    "en",
    "My care plan",
    "",
    {"start": "What helps", "end": "What happens next"},
    {
        "helps": "What helps me stay well?",
        "want": "What do I want to happen?",
        "week": "How was my week?",
        "need": "What do I need?",
        "topics": "What do I want, in my order?",
        "people": "Who is part of it?",
        "again": "When will we look at it again?",
        "agree": "Do I agree with this plan?",
    },
    {},
    {
        "week": {"good": "Good", "hard": "Hard"},
        "need": {"quiet": "A quiet room", "time": "More time"},
        "people": {"see": "May see my plan"},
        "agree": {"yes": "Yes", "some": "Some of it", "no": "No"},
    },
)


@cache
def english() -> Catalogue:
    """The words of the program."""
    return read_catalogue("en")


def wrote(
    voice: PersonId,
    words: str = "A walk before it gets loud",
    writer: PersonId | None = None,
) -> Said:
    """What somebody wrote with their own hand, or another wrote down for them."""
    mode = Mode.TYPED if writer in (None, voice) else Mode.WORD_FOR_WORD
    how = Attribution(voice, writer or voice, mode)
    return Said(text=AuthoredText.by(how, words))


def picked(voice: PersonId, *options: str) -> Said:
    """What somebody chose with their own hand."""
    how = Attribution(voice, voice, Mode.CHOSEN)
    return Said(chosen=tuple(Choice(one, how) for one in options))


def statement(question: str, said: Said, number: int = 7, **more: Any) -> Statement:
    """A statement that entry ``number`` shared; ids follow from its number."""
    voice = more.pop("voice", None) or next(iter(said.voices))
    name = StatementId(f"{number:032x}")
    at = NOON + timedelta(minutes=number)
    more.setdefault("signed_by", voice)
    return Statement(name, question, voice, said, 1, at, number, **more)


def source(
    *statements: Statement,
    flags: tuple[Flag, ...] = (),
    people: People = PEOPLE,
    photographs: tuple[SheetPhotograph, ...] = (),
) -> Source:
    """A document of Sam's with these statements."""
    document = Document(DocumentId("d1"), "care-plan", 3, SAM, PRIYA, NOON, statements)
    at = "2026-03-02T18:00:00.000000Z"
    unsigned = Unsigned(99, "w1", "d1", Kind.CONFIRMED, "{}", SAM, at, NO_HASH)
    newest = Entry(unsigned, b"\x01" * 32, b"")
    schema = PHOTOGRAPH_SCHEMA if photographs else SCHEMA
    origin = Origin("w1", "Larch Ward", newest, flags, schema, photographs)
    return Source(document, FORM, WORDS, people, origin, english())


def bundle_of(*statements: Statement, **more: Any) -> Json:
    """The bundle of such a document, as a reader of JSON has it."""
    found: Json = json.loads(bundle_text(source(*statements, **more)))
    return found


def resources(bundle: Json, kind: str) -> list[Json]:
    """Every resource of one kind."""
    found = [entry["resource"] for entry in bundle["entry"]]
    return [one for one in found if one["resourceType"] == kind]


def response_of(bundle: Json) -> Json:
    """The filled-in form."""
    (found,) = resources(bundle, "QuestionnaireResponse")
    return found


def items_of(items: list[Json]) -> Iterator[Json]:
    """Every item, whatever it stands in, in order."""
    for item in items:
        yield item
        yield from items_of(item.get("item", []))


def agents_of(provenance: Json) -> dict[str, list[str]]:
    """Who did what: kind of agent to the names that stand there."""
    found: dict[str, list[str]] = {}
    for one in provenance["agent"]:
        (kind,) = one["type"]["coding"]
        found.setdefault(kind["code"], []).append(one["who"]["display"])
    return found


@dataclass(frozen=True)
class ReadStatement:
    """What a bundle tells of one statement."""

    name: str
    question: str
    voice: PersonId
    said: Said
    standing: str
    answer: str | None
    witness: PersonId | None
    shared_at: datetime
    signed: str
    marks: tuple[tuple[str, PersonId], ...]
    stances: tuple[tuple[PersonId, str, Said], ...]


class Reader:
    """Reads a bundle as somebody would who has docs/fhir.md and nothing of ours."""

    def __init__(self, bundle: Json) -> None:
        self.people: dict[str, PersonId] = {}
        for entry in bundle["entry"]:
            for one in entry["resource"].get("identifier", ()):
                if isinstance(one, dict) and one["system"] == OURS + "person":
                    self.people[entry["fullUrl"]] = PersonId(one["value"])
        self.response = response_of(bundle)

    def statements(self) -> list[ReadStatement]:
        """Return every statement, in the order of the items."""
        items = items_of(self.response.get("item", []))
        return [self._statement(one) for one in items if _told(one, "statement")]

    def said(self, items: list[Json], voice: PersonId) -> Said:
        """Return an answer from its items."""
        parts: dict[str, list[Json]] = {}
        for item in items:
            part = item["linkId"].rsplit("/", 1)[1]
            parts.setdefault(part, []).extend(
                [item] if part == "line" else item.get("answer", [])
            )
        choices = [*parts.get("chosen", []), *parts.get("date", [])]
        out = [self._choice(one, voice) for one in parts.get("way-out", [])]
        return Said(
            self._text(parts.get("words", []), voice),
            tuple(self._choice(one, voice) for one in choices),
            tuple(self._line(one, voice) for one in parts.get("line", [])),
            out[0] if out else None,
        )

    def _statement(self, item: Json) -> ReadStatement:
        told = _told(item, "statement")
        voice = self._who(_value(item, AUTHOR))
        parts = {one["linkId"].rsplit("/", 1)[1]: one for one in item["item"]}
        witness = told.get("witness")
        return ReadStatement(
            item["id"],
            item["linkId"],
            voice,
            self.said(item["item"], voice),
            parts["standing"]["answer"][0]["valueCoding"]["code"],
            told.get("read-back"),
            self._who(witness) if witness else None,
            instant_from_json(told["shared-at"]),
            told["signed"],
            tuple(
                (one["valueCoding"]["code"], self._who(_told(one, "marked")["by"]))
                for one in parts.get("mark", {}).get("answer", [])
            ),
            tuple(
                self._stance(one)
                for one in item["item"]
                if one["linkId"].endswith("/stance")
            ),
        )

    def _stance(self, item: Json) -> tuple[PersonId, str, Said]:
        by = self._who(_value(item, AUTHOR))
        view = next(one for one in item["item"] if one["linkId"].endswith("/view"))
        code = view["answer"][0]["valueCoding"]["code"]
        return by, code, self.said(item["item"], by)

    def _text(self, answers: list[Json], voice: PersonId) -> AuthoredText:
        if not answers:
            return AuthoredText()
        (answer,) = answers
        words = answer.get("valueString")
        if words is None:
            exact = _value(answer["_valueString"], EXACT)
            words = b64decode(exact).decode()
        written = [_inside(one) for one in answer["extension"]]
        runs = [Run(self._how(one, voice), one["length"]) for one in written]
        return AuthoredText(words, merged(runs))

    def _choice(self, answer: Json, voice: PersonId) -> Choice:
        (written,) = map(_inside, answer["extension"])
        coded = answer.get("valueCoding")
        option = coded["code"] if coded else answer["valueDate"]
        return Choice(option, self._how(written, voice))

    def _line(self, item: Json, voice: PersonId) -> Item:
        parts = {
            one["linkId"].rsplit("/", 1)[1]: one["answer"]
            for one in item.get("item", [])
        }
        marks = [self._choice(one, voice) for one in parts.get("mark", [])]
        words = self._text(parts.get("words", []), voice)
        return Item(words, marks[0] if marks else None)

    def _how(self, written: Json, voice: PersonId) -> Attribution:
        writer = self._who(written["writer"])
        return Attribution(voice, writer, Mode(written["mode"]))

    def _who(self, reference: Json) -> PersonId:
        return self.people[reference["reference"]]


def _value(element: Json, url: str) -> Any:
    (found,) = [one for one in element["extension"] if one["url"] == url]
    (value,) = [found[name] for name in found if name.startswith("value")]
    return value


def _inside(extension: Json) -> Json:
    return {
        part["url"]: next(part[name] for name in part if name.startswith("value"))
        for part in extension["extension"]
    }


def _told(element: Json, name: str) -> Json:
    """What an extension of ours tells; nothing where it is not there."""
    for one in element.get("extension", ()):
        if one["url"] == OURS + name:
            return _inside(one)
    return {}
