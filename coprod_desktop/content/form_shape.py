"""The shape of a form's two files, held by pydantic: structure and words.

Importing pydantic costs some 100 ms, so :mod:`coprod_desktop.content.forms` imports
this only for forms that are not among the published ones. Every text is bounded, plain
and on one line; nothing that is not named here may stand in the file.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
)
from pydantic_core import PydanticCustomError

from coprod_desktop.content.json_files import Json
from coprod_desktop.model.problem import Problem

_MARK_UP = re.compile(r"[<>`]|&[#a-zA-Z]|\*\*|__|\]\(", re.ASCII)
_ADDRESS = re.compile(r"://|www\.|\w@\w|\b(javascript|file|data):", re.IGNORECASE)
_BREAKS = ("\u2028", "\u2029")


def _plain(text: str) -> str:
    """Refuse mark-up, addresses, line breaks and signs that cannot be seen."""
    unseen = any(unicodedata.category(char) in {"Cc", "Cf", "Cs"} for char in text)
    if unseen or any(sign in text for sign in _BREAKS):
        raise PydanticCustomError("not_plain", "want one line that can be seen")
    if _MARK_UP.search(text) or _ADDRESS.search(text) or text != text.strip():
        raise PydanticCustomError("not_plain", "want plain words")
    return text


_Id = Annotated[
    str, StringConstraints(pattern=r"^[a-z][a-z0-9]*([-_][a-z0-9]+)*$", max_length=40)
]
_Line = Annotated[
    str, StringConstraints(min_length=1, max_length=160), AfterValidator(_plain)
]
_Kind = Literal[
    "words", "faces", "choose_one", "choose_many", "topics", "people", "agreement",
    "date",
]  # fmt: skip


class _Strict(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid")


class _Option(_Strict):
    id: _Id
    picture: _Id


class _Question(_Strict):
    id: _Id
    kind: _Kind
    picture: _Id
    options: Annotated[list[_Option], Field(min_length=2, max_length=12)] | None = None
    beside: list[Literal["partner", "staff"]] = Field(default=[], max_length=2)
    short: bool = False


class _Section(_Strict):
    id: _Id
    picture: _Id
    questions: list[_Question] = Field(min_length=1, max_length=40)


class _Structure(_Strict):
    form: _Id
    version: int = Field(ge=1, le=9999)
    place: int = Field(default=500, ge=0, le=999)
    picture: _Id
    questions_written_by: _Line
    has_short: bool
    sections: list[_Section] = Field(min_length=1, max_length=20)


class _QuestionWords(_Strict):
    prompt: _Line
    help: _Line
    options: dict[_Id, _Line] = Field(default={}, max_length=12)
    checked_by: list[_Line] = Field(max_length=20)


class _Words(_Strict):
    form: _Id
    language: Annotated[
        str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")
    ]
    title: _Line
    summary: _Line
    sections: dict[_Id, _Line] = Field(max_length=60)
    questions: dict[_Id, _QuestionWords] = Field(max_length=400)


_KEYS = {
    "extra_forbidden": "content.unknown_name",
    "missing": "content.missing_name",
    "not_plain": "content.not_plain",
    "string_too_long": "content.too_long",
    "too_long": "content.too_long",
}


def structure_faults(found: Json, file: str) -> list[Problem]:
    """Return what is wrong with the shape of a structure file; empty when sound."""
    return _faults(_Structure, found, file)


def words_faults(found: Json, file: str) -> list[Problem]:
    """Return what is wrong with the shape of a words file; empty when sound."""
    return _faults(_Words, found, file)


def _faults(shape: type[_Strict], found: Json, file: str) -> list[Problem]:
    try:
        shape.model_validate(found)
    except ValidationError as error:
        return [
            Problem(
                _KEYS.get(one["type"], "content.wrong_shape"),
                file=file,
                place=_place(one["loc"]),
            )
            # Neither pydantic's sentence nor the value it met goes to a person.
            for one in error.errors(include_input=False, include_url=False)
        ]
    return []


def _place(parts: tuple[int | str, ...]) -> str:
    """Return where it is, like ``sections.0.picture``; names from the file are cut."""
    named = (str(part) for part in parts if part != "[key]")
    return ".".join(re.sub(r"[^A-Za-z0-9_-]", "?", part)[:40] for part in named)
