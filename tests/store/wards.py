"""A made-up ward for the store's tests."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection

from coprod_desktop.model.acts import GuardianNamed
from coprod_desktop.model.authored_text import Attribution, AuthoredText, Mode
from coprod_desktop.model.bodies import Confirmed, StanceTaken, StatementShared
from coprod_desktop.model.documents import (
    Confirmation,
    DocumentId,
    Draft,
    ReadBack,
    Side,
    StatementId,
    View,
)
from coprod_desktop.model.doors import chosen_passphrase, chosen_pin
from coprod_desktop.model.people import Person, PersonId, Role
from coprod_desktop.model.problem import Problem
from coprod_desktop.model.said import Said
from coprod_desktop.model.wire import said_fingerprint
from coprod_desktop.store.keyring import WardKey
from coprod_desktop.store.places import Folder
from coprod_desktop.store.turn import Turn
from coprod_desktop.store.vault import NewWard, Store, World, make_ward, open_store
from tests.fakes import MORNING, FakeRandom, fake_world

PASSPHRASE = "sunlit garden gate"

PRIYA = Person(PersonId("priya"), "Priya Sample", Role.NURSE, "Ward nurse")
SAM = Person(PersonId("sam"), "Sam Example", Role.PATIENT)
JO = Person(PersonId("jo"), "Jo Example", Role.PARTNER_IN_CARE, "Mum", SAM.id)
ROBIN = Person(PersonId("robin"), "Robin Specimen", Role.DOCTOR, "Doctor")
CASEY = Person(PersonId("casey"), "Casey Placeholder", Role.ADVOCATE)

PIN = chosen_pin("407193", 6)
CASEY_PASSPHRASE = "a wide open window"
BESIDE = {PRIYA.id: b"P" * 32, ROBIN.id: b"R" * 32}
"""What lies beside the doors of staff to the ward."""


@dataclass
class Ward:
    """A made ward: where it lies, and what opens it."""

    folder: Folder
    key: WardKey
    world: World
    code: str

    @contextmanager
    def opened(self) -> Iterator[Store]:
        """Open the store, and close it afterwards."""
        store = open_store(self.folder, self.key, self.world)
        try:
            yield store
        finally:
            store.close()


def made_ward(root: Path, seed: str = "") -> Ward:
    """Make a ward with one member of staff, Priya."""
    from coprod_desktop.store.keyring import new_recovery_code

    folder, world = Folder(root), fake_world(seed=seed)
    code = new_recovery_code(FakeRandom(f"code {seed}"))
    new = NewWard("Larch Ward", PRIYA, PASSPHRASE, code)
    key = make_ward(folder, new, world=world)
    return Ward(folder, key, world, code)


def said(
    voice: Person, words: str, writer: Person | None = None, mode: Mode = Mode.TYPED
) -> Said:
    """Somebody's words, in their own hand or another's."""
    hand = Attribution(voice.id, (writer or voice).id, mode)
    return Said(text=AuthoredText.by(hand, words))


def draft(
    document: DocumentId,
    voice: Person,
    words: str,
    question: str = "hope",
    changed_at: datetime = MORNING,
    confirmation: Confirmation | None = None,
) -> Draft:
    """A draft in the voice's own hand."""
    return Draft(
        document,
        question,
        voice.id,
        statement_id(voice, question),
        said(voice, words),
        changed_at,
        confirmation,
    )


def statement_id(voice: Person, question: str = "hope") -> StatementId:
    """The id of a voice's statement."""
    return StatementId(f"{voice.id}/{question}")


def shared(
    voice: Person, what: Said, version: int = 1, question: str = "hope"
) -> StatementShared:
    """The sharing of one version."""
    statement = statement_id(voice, question)
    return StatementShared(statement, question, voice.id, version, what)


def confirmed(
    voice: Person, what: Said, version: int = 1, answer: ReadBack = ReadBack.YES
) -> Confirmed:
    """A voice's answer to these words being read back."""
    told = Confirmation(answer, said_fingerprint(what), MORNING, PRIYA.id)
    return Confirmed(statement_id(voice), version, told)


def stance(by: Person, about: Person, words: str = "", version: int = 1) -> StanceTaken:
    """Somebody sees another's words differently."""
    return StanceTaken(statement_id(about), version, View.SOME, said(by, words))


def full_record(store: Store) -> DocumentId:
    """Write one entry and more of every kind; return Sam's document."""
    from coprod_desktop.model.bodies import SettingChanged

    for person in (SAM, JO):
        store.people.add(person, PRIYA.id)
    store.record.append(PRIYA.id, [("", SettingChanged("meeting", "My meeting"))])
    document = store.documents.start("my-care-plan", 1, SAM.id, PRIYA.id)
    mine = said(SAM, "I want to see my dog.", PRIYA, Mode.WORD_FOR_WORD)
    store.record.append(
        SAM.id, [(document, shared(SAM, mine)), (document, confirmed(SAM, mine))]
    )
    theirs = said(PRIYA, "Sam sleeps better after a walk.")
    store.record.append(PRIYA.id, [(document, shared(PRIYA, theirs))])
    store.record.append(SAM.id, [(document, stance(SAM, PRIYA, "Not always."))])
    newer = said(SAM, "I want to see my dog, Biscuit.")
    store.record.append(SAM.id, [(document, shared(SAM, newer, version=2))])
    return document


def with_keys(store: Store) -> None:
    """Let Sam, Jo, Robin and Casey in, and give all but Jo keys of their own.

    Priya and Robin are named on the ward, Casey from outside it. Every voice is left
    open but Sam's, whose private drafts two people could give back.
    """
    for person in (SAM, JO, ROBIN, CASEY):
        store.people.add(person, PRIYA.id)
    for person in (PRIYA, ROBIN):
        door = store.keys.staff_door(person.id, BESIDE[person.id])
        store.keys.make(person.id, person.id, door)
    secret = chosen_passphrase(CASEY_PASSPHRASE)
    store.keys.make(CASEY.id, PRIYA.id, store.keys.secret_door(CASEY.id, secret))
    named = [(PRIYA, Side.WARD), (ROBIN, Side.WARD), (CASEY, Side.OUTSIDE)]
    store.record.append(
        PRIYA.id, [("", GuardianNamed(person.id, side)) for person, side in named]
    )
    store.keys.make(SAM.id, PRIYA.id, store.keys.secret_door(SAM.id, PIN))
    store.voices.close(SAM.id)


def fingerprints(root: Path) -> dict[str, str]:
    """What lies in a folder, so that a change of anything shows."""
    return {
        str(path.relative_to(root)): hashlib.sha256(path.read_bytes()).hexdigest()
        if path.is_file()
        else "folder"
        for path in sorted(root.rglob("*"))
    }


@contextmanager
def raw(store: Store) -> Iterator[Connection]:
    """The open file itself, for those who have the key and mean ill."""
    with store.record._database._engine.begin() as connection:
        yield connection


def turn_of(connection: Connection) -> Turn:
    """Return a turn in a transaction that somebody else has begun and will end."""
    return Turn(connection.connection.driver_connection, lambda: connection)


def without_triggers(connection: Connection) -> None:
    """Take away what stops mistakes."""
    for name in ("entries_stay", "entries_are_kept", "entries_follow"):
        connection.exec_driver_sql("DROP TRIGGER " + name)


def lose_journal(ward: Ward) -> None:
    """Take away what a damaged database could be made anew from."""
    for path in (ward.folder.journal, ward.folder.drafts):
        path.unlink()


def opening_fails(ward: Ward, sentence: str, key: WardKey | None = None) -> None:
    """Try to open a ward, hear this sentence, and find the folder untouched."""
    before = fingerprints(ward.folder.root)

    with pytest.raises(Problem) as told:
        open_store(ward.folder, key or ward.key, ward.world)

    assert told.value.key == sentence
    assert fingerprints(ward.folder.root) == before
