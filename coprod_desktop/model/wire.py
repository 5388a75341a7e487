"""What people said, as canonical JSON: the one shape for the record, drafts and paper.

Keys are sorted, nothing is escaped that need not be, there is no white space; so equal
values give equal text. Schema: docs/words-json.md.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime

from coprod_desktop.model.authored_text import (
    Attribution,
    AuthoredText,
    Mode,
    Run,
)
from coprod_desktop.model.canonical import Json, canonical
from coprod_desktop.model.documents import Confirmation, ReadBack
from coprod_desktop.model.people import Person, PersonId, Role
from coprod_desktop.model.said import Choice, Item, Said, fingerprint

_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z", re.ASCII)


def said_to_json(said: Said) -> Json:
    """Return an answer as JSON values; parts that are empty are left out."""
    found: Json = {}
    if said.text.text:
        found["text"] = text_to_json(said.text)
    if said.chosen:
        found["chosen"] = [_choice_to_json(one) for one in said.chosen]
    if said.items:
        found["items"] = [_item_to_json(item) for item in said.items]
    if said.way_out:
        found["way_out"] = _choice_to_json(said.way_out)
    return found


def said_from_json(value: Json) -> Said:
    """Return the answer that these JSON values tell.

    Raises:
        KeyError, ValueError: The values are not such an answer.
    """
    way_out = value.get("way_out")
    return Said(
        text=text_from_json(value["text"]) if "text" in value else AuthoredText(),
        chosen=tuple(_choice_from_json(one) for one in value.get("chosen", [])),
        items=tuple(_item_from_json(item) for item in value.get("items", [])),
        way_out=_choice_from_json(way_out) if way_out else None,
    )


def text_to_json(text: AuthoredText) -> Json:
    """Return authored text as its words and a list of runs."""
    runs = [
        {"length": run.length, **attribution_to_json(run.attribution)}
        for run in text.runs
    ]
    return {"words": text.text, "runs": runs}


def text_from_json(value: Json) -> AuthoredText:
    """Return the authored text that these JSON values tell.

    Raises:
        KeyError, ValueError: The values are not such a text.
    """
    runs = tuple(
        Run(attribution_from_json(run), int(run["length"])) for run in value["runs"]
    )
    return AuthoredText(value["words"], runs)


def attribution_to_json(attribution: Attribution) -> Json:
    """Return whose words, who wrote them down, and how."""
    return {
        "voice": attribution.voice,
        "writer": attribution.writer,
        "mode": attribution.mode.value,
    }


def attribution_from_json(value: Json) -> Attribution:
    """Return the attribution that these JSON values tell.

    Raises:
        KeyError, ValueError: The values are not an attribution.
    """
    return Attribution(
        PersonId(value["voice"]), PersonId(value["writer"]), Mode(value["mode"])
    )


def person_to_json(person: Person) -> Json:
    """Return a person as JSON values."""
    return {
        "id": person.id,
        "name": person.name,
        "role": person.role.value,
        "title": person.title,
        "beside": person.beside,
    }


def person_from_json(value: Json) -> Person:
    """Return the person that these JSON values tell.

    Raises:
        KeyError, ValueError: The values are not a person.
    """
    beside = value["beside"]
    return Person(
        PersonId(value["id"]),
        value["name"],
        Role(value["role"]),
        value["title"],
        PersonId(beside) if beside else None,
    )


def confirmation_to_json(confirmation: Confirmation) -> Json:
    """Return a read-back as JSON values."""
    return {
        "answer": confirmation.answer.value,
        "of": confirmation.of,
        "at": instant_to_json(confirmation.at),
        "witness": confirmation.witness,
    }


def confirmation_from_json(value: Json) -> Confirmation:
    """Return the read-back that these JSON values tell.

    Raises:
        KeyError, ValueError: The values are not a read-back.
    """
    witness = value["witness"]
    return Confirmation(
        ReadBack(value["answer"]),
        value["of"],
        instant_from_json(value["at"]),
        PersonId(witness) if witness else None,
    )


def instant_to_json(at: datetime) -> str:
    """Return a moment in UTC, ISO 8601, to the microsecond, ending in Z."""
    in_utc = at.astimezone(UTC).replace(tzinfo=None)
    return in_utc.isoformat(timespec="microseconds") + "Z"


def instant_from_json(value: str) -> datetime:
    """Return the moment that such a text tells.

    Raises:
        ValueError: The text is not such a moment.
    """
    # A list reads a hundred of these; strptime would take most of its time.
    if _INSTANT.fullmatch(value) is None:
        raise ValueError(f"a moment in UTC, to the microsecond, not {value!r}")
    return datetime.fromisoformat(value)


def said_fingerprint(said: Said) -> str:
    """Return the fingerprint of an answer: its words, and whose they are."""
    return fingerprint(canonical(said_to_json(said)))


def _choice_to_json(choice: Choice) -> Json:
    return {"option": choice.option, **attribution_to_json(choice.attribution)}


def _choice_from_json(value: Json) -> Choice:
    return Choice(value["option"], attribution_from_json(value))


def _item_to_json(item: Item) -> Json:
    found: Json = {"words": text_to_json(item.words)}
    if item.mark:
        found["mark"] = _choice_to_json(item.mark)
    return found


def _item_from_json(value: Json) -> Item:
    mark = value.get("mark")
    return Item(
        text_from_json(value["words"]), _choice_from_json(mark) if mark else None
    )
