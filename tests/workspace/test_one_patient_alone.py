"""A patient's sitting shows nothing of any other patient (SAFETY, T1)."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping

import pytest

from coprod_desktop.model.documents import MarkKind
from coprod_desktop.model.people import Role
from coprod_desktop.workspace.flags import FlagTo
from tests.workspace.wards import FORM, QUESTION, own, write

CANARY = "unmistakable canary"


def texts(told: object) -> Iterator[str]:
    """Every text in what a sitting gives out, however deep it lies."""
    if isinstance(told, str):
        yield told
    elif dataclasses.is_dataclass(told):
        for field in dataclasses.fields(told):
            yield from texts(getattr(told, field.name))
    elif isinstance(told, Mapping):
        for key, value in told.items():
            yield from (*texts(key), *texts(value))
    elif isinstance(told, tuple | list | set | frozenset):
        for one in told:
            yield from texts(one)


def shared_by(ward, person, words: str):
    document = ward.sit_down(person).open(FORM)
    write(document, QUESTION, words)
    (card,) = document.sharing.share(document.sharing.unshared())
    document.marks.put(card.statement.id, MarkKind.PRESSED)
    write(document, QUESTION, f", and a {words} in private")
    document.close()
    return document.id


@pytest.fixture
def another(ward, cast) -> set[str]:
    """What Alex, and Kit beside Alex, have on this ward."""
    kit = ward.add_person("Kit Dummy", Role.ADVOCATE, "", cast.alex)
    document = shared_by(ward, cast.alex, CANARY)
    for to in FlagTo:
        ward.flags.raise_flag(cast.alex, own(cast.alex), f"{CANARY} flag", to)
    ward.flags.raise_flag(cast.alex, own(kit.id), f"{CANARY} beside", FlagTo.MEETING)
    return {CANARY, "Alex Test", cast.alex, "Kit Dummy", kit.id, document}


def told_in(ward, sitting, person) -> Iterator[object]:
    """All that a sitting tells, form by form."""
    yield sitting.tiles()
    for form in (FORM, "ward-round", "cpa-meeting"):
        document = sitting.open(form)
        yield document.parts()
        for question in document.form.template.questions():
            yield document.cards(question.id)
        yield document.pens()
        yield document.voices
        yield document.sharing.audience()
        yield document.sharing.unshared()
        yield document.reading_back.waiting()
        yield document.news.statements()
        yield document.papers.blocks(with_drafts=True)
        yield document.papers.words_json()
        yield document.papers.safe_name()
        document.close()
    yield ward.flags.of(person)
    yield ward.flags.private(person)
    yield ward.own_log.lines(person)
    yield ward.own_log.letter(person)


@pytest.mark.parametrize("with_nurse", [False, True])
def test_nothing_of_another_patient_is_told(ward, cast, another, with_nurse) -> None:
    shared_by(ward, cast.sam, "Walks")
    sitting = ward.sit_down(cast.sam, (cast.priya,) if with_nurse else ())

    told = "\n".join(texts(list(told_in(ward, sitting, cast.sam))))

    assert "Walks" in told
    assert "Sam Example" in told
    assert [one for one in another if one in told] == []


def test_what_is_looked_for_is_found_with_whose_it_is(ward, cast, another) -> None:
    sitting = ward.sit_down(cast.alex)

    told = "\n".join(texts(list(told_in(ward, sitting, cast.alex))))

    assert [one for one in another if one not in told] == []
    assert cast.sam not in told
