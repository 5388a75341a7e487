"""A ward of many documents, made fast: real entries, chained and signed, in bulk.

What it writes is what the store would have written, one sharing at a time; a test holds
the two against each other on a small ward. It is read through the store alone.
"""

from __future__ import annotations

import hashlib
import random
import sys
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from sqlalchemy import insert

from coprod_desktop.crypto.signing import public_key
from coprod_desktop.model.authored_text import Attribution, AuthoredText, Mode
from coprod_desktop.model.bodies import (
    Body,
    DocumentStarted,
    PersonJoined,
    StatementShared,
    body_to_text,
    kind_of,
)
from coprod_desktop.model.documents import DocumentId, StatementId
from coprod_desktop.model.entries import Entry, Kind, Unsigned
from coprod_desktop.model.people import Person, PersonId, Role
from coprod_desktop.model.said import Said
from coprod_desktop.model.search_words import search_words
from coprod_desktop.model.wire import instant_to_json
from coprod_desktop.store import settings
from coprod_desktop.store.keyring import WardKey, new_recovery_code
from coprod_desktop.store.places import Folder
from coprod_desktop.store.projections import read_head
from coprod_desktop.store.rows import entry_to_values
from coprod_desktop.store.schema import documents, entries, head
from coprod_desktop.store.seeds import Seeds
from coprod_desktop.store.turn import Turn
from coprod_desktop.store.vault import NewWard, Store, make_ward, open_store
from coprod_desktop.store.words_index import patient_word, row_of, words_index
from tests.fakes import MORNING, FakeRandom, fake_world

ANSWERS = 12
DOCUMENTS_A_PATIENT = 50
ROWS_AT_ONCE = 20_000
WORDS = 20_000
SENTENCES = 20_000

STAFF = Person(PersonId("priya"), "Priya Sample", Role.NURSE, "Nurse")
PASSPHRASE = "a quiet green kettle"

COMMONEST = "the"
_COMMON = (
    COMMONEST,
    *[
        "i",
        "to",
        "and",
        "my",
        "a",
        "is",
        "it",
        "of",
        "not",
        "in",
        "when",
        "for",
        "me",
        "with",
        "at",
    ],
)
_AT = instant_to_json(MORNING)
_WORDS, _LENGTH = "WORDS", '"length":5'


@dataclass
class LargeWard:
    """A ward that was made, and somebody in it."""

    folder: Folder
    key: WardKey
    patients: list[PersonId] = field(default_factory=list)
    rare: str = "biscuit"
    """A word that stands in the first document alone."""

    def opened(self) -> Store:
        """Open it, as the program does after the passphrase."""
        return open_store(self.folder, self.key, fake_world(seed="opened"))


def make_large_ward(place: Path, count: int) -> LargeWard:
    """Make a ward of so many documents in a folder."""
    folder, world = Folder(place), fake_world(seed="large")
    code = new_recovery_code(FakeRandom("large"))
    new = NewWard("Larch Ward", STAFF, PASSPHRASE, code)
    ward = LargeWard(folder, make_ward(folder, new, world=world))
    store = ward.opened()
    with store.record._database.transaction() as turn:
        _Bulk(turn, ward).fill(count)
    store.close()
    # The journal knows nothing of all this. Without a file it is written anew.
    for path in (folder.ward / "ward.journal", folder.ward / "ward.drafts"):
        path.unlink(missing_ok=True)
    return ward


def without_memory_security() -> None:
    """Let this whole process not lock and wipe each piece of memory.

    It makes writing in bulk ten times as slow, and cannot be turned off again. Nothing
    is measured in a process that has called this.
    """
    settings._EARLY = settings._EARLY[:1]  # type: ignore[assignment]


class _Bulk:
    """Writes entries by the thousand inside one transaction."""

    def __init__(self, turn: Turn, ward: LargeWard) -> None:
        self._turn = turn
        self._ward = ward
        self._seeds = Seeds(ward.key, FakeRandom("seeds"))
        self._random = random.Random(7)
        self._sentences = [self._sentence() for _ in range(SENTENCES)]
        self._number, self._previous = 0, b""
        self._rows: list[dict[str, object]] = []
        self._found: list[tuple[int, PersonId, list[str]]] = []
        self._lines: list[dict[str, object]] = []

    def fill(self, count: int) -> None:
        # Writing out pages that are written on again would cost more than all else.
        self._turn.connection.exec_driver_sql("PRAGMA cache_size = -400000")
        end = read_head(self._turn)
        self._number, self._previous = end.number, end.hash
        signers = self._join(-(-count // DOCUMENTS_A_PATIENT))
        for number in range(count):
            self._document(signers[number % len(signers)], number)
        self._flush()
        cells = {"number": self._number, "hash": self._previous}
        self._turn.connection.execute(head.update().values(cells))
        self._turn.connection.execute(insert(documents), self._lines)
        self._index()

    def _join(self, count: int) -> list[tuple[PersonId, Sign]]:
        """Let patients in; return what signs for each."""
        by_staff = Sign(self._seeds.of(self._turn, STAFF.id))
        self._staff = by_staff
        signers = []
        for number in range(count):
            person = Person(PersonId(self._id()), f"Sam {number}", Role.PATIENT)
            self._seeds.make(self._turn, person.id)
            sign = Sign(self._seeds.of(self._turn, person.id))
            joined = PersonJoined(person, sign.public)
            self._tell("", joined, STAFF.id, by_staff)
            signers.append((person.id, sign))
            self._ward.patients.append(person.id)
        return signers

    def _document(self, signer: tuple[PersonId, Sign], number: int) -> None:
        patient, sign = signer
        document = DocumentId(self._id())
        started = DocumentStarted(document, "care-plan", 1, patient)
        self._tell(document, started, STAFF.id, self._staff)
        first = self._number
        pattern = body_to_text(_shared("QUESTION", patient, _WORDS))
        for answer in range(ANSWERS):
            said = self._random.choices(self._sentences, k=3)
            if number + answer == 0:
                said.append(self._ward.rare)
            words = " ".join(said)
            body = (
                pattern.replace("QUESTION", f"question-{answer}")
                .replace("STATEMENT", self._id())
                .replace(_WORDS, words)
                .replace(_LENGTH, f'"length":{len(words)}')
            )
            self._write(document, Kind.STATEMENT_SHARED, body, patient, sign)
            self._found.append((self._number, patient, said))
        self._lines.append(
            {
                "id": document,
                "template": "care-plan",
                "template_version": 1,
                "patient": patient,
                "started_at": _AT,
                "started": first,
                "statements": ANSWERS,
                "newest": self._number,
                "changed_at": _AT,
            }
        )

    def _tell(self, document: str, body: Body, by: PersonId, sign: Sign) -> None:
        self._write(document, kind_of(body), body_to_text(body), by, sign)

    def _write(
        self, document: str, kind: Kind, body: str, by: PersonId, sign: Sign
    ) -> None:
        self._number += 1
        ward = self._ward.key.ward_id
        unsigned = Unsigned(
            self._number, ward, document, kind, body, by, _AT, self._previous
        )
        message = unsigned.canonical_bytes()
        self._previous = hashlib.sha256(message).digest()
        entry = Entry(unsigned, self._previous, sign(message))
        self._rows.append(entry_to_values(entry))
        if len(self._rows) == ROWS_AT_ONCE:
            self._flush()

    def _flush(self) -> None:
        if self._rows:
            self._turn.connection.execute(insert(entries), self._rows)
            self._rows = []

    def _index(self) -> None:
        words = {one: search_words(one) for one in self._sentences}
        words[self._ward.rare] = (self._ward.rare,)
        for start in range(len(self._found), 0, -ROWS_AT_ONCE):
            some = self._found[max(0, start - ROWS_AT_ONCE) : start]
            rows = [
                {
                    "rowid": row_of(number),
                    "words": " ".join(
                        {patient_word(patient), *chain(*map(words.__getitem__, said))}
                    ),
                }
                for number, patient, said in reversed(some)
            ]
            self._turn.connection.execute(insert(words_index), rows)

    def _sentence(self) -> str:
        """Half common words; of the others a few are met often and most seldom."""
        count = self._random.randint(4, 16)
        words = [COMMONEST, *self._random.choices(_COMMON, k=count)]
        words += [
            f"w{int(self._random.paretovariate(1.1)) % WORDS}" for _ in range(count)
        ]
        self._random.shuffle(words)
        return " ".join(words).capitalize() + "."

    def _id(self) -> str:
        return f"{self._random.getrandbits(128):032x}"


class Sign:
    """A signer whose key is read once."""

    def __init__(self, seed: bytes) -> None:
        from cryptography.hazmat.primitives.asymmetric.ed25519 import (
            Ed25519PrivateKey,
        )

        self.public = public_key(seed)
        self._key = Ed25519PrivateKey.from_private_bytes(seed)

    def __call__(self, message: bytes) -> bytes:
        return self._key.sign(message)


def _shared(question: str, patient: PersonId, words: str) -> StatementShared:
    own = Attribution(patient, patient, Mode.TYPED)
    said = Said(text=AuthoredText.by(own, words))
    return StatementShared(StatementId("STATEMENT"), question, patient, 1, said)


if __name__ == "__main__":
    without_memory_security()
    make_large_ward(Path(sys.argv[1]), int(sys.argv[2]))
