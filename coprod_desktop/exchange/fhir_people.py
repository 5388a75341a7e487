"""The people of a document as FHIR R4 resources, with what is known and no more.

Names stand as people gave them: which part is a family's is not known here. There is no
NHS number, since the program keeps none.
"""

from __future__ import annotations

from collections.abc import Iterator

from coprod_desktop.exchange.fhir_source import OURS, Source, coding, filled
from coprod_desktop.exchange.fit_text import shown
from coprod_desktop.exchange.plain_json import appearing
from coprod_desktop.model.canonical import Json
from coprod_desktop.model.people import Person, Role

_ROLES = {
    Role.PATIENT: "role.patient",
    Role.PARTNER_IN_CARE: "role.partner_in_care",
    Role.NURSE: "role.nurse",
    Role.DOCTOR: "role.doctor",
    Role.OTHER_STAFF: "role.other_staff",
    Role.PEER_SUPPORT_WORKER: "role.peer_support_worker",
    Role.ADVOCATE: "role.advocate",
    Role.INTERPRETER: "role.interpreter",
}


def people_resources(source: Source) -> Iterator[Json]:
    """Yield the ward, and everybody who appears in the document."""
    yield _ward(source)
    for one in _everybody(source):
        if one.role is Role.PATIENT:
            yield _person(source, "Patient", one)
        elif one.is_staff:
            yield _person(source, "Practitioner", one)
            yield _job(source, one)
        else:
            yield _beside(source, one)


def _everybody(source: Source) -> Iterator[Person]:
    flags = source.origin.flags
    found = {*appearing(source.document, source.origin, source.people)}
    for flag in flags:
        for answer in flag.answers:
            found |= {one.writer for one in answer.said.attributions}
    return (one for one in source.people.everyone if one.id in found)


def _ward(source: Source) -> Json:
    origin = source.origin
    return filled(
        {
            "resourceType": "Organization",
            "id": source.id_of("ward", origin.ward_id),
            "identifier": [{"system": OURS + "ward", "value": origin.ward_id}],
            "name": shown(origin.ward_name),
        }
    )


def _person(source: Source, kind: str, one: Person) -> Json:
    return {
        "resourceType": kind,
        "id": source.id_of("person", one.id),
        "identifier": [{"system": OURS + "person", "value": one.id}],
        "name": [{"use": "usual", "text": shown(one.name)}],
    }


def _job(source: Source, one: Person) -> Json:
    """Return what a member of staff does on the ward."""
    return {
        "resourceType": "PractitionerRole",
        "id": source.id_of("job", one.id),
        "practitioner": source.person(one.id),
        "organization": {
            "reference": source.address("ward", source.origin.ward_id),
            "display": shown(source.origin.ward_name),
        },
        "code": [_role(source, one)],
    }


def _beside(source: Source, one: Person) -> Json:
    """Return a partner in care, an advocate or an interpreter."""
    patient = source.document.patient
    found = _person(source, "RelatedPerson", one)
    if one.beside in (None, patient):
        found["patient"] = source.person(patient)
    else:
        # Another patient's name is no business of whoever reads this document.
        other = {"system": OURS + "person", "value": one.beside}
        found["patient"] = {"identifier": other}
    return found | {"relationship": [_role(source, one)]}


def _role(source: Source, one: Person) -> Json:
    words = source.catalogue.text(_ROLES[one.role])
    return {
        "coding": [coding("role", one.role.value, words)],
        "text": shown(one.title) or words,
    }
