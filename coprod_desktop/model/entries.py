"""One line of the record: what happened, who did it, when, chained and signed.

The bytes that are hashed and signed are the fields in a fixed order, each as UTF-8
behind its length (8 bytes, big-endian), after a domain line; no normalisation. The hash
is SHA-256 over these bytes, which hold the previous entry's hash. Decision 004.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from coprod_desktop.model.people import PersonId

DOMAIN = b"coprod-desktop/entry/v1"
NO_HASH = bytes(32)
"""What stands before the first entry."""


class Kind(StrEnum):
    """What an entry tells."""

    WARD_MADE = "ward_made"
    PERSON_JOINED = "person_joined"
    SETTING_CHANGED = "setting_changed"
    DOCUMENT_STARTED = "document_started"
    STATEMENT_SHARED = "statement_shared"
    CONFIRMED = "confirmed"
    STANCE_TAKEN = "stance_taken"
    KEY_MADE = "key_made"
    KEY_SUCCEEDED = "key_succeeded"
    PERSON_LEFT = "person_left"
    GUARDIAN_NAMED = "guardian_named"
    GUARDIAN_ENDED = "guardian_ended"
    DRAFTS_OPENED = "drafts_opened"
    WORDS_SEEN = "words_seen"
    MARKED = "marked"
    FLAG_RAISED = "flag_raised"
    FLAG_ANSWERED = "flag_answered"
    RESTORED = "restored"
    WORD_EXPLAINED = "word_explained"
    PHOTOGRAPH_KEPT = "photograph_kept"


@dataclass(frozen=True, slots=True)
class Unsigned:
    """An entry before it is hashed and signed."""

    number: int
    """1 for the first entry of a ward; order is by number, never by clock."""
    ward: str
    document: str
    """The document it belongs to; empty for what belongs to the ward."""
    kind: Kind
    body: str
    """Canonical JSON; see :mod:`coprod_desktop.model.bodies`."""
    by: PersonId
    at: str
    """As :func:`coprod_desktop.model.wire.instant_to_json` writes it."""
    previous: bytes

    def canonical_bytes(self) -> bytes:
        """Return the bytes that are hashed and signed."""
        fields = (
            str(self.number),
            self.ward,
            self.document,
            self.kind.value,
            self.body,
            self.by,
            self.at,
            self.previous.hex(),
        )
        encoded = (DOMAIN, *(field.encode() for field in fields))
        return b"".join(len(one).to_bytes(8, "big") + one for one in encoded)

    def hash(self) -> bytes:
        """Return the SHA-256 of the canonical bytes: 32 bytes."""
        return hashlib.sha256(self.canonical_bytes()).digest()


@dataclass(frozen=True, slots=True)
class Entry:
    """A hashed and signed line of the record."""

    unsigned: Unsigned
    hash: bytes
    signature: bytes
    """Ed25519 over the canonical bytes, by the person who acted: 64 bytes."""

    @property
    def number(self) -> int:
        """Where it stands in the ward's record."""
        return self.unsigned.number

    @property
    def kind(self) -> Kind:
        """What it tells."""
        return self.unsigned.kind


class Fault(StrEnum):
    """What is wrong with an entry; each has its own sentence."""

    MISSING = "missing"
    CHANGED = "changed"
    NOT_CHAINED = "not_chained"
    UNKNOWN_SIGNER = "unknown_signer"
    BAD_SIGNATURE = "bad_signature"
    NOT_THEIRS = "not_theirs"
    PHOTOGRAPH = "photograph"
    """The entry holds, but not the photograph that it speaks of."""


@dataclass(frozen=True, slots=True)
class Broken:
    """The first entry that does not hold, and why."""

    number: int
    fault: Fault


Checker = Callable[[bytes, bytes, bytes], bool]
"""(public key, message, signature) -> whether the signature is the key's."""


def first_broken(
    entries: Iterable[Entry],
    keys_of: Callable[[Entry], dict[PersonId, bytes]],
    is_signed: Checker,
    is_theirs: Callable[[Entry], bool],
) -> Broken | None:
    """Return the first entry that does not hold, or None when all do.

    ``keys_of`` gives the public keys that check this entry, as the entries so far have
    made them known; it is called once an entry, in order. ``is_theirs`` says whether
    the one who acted may say this; see
    :func:`coprod_desktop.model.record.says_own_words`.
    """
    previous = NO_HASH
    for number, entry in enumerate(entries, start=1):
        if entry.number != number:
            return Broken(number, Fault.MISSING)
        if entry.unsigned.previous != previous:
            return Broken(number, Fault.NOT_CHAINED)
        if entry.unsigned.hash() != entry.hash:
            return Broken(number, Fault.CHANGED)
        key = keys_of(entry).get(entry.unsigned.by)
        if key is None:
            return Broken(number, Fault.UNKNOWN_SIGNER)
        if not is_signed(key, entry.unsigned.canonical_bytes(), entry.signature):
            return Broken(number, Fault.BAD_SIGNATURE)
        if not is_theirs(entry):
            return Broken(number, Fault.NOT_THEIRS)
        previous = entry.hash
    return None
