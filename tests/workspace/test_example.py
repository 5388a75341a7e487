"""The made-up ward has something for every screen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from coprod_desktop.model.documents import Document, Side, Standing
from coprod_desktop.model.doors import DoorKind
from coprod_desktop.model.people import PersonId, VoiceKind
from coprod_desktop.workspace.doorway import Doorway
from coprod_desktop.workspace.example import (
    PASSPHRASE,
    PICTURES,
    PIN,
    Example,
    make_example,
)
from coprod_desktop.workspace.ward import Ward
from tests.fakes import MORNING, FakeClock, fake_world


@dataclass(frozen=True)
class Made:
    ward: Ward
    people: Example

    def documents(self, patient: PersonId) -> list[Document]:
        store = self.ward.store
        found = [store.documents.get(one.id) for one in store.documents.of(patient)]
        return [one for one in found if one is not None]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    folder: Path = tmp_path_factory.mktemp("example")
    people = make_example(folder, fake_world(FakeClock(), "example"))
    door = Doorway(folder, fake_world(FakeClock(), "reading"))
    ward = door.open(people.robin, PASSPHRASE)
    yield Made(ward, people)
    ward.close()


def test_all_three_forms_have_something(made: Made) -> None:
    found = made.documents(made.people.sam)

    assert {one.template for one in found} == {"care-plan", "ward-round", "cpa-meeting"}
    assert all(one.statements for one in found)


def test_words_are_agreed_nearly_agreed_and_not_yet_agreed(made: Made) -> None:
    standings = {
        statement.standing
        for document in made.documents(made.people.sam)
        for statement in document.statements
    }

    wanted = {Standing.OWN_HAND, Standing.AGREED, Standing.NEARLY, Standing.NOT_YET}
    assert standings >= wanted


def test_somebody_sees_it_differently(made: Made) -> None:
    differing = [
        stance
        for document in made.documents(made.people.sam)
        for statement in document.statements
        for stance in statement.differing
    ]

    assert [one.by for one in differing] == [made.people.sam]


def test_every_kind_of_voice_speaks(made: Made) -> None:
    kinds = {
        made.ward.people[statement.voice].kind
        for document in made.documents(made.people.sam)
        for statement in document.statements
    }

    assert kinds == set(VoiceKind) - {VoiceKind.TOGETHER}


def test_there_are_open_drafts_and_news_for_the_patient(made: Made) -> None:
    made.ward.voices.sign_in_with_pictures(made.people.sam, PICTURES)
    sitting = made.ward.sit_down(made.people.sam)
    tiles = {one.form.template.id: one for one in sitting.tiles()}
    document = sitting.open("care-plan")

    drafted = {one.question for one in document.sharing.unshared()}

    assert drafted == {"others-will", "i-will"}
    assert tiles["care-plan"].news >= 1
    document.close()


def test_the_story_took_weeks_and_ends_before_now(made: Made) -> None:
    entries = made.ward.store.record.entries()
    times = [one.unsigned.at for one in entries]

    assert times == sorted(times)
    assert times[0][:10] < times[-1][:10] <= MORNING.date().isoformat()


def test_the_record_holds(made: Made) -> None:
    assert made.ward.store.record.verify() is None


def test_sam_and_alex_sign_in_and_one_of_each_side_is_named(made: Made) -> None:
    ward, people = made.ward, made.people

    ward.voices.sign_in_with_pin(people.alex, PIN)
    kinds = [ward.voices.door(one).kind for one in (people.sam, people.alex)]

    assert kinds == [DoorKind.PICTURES, DoorKind.PIN]
    assert ward.voices.is_open(people.alex)
    assert ward.voices.door(people.sam).has_way_back
    named = {side: ward.guardians.named(side) for side in Side}
    assert [one.id for one in named[Side.WARD]] == [people.priya]
    assert [one.id for one in named[Side.OUTSIDE]] == [people.casey]
