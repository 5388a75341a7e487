"""People, forms and answers."""

from __future__ import annotations

import pytest

from coprod_desktop.model.authored_text import AuthoredText, Mode
from coprod_desktop.model.forms import (
    FormTemplate,
    FormWords,
    Question,
    QuestionKind,
    Section,
)
from coprod_desktop.model.people import People, Person, PersonId, Role, VoiceKind
from coprod_desktop.model.ports import Clock, Ids
from coprod_desktop.model.said import Choice, Item, Said, WayOut, choose
from tests.fakes import FakeClock, FakeIds
from tests.model.values import JO, PRIYA, SAM, own, said, scribe

SAM_HIMSELF = Person(SAM, "Sam Example", Role.PATIENT)
NURSE = Person(PRIYA, "Priya Sample", Role.NURSE, "Nurse")
MUM = Person(JO, "Jo Example", Role.PARTNER_IN_CARE, "Mum", SAM)
EVERYONE = People((SAM_HIMSELF, NURSE, MUM))


def test_people_are_found_by_who_and_what_they_are() -> None:
    assert EVERYONE[SAM] == SAM_HIMSELF
    assert EVERYONE.get(PersonId("nobody")) is None
    assert EVERYONE.of(Role.PATIENT, Role.NURSE) == (SAM_HIMSELF, NURSE)
    assert EVERYONE.staff == (NURSE,)
    assert EVERYONE.beside(SAM) == (MUM,)
    with pytest.raises(KeyError):
        EVERYONE[PersonId("nobody")]


def test_every_role_wears_a_border() -> None:
    kinds = {role: Person(SAM, "x", role).kind for role in Role}

    assert kinds[Role.PATIENT] is VoiceKind.PATIENT
    assert kinds[Role.ADVOCATE] is VoiceKind.SUPPORTER
    assert set(kinds) == set(Role)


@pytest.mark.parametrize(
    ("name", "initial"), [("ŵyn", "Ŵ"), (" “Sam”", "S"), ("…", "?")]
)
def test_the_ring_holds_the_first_letter(name: str, initial: str) -> None:
    assert Person(SAM, name, Role.PATIENT).initial == initial


QUESTION = Question("recovery", QuestionKind.WORDS, "star")
FORM = FormTemplate(
    "plan", 1, "plan", (Section("one", "star", (QUESTION,)), Section("two", "x", ()))
)


def test_questions_are_found_by_their_id() -> None:
    assert tuple(FORM.questions()) == (QUESTION,)
    assert FORM.question("recovery") == QUESTION
    assert FORM.section_of("recovery").id == "one"
    with pytest.raises(KeyError):
        FORM.question("nothing")
    with pytest.raises(KeyError):
        FORM.section_of("nothing")


def test_settings_are_put_into_their_places() -> None:
    words = FormWords(
        "en",
        "My {meeting}",
        "{meeting}",
        {"a": "The {meeting}"},
        {"q": "{meeting}?"},
        {"q": "{other}"},
        {"q": {"o": "No {meeting}"}},
    )

    filled = words.filled({"meeting": "review"})

    assert (filled.title, filled.summary) == ("My review", "review")
    assert filled.sections == {"a": "The review"}
    assert (filled.prompts, filled.helps) == ({"q": "review?"}, {"q": "{other}"})
    assert filled.options == {"q": {"o": "No review"}}


def test_an_answer_knows_everybody_who_had_a_hand_in_it() -> None:
    answer = Said(
        AuthoredText.by(own(SAM), "a"),
        (choose(scribe(SAM, PRIYA), "yes"),),
        (Item(AuthoredText.by(own(SAM), "b"), choose(own(SAM), "x")),),
        Choice(WayOut.LATER, own(SAM)),
    )

    assert answer.voices == {SAM}
    assert answer.needs_reading_back
    assert {one.mode for one in answer.attributions} == {Mode.TYPED, Mode.CHOSEN}
    assert [words.text for words in answer.words] == ["a", "b"]
    assert not answer.is_empty


def test_the_stand_ins_keep_to_the_ports() -> None:
    clock: Clock = FakeClock()
    ids: Ids = FakeIds()

    assert clock().tzinfo is not None
    assert (len(ids()), ids() != ids()) == (32, True)


def test_nothing_said_is_empty() -> None:
    assert Said().is_empty
    assert not Said().needs_reading_back
    assert not said(SAM).needs_reading_back
