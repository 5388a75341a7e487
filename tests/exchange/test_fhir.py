"""The bundle: whole, the same every time, and what FHIR R4 allows."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import pytest

from coprod_desktop.exchange.fhir import bundle_text
from coprod_desktop.exchange.fhir_source import AUTHOR
from coprod_desktop.exchange.plain_json import document_json
from coprod_desktop.model.authored_text import Attribution, AuthoredText, Mode
from coprod_desktop.model.documents import Statement
from coprod_desktop.model.said import Choice, Item, Said
from coprod_desktop.model.sheet_photographs import SheetPhotograph
from tests.exchange.bundles import (
    JO,
    NOON,
    PRIYA,
    SAM,
    Json,
    bundle_of,
    items_of,
    resources,
    response_of,
    source,
    statement,
    wrote,
)
from tests.exchange.r4 import accepted, off_the_list, timed
from tests.exchange.whole import everything, whole_bundle
from tests.faults.hostile_text import CORPUS


def test_the_r4_models_accept_everything_and_give_it_all_back() -> None:
    bundle = whole_bundle()

    again = accepted(bundle)

    assert again == timed(bundle)


def test_every_code_and_every_reference_is_one_that_r4_allows() -> None:
    assert off_the_list(whole_bundle()) == []


@pytest.mark.parametrize(
    "change", [{"item": [{"text": "no link"}]}, {"nobody": "knows this"}]
)
def test_the_models_notice_what_is_not_r4(change: Json) -> None:
    bundle = whole_bundle()
    response_of(bundle).update(change)

    with pytest.raises(ValueError, match="validation error"):
        accepted(bundle)


def test_a_code_or_a_kind_that_r4_does_not_know_is_noticed() -> None:
    bundle = bundle_of(statement("helps", wrote(SAM)))
    (ward,) = resources(bundle, "Organization")
    response_of(bundle)["status"] = "agreed"
    (job,) = resources(bundle, "PractitionerRole")
    job["practitioner"]["reference"] = "urn:uuid:" + ward["id"]

    found = off_the_list(bundle)

    assert found == [
        "Bundle.entry.resource.status: agreed",
        "Bundle.entry.resource.practitioner: Organization",
    ]


def test_the_same_document_gives_the_same_bytes() -> None:
    statements, flags = everything()
    first = bundle_text(source(*statements, flags=flags))

    again = bundle_text(source(*statements, flags=flags))

    assert first == again
    told = json.loads(first)
    canonical = json.dumps(
        told, sort_keys=True, ensure_ascii=False, separators=(",", ":")
    )
    assert first == canonical


def empties(told: Any, place: str = "") -> list[str]:
    """Where something empty stands, which FHIR does not allow."""
    if told in ("", [], {}) or told is None:
        return [place]
    if isinstance(told, dict):
        return [one for at in told for one in empties(told[at], f"{place}.{at}")]
    if isinstance(told, list):
        return [one for each in told for one in empties(each, place)]
    return []


def test_nothing_empty_stands_in_a_bundle() -> None:
    bare = source(statement("people", Said(items=(Item(AuthoredText()),)), voice=SAM))
    words = replace(bare.words, sections={}, options={})
    template = replace(bare.template, written_by="")
    unsaid = replace(bare, words=words, template=template)

    for told in (whole_bundle(), bundle_of(), json.loads(bundle_text(unsaid))):
        assert empties(told) == []


def test_other_words_give_another_bundle_and_the_same_people() -> None:
    one, other = bundle_of(statement("helps", wrote(SAM))), whole_bundle()

    (first,), (second,) = resources(one, "Patient"), resources(other, "Patient")

    assert first == second
    assert one != other


def test_everything_that_is_named_in_the_bundle_is_in_it() -> None:
    bundle = whole_bundle()
    named = set(re.findall(r'"reference": "([^"]+)"', json.dumps(bundle)))

    there = [entry["fullUrl"] for entry in bundle["entry"]]

    assert named <= set(there)
    assert len(set(there)) == len(there)
    assert all(
        entry["fullUrl"] == "urn:uuid:" + entry["resource"]["id"]
        for entry in bundle["entry"]
    )


def test_every_item_that_holds_somebody_s_words_names_its_author() -> None:
    told_by_the_record = ("/voice", "/standing", "/state", "/about")

    unsigned = [
        item["linkId"]
        for item in items_of(response_of(whole_bundle())["item"])
        if not any(one["url"] == AUTHOR for one in item.get("extension", ()))
    ]

    assert {one for one in unsigned if not one.startswith("part/")} == {
        one for one in unsigned if one.endswith(told_by_the_record)
    }
    assert any(one.endswith("/standing") for one in unsigned)


def test_whose_words_they_are_is_the_first_thing_in_every_statement() -> None:
    bundle = whole_bundle()
    groups = [
        item
        for item in items_of(response_of(bundle)["item"])
        if any(one["url"] == AUTHOR for one in item.get("extension", ()))
        and "item" in item
        and not item["linkId"].endswith("/line")
    ]

    firsts = [one["item"][0] for one in groups]

    assert all(one["linkId"].endswith("/voice") for one in firsts)
    names = [one["answer"][0]["valueReference"]["display"] for one in firsts]
    assert names[:3] == ["Jo Example", "Sam Example", "Priya Sample"]


def test_every_item_answers_something_that_the_form_asks() -> None:
    bundle = whole_bundle()
    (form,) = resources(bundle, "Questionnaire")
    asked = {item["linkId"]: item for item in items_of(form["item"])}

    answered = [item["linkId"] for item in items_of(response_of(bundle)["item"])]

    assert set(answered) <= asked.keys()
    assert response_of(bundle)["questionnaire"] == f"{form['url']}|3"
    kinds = {"valueString": ("text", "string"), "valueCoding": ("choice",)}
    for item in items_of(response_of(bundle)["item"]):
        for answer in item.get("answer", ()):
            (value,) = [name for name in answer if name.startswith("value")]
            kind = asked[item["linkId"]]["type"]
            assert kind in kinds.get(value, (value.removeprefix("value").lower(),))


def test_what_was_chosen_is_one_of_what_the_form_lets_choose() -> None:
    bundle = whole_bundle()
    (form,) = resources(bundle, "Questionnaire")
    can_be = {
        item["linkId"]: [one["valueCoding"] for one in item["answerOption"]]
        for item in items_of(form["item"])
        if item["type"] == "choice"
    }

    for item in items_of(response_of(bundle)["item"]):
        for answer in item.get("answer", ()):
            if "valueCoding" in answer:
                assert answer["valueCoding"] in can_be[item["linkId"]]


def test_no_link_of_the_form_stands_there_twice() -> None:
    (form,) = resources(whole_bundle(), "Questionnaire")

    links = [item["linkId"] for item in items_of(form["item"])]

    assert len(set(links)) == len(links)


def test_the_form_s_id_is_its_words() -> None:
    (one,) = resources(bundle_of(statement("helps", wrote(SAM))), "Questionnaire")
    (same,) = resources(whole_bundle(), "Questionnaire")
    asked = source(statement("helps", wrote(SAM)))
    words = replace(asked.words, title="Our plan")

    (other,) = resources(
        json.loads(bundle_text(replace(asked, words=words))), "Questionnaire"
    )

    assert one == same
    assert one["url"] == "urn:uuid:" + one["id"]
    assert other["url"] != one["url"]


def test_handwriting_that_words_were_copied_off_is_their_source() -> None:
    copied = Attribution(SAM, PRIYA, Mode.COPIED_FROM_PAPER)
    said = Said(text=AuthoredText.by(copied, "Walks"))
    of_helps = SheetPhotograph(98, JO, NOON, "7F3K9-QWD2M", b"\x07" * 32, ("helps",))
    words = statement("helps", said), statement("want", wrote(SAM), 8)

    bundle = bundle_of(*words, photographs=(of_helps,))

    assert accepted(bundle) == timed(bundle)
    assert off_the_list(bundle) == []
    found = [one.get("entity", []) for one in resources(bundle, "Provenance")]
    ((source,), nothing) = found
    assert nothing == []
    assert source["role"] == "source"
    assert source["what"]["identifier"]["value"] == "07" * 32
    assert source["agent"][0]["who"]["display"] == "Jo Example"
    plain = document_json(*_asked(*words, photographs=(of_helps,)))
    assert JO in {one["id"] for one in plain["people"]}
    told = [one["statements"][0].get("photographs") for one in plain["questions"]]
    assert [bool(one) for one in told] == [True, False]


def _asked(*words: Statement, photographs: tuple[SheetPhotograph, ...]) -> Any:
    made = source(*words, photographs=photographs)
    return made.document, made.template, made.words, made.people, made.origin


def test_a_mark_stands_beside_the_words_and_one_kept_off_paper_does_not() -> None:
    bundle = whole_bundle()
    (marks,) = [
        item
        for item in items_of(response_of(bundle)["item"])
        if item["linkId"] == "helps/mark"
    ]

    told = [one["valueCoding"]["display"] for one in marks["answer"]]

    assert told == ["I was pressed to write this"]
    assert "not_mine" not in json.dumps(response_of(bundle)["item"])


def test_what_others_think_stands_under_the_words_it_is_about() -> None:
    stances = [
        item
        for item in items_of(response_of(whole_bundle())["item"])
        if item["linkId"] == "helps/stance"
    ]

    told = [
        [answer for leaf in one["item"] for answer in leaf["answer"]] for one in stances
    ]

    sam, jo, _ = told
    assert sam[1]["valueCoding"]["display"] == "I see it differently"
    assert sam[2]["valueString"] == "It makes my hands shake."
    assert jo[1]["valueCoding"]["code"] == "some"
    assert jo[2]["valueString"] == "This was about earlier words."


def test_what_a_meeting_was_told_stands_first_with_its_answers() -> None:
    items = response_of(whole_bundle())["item"]

    first, second = items[:2]

    assert first["linkId"] == second["linkId"] == "meeting/not-fair"
    told = json.dumps(first)
    assert "Visits are too short." in told
    assert "Nobody has answered this yet." in told
    assert "We open it at ten." in json.dumps(second)
    assert "This was answered." in json.dumps(second)


def test_hostile_words_are_what_r4_allows_and_come_back() -> None:
    fit = [one.encode("utf-8", "replace").decode() for one in CORPUS]
    statements = [
        statement("helps", wrote(SAM, words), number)
        for number, words in enumerate(fit, start=1)
    ]
    bundle = bundle_of(*statements)

    accepted(bundle)

    div = response_of(bundle)["text"]["div"]
    assert "<script" not in div
    assert "<img" not in div
    assert "</para>" not in div


def test_a_choice_that_no_form_knows_stands_there_as_its_code() -> None:
    how = Attribution(SAM, SAM, Mode.CHOSEN)
    odd = Said(chosen=(Choice("left-over", how),), way_out=Choice("other", how))

    bundle = bundle_of(statement("week", odd))

    accepted(bundle)
    found = [
        answer["valueCoding"]["code"]
        for item in items_of(response_of(bundle)["item"])
        if item["linkId"] in ("week/chosen", "week/way-out")
        for answer in item["answer"]
    ]
    assert found == ["left-over", "other"]
    assert "left-over" in response_of(bundle)["text"]["div"]
