"""Acts as canonical JSON values: see :mod:`coprod_desktop.model.acts`."""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never

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
from coprod_desktop.model.canonical import Json
from coprod_desktop.model.documents import FlagId, MarkKind, Side, StatementId
from coprod_desktop.model.entries import Kind
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.ward_words import ToldIn, WordExplained, WordId
from coprod_desktop.model.wire import said_from_json, said_to_json


def act_to_json(act: Act) -> Json:
    """Return an act as JSON values."""
    match act:
        case KeyMade(person, public, drafts):
            return _keys_to_json(person, public, drafts)
        case KeySucceeded(person, public, drafts, cosigned):
            keys = _keys_to_json(person, public, drafts)
            return keys | _cosigned_to_json(cosigned)
        case PersonLeft(person) | GuardianEnded(person):
            return {"person": person}
        case GuardianNamed(person, side):
            return {"person": person, "side": side.value}
        case DraftsOpened(person, reason, minutes, cosigned):
            told: Json = {"person": person, "reason": reason, "minutes": minutes}
            return told | _cosigned_to_json(cosigned)
        case Restored(head, replaced, cosigned):
            ends: Json = {"head": head, "replaced": replaced}
            return ends | _cosigned_to_json(cosigned)
        case _:
            return _telling_to_json(act)


def _telling_to_json(
    act: WordsSeen
    | Marked
    | FlagRaised
    | FlagAnswered
    | WordExplained
    | PhotographKept,
) -> Json:
    match act:
        case WordsSeen(way, seer):
            seen: Json = {"way": way.value}
            if seer is not None:
                seen["who"] = seer
            return seen
        case Marked():
            return _marked_to_json(act)
        case FlagRaised(flag, patient, voice, said):
            who: Json = {"flag": flag, "patient": patient, "voice": voice}
            return who | {"said": said_to_json(said)}
        case FlagAnswered(flag, said):
            return {"flag": flag, "said": said_to_json(said)}
        case WordExplained(word, told, picture):
            return {
                "word": word,
                "told": [[one.language, one.word, one.meaning] for one in told],
                "picture": picture,
            }
        case PhotographKept():
            return _photograph_to_json(act)
        case _:
            assert_never(act)


def act_from_json(kind: Kind, value: Json) -> Act:
    """Return the act that these JSON values tell.

    Raises:
        KeyError, ValueError: The values are not such an act.
    """
    return _READERS[kind](value)


def _keys_to_json(person: PersonId, public: bytes, drafts: bytes) -> Json:
    return {
        "person": person,
        "public_key": public.hex(),
        "drafts_key": drafts.hex(),
    }


def _cosigned_to_json(cosigned: CoSigned | None) -> Json:
    if cosigned is None:
        return {}
    told = {"by": cosigned.by, "signature": cosigned.signature.hex()}
    return {"cosigned": told}


def _marked_to_json(act: Marked) -> Json:
    return {
        "statement": act.statement,
        "version": act.version,
        "mark": act.mark.value,
        "voice": act.voice,
        "is_printed": act.is_printed,
        "is_withdrawn": act.is_withdrawn,
    }


def _photograph_to_json(act: PhotographKept) -> Json:
    return {
        "sheet": act.sheet,
        "sha256": act.sha256.hex(),
        "size": act.size,
        "kind": act.facts.kind.value,
        "width": act.facts.width,
        "height": act.facts.height,
    }


def _photograph(value: Json) -> PhotographKept:
    sha256 = bytes.fromhex(value["sha256"])
    if len(sha256) != 32:
        raise ValueError("a SHA-256 has 32 bytes")
    width, height = int(value["width"]), int(value["height"])
    facts = PictureFacts(PictureKind(value["kind"]), width, height)
    return PhotographKept(value["sheet"], sha256, int(value["size"]), facts)


def _cosigned(value: Json) -> CoSigned | None:
    told = value.get("cosigned")
    if told is None:
        return None
    return CoSigned(PersonId(told["by"]), bytes.fromhex(told["signature"]))


def _surely_cosigned(value: Json) -> CoSigned:
    cosigned = _cosigned(value)
    if cosigned is None:
        raise ValueError("this act takes two people")
    return cosigned


def _key_made(value: Json) -> KeyMade:
    return KeyMade(
        PersonId(value["person"]),
        bytes.fromhex(value["public_key"]),
        bytes.fromhex(value["drafts_key"]),
    )


def _key_succeeded(value: Json) -> KeySucceeded:
    made = _key_made(value)
    return KeySucceeded(made.person, made.public_key, made.drafts_key, _cosigned(value))


def _seen(value: Json) -> WordsSeen:
    who = value.get("who")
    return WordsSeen(Way(value["way"]), None if who is None else PersonId(who))


def _marked(value: Json) -> Marked:
    return Marked(
        StatementId(value["statement"]),
        int(value["version"]),
        MarkKind(value["mark"]),
        PersonId(value["voice"]),
        _truth(value["is_printed"]),
        _truth(value["is_withdrawn"]),
    )


def _explained(value: Json) -> WordExplained:
    told = tuple(_told_in(one) for one in value["told"])
    return WordExplained(WordId(_text(value["word"])), told, _text(value["picture"]))


def _told_in(value: Json) -> ToldIn:
    language, word, meaning = map(_text, value)
    return ToldIn(language, word, meaning)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("no text")
    return value


def _truth(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError("neither true nor false")
    return value


_READERS: dict[Kind, Callable[[Json], Act]] = {
    Kind.KEY_MADE: _key_made,
    Kind.KEY_SUCCEEDED: _key_succeeded,
    Kind.PERSON_LEFT: lambda value: PersonLeft(PersonId(value["person"])),
    Kind.GUARDIAN_NAMED: lambda value: GuardianNamed(
        PersonId(value["person"]), Side(value["side"])
    ),
    Kind.GUARDIAN_ENDED: lambda value: GuardianEnded(PersonId(value["person"])),
    Kind.DRAFTS_OPENED: lambda value: DraftsOpened(
        PersonId(value["person"]),
        value["reason"],
        int(value["minutes"]),
        _surely_cosigned(value),
    ),
    Kind.WORDS_SEEN: _seen,
    Kind.MARKED: _marked,
    Kind.FLAG_RAISED: lambda value: FlagRaised(
        FlagId(value["flag"]),
        PersonId(value["patient"]),
        PersonId(value["voice"]),
        said_from_json(value["said"]),
    ),
    Kind.FLAG_ANSWERED: lambda value: FlagAnswered(
        FlagId(value["flag"]), said_from_json(value["said"])
    ),
    Kind.WORD_EXPLAINED: _explained,
    Kind.PHOTOGRAPH_KEPT: _photograph,
    Kind.RESTORED: lambda value: Restored(
        int(value["head"]), int(value["replaced"]), _cosigned(value)
    ),
}
