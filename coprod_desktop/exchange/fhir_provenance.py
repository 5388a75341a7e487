"""Who said it, who wrote it down, who agreed to it: FHIR R4 Provenance.

One for each statement, each stance and each thing that a meeting was told. A verifier
stands only where the person heard the words and said yes: silence is not agreement.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from coprod_desktop.exchange.fhir_codes import coded
from coprod_desktop.exchange.fhir_goals import goals_of
from coprod_desktop.exchange.fhir_response import (
    answer_name,
    newest_stances,
    stance_name,
)
from coprod_desktop.exchange.fhir_source import OURS, TARGET_ELEMENT, Source, filled
from coprod_desktop.model.authored_text import Attribution, Mode
from coprod_desktop.model.canonical import Json
from coprod_desktop.model.documents import Standing, Statement
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.said import Said
from coprod_desktop.model.sheet_photographs import SheetPhotograph
from coprod_desktop.model.wire import instant_to_json, said_fingerprint

_PARTICIPANT = "http://terminology.hl7.org/CodeSystem/provenance-participant-type"
_PARTICIPATION = "http://terminology.hl7.org/CodeSystem/v3-ParticipationType"
_OPERATION = "http://terminology.hl7.org/CodeSystem/v3-DataOperation"

_AGENTS = {
    "author": (_PARTICIPANT, "author", "Author"),
    "enterer": (_PARTICIPANT, "enterer", "Enterer"),
    "verifier": (_PARTICIPANT, "verifier", "Verifier"),
    "witness": (_PARTICIPATION, "WIT", "witness"),
}


@dataclass(frozen=True, slots=True)
class _Told:
    """Some words of one voice, and the element in which they stand."""

    element: str
    voice: PersonId
    said: Said
    at: datetime


def provenances(source: Source) -> Iterator[Json]:
    """Yield the Provenance of everything that somebody said in the document."""
    for flag in source.origin.flags:
        yield _provenance(source, _Told(flag.id, flag.voice, flag.said, flag.at))
        for answer in flag.answers:
            element = answer_name(flag, answer)
            told = _Told(element, answer.by, answer.said, answer.at)
            yield _provenance(source, told)
    for question in source.template.questions():
        for statement in source.document.answers(question.id):
            yield _of_statement(source, statement)
            for stance in newest_stances(statement):
                element = stance_name(statement, stance)
                told = _Told(element, stance.by, stance.said, stance.at)
                yield _provenance(source, told)


def _of_statement(source: Source, statement: Statement) -> Json:
    told = _Told(statement.id, statement.voice, statement.said, statement.shared_at)
    found = _provenance(source, told)
    for goal in goals_of(source, statement):
        found["target"].append({"reference": f"urn:uuid:{goal['id']}"})
    standing = coded(source, "standing", statement.standing)
    found["activity"] = _activity(statement) | {"text": standing["display"]}
    if statement.standing is Standing.AGREED:
        found["agent"].append(_agent(source, "verifier", statement.voice))
    back = statement.confirmation
    if back and back.witness:
        found["agent"].append(_agent(source, "witness", back.witness))
    found["entity"] = [
        *(_former(one) for one in statement.earlier),
        *(
            _photograph(source, one)
            for one in source.origin.photographs
            if one.is_of(statement)
        ),
    ]
    return filled(found)


def _activity(statement: Statement) -> Json:
    code, display = ("UPDATE", "revise") if statement.earlier else ("CREATE", "create")
    return {"coding": [{"system": _OPERATION, "code": code, "display": display}]}


def _former(statement: Statement) -> Json:
    """Return a former version, known by its fingerprint alone."""
    value = said_fingerprint(statement.said)
    identifier = {"system": OURS + "fingerprint", "value": value}
    return {"role": "revision", "what": {"identifier": identifier}}


def _photograph(source: Source, one: SheetPhotograph) -> Json:
    """Return the handwriting that words were copied off, known by its fingerprint."""
    identifier = {"system": OURS + "photograph", "value": one.sha256.hex()}
    brought = {"who": source.person(one.by)}
    return {"role": "source", "what": {"identifier": identifier}, "agent": [brought]}


def _provenance(source: Source, told: _Told) -> Json:
    target = source.response() | {
        "extension": [{"url": TARGET_ELEMENT, "valueUri": told.element}]
    }
    return {
        "resourceType": "Provenance",
        "id": source.id_of("provenance", told.element),
        "target": [target],
        "recorded": instant_to_json(told.at),
        "agent": [
            _agent(source, "author", told.voice),
            *_enterers(source, told),
        ],
    }


def _enterers(source: Source, told: _Told) -> Iterator[Json]:
    """Yield who wrote words down, the voice first, each with the ways they did."""
    ways: dict[PersonId, list[Mode]] = {}
    own = Attribution(told.voice, told.voice, Mode.CHOSEN)
    # A view without a word was still somebody's to choose.
    found = told.said.attributions or {own}
    by_name = sorted(found, key=lambda one: (one.writer, one.mode))
    for one in sorted(by_name, key=lambda one: one.writer != told.voice):
        modes = ways.setdefault(one.writer, [])
        if one.mode not in modes:
            modes.append(one.mode)
    for writer, modes in ways.items():
        roles = [{"coding": [coded(source, "mode", mode)]} for mode in modes]
        yield _agent(source, "enterer", writer) | {"role": roles}


def _agent(source: Source, kind: str, who: PersonId) -> Json:
    system, code, display = _AGENTS[kind]
    named = {"system": system, "code": code, "display": display}
    return {"type": {"coding": [named]}, "who": source.person(who)}
