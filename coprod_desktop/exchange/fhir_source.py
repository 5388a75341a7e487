"""What a FHIR bundle is made from, and the names by which its parts know each other.

Nothing here is random and nothing asks a clock: the same document gives the same names,
on any computer. Where FHIR R4 has a name for a thing, it is used; ours start with
:data:`OURS` and are told in docs/fhir.md.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from coprod_desktop.exchange.fit_text import shown
from coprod_desktop.exchange.plain_json import Origin
from coprod_desktop.i18n.catalogue import Catalogue
from coprod_desktop.model.canonical import Json, canonical
from coprod_desktop.model.documents import Document
from coprod_desktop.model.forms import FormTemplate, FormWords
from coprod_desktop.model.people import People, PersonId

OURS = "urn:coprod-desktop:fhir:"
"""What our own extensions and code systems start with. It names no host."""

AUTHOR = "http://hl7.org/fhir/StructureDefinition/questionnaireresponse-author"
TARGET_ELEMENT = "http://hl7.org/fhir/StructureDefinition/targetElement"

_SPACE = "coprod-desktop/fhir/v1"


@dataclass(frozen=True, slots=True)
class Source:
    """A document with all that its bundle is made from."""

    document: Document
    template: FormTemplate
    words: FormWords
    """Filled with the ward's settings."""
    people: People
    origin: Origin
    catalogue: Catalogue

    def id_of(self, kind: str, name: str) -> str:
        """Return the id of a resource of this ward."""
        return derived_id(self.origin.ward_id, kind, name)

    def address(self, kind: str, name: str) -> str:
        """Return how others in the bundle refer to a resource."""
        return f"urn:uuid:{self.id_of(kind, name)}"

    def person(self, person: PersonId) -> Json:
        """Return a reference to somebody, with the name that people know them by."""
        name = self.people[person].name
        address = self.address("person", person)
        return {"reference": address, "display": shown(name)}

    def response(self) -> Json:
        """Return a reference to the filled-in form."""
        return {"reference": self.address("response", self.document.id)}

    def bare(self, person: PersonId) -> Json:
        """Return a reference to somebody who is named nearby."""
        return {"reference": self.address("person", person)}

    def author(self, person: PersonId) -> Json:
        """Return what says whose words an item holds."""
        return {"url": AUTHOR, "valueReference": self.bare(person)}


@lru_cache(maxsize=4096)
def derived_id(*parts: str) -> str:
    """Return the UUID that belongs to these parts, always the same one.

    Version 8 of RFC 9562: 122 bits of a SHA-256.
    """
    named = canonical({"space": _SPACE, "parts": parts}).encode()
    digits = hashlib.sha256(named).hexdigest()
    variant = "89ab"[int(digits[16], 16) % 4]
    return "-".join(
        (
            digits[:8],
            digits[8:12],
            "8" + digits[13:16],
            variant + digits[17:20],
            digits[20:32],
        )
    )


def coding(system: str, code: str, display: str = "") -> Json:
    """Return a code of ours, with the words that it stands for."""
    told = {"system": OURS + system, "code": code}
    return told | {"display": display} if display else told


def extension(url: str, **values: Any) -> Json:
    """Return an extension of ours; each value names its kind: ``at__valueInstant``."""
    parts = []
    for named, value in values.items():
        name, _, kind = named.partition("__")
        if value is not None:
            parts.append({"url": name.replace("_", "-"), kind: value})
    return {"url": OURS + url, "extension": parts}


def filled(told: Json) -> Json:
    """Return JSON values without those that are empty: FHIR allows no empty element."""
    return {name: one for name, one in told.items() if one not in (None, "", [])}
