"""What is given out of a real ward: every shape, from a real store."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from coprod_desktop.model.documents import MarkKind
from coprod_desktop.workspace.doorway import Doorway
from coprod_desktop.workspace.example import PASSPHRASE, make_example
from coprod_desktop.workspace.exports import Shape, exported
from coprod_desktop.workspace.papers import wall_time
from coprod_desktop.workspace.printable import Printable, read_printable
from coprod_desktop.workspace.ward import Ward
from tests.exchange.bundles import Reader
from tests.exchange.r4 import accepted, off_the_list, timed
from tests.fakes import FakeClock, fake_world
from tests.workspace.wards import FORM, QUESTION, own, write


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ward]:
    """The made-up ward, with every form and every standing."""
    folder: Path = tmp_path_factory.mktemp("given-out")
    people = make_example(folder, fake_world(FakeClock(), "example"))
    door = Doorway(folder, fake_world(FakeClock(), "reading"))
    with closing(door.open(people.robin, PASSPHRASE)) as ward:
        yield ward


def every_document(ward: Ward) -> list[Printable]:
    lines = ward.store.documents.find()
    return [read_printable(ward.store, one.id, ward.shelf, "en") for one in lines]


def now(ward: Ward):
    return wall_time(ward.world.clock)


def test_every_document_of_a_ward_is_what_r4_allows(example) -> None:
    for found in every_document(example):
        bundle = json.loads(exported(found, Shape.FHIR, now(example)))

        assert accepted(bundle) == timed(bundle)
        assert off_the_list(bundle) == []


def test_every_statement_of_a_ward_comes_back_from_its_bundle(example) -> None:
    count = 0
    for found in every_document(example):
        bundle = json.loads(exported(found, Shape.FHIR, now(example)))

        read = {one.name: one for one in Reader(bundle).statements()}

        assert len(read) == len(found.document.statements)
        for one in found.document.statements:
            told = read[one.id]
            back = one.confirmation
            assert (told.question, told.voice, told.said) == (
                one.question,
                one.voice,
                one.said,
            )
            assert told.standing == one.standing.value
            assert told.answer == (back.answer.value if back else None)
            count += 1
    assert count > 30


def test_the_same_words_give_the_same_bytes_at_any_time(example) -> None:
    later = now(example) + timedelta(days=3)
    for found in every_document(example):
        for shape in (Shape.FHIR, Shape.JSON):
            assert exported(found, shape, now(example)) == exported(found, shape, later)


def test_every_shape_has_every_shared_word_and_its_label(example) -> None:
    for found in every_document(example):
        for shape in (Shape.TEXT, Shape.HTML):
            told = exported(found, shape, now(example))

            for one in found.document.statements:
                for line in one.said.text.text.splitlines():
                    assert line in told
                assert f"{found.people[one.voice].name}&#x27;s words" in told.replace(
                    "'", "&#x27;"
                )


@pytest.mark.parametrize("shape", Shape)
def test_no_draft_is_given_out(document, ward, shape) -> None:
    write(document, QUESTION, "Walks")
    document.sharing.share(document.sharing.unshared())
    write(document, "strengths", "Canary")
    document.flush()

    found = read_printable(ward.store, document.id, ward.shelf, "en")
    told = exported(found, shape, now(ward))

    assert "Walks" in told
    assert "Canary" not in told


def test_a_mark_is_in_the_bundle_until_its_voice_keeps_it_off_paper(
    document, ward, cast
) -> None:
    document.take_pen(own(cast.sam))
    write(document, QUESTION, "Walks")
    document.sharing.share(document.sharing.unshared())
    (mine,) = document._desk.document.statements
    document.marks.put(mine.id, MarkKind.PRESSED)

    def marks() -> list[object]:
        found = read_printable(ward.store, document.id, ward.shelf, "en")
        bundle = json.loads(exported(found, Shape.FHIR, now(ward)))
        return [one.marks for one in Reader(bundle).statements()]

    assert marks() == [(("pressed", cast.sam),)]
    document.marks.set_printing(mine.id, MarkKind.PRESSED, is_printed=False)
    assert marks() == [()]


def test_a_bundle_stays_the_same_while_other_documents_grow(
    document, ward, cast
) -> None:
    write(document, QUESTION, "Walks")
    document.sharing.share(document.sharing.unshared())
    found = read_printable(ward.store, document.id, ward.shelf, "en")
    before = exported(found, Shape.FHIR, now(ward))
    other = ward.sit_down(cast.alex).open(FORM)
    write(other, QUESTION, "Rest")
    other.sharing.share(other.sharing.unshared())
    other.close()

    again = read_printable(ward.store, document.id, ward.shelf, "en")

    assert exported(again, Shape.FHIR, now(ward)) == before
