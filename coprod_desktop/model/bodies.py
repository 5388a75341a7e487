"""What each kind of entry says, as values and as canonical JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace

from coprod_desktop.model import acts
from coprod_desktop.model.act_json import act_from_json, act_to_json
from coprod_desktop.model.acts import Act, CoSigned, TwoPeople
from coprod_desktop.model.canonical import Json, canonical
from coprod_desktop.model.documents import (
    Confirmation,
    DocumentId,
    Signed,
    StatementId,
    View,
)
from coprod_desktop.model.entries import Kind, Unsigned
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
    recovery_key: bytes = b""
    """Ed25519, 32 bytes: checks what is signed with the recovery code; ``b""`` in
    wards from before it could sign."""


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
    signed: Signed = Signed.WARD


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
    | Act
)

COSIGNED = b"coprod-desktop/cosigned/v1"
RECOVERY = PersonId("recovery-code")
"""Who acts where the ward was opened with its recovery code. Nobody's name."""
RECOVERY_KEY = "recovery_key"
"""The setting that tells what checks the signatures of a newer recovery code."""

_KINDS: dict[type, Kind] = {
    WardMade: Kind.WARD_MADE,
    PersonJoined: Kind.PERSON_JOINED,
    SettingChanged: Kind.SETTING_CHANGED,
    DocumentStarted: Kind.DOCUMENT_STARTED,
    StatementShared: Kind.STATEMENT_SHARED,
    Confirmed: Kind.CONFIRMED,
    StanceTaken: Kind.STANCE_TAKEN,
    **acts.KINDS,
}


def recovery_key_of(body: Body) -> bytes | None:
    """Return what checks the recovery code from this entry on, where it tells that.

    ``b""`` where the code cannot sign. Ed25519, 32 bytes.

    Raises:
        ValueError: What it tells is no such key.
    """
    if isinstance(body, WardMade):
        return body.recovery_key
    if not isinstance(body, SettingChanged) or body.name != RECOVERY_KEY:
        return None
    key = bytes.fromhex(body.value)
    if len(key) != 32:
        raise ValueError("a key has 32 bytes")
    return key


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


def cosigned_bytes(unsigned: Unsigned, body: TwoPeople) -> bytes:
    """Return what the second person signs: the whole entry, but for that signature.

    Raises:
        ValueError: The act has no second person.
    """
    if body.cosigned is None:
        raise ValueError("nobody else signs this")
    bare = replace(body, cosigned=CoSigned(body.cosigned.by))
    asked = replace(unsigned, body=body_to_text(bare))
    return COSIGNED + asked.canonical_bytes()


def _to_json(body: Body) -> Json:
    match body:
        case WardMade(name, recovery):
            key = {"recovery_key": recovery.hex()} if recovery else {}
            return {"name": name, **key}
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
        case StatementShared():
            return _shared_to_json(body)
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
            return act_to_json(body)


def _from_json(kind: Kind, value: Json) -> Body:
    match kind:
        case Kind.WARD_MADE:
            recovery = bytes.fromhex(value.get("recovery_key", ""))
            return WardMade(value["name"], recovery)
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
            return _shared_from_json(value)
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
            return act_from_json(kind, value)


def _shared_to_json(body: StatementShared) -> Json:
    # Left out where the ward's key signed: so it was before there were others.
    key = {} if body.signed is Signed.WARD else {"signed": body.signed.value}
    return {
        "statement": body.statement,
        "question": body.question,
        "voice": body.voice,
        "version": body.version,
        "said": said_to_json(body.said),
        **key,
    }


def _shared_from_json(value: Json) -> StatementShared:
    return StatementShared(
        StatementId(value["statement"]),
        value["question"],
        PersonId(value["voice"]),
        int(value["version"]),
        said_from_json(value["said"]),
        Signed(value.get("signed", Signed.WARD)),
    )
