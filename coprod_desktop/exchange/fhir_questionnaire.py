"""The form itself as a FHIR R4 Questionnaire, in the words in which it was asked.

A question is a group that may repeat, once for each voice that answers. Its parts are
those of :mod:`coprod_desktop.exchange.fhir_response`.
"""

from __future__ import annotations

import re

from coprod_desktop.exchange.fhir_codes import codes_of, options_of
from coprod_desktop.exchange.fhir_response import NOT_FAIR
from coprod_desktop.exchange.fhir_source import (
    OURS,
    Source,
    derived_id,
    filled,
)
from coprod_desktop.exchange.fit_text import shown
from coprod_desktop.model.canonical import Json, canonical
from coprod_desktop.model.forms import Question, QuestionKind, Section

_LISTS = (QuestionKind.PEOPLE, QuestionKind.TOPICS)


def questionnaire(source: Source) -> Json:
    """Return the Questionnaire.

    Its id comes from its content, so the same words have the same id in every ward and
    other words have another.
    """
    template, words = source.template, source.words
    told = filled(
        {
            "resourceType": "Questionnaire",
            "language": words.language,
            "identifier": [{"system": OURS + "form", "value": template.id}],
            "version": str(template.version),
            "name": _name(template.id),
            "title": shown(words.title),
            "status": "active",
            "subjectType": ["Patient"],
            "publisher": shown(template.written_by),
            "item": [
                _not_fair(source),
                *(_section(source, one) for one in template.sections),
            ],
        }
    )
    made = derived_id("questionnaire", canonical(told))
    return told | {"id": made, "url": f"urn:uuid:{made}"}


def canonical_of(form: Json) -> str:
    """Return how a response names the form that it answers."""
    return f"{form['url']}|{form['version']}"


def _name(form: str) -> str:
    """Return a name that a machine can use, as FHIR asks: letters and digits."""
    parts = re.findall(r"[A-Za-z0-9]+", form)
    return "Form" + "".join(part.capitalize() for part in parts)


def _section(source: Source, section: Section) -> Json:
    told = {
        "linkId": f"part/{section.id}",
        "type": "group",
        "text": shown(source.words.sections.get(section.id, "")),
        "item": [_question(source, one) for one in section.questions],
    }
    return filled(told)


def _question(source: Source, question: Question) -> Json:
    link, kind = question.id, question.kind
    options = [] if kind in _LISTS else options_of(source, question)
    is_many = kind is QuestionKind.CHOOSE_MANY
    chosen = _choice(source, link, "chosen", "exchange.chosen", options)
    items = [
        *_whose(source, link),
        _choice(
            *(source, link, "standing", "exchange.standing"),
            codes_of(source, "standing"),
        ),
        _choice(*(source, link, "mark", "exchange.mark"), codes_of(source, "mark"))
        | {"repeats": True},
        *([chosen | {"repeats": is_many}] if options else []),
        *_dates(source, question),
        *_lines(source, question),
        *_words(source, link),
        _stance(source, link),
    ]
    prompt = shown(source.words.prompts[question.id])
    return _group(link, prompt, items)


def _group(link: str, text: str, items: list[Json]) -> Json:
    return {
        "linkId": link,
        "type": "group",
        "text": text,
        "repeats": True,
        "item": items,
    }


def _leaf(source: Source, link: str, part: str, kind: str, label: str) -> Json:
    text = source.catalogue.text(label)
    return {"linkId": f"{link}/{part}", "type": kind, "text": text}


def _choice(
    source: Source, link: str, part: str, label: str, options: list[Json]
) -> Json:
    can_be = [{"valueCoding": one} for one in options]
    return _leaf(source, link, part, "choice", label) | {"answerOption": can_be}


def _whose(source: Source, link: str) -> list[Json]:
    return [_leaf(source, link, "voice", "reference", "exchange.voice")]


def _dates(source: Source, question: Question) -> list[Json]:
    if question.kind is not QuestionKind.DATE:
        return []
    return [_leaf(source, question.id, "date", "date", "exchange.date")]


def _lines(source: Source, question: Question) -> list[Json]:
    if question.kind not in _LISTS:
        return []
    link, options = question.id, options_of(source, question)
    items = [_leaf(source, link, "line/words", "text", "exchange.line_words")]
    if options:
        mark = _choice(source, link, "line/mark", "exchange.line_mark", options)
        items.append(mark)
    label = source.catalogue.text("exchange.line")
    return [_group(f"{link}/line", label, items)]


def _words(source: Source, link: str) -> list[Json]:
    ways = codes_of(source, "way-out")
    return [
        _choice(source, link, "way-out", "exchange.way_out", ways),
        _leaf(source, link, "words", "text", "exchange.words"),
    ]


def _stance(source: Source, link: str) -> Json:
    link = f"{link}/stance"
    views = codes_of(source, "view")
    items = [
        *_whose(source, link),
        _choice(source, link, "view", "exchange.view", views),
        _leaf(source, link, "about", "string", "exchange.about"),
        _leaf(source, link, "words", "text", "exchange.words"),
    ]
    return _group(link, source.catalogue.text("exchange.stance"), items)


def _not_fair(source: Source) -> Json:
    link = f"{NOT_FAIR}/answer"
    answered = [
        *_whose(source, link),
        _leaf(source, link, "words", "text", "exchange.words"),
    ]
    states = codes_of(source, "state")
    items = [
        *_whose(source, NOT_FAIR),
        _choice(source, NOT_FAIR, "state", "exchange.state", states),
        _leaf(source, NOT_FAIR, "words", "text", "exchange.words"),
        _group(link, source.catalogue.text("exchange.answer"), answered),
    ]
    return _group(NOT_FAIR, source.catalogue.text("pdf.not_fair.title"), items)
