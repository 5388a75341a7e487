"""The people of a bundle, and who did what with the words."""

from __future__ import annotations

import json

from coprod_desktop.exchange.fhir_source import OURS
from coprod_desktop.model.documents import (
    FlagId,
    Stance,
    View,
)
from coprod_desktop.model.flags import Flag, FlagAnswer
from coprod_desktop.model.people import People, Person, PersonId, Role
from coprod_desktop.model.said import Said
from coprod_desktop.model.wire import said_fingerprint
from tests.exchange.bundles import (
    JO,
    NOON,
    PEOPLE,
    PRIYA,
    ROBIN,
    SAM,
    agents_of,
    bundle_of,
    items_of,
    resources,
    response_of,
    statement,
    wrote,
)
from tests.exchange.r4 import accepted
from tests.exchange.whole import whole_bundle


def test_people_stand_there_with_what_is_known_and_no_more() -> None:
    bundle = whole_bundle()
    (sam,) = resources(bundle, "Patient")
    (jo, casey) = resources(bundle, "RelatedPerson")
    (priya,) = resources(bundle, "Practitioner")
    (job,) = resources(bundle, "PractitionerRole")
    (ward,) = resources(bundle, "Organization")

    assert sam["name"] == [{"use": "usual", "text": "Sam Example"}]
    assert sam.keys() == {"resourceType", "id", "identifier", "name"}
    assert [one["system"] for one in sam["identifier"]] == [OURS + "person"]
    assert jo["relationship"][0]["text"] == "Mum"
    assert casey["relationship"][0]["text"] == "Advocate"
    assert jo["patient"]["display"] == "Sam Example"
    assert priya["name"][0]["text"] == "Priya Sample"
    assert job["code"][0]["text"] == "Nurse"
    assert ward["name"] == "Larch Ward"


def test_nobody_who_does_not_appear_is_named() -> None:
    bundle = bundle_of(statement("helps", wrote(SAM)))

    named = {one["name"][0]["text"] for one in resources(bundle, "Practitioner")}

    assert named == {"Priya Sample"}
    assert resources(bundle, "RelatedPerson") == []


def test_another_patient_whom_somebody_stands_beside_is_not_named() -> None:
    alex, lee = PersonId("alex"), PersonId("lee")
    more = (
        Person(alex, "Alex Test", Role.PATIENT),
        Person(lee, "Lee Instance", Role.INTERPRETER, "", alex),
    )
    people = People((*PEOPLE.everyone, *more))

    bundle = bundle_of(statement("helps", wrote(SAM, writer=lee)), people=people)

    assert "Alex" not in json.dumps(bundle)
    (found,) = resources(bundle, "RelatedPerson")
    assert found["patient"] == {
        "identifier": {"system": OURS + "person", "value": "alex"}
    }
    accepted(bundle)


def test_who_wrote_an_answer_down_for_another_is_in_the_bundle_too() -> None:
    told = wrote(PRIYA, "We will look at it.", writer=ROBIN)
    answer = FlagAnswer(PRIYA, told, NOON, 41)
    flag = Flag(FlagId("f"), SAM, SAM, wrote(SAM), NOON, 40, (answer,))

    bundle = bundle_of(statement("helps", wrote(SAM)), flags=(flag,))

    names = {one["name"][0]["text"] for one in resources(bundle, "Practitioner")}
    assert names == {"Priya Sample", "Dr Robin Specimen"}


def test_every_provenance_points_at_the_words_it_is_about() -> None:
    bundle = whole_bundle()
    ids = {one["id"] for one in items_of(response_of(bundle)["item"]) if "id" in one}

    pointed = [
        one["target"][0]["extension"][0]["valueUri"]
        for one in resources(bundle, "Provenance")
    ]

    assert set(pointed) == ids
    assert len(pointed) == len(ids)


def test_who_said_it_who_wrote_it_down_and_who_agreed_are_told_apart() -> None:
    bundle = whole_bundle()
    (element,) = [
        item["id"]
        for item in items_of(response_of(bundle)["item"])
        if item["linkId"] == "helps" and "A walk before" in json.dumps(item)
    ]
    (found,) = [
        one
        for one in resources(bundle, "Provenance")
        if one["target"][0]["extension"][0]["valueUri"] == element
    ]

    assert agents_of(found) == {
        "author": ["Sam Example"],
        "enterer": ["Priya Sample"],
        "verifier": ["Sam Example"],
        "WIT": ["Priya Sample"],
    }
    (enterer,) = [one for one in found["agent"] if "role" in one]
    assert enterer["role"][0]["coding"][0]["display"] == "Written down word for word"
    assert found["recorded"] == "2026-03-02T12:08:00.250000Z"
    (former,) = found["entity"]
    fingerprint = said_fingerprint(wrote(SAM, "Earlier words"))
    assert former["what"]["identifier"]["value"] == fingerprint
    assert "Earlier words" not in json.dumps(bundle)


def test_a_view_without_words_was_still_somebody_s_to_choose() -> None:
    stance = Stance(JO, View.AGREE, Said(), NOON, 1)
    bundle = bundle_of(statement("helps", wrote(SAM), stances=(stance,)))

    agents = [agents_of(one) for one in resources(bundle, "Provenance")]

    assert {"author": ["Jo Example"], "enterer": ["Jo Example"]} in agents
