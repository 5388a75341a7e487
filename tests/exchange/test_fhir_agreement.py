"""What is not agreed does not look agreed, to whatever reads a bundle."""

from __future__ import annotations

import json
from typing import Any

import pytest

from coprod_desktop.model.documents import (
    Confirmation,
    FlagId,
    Mark,
    MarkKind,
    ReadBack,
    Stance,
    Statement,
    View,
)
from coprod_desktop.model.flags import Flag, FlagAnswer
from coprod_desktop.model.people import People, Person, Role
from coprod_desktop.model.said import Item, Said
from coprod_desktop.model.wire import said_fingerprint
from tests.exchange.bundles import (
    CASEY,
    JO,
    NOON,
    PEOPLE,
    PRIYA,
    SAM,
    agents_of,
    bundle_of,
    items_of,
    picked,
    resources,
    response_of,
    statement,
    wrote,
)

YES = statement("agree", picked(SAM, "yes"), 50)


def scribed(answer: ReadBack | None, question: str = "helps", **more: Any) -> Statement:
    """Words that the nurse wrote down for Sam, and what Sam said to them."""
    said = wrote(SAM, writer=PRIYA)
    back = answer and Confirmation(answer, said_fingerprint(said), NOON, PRIYA)
    return statement(question, said, 20, confirmation=back, **more)


def status(*statements: Statement, **more: Any) -> str:
    found: str = response_of(bundle_of(*statements, **more))["status"]
    return found


def test_a_form_is_completed_where_its_patient_said_yes_to_all_of_it() -> None:
    beside = statement("helps", wrote(PRIYA, "We will walk together."), 21)

    found = status(scribed(ReadBack.YES), beside, YES)

    assert found == "completed"


def test_a_form_that_nobody_was_asked_about_is_in_progress() -> None:
    assert status(statement("helps", wrote(SAM))) == "in-progress"


@pytest.mark.parametrize("answer", [None, ReadBack.NEARLY, ReadBack.NO])
def test_words_not_agreed_keep_a_form_in_progress(answer: ReadBack | None) -> None:
    assert status(scribed(answer), YES) == "in-progress"


@pytest.mark.parametrize("option", ["some", "no", "not_sure", "not_asked"])
def test_a_patient_who_does_not_say_yes_keeps_it_in_progress(option: str) -> None:
    found = status(statement("agree", picked(SAM, option), 50))

    assert found == "in-progress"


def test_somebody_else_s_yes_is_not_the_patient_s() -> None:
    assert status(statement("agree", picked(PRIYA, "yes"), 50)) == "in-progress"


def test_a_mark_a_disagreement_and_an_open_flag_keep_it_in_progress() -> None:
    mark = Mark(MarkKind.PRESSED, 1, SAM, NOON)
    differs = Stance(SAM, View.SOME, Said(), NOON, 1)
    flag = Flag(FlagId("f"), SAM, JO, wrote(JO), NOON, 10)
    beside = statement("want", wrote(PRIYA), 21, stances=(differs,))

    assert status(scribed(ReadBack.YES, marks=(mark,)), YES) == "in-progress"
    assert status(beside, YES) == "in-progress"
    assert status(YES, flags=(flag,)) == "in-progress"
    answer = FlagAnswer(PRIYA, wrote(PRIYA), NOON, 11)
    answered = Flag(FlagId("f"), SAM, JO, wrote(JO), NOON, 10, (answer,))
    assert status(YES, flags=(answered,)) == "completed"


def test_what_others_add_after_the_yes_was_not_said_yes_to() -> None:
    later = statement("helps", wrote(PRIYA), 51)
    own = statement("helps", wrote(SAM), 51)

    assert status(YES, later) == "in-progress"
    assert status(YES, own) == "completed"


STANDINGS = {
    None: "Not agreed yet. Nobody may take these words for theirs.",
    ReadBack.NOT_NOW: "Not agreed yet. Nobody may take these words for theirs.",
    ReadBack.NEARLY: "Not agreed. They heard the words and said: nearly.",
    ReadBack.NO: "Not agreed. They heard the words and said: no, I did not say that.",
    ReadBack.YES: "Agreed. They heard the words and said: yes, that is right.",
}


@pytest.mark.parametrize("answer", STANDINGS)
def test_whether_words_are_agreed_is_told_in_words(answer: ReadBack | None) -> None:
    bundle = bundle_of(scribed(answer))
    (standing,) = [
        item
        for item in items_of(response_of(bundle)["item"])
        if item["linkId"] == "helps/standing"
    ]
    (provenance,) = resources(bundle, "Provenance")

    told = standing["answer"][0]["valueCoding"]["display"]

    assert told == STANDINGS[answer]
    assert provenance["activity"]["text"] == told
    assert told in response_of(bundle)["text"]["div"]
    agreed = answer is ReadBack.YES
    assert ("verifier" in agents_of(provenance)) is agreed
    assert ("WIT" in agents_of(provenance)) is (answer is not None)


def test_nobody_verifies_what_they_wrote_with_their_own_hand() -> None:
    (found,) = resources(bundle_of(statement("helps", wrote(SAM))), "Provenance")

    assert agents_of(found) == {"author": ["Sam Example"], "enterer": ["Sam Example"]}
    assert found["activity"]["text"] == "They wrote this with their own hand."


def test_a_goal_is_what_somebody_wants_in_their_own_words_and_is_proposed() -> None:
    bundle = bundle_of(statement("want", wrote(SAM, "I want my own room.")))

    (goal,) = resources(bundle, "Goal")

    assert goal["description"] == {"text": "I want my own room."}
    assert goal["lifecycleStatus"] == "proposed"
    assert goal["expressedBy"]["display"] == "Sam Example"
    assert goal["statusDate"] == "2026-03-02"
    (provenance,) = resources(bundle, "Provenance")
    assert provenance["target"][1]["reference"] == "urn:uuid:" + goal["id"]


def test_each_line_of_a_list_of_goals_is_a_goal() -> None:
    lines = tuple(Item(wrote(SAM, words).text) for words in ("Home", " ", "My dog"))

    goals = resources(bundle_of(statement("topics", Said(items=lines))), "Goal")

    assert [one["description"]["text"] for one in goals] == ["Home", "My dog"]
    assert len({one["id"] for one in goals}) == 2


@pytest.mark.parametrize("answer", [None, *ReadBack])
def test_nobody_is_given_a_goal_that_they_did_not_agree_to(
    answer: ReadBack | None,
) -> None:
    goals = resources(bundle_of(scribed(answer, "want")), "Goal")

    assert len(goals) == (answer is ReadBack.YES)


def test_a_goal_that_somebody_was_pressed_to_write_is_none() -> None:
    mark = Mark(MarkKind.PRESSED, 1, SAM, NOON)

    bundle = bundle_of(statement("want", wrote(SAM), marks=(mark,)))

    assert resources(bundle, "Goal") == []
    assert "I was pressed to write this" in json.dumps(bundle)


def test_only_a_question_about_goals_makes_goals() -> None:
    assert resources(bundle_of(statement("helps", wrote(SAM))), "Goal") == []


def test_what_others_think_of_a_goal_stands_with_it_and_is_no_mark_up() -> None:
    people = People(
        tuple(
            Person(one.id, "# Casey *[x](y)", Role.ADVOCATE, "", SAM)
            if one.id == CASEY
            else one
            for one in PEOPLE.everyone
        )
    )
    stance = Stance(CASEY, View.DISAGREE, wrote(CASEY, "# No"), NOON, 1)

    bundle = bundle_of(
        statement("want", wrote(PRIYA, "Sam goes home."), stances=(stance,)),
        people=people,
    )

    (goal,) = resources(bundle, "Goal")
    assert goal["expressedBy"]["display"] == "Priya Sample"
    (note,) = goal["note"]
    assert note["text"] == r"\# Casey \*\[x\]\(y\): I see it differently"
