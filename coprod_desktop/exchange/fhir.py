"""A document as a FHIR R4 Bundle: what other systems of a hospital can read.

What maps to what, and what does not, is told in docs/fhir.md. The same document gives
the same bytes; its times are the record's.
"""

from __future__ import annotations

from coprod_desktop.exchange.fhir_goals import goals
from coprod_desktop.exchange.fhir_people import people_resources
from coprod_desktop.exchange.fhir_provenance import provenances
from coprod_desktop.exchange.fhir_questionnaire import canonical_of, questionnaire
from coprod_desktop.exchange.fhir_response import response
from coprod_desktop.exchange.fhir_source import Source
from coprod_desktop.model.canonical import Json, canonical


def bundle_text(source: Source) -> str:
    """Return the one text of a document's bundle: canonical JSON, with no line end."""
    return canonical(bundle(source))


def bundle(source: Source) -> Json:
    """Return a document's bundle as JSON values."""
    form = questionnaire(source)
    resources = (
        response(source, canonical_of(form)),
        form,
        *people_resources(source),
        *goals(source),
        *provenances(source),
    )
    newest = source.origin.newest
    version = f"{source.document.id} {newest.number} {newest.hash.hex()}"
    return {
        "resourceType": "Bundle",
        "id": source.id_of("bundle", version),
        "identifier": {
            "system": "urn:ietf:rfc:3986",
            "value": source.address("bundle", version),
        },
        "type": "collection",
        "timestamp": newest.unsigned.at,
        "entry": [
            {"fullUrl": f"urn:uuid:{one['id']}", "resource": one} for one in resources
        ],
    }
