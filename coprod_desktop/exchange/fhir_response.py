"""The filled-in form: a FHIR R4 QuestionnaireResponse.

Each statement is one repetition of its question's group. It says first whose words it
holds and whether that person agreed to them, in words and in codes, so that a system
which shows items alone shows both.
"""

from __future__ import annotations

from collections.abc import Iterator

from coprod_desktop.exchange.fhir_codes import State, coded
from coprod_desktop.exchange.fhir_narrative import narrative
from coprod_desktop.exchange.fhir_said import Place, said_items, whose
from coprod_desktop.exchange.fhir_settled import is_settled
from coprod_desktop.exchange.fhir_source import OURS, Source, extension, filled
from coprod_desktop.exchange.fit_text import shown
from coprod_desktop.model.canonical import Json
from coprod_desktop.model.documents import Mark, Stance, Statement
from coprod_desktop.model.flags import Flag, FlagAnswer
from coprod_desktop.model.forms import Question, QuestionKind
from coprod_desktop.model.wire import instant_to_json, said_fingerprint

NOT_FAIR = "meeting/not-fair"
"""The link of what a meeting was told is not fair; no question's id has a slash."""


def response(source: Source, questionnaire: str) -> Json:
    """Return the QuestionnaireResponse; ``questionnaire`` is the form's canonical."""
    document, origin = source.document, source.origin
    at = origin.newest.unsigned.at
    items = [*_not_fair(source), *_sections(source)]
    told = {
        "resourceType": "QuestionnaireResponse",
        "id": source.id_of("response", document.id),
        "meta": {"versionId": str(origin.newest.number), "lastUpdated": at},
        "language": source.words.language,
        "text": narrative(source.words.title, items),
        "identifier": {"system": OURS + "document", "value": document.id},
        "questionnaire": questionnaire,
        "status": "completed" if is_settled(source) else "in-progress",
        "subject": source.person(document.patient),
        "authored": at,
        "item": items,
    }
    return filled(told)


def newest_stances(statement: Statement) -> tuple[Stance, ...]:
    """Return what each person thinks now, in the order in which they first said."""
    return tuple({stance.by: stance for stance in statement.stances}.values())


def stance_name(statement: Statement, stance: Stance) -> str:
    """Return the id of a stance's element; an element's id holds no white space."""
    return f"{statement.id}.{stance.by}"


def answer_name(flag: Flag, answer: FlagAnswer) -> str:
    """Return the id of the element of an answer to a flag."""
    return f"{flag.id}.{answer.number}"


def _sections(source: Source) -> Iterator[Json]:
    for section in source.template.sections:
        items = [
            _statement(source, question, statement)
            for question in section.questions
            for statement in source.document.answers(question.id)
        ]
        if items:
            heading = shown(source.words.sections.get(section.id, ""))
            link = f"part/{section.id}"
            yield filled({"linkId": link, "text": heading, "item": items})


def _statement(source: Source, question: Question, statement: Statement) -> Json:
    is_date = question.kind is QuestionKind.DATE
    place = Place(source, question.id, statement.voice, question.id, is_date)
    standing = coded(source, "standing", statement.standing)
    marks = [_mark(source, one) for one in statement.marks if one.is_printed]
    stances = (_stance(source, statement, one) for one in newest_stances(statement))
    return {
        "id": statement.id,
        "linkId": question.id,
        "text": shown(source.words.prompts[question.id]),
        "extension": [
            source.author(statement.voice),
            _told_of(source, statement),
        ],
        "item": [
            whose(place),
            place.told("standing", "exchange.standing", {"valueCoding": standing}),
            *place.leaf("mark", "exchange.mark", marks),
            *said_items(place, statement.said),
            *stances,
        ],
    }


def _told_of(source: Source, statement: Statement) -> Json:
    """Return what the record tells of a statement beside its words."""
    back = statement.confirmation
    signer, witness = statement.signed_by, back.witness if back else None
    confirmer = statement.confirmed_by if back else None
    return extension(
        "statement",
        version__valuePositiveInt=statement.version,
        entry__valuePositiveInt=statement.number,
        shared_at__valueInstant=instant_to_json(statement.shared_at),
        fingerprint__valueString=said_fingerprint(statement.said),
        signed__valueCode=statement.signed.value,
        signed_by__valueReference=source.person(signer) if signer else None,
        read_back__valueCode=back.answer.value if back else None,
        read_back_at__valueInstant=instant_to_json(back.at) if back else None,
        witness__valueReference=source.person(witness) if witness else None,
        confirmed_by__valueReference=source.person(confirmer) if confirmer else None,
    )


def _mark(source: Source, mark: Mark) -> Json:
    told = extension(
        "marked",
        by__valueReference=source.person(mark.by),
        at__valueInstant=instant_to_json(mark.at),
        version__valuePositiveInt=mark.version,
    )
    return {"valueCoding": coded(source, "mark", mark.kind), "extension": [told]}


def _stance(source: Source, statement: Statement, stance: Stance) -> Json:
    place = Place(source, f"{statement.question}/stance", stance.by)
    view = {"valueCoding": coded(source, "view", stance.view)}
    told = extension(
        "stance",
        at__valueInstant=instant_to_json(stance.at),
        version__valuePositiveInt=stance.version,
    )
    about = []
    if stance.version != statement.version:
        earlier = {"valueString": source.catalogue.text("pdf.stance.earlier")}
        about = [place.told("about", "exchange.about", earlier)]
    return {
        "id": stance_name(statement, stance),
        "linkId": place.link,
        "text": source.catalogue.text("exchange.stance"),
        "extension": [source.author(stance.by), told],
        "item": [
            whose(place),
            *place.leaf("view", "exchange.view", [view]),
            *about,
            *said_items(place, stance.said),
        ],
    }


def _not_fair(source: Source) -> Iterator[Json]:
    for flag in source.origin.flags:
        place = Place(source, NOT_FAIR, flag.voice)
        state = State.OPEN if flag.is_open else State.ANSWERED
        told = {"valueCoding": coded(source, "state", state)}
        yield {
            "id": flag.id,
            "linkId": NOT_FAIR,
            "text": source.catalogue.text("pdf.not_fair.title"),
            "extension": [
                source.author(flag.voice),
                extension(
                    "not-fair",
                    entry__valuePositiveInt=flag.number,
                    at__valueInstant=instant_to_json(flag.at),
                ),
            ],
            "item": [
                whose(place),
                place.told("state", "exchange.state", told),
                *said_items(place, flag.said),
                *(_answer(source, flag, one) for one in flag.answers),
            ],
        }


def _answer(source: Source, flag: Flag, answer: FlagAnswer) -> Json:
    place = Place(source, f"{NOT_FAIR}/answer", answer.by)
    told = extension(
        "answer",
        entry__valuePositiveInt=answer.number,
        at__valueInstant=instant_to_json(answer.at),
    )
    return {
        "id": answer_name(flag, answer),
        "linkId": place.link,
        "text": source.catalogue.text("exchange.answer"),
        "extension": [source.author(answer.by), told],
        "item": [whose(place), *said_items(place, answer.said)],
    }
