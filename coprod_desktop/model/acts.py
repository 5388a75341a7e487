"""What is told beside words: keys, doors, guardians, marks, flags, and who looked.

Each is the body of one kind of entry; :mod:`coprod_desktop.model.bodies` joins them to
those that carry words. Decisions 004 and 009.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from coprod_desktop.model.documents import FlagId, MarkKind, Side, StatementId
from coprod_desktop.model.entries import Kind
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.said import Said
from coprod_desktop.model.ward_words import WordExplained


class Way(StrEnum):
    """How somebody came to see shared words."""

    OPENED = "opened"
    PRINTED = "printed"
    EXPORTED = "exported"


@dataclass(frozen=True, slots=True)
class CoSigned:
    """A second person's hand under an act that takes two."""

    by: PersonId
    """Named from outside the ward; who acted is named from the ward."""
    signature: bytes = b""
    """Ed25519, 64 bytes, over :func:`coprod_desktop.model.bodies.cosigned_bytes`;
    empty until it is signed."""


@dataclass(frozen=True, slots=True)
class KeyMade:
    """Somebody got a key of their own; until then the ward signed for them."""

    person: PersonId
    public_key: bytes
    """Ed25519, 32 bytes: checks what they sign from the next entry on."""
    drafts_key: bytes
    """X25519, 32 bytes: what is sealed to it only they can read."""


@dataclass(frozen=True, slots=True)
class KeySucceeded:
    """A forgotten secret: two people let somebody have another key.

    What the former key signed still holds. Without a second hand it is a member of
    staff's own key, renewed with the ward's recovery code.
    """

    person: PersonId
    public_key: bytes
    drafts_key: bytes
    cosigned: CoSigned | None


@dataclass(frozen=True, slots=True)
class PersonLeft:
    """Somebody's door was closed. Their words stay."""

    person: PersonId


@dataclass(frozen=True, slots=True)
class GuardianNamed:
    """Somebody may, with one from the other side, help when a secret is forgotten."""

    person: PersonId
    side: Side


@dataclass(frozen=True, slots=True)
class GuardianEnded:
    """Somebody no longer helps when a secret is forgotten."""

    person: PersonId


@dataclass(frozen=True, slots=True)
class DraftsOpened:
    """In an emergency two people read somebody's private drafts, for a while."""

    person: PersonId
    """Whose drafts."""
    reason: str
    minutes: int
    cosigned: CoSigned


@dataclass(frozen=True, slots=True)
class WordsSeen:
    """Somebody saw the shared words of the entry's document, or of the whole ward."""

    way: Way
    who: PersonId | None = None
    """Who saw them, where somebody else signs for it; None for who acted."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A voice said of a statement of theirs how it came to be, or took that back.

    The newest of a kind counts.
    """

    statement: StatementId
    version: int
    mark: MarkKind
    voice: PersonId
    """Whose statement it is. Somebody else may write a mark down for them, but only
    the voice takes one back or keeps it off the paper."""
    is_printed: bool = True
    is_withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class FlagRaised:
    """Told to the meeting: something is not fair here. Nobody can take it away."""

    flag: FlagId
    patient: PersonId
    """Whose care it is about."""
    voice: PersonId
    said: Said


@dataclass(frozen=True, slots=True)
class FlagAnswered:
    """Somebody answered a flag, with their own words."""

    flag: FlagId
    said: Said


@dataclass(frozen=True, slots=True)
class Restored:
    """A backup was put back, and this is where it ended."""

    head: int
    """The number of the backup's newest entry."""
    replaced: int
    """The number of the newest entry of what stood here before; 0 for nothing."""
    cosigned: CoSigned | None
    """Missing where the backup held everything that stood here."""


class PictureKind(StrEnum):
    """How a picture is written in its file."""

    JPEG = "jpeg"
    PNG = "png"
    PDF = "pdf"


@dataclass(frozen=True, slots=True)
class PictureFacts:
    """What a picture's file says of itself."""

    kind: PictureKind
    width: int
    """In pixels, as it lies in the file; it may be meant to be turned. Of a PDF its
    first page's, in points."""
    height: int


@dataclass(frozen=True, slots=True)
class PhotographKept:
    """Somebody brought a photograph or scan of a sheet that was filled in by hand.

    The picture lies beside the record, as it came, to the byte. Nothing is told of
    what its file was called, nor of what a camera wrote into it.
    """

    sheet: str
    """The code of the sheet."""
    sha256: bytes
    """Of the file: 32 bytes."""
    size: int
    """In bytes."""
    facts: PictureFacts


Act = (
    KeyMade
    | KeySucceeded
    | PersonLeft
    | GuardianNamed
    | GuardianEnded
    | DraftsOpened
    | WordsSeen
    | Marked
    | FlagRaised
    | FlagAnswered
    | Restored
    | WordExplained
    | PhotographKept
)

KINDS: dict[type[Act], Kind] = {
    KeyMade: Kind.KEY_MADE,
    KeySucceeded: Kind.KEY_SUCCEEDED,
    PersonLeft: Kind.PERSON_LEFT,
    GuardianNamed: Kind.GUARDIAN_NAMED,
    GuardianEnded: Kind.GUARDIAN_ENDED,
    DraftsOpened: Kind.DRAFTS_OPENED,
    WordsSeen: Kind.WORDS_SEEN,
    Marked: Kind.MARKED,
    FlagRaised: Kind.FLAG_RAISED,
    FlagAnswered: Kind.FLAG_ANSWERED,
    Restored: Kind.RESTORED,
    WordExplained: Kind.WORD_EXPLAINED,
    PhotographKept: Kind.PHOTOGRAPH_KEPT,
}

TwoPeople = KeySucceeded | DraftsOpened | Restored
"""Acts that take a second hand, or may."""
