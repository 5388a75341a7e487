"""The words of a document as JSON: whole, canonical, as docs/words-json.md tells."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from coprod_desktop.exchange.plain_json import (
    FIRST_SCHEMA,
    SCHEMA,
    Origin,
    document_text,
)
from coprod_desktop.model.authored_text import Attribution, AuthoredText, Mode
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
    Question,
    QuestionKind,
    Section,
)
from coprod_desktop.model.people import People, Person, PersonId, Role
from coprod_desktop.model.said import Said
from coprod_desktop.model.wire import said_fingerprint, said_from_json

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
SAM, PRIYA, ROBIN, ALEX = (PersonId(one) for one in ("sam", "priya", "robin", "alex"))
PEOPLE = People(
    (
        Person(PRIYA, "Priya Sample", Role.NURSE, "Nurse"),
        Person(ROBIN, "Robin Specimen", Role.DOCTOR, "Doctor"),
        Person(ALEX, "Alex Test", Role.PATIENT),
        Person(SAM, "Sam Example", Role.PATIENT),
    )
)
FORM = FormTemplate(
    "plan",
    1,
    "plan",
    (
        Section(
            "one",
            "star",
            (
                Question("first", QuestionKind.AGREEMENT, "star"),
                Question("second", QuestionKind.WORDS, "star"),
                Question("third", QuestionKind.WORDS, "star"),
            ),
        ),
    ),
)
WORDS = FormWords(
    "en",
    "My plan",
    "",
    prompts={"first": "Yes?", "second": "What?", "third": "Why?"},
    options={"first": {"yes": "Yes"}},
)


def said(writer: PersonId, voice: PersonId = SAM, words: str = "wŷ") -> Said:
    mode = Mode.TYPED if writer == voice else Mode.WORD_FOR_WORD
    return Said(text=AuthoredText.by(Attribution(voice, writer, mode), words))


def statement(question: str, what: Said, **more: Any) -> Statement:
    voice = next(iter(what.voices))
    return Statement(StatementId(question), question, voice, what, 1, NOON, 7, **more)


def told(*statements: Statement, **more: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(text_of(*statements, **more))
    return found


def text_of(
    *statements: Statement,
    head: int = 9,
    flags: tuple[Flag, ...] = (),
    schema: str = SCHEMA,
) -> str:
    document = Document(DocumentId("d"), "plan", 1, SAM, PRIYA, NOON, statements, head)
    unsigned = Unsigned(8, "ward", "d", Kind.CONFIRMED, "{}", SAM, "", NO_HASH)
    newest = Entry(unsigned, b"\x01" * 32, b"")
    origin = Origin("w", "Larch", newest, flags, schema)
    return document_text(document, FORM, WORDS, PEOPLE, origin)


def test_only_answered_questions_stand_there_in_the_form_s_order() -> None:
    found = told(statement("second", said(SAM)), statement("first", said(SAM)))

    assert [one["id"] for one in found["questions"]] == ["first", "second"]
    assert found["questions"][0]["options"] == {"yes": "Yes"}
    assert "options" not in found["questions"][1]
    assert found["schema"] == SCHEMA


def test_only_people_who_appear_are_named() -> None:
    found = told(statement("first", said(PRIYA)))

    assert [one["id"] for one in found["people"]] == ["priya", "sam"]


def test_witnesses_writers_and_those_who_take_a_stance_appear() -> None:
    what = said(PRIYA)
    confirmation = Confirmation(ReadBack.YES, said_fingerprint(what), NOON, ROBIN)
    stance = Stance(ALEX, View.SOME, said(ALEX, ALEX), NOON, 1)

    found = told(statement("first", what, confirmation=confirmation, stances=(stance,)))

    assert {one["id"] for one in found["people"]} == {"priya", "robin", "alex", "sam"}
    (one,) = found["questions"][0]["statements"]
    assert one["confirmation"]["witness"] == "robin"
    assert one["stances"][0]["view"] == "some"
    assert one["standing"] == "agreed"


def test_what_was_said_comes_back_as_it_was() -> None:
    found = told(statement("second", said(PRIYA)))

    (one,) = found["questions"][0]["statements"]
    assert said_from_json(one["said"]) == said(PRIYA)
    assert one["confirmation"] is None


def test_former_versions_are_known_by_their_fingerprint_alone() -> None:
    former = statement("second", said(SAM, words="canary"))
    found = text_of(replace(statement("second", said(SAM)), earlier=(former,)))

    assert "canary" not in found
    assert said_fingerprint(former.said) in found


def test_who_signed_and_what_was_marked_stands_with_a_statement() -> None:
    what = said(PRIYA)
    pressed = Mark(MarkKind.PRESSED, 1, ALEX, NOON)
    kept_off = Mark(MarkKind.NOT_MINE, 1, ROBIN, NOON, is_printed=False)

    found = told(
        statement(
            "second",
            what,
            signed=Signed.SCRIBE,
            signed_by=PRIYA,
            confirmed_by=PRIYA,
            marks=(pressed, kept_off),
        )
    )

    (one,) = found["questions"][0]["statements"]
    assert (one["signed"], one["signed_by"]) == ("scribe", "priya")
    assert one["confirmed_by"] == "priya"
    assert one["marks"] == [
        {
            "kind": "pressed",
            "version": 1,
            "by": "alex",
            "at": "2026-03-02T12:00:00.000000Z",
        }
    ]
    assert {one["id"] for one in found["people"]} == {"alex", "priya", "sam"}


def test_what_a_meeting_was_told_stands_there_with_its_answers() -> None:
    answer = FlagAnswer(ROBIN, said(ROBIN, ROBIN, "we will"), NOON, 12)
    flag = Flag(FlagId("f"), SAM, ALEX, said(ALEX, ALEX), NOON, 11, (answer,))

    found = json.loads(text_of(flags=(flag,)))

    (one,) = found["flags"]
    assert (one["voice"], one["entry"]) == ("alex", 11)
    assert said_from_json(one["said"]) == said(ALEX, ALEX)
    assert [each["by"] for each in one["answers"]] == ["robin"]
    assert {each["id"] for each in found["people"]} == {"alex", "priya", "robin", "sam"}


def test_the_first_schema_tells_of_nothing_that_came_later() -> None:
    one = statement("second", said(SAM), signed=Signed.OWN)

    found = json.loads(text_of(one, schema=FIRST_SCHEMA))

    assert found["schema"] == "coprod-words/1"
    assert "flags" not in found
    (first,) = found["questions"][0]["statements"]
    assert {"signed", "confirmed_by", "marks"}.isdisjoint(first)


def test_the_text_does_not_change_while_the_ward_s_record_grows() -> None:
    one = statement("second", said(SAM))

    assert text_of(one, head=9) == text_of(one, head=99)
    assert told(one)["head"] == {"entry": 8, "hash": "01" * 32}


def test_the_text_is_canonical() -> None:
    text = text_of(statement("second", said(SAM)))

    again = json.dumps(
        json.loads(text), sort_keys=True, ensure_ascii=False, separators=(",", ":")
    )
    assert text == again
    assert "wŷ" in text


def test_the_page_about_it_shows_an_example_of_the_same_shape() -> None:
    page = Path(__file__).parents[2] / "docs" / "words-json.md"
    found = re.search(r"```json\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None
    example = json.loads(found[1])
    real = told(statement("second", said(PRIYA)))

    assert example.keys() == real.keys()
    ours, theirs = example["questions"][0], real["questions"][0]
    assert ours.keys() == theirs.keys()
    assert ours["statements"][0].keys() == theirs["statements"][0].keys()
    assert said_from_json(ours["statements"][0]["said"]).needs_reading_back
