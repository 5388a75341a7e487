"""Goals: what somebody wants to happen, where a form asks for that.

A form asks for goals where a question wears the picture ``goal``. A goal is made of
words that are their voice's own, or that the voice heard and said yes to; of no others,
so that nobody is given a goal that they did not agree to. It is always *proposed*:
nobody here accepts a goal for a patient.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from coprod_desktop.exchange.fhir_codes import coded
from coprod_desktop.exchange.fhir_response import newest_stances
from coprod_desktop.exchange.fhir_settled import is_agreed
from coprod_desktop.exchange.fhir_source import OURS, Source, filled
from coprod_desktop.exchange.fit_text import shown
from coprod_desktop.model.canonical import Json
from coprod_desktop.model.documents import Stance, Statement
from coprod_desktop.model.wire import instant_to_json

PICTURE = "goal"

_MARK_DOWN = re.compile(r"([\\`*_{}\[\]()<>#+!|~&-])")


def goals(source: Source) -> Iterator[Json]:
    """Yield the goals of a document, in the form's order."""
    for question in source.template.questions():
        for statement in source.document.answers(question.id):
            yield from goals_of(source, statement)


def goals_of(source: Source, statement: Statement) -> tuple[Json, ...]:
    """Return the goals that one statement tells: its words, or each of its lines."""
    asked = source.template.question(statement.question)
    if asked.picture != PICTURE or not is_agreed(statement):
        return ()
    texts = [one.text for one in statement.said.words if one.text.strip()]
    return tuple(
        _goal(source, statement, number, text)
        for number, text in enumerate(texts, start=1)
    )


def _goal(source: Source, statement: Statement, number: int, text: str) -> Json:
    name = f"{statement.id} {number}"
    told = {
        "resourceType": "Goal",
        "id": source.id_of("goal", name),
        "language": source.words.language,
        "identifier": [{"system": OURS + "statement", "value": name}],
        "lifecycleStatus": "proposed",
        "description": {"text": shown(text)},
        "subject": source.person(source.document.patient),
        "statusDate": instant_to_json(statement.shared_at)[:10],
        "expressedBy": source.person(statement.voice),
        "note": [_note(source, one) for one in newest_stances(statement)],
    }
    return filled(told)


def _note(source: Source, stance: Stance) -> Json:
    """Return what somebody thinks of a goal; their words stand in the response."""
    view = str(coded(source, "view", stance.view).get("display"))
    # FHIR takes a note for Markdown: a name must not become a heading or a link.
    name = _MARK_DOWN.sub(r"\\\1", shown(source.people[stance.by].name))
    return {
        "authorReference": source.person(stance.by),
        "time": instant_to_json(stance.at),
        "text": f"{name}: {view}",
    }
