"""Holding a bundle against the models of FHIR R4.

The library has R4B, which for the resources that we make is R4 as it was. Its models
check shapes, kinds and what must be there; they know the fixed codes and the kinds that
a reference may name, but do not check them: that is done here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from fhir.resources.R4B.bundle import Bundle
from pydantic import BaseModel

from tests.exchange.bundles import Json

CUT_SHORT = "+"
"""Ends a list that the library did not take whole: the kinds of a form's items."""


def accepted(bundle: Json) -> Json:
    """The bundle as the models give it back; they refuse what is not R4."""
    read = Bundle.model_validate_json(json.dumps(bundle))
    found: Json = json.loads(read.model_dump_json())
    return found


def timed(told: Any) -> Any:
    """The same with every moment told in one way: a model leaves zeros out."""
    if isinstance(told, dict):
        return {name: timed(one) for name, one in told.items()}
    if isinstance(told, list):
        return [timed(one) for one in told]
    if isinstance(told, str):
        return re.sub(r"(T\d\d:\d\d:\d\d)\.000000Z$", r"\1Z", told)
    return told


def off_the_list(bundle: Json) -> list[str]:
    """Name each code that R4 does not know, and each reference to a wrong kind."""
    kinds = {
        entry["fullUrl"]: entry["resource"]["resourceType"] for entry in bundle["entry"]
    }
    return list(_off(Bundle.model_validate_json(json.dumps(bundle)), kinds, "Bundle"))


def _off(model: BaseModel, kinds: dict[str, str], place: str) -> Iterator[str]:
    for name, field in type(model).model_fields.items():
        value = getattr(model, name)
        more = field.json_schema_extra
        told = more if isinstance(more, dict) else {}
        allowed: Any = told.get("enum_reference_types")
        for one in value if isinstance(value, list) else [value]:
            here = f"{place}.{name}"
            codes: Any = told.get("enum_values")
            if (
                codes
                and CUT_SHORT not in codes
                and one is not None
                and one not in codes
            ):
                yield f"{here}: {one}"
            if isinstance(one, BaseModel):
                yield from _off(one, kinds, here)
                kind = kinds.get(getattr(one, "reference", None) or "")
                if allowed and kind and not {kind, "Resource"} & {*allowed}:
                    yield f"{here}: {kind}"
