"""Records made up for the tests of the model, and what is read back from them."""

from __future__ import annotations

from coprod_desktop.model.authored_text import AuthoredText
from coprod_desktop.model.bodies import (
    Body,
    Confirmed,
    DocumentStarted,
    StanceTaken,
    StatementShared,
    body_to_text,
    kind_of,
)
from coprod_desktop.model.documents import (
    Confirmation,
    DocumentId,
    ReadBack,
    StatementId,
    View,
)
from coprod_desktop.model.entries import (
    NO_HASH,
    Entry,
    Unsigned,
)
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.record import (
    fold_document,
)
from coprod_desktop.model.said import Said
from coprod_desktop.model.wire import instant_to_json, said_fingerprint
from tests.model.values import NOON, PRIYA, SAM, said, scribe

DOCUMENT, OTHER = DocumentId("document"), DocumentId("other")
WORDS, BESIDE = StatementId("words"), StatementId("beside")

Told = tuple[PersonId, DocumentId | None, Body]
START: Told = (PRIYA, DOCUMENT, DocumentStarted(DOCUMENT, "care-plan", 1, SAM))
WRITTEN_FOR = Said(text=AuthoredText.by(scribe(SAM, PRIYA), "walks"))


def shared(
    voice: PersonId, what: Said, version: int = 1, statement: StatementId = WORDS
) -> Told:
    body = StatementShared(statement, "recovery", voice, version, what)
    return (voice, DOCUMENT, body)


def confirmed(what: Said, by: PersonId = SAM, version: int = 1) -> Told:
    confirmation = Confirmation(ReadBack.YES, said_fingerprint(what), NOON)
    return (by, DOCUMENT, Confirmed(WORDS, version, confirmation))


def stance(by: PersonId, view: View = View.DISAGREE, version: int = 1) -> Told:
    body = StanceTaken(WORDS, version, view, said(by, "no"))
    return (by, DOCUMENT, body)


def entries(*told: Told) -> list[Entry]:
    found: list[Entry] = []
    previous = NO_HASH
    for number, (by, document, body) in enumerate(told, start=1):
        unsigned = Unsigned(
            number,
            "ward",
            document or "",
            kind_of(body),
            body_to_text(body),
            by,
            instant_to_json(NOON),
            previous,
        )
        previous = unsigned.hash()
        found.append(Entry(unsigned, previous, b"signed by " + by.encode()))
    return found


def folded(*told: Told):
    return fold_document(entries(*told), DOCUMENT)


def only(*told: Told):
    (statement,) = folded(START, *told).statements
    return statement
