"""What each kind of entry says, as values and as canonical JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import assert_never

from coprod_desktop.model.canonical import Json, canonical
from coprod_desktop.model.documents import (
    Confirmation,
    DocumentId,
    StatementId,
    View,
)
from coprod_desktop.model.entries import Kind
from coprod_desktop.model.people import Person, PersonId
from coprod_desktop.model.said import Said
from coprod_desktop.model.wire import (
    confirmation_from_json,
    confirmation_to_json,
    person_from_json,
    person_to_json,
    said_from_json,
    said_to_json,
)


@dataclass(frozen=True, slots=True)
class WardMade:
    """The ward was made. Follows the joining of whoever made it."""

    name: str


@dataclass(frozen=True, slots=True)
class PersonJoined:
    """Somebody was added, with the key that signs for them."""

    person: Person
    public_key: bytes
    """Ed25519, 32 bytes."""


@dataclass(frozen=True, slots=True)
class SettingChanged:
    """A setting of the ward, such as what its meeting is called."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class DocumentStarted:
    """A form was begun for a patient."""

    document: DocumentId
    template: str
    template_version: int
    patient: PersonId


@dataclass(frozen=True, slots=True)
class StatementShared:
    """A voice shared one version of what they say."""

    statement: StatementId
    question: str
    voice: PersonId
    version: int
    said: Said


@dataclass(frozen=True, slots=True)
class Confirmed:
    """A voice answered when shared or about to be shared words were read back."""

    statement: StatementId
    version: int
    confirmation: Confirmation


@dataclass(frozen=True, slots=True)
class StanceTaken:
    """Somebody said what they think of another's statement."""

    statement: StatementId
    version: int
    view: View
    said: Said


Body = (
    WardMade
    | PersonJoined
    | SettingChanged
    | DocumentStarted
    | StatementShared
    | Confirmed
    | StanceTaken
)

_KINDS: dict[type, Kind] = {
    WardMade: Kind.WARD_MADE,
    PersonJoined: Kind.PERSON_JOINED,
    SettingChanged: Kind.SETTING_CHANGED,
    DocumentStarted: Kind.DOCUMENT_STARTED,
    StatementShared: Kind.STATEMENT_SHARED,
    Confirmed: Kind.CONFIRMED,
    StanceTaken: Kind.STANCE_TAKEN,
}


def kind_of(body: Body) -> Kind:
    """Return the kind of entry that carries this body."""
    return _KINDS[type(body)]


def body_to_text(body: Body) -> str:
    """Return a body as canonical JSON."""
    return canonical(_to_json(body))


def body_from_text(kind: Kind, text: str) -> Body:
    """Return the body that an entry of this kind tells.

    Raises:
        KeyError, ValueError: The text is not such a body.
    """
    return _from_json(kind, json.loads(text))


def _to_json(body: Body) -> Json:
    match body:
        case WardMade(name):
            return {"name": name}
        case PersonJoined(person, key):
            return {"person": person_to_json(person), "public_key": key.hex()}
        case SettingChanged(name, value):
            return {"name": name, "value": value}
        case DocumentStarted(document, template, version, patient):
            return {
                "document": document,
                "template": template,
                "template_version": version,
                "patient": patient,
            }
        case StatementShared(statement, question, voice, version, said):
            return {
                "statement": statement,
                "question": question,
                "voice": voice,
                "version": version,
                "said": said_to_json(said),
            }
        case Confirmed(statement, version, confirmation):
            return {
                "statement": statement,
                "version": version,
                "confirmation": confirmation_to_json(confirmation),
            }
        case StanceTaken(statement, version, view, said):
            return {
                "statement": statement,
                "version": version,
                "view": view.value,
                "said": said_to_json(said),
            }
        case _:
            assert_never(body)


def _from_json(kind: Kind, value: Json) -> Body:
    match kind:
        case Kind.WARD_MADE:
            return WardMade(value["name"])
        case Kind.PERSON_JOINED:
            return PersonJoined(
                person_from_json(value["person"]), bytes.fromhex(value["public_key"])
            )
        case Kind.SETTING_CHANGED:
            return SettingChanged(value["name"], value["value"])
        case Kind.DOCUMENT_STARTED:
            return DocumentStarted(
                DocumentId(value["document"]),
                value["template"],
                int(value["template_version"]),
                PersonId(value["patient"]),
            )
        case Kind.STATEMENT_SHARED:
            return StatementShared(
                StatementId(value["statement"]),
                value["question"],
                PersonId(value["voice"]),
                int(value["version"]),
                said_from_json(value["said"]),
            )
        case Kind.CONFIRMED:
            return Confirmed(
                StatementId(value["statement"]),
                int(value["version"]),
                confirmation_from_json(value["confirmation"]),
            )
        case Kind.STANCE_TAKEN:
            return StanceTaken(
                StatementId(value["statement"]),
                int(value["version"]),
                View(value["view"]),
                said_from_json(value["said"]),
            )
        case _:
            assert_never(kind)
