"""What the entries before leave room for, and what not, whoever has the keys."""

from __future__ import annotations

from typing import Any

import pytest

from coprod_desktop.crypto.signing import public_key, sign
from coprod_desktop.model.acts import (
    Act,
    CoSigned,
    DraftsOpened,
    FlagAnswered,
    FlagRaised,
    GuardianEnded,
    GuardianNamed,
    KeyMade,
    KeySucceeded,
    Marked,
    PersonLeft,
    PhotographKept,
    PictureFacts,
    PictureKind,
    Restored,
    Way,
    WordsSeen,
)
from coprod_desktop.model.bodies import (
    RECOVERY,
    RECOVERY_KEY,
    Body,
    DocumentStarted,
    PersonJoined,
    SettingChanged,
    WardMade,
    body_to_text,
    cosigned_bytes,
    kind_of,
)
from coprod_desktop.model.documents import DocumentId, FlagId, MarkKind, Side, Signed
from coprod_desktop.model.entries import NO_HASH, Entry, Unsigned
from coprod_desktop.model.people import Person, PersonId, Role
from coprod_desktop.model.problem import NotYourWords
from coprod_desktop.model.ward_words import ToldIn, WordExplained, WordId
from coprod_desktop.store.rightful import DoesNotFollow, Rightful
from tests.store.wards import (
    CASEY,
    JO,
    PRIYA,
    ROBIN,
    SAM,
    said,
    shared,
    statement_id,
)

AT = "2026-03-02T09:00:00.000000Z"
CASEYS = b"c" * 32
KEY = bytes(32)
DOCUMENT = DocumentId("document")
NOOR = Person(PersonId("noor"), "Noor Placeholder", Role.NURSE)
BOTH = CoSigned(CASEY.id)
HUDDLE = WordExplained(WordId("w"), (ToldIn("en", "huddle", "A talk."),))


class Record:
    """Rules that read one entry after another."""

    def __init__(self, recovery_key: bytes = KEY) -> None:
        self.rules = Rightful()
        self.number = 0
        for person in (PRIYA, SAM, JO, ROBIN, CASEY):
            self.tell(PRIYA, PersonJoined(person, KEY))
            if person == PRIYA:
                self.tell(PRIYA, WardMade("Larch Ward", recovery_key))
        self.tell(PRIYA, KeyMade(PRIYA.id, KEY, KEY))
        self.tell(PRIYA, KeyMade(ROBIN.id, KEY, KEY))
        self.tell(PRIYA, KeyMade(CASEY.id, public_key(CASEYS), KEY))
        self.tell(PRIYA, GuardianNamed(PRIYA.id, Side.WARD))
        self.tell(PRIYA, GuardianNamed(CASEY.id, Side.OUTSIDE))

    def tell(self, by: Person | PersonId, body: Body, document: str = "") -> None:
        """Read one more entry; the second person signs it truly."""
        actor = by if isinstance(by, str) else by.id
        unsigned = self._unsigned(actor, body, document)
        if isinstance(body, KeySucceeded | DraftsOpened | Restored) and body.cosigned:
            signature = sign(CASEYS, cosigned_bytes(unsigned, body))
            body = type(body)(
                **{
                    **{name: getattr(body, name) for name in body.__slots__},
                    "cosigned": CoSigned(body.cosigned.by, signature),
                }
            )
        self.read(self._unsigned(actor, body, document))

    def read(self, unsigned: Unsigned) -> None:
        """Read one more entry as it is."""
        self.rules.admit(Entry(unsigned, unsigned.hash(), b""))
        self.number += 1

    def _unsigned(self, by: PersonId, body: Body, document: str) -> Unsigned:
        kind, text = kind_of(body), body_to_text(body)
        return Unsigned(self.number + 1, "ward", document, kind, text, by, AT, NO_HASH)

    def shares(self, by: Person, signed: Signed, voice: Person = SAM) -> None:
        """Share somebody's first words in a new form."""
        started = DocumentStarted(DOCUMENT, "my-care-plan", 1, SAM.id)
        self.tell(PRIYA, started, DOCUMENT)
        words = said(voice, "A walk.", by)
        body = shared(voice, words)
        told = type(body)(body.statement, body.question, voice.id, 1, words, signed)
        self.tell(by, told, DOCUMENT)


@pytest.fixture
def record() -> Record:
    return Record()


def succeeded(person: Person, cosigned: CoSigned | None) -> KeySucceeded:
    """Another key for somebody."""
    return KeySucceeded(person.id, KEY, KEY, cosigned)


ALLOWED: list[tuple[Any, Act | Body]] = [
    (PRIYA, KeyMade(SAM.id, KEY, KEY)),
    (JO, WordsSeen(Way.OPENED)),
    (PRIYA, WordsSeen(Way.PRINTED, SAM.id)),
    (PRIYA, succeeded(ROBIN, BOTH)),
    (RECOVERY, succeeded(ROBIN, None)),
    (PRIYA, DraftsOpened(JO.id, "worried", 30, BOTH)),
    (PRIYA, Restored(3, 5, BOTH)),
    (ROBIN, Restored(3, 0, None)),
    (ROBIN, PersonLeft(PRIYA.id)),
    (PRIYA, GuardianNamed(ROBIN.id, Side.WARD)),
    (ROBIN, GuardianEnded(CASEY.id)),
    (ROBIN, SettingChanged(RECOVERY_KEY, KEY.hex())),
    (JO, SettingChanged("meeting", "My meeting")),
    (PRIYA, PersonJoined(NOOR, KEY)),
    (ROBIN, HUDDLE),
    (ROBIN, WordExplained(WordId("never there"), ())),
]


@pytest.mark.parametrize(("by", "body"), ALLOWED)
def test_what_follows_is_let_in(record: Record, by: Any, body: Body):
    record.tell(by, body)


REFUSED: list[tuple[Any, Body, str]] = [
    (PRIYA, PersonJoined(SAM, KEY), "joined before"),
    (PRIYA, PersonJoined(Person(RECOVERY, "x", Role.NURSE), KEY), "joined before"),
    (NOOR, PersonJoined(NOOR, KEY), "has not joined"),
    (PRIYA, KeyMade(NOOR.id, KEY, KEY), "only who is here"),
    (PRIYA, KeyMade(ROBIN.id, KEY, KEY), "two people"),
    (SAM, KeyMade(SAM.id, KEY, KEY), "only staff"),
    (PRIYA, succeeded(SAM, BOTH), "no key"),
    (ROBIN, succeeded(PRIYA, None), "one person alone"),
    (RECOVERY, succeeded(CASEY, None), "one person alone"),
    (PRIYA, succeeded(PRIYA, BOTH), "their own key"),
    (PRIYA, succeeded(CASEY, BOTH), "their own key"),
    (ROBIN, succeeded(CASEY, BOTH), "one named from each side"),
    (PRIYA, succeeded(ROBIN, CoSigned(PRIYA.id)), "one named from each side"),
    (PRIYA, DraftsOpened(SAM.id, "x", 30, CoSigned(ROBIN.id)), "each side"),
    (CASEY, DraftsOpened(SAM.id, "x", 30, CoSigned(PRIYA.id)), "each side"),
    (ROBIN, Restored(3, 5, BOTH), "each side"),
    (SAM, Restored(3, 0, None), "only staff"),
    (RECOVERY, PersonJoined(NOOR, KEY), "recovery code"),
    (SAM, PersonLeft(PRIYA.id), "only staff"),
    (PRIYA, PersonLeft(SAM.id), "only staff"),
    (PRIYA, PersonLeft(NOOR.id), "nobody of this id"),
    (PRIYA, GuardianEnded(ROBIN.id), "were not named"),
    (PRIYA, GuardianNamed(JO.id, Side.OUTSIDE), "on this side"),
    (PRIYA, GuardianNamed(CASEY.id, Side.WARD), "on this side"),
    (PRIYA, GuardianNamed(ROBIN.id, Side.OUTSIDE), "on this side"),
    (PRIYA, GuardianNamed(SAM.id, Side.OUTSIDE), "on this side"),
    (PRIYA, WordsSeen(Way.OPENED, NOOR.id), "could have seen"),
    (SAM, SettingChanged(RECOVERY_KEY, KEY.hex()), "only staff"),
    (SAM, HUDDLE, "only staff"),
    (CASEY, HUDDLE, "only staff"),
    (NOOR, HUDDLE, "only staff"),
    (PRIYA, SettingChanged(RECOVERY_KEY, "00"), "32 bytes"),
    (PRIYA, FlagAnswered(FlagId("f"), said(PRIYA, "We will.")), "raised once"),
]


@pytest.mark.parametrize(("by", "body", "why"), REFUSED)
def test_what_does_not_follow_is_refused(record: Record, by: Any, body: Body, why: str):
    with pytest.raises(ValueError, match=why):
        record.tell(by, body)


def test_a_signature_that_the_second_person_did_not_make_is_refused(record: Record):
    body = DraftsOpened(SAM.id, "worried", 30, CoSigned(CASEY.id, b"x" * 64))

    with pytest.raises(DoesNotFollow, match="did not sign"):
        record.read(record._unsigned(PRIYA.id, body, ""))


def test_a_ward_whose_code_cannot_sign_gives_nobody_a_key_with_it():
    record = Record(recovery_key=b"")
    with pytest.raises(DoesNotFollow, match="one person alone"):
        record.tell(RECOVERY, succeeded(ROBIN, None))

    record.tell(PRIYA, SettingChanged(RECOVERY_KEY, KEY.hex()))

    record.tell(RECOVERY, succeeded(ROBIN, None))


def test_who_left_does_nothing_more_and_is_nobodys_guardian(record: Record):
    record.tell(ROBIN, PersonLeft(PRIYA.id))

    for by, body in (
        (PRIYA, GuardianNamed(ROBIN.id, Side.WARD)),
        (ROBIN, GuardianEnded(PRIYA.id)),
        (ROBIN, succeeded(PRIYA, BOTH)),
        (PRIYA, DraftsOpened(SAM.id, "x", 30, BOTH)),
    ):
        with pytest.raises(DoesNotFollow):
            record.tell(by, body)


def test_a_flag_is_raised_once_and_answered_after_that(record: Record):
    raised = FlagRaised(FlagId("f"), SAM.id, SAM.id, said(SAM, "Not fair."))
    record.tell(SAM, raised)
    record.tell(PRIYA, FlagAnswered(FlagId("f"), said(PRIYA, "We will look.")))

    with pytest.raises(DoesNotFollow, match="raised once"):
        record.tell(SAM, raised)


def test_which_key_is_under_words_is_told_truly(record: Record):
    record.shares(SAM, Signed.WARD)

    for signed, voice in (
        (Signed.OWN, SAM),
        (Signed.WARD, ROBIN),
    ):
        fresh = Record()
        with pytest.raises(DoesNotFollow, match="another key"):
            fresh.shares(voice, signed, voice)
    Record().shares(ROBIN, Signed.OWN, ROBIN)
    Record().shares(PRIYA, Signed.SCRIBE)
    with pytest.raises(NotYourWords):
        Record().shares(PRIYA, Signed.WARD)
    with pytest.raises(DoesNotFollow, match="for themselves"):
        Record().shares(SAM, Signed.SCRIBE)


def test_words_from_before_somebody_had_a_key_are_judged_as_of_then(record: Record):
    record.shares(SAM, Signed.WARD)
    words = record.number
    record.tell(PRIYA, KeyMade(SAM.id, KEY, KEY))
    later = record.rules.of_ward()

    assert not record.rules._ward.has_own_key(SAM.id, words)
    assert record.rules._ward.has_own_key(SAM.id, record.number + 1)
    assert later._ward.has_own_key(SAM.id, record.number + 1)


def test_a_scribe_does_not_replace_what_the_voice_shared(record: Record):
    record.shares(SAM, Signed.WARD)
    body = shared(SAM, said(SAM, "No walk.", PRIYA), 2)
    by_scribe = type(body)(
        body.statement, body.question, SAM.id, 2, body.said, Signed.SCRIBE
    )

    with pytest.raises(NotYourWords):
        record.tell(PRIYA, by_scribe, DOCUMENT)


def test_a_mark_is_put_on_ones_own_statement_alone(record: Record):
    record.shares(SAM, Signed.WARD)
    mine = Marked(statement_id(SAM), 1, MarkKind.PRESSED, SAM.id)
    record.tell(SAM, mine, DOCUMENT)

    with pytest.raises(NotYourWords):
        record.tell(JO, Marked(statement_id(SAM), 1, MarkKind.PRESSED, JO.id), DOCUMENT)
    withdrawn = Marked(
        statement_id(SAM), 1, MarkKind.PRESSED, SAM.id, is_withdrawn=True
    )
    with pytest.raises(NotYourWords):
        record.tell(PRIYA, withdrawn, DOCUMENT)


def test_a_photograph_is_brought_by_the_patient_or_somebody_round_them(record: Record):
    facts = PictureFacts(PictureKind.PNG, 20, 30)
    kept = PhotographKept("7F3K9-QWD2M", bytes(32), 9, facts)
    with pytest.raises(DoesNotFollow, match="was started"):
        record.tell(PRIYA, kept, DOCUMENT)
    record.shares(SAM, Signed.WARD)

    for person in (SAM, JO, PRIYA):
        record.tell(person, kept, DOCUMENT)
    for stranger in (CASEY, NOOR):
        with pytest.raises(DoesNotFollow, match="round them"):
            record.tell(stranger, kept, DOCUMENT)


def test_words_given_for_somebody_else_are_refused_in_their_name(record: Record):
    flag = FlagRaised(FlagId("f"), SAM.id, SAM.id, said(SAM, "Not fair."))

    with pytest.raises(NotYourWords) as told:
        record.tell(PRIYA, flag)

    assert told.value.owner == SAM.id
