"""A ward of an older program is opened, after a copy was made, and nothing is lost."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from types import ModuleType

import pytest

from coprod_desktop.model.documents import DocumentId
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.problem import Problem
from coprod_desktop.model.wire import said_from_json
from coprod_desktop.store import copies, settings, upgrading
from coprod_desktop.store.migrations import VERSIONS
from coprod_desktop.store.places import Folder
from coprod_desktop.store.vault import open_store
from tests.fakes import fake_world
from tests.store.released import CODES, WARDS, Released, released, rows_of
from tests.store.wards import fingerprints

NEXT = "9000"


@pytest.fixture(params=sorted(CODES))
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Released:
    """A ward of each schema there has been."""
    return released(request.param, tmp_path)


@pytest.fixture
def newer_program(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A program with one more schema, whose step changes nothing."""
    step = ModuleType(f"coprod_desktop.store.migrations.versions.v{NEXT}")
    step.__file__ = f"v{NEXT}.py"
    step.revision = NEXT  # type: ignore[attr-defined]
    step.down_revision = VERSIONS[-1]  # type: ignore[attr-defined]
    step.upgrade = lambda: None  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, step.__name__, step)
    monkeypatch.setattr(upgrading, "VERSIONS", (*VERSIONS, NEXT))
    return step


def fails() -> None:
    raise ZeroDivisionError


def copy_of(ward: Released, number: str = "") -> Folder:
    return Folder(ward.folder.root / f"before-{NEXT}{number}")


def test_every_released_schema_is_kept_as_a_ward():
    kept = {path.name.removeprefix("v") for path in WARDS.iterdir()}

    assert kept == set(CODES)
    assert kept <= set(VERSIONS)


def test_an_older_ward_opens_with_every_shared_word_as_it_was(old: Released):
    before = old.rows("entries")

    open_store(old.folder, old.key, fake_world()).close()

    assert rows_of(old.folder, old.key, "entries") == before
    with_current = open_store(old.folder, old.key, fake_world())
    assert with_current.record.verify() is None
    with_current.close()


def test_an_older_ward_opens_with_every_private_word_as_it_was(tmp_path: Path):
    old = released("0001", tmp_path)
    before = old.rows("drafts")
    assert len(before) == 2

    store = open_store(old.folder, old.key, fake_world())

    for document, question, voice, statement, said, *_ in before:
        [draft] = [
            one
            for one in store.drafts.of(DocumentId(document), [PersonId(voice)])
            if one.question == question
        ]
        assert (draft.statement, draft.said) == (
            statement,
            said_from_json(json.loads(said)),
        )
    store.close()


def test_a_copy_that_the_older_program_can_open_is_made_first(
    old: Released, newer_program: ModuleType
):
    before, found = fingerprints(old.folder.ward), dict[str, str]()

    def step() -> None:
        found.update(fingerprints(copy_of(old).ward))

    newer_program.upgrade = step  # type: ignore[attr-defined]
    open_store(old.folder, old.key, fake_world()).close()

    assert before.items() <= found.items()
    assert rows_of(copy_of(old), old.key, "entries") == old.rows("entries")


def test_a_ward_whose_step_fails_each_time_is_copied_once(
    old: Released, newer_program: ModuleType
):
    newer_program.upgrade = fails  # type: ignore[attr-defined]

    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            open_store(old.folder, old.key, fake_world())

    assert copy_of(old).database.is_file()
    assert not copy_of(old, "-2").root.exists()


def test_a_ward_that_went_on_is_copied_beside_the_earlier_copy(
    old: Released, newer_program: ModuleType, monkeypatch: pytest.MonkeyPatch
):
    newer_program.upgrade = fails  # type: ignore[attr-defined]
    with pytest.raises(ZeroDivisionError):
        open_store(old.folder, old.key, fake_world())
    with monkeypatch.context() as patch:
        patch.setattr(upgrading, "VERSIONS", VERSIONS)
        store = open_store(old.folder, old.key, fake_world())
        state = store.record.state()
        everyone = (one.id for one in state.people.everyone)
        # Whoever has a key of their own has not signed in.
        first = next(one for one in everyone if one not in state.drafts_keys)
        store.documents.start("my-care-plan", 1, first, first)
        store.close()

    with pytest.raises(ZeroDivisionError):
        open_store(old.folder, old.key, fake_world())

    assert len(rows_of(copy_of(old, "-2"), old.key, "entries")) == 1 + len(
        rows_of(copy_of(old), old.key, "entries")
    )


def test_a_copy_in_which_a_file_is_missing_is_no_copy(
    old: Released, newer_program: ModuleType
):
    copy_of(old).ward.mkdir(parents=True)

    open_store(old.folder, old.key, fake_world()).close()

    assert copy_of(old, "-2").database.is_file()


def test_a_file_that_cannot_be_looked_at_safely_is_not_looked_at(
    old: Released, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(settings, "_LOOKING", (("trusted_schema", "ON", 0),))

    with pytest.raises(Problem, match=r"store\.not_safe_here"):
        old.rows("entries")


def refused(old: Released, sentence: str) -> None:
    before = fingerprints(old.folder.root)

    with pytest.raises(Problem) as told:
        open_store(old.folder, old.key, fake_world())

    assert told.value.key == sentence
    assert fingerprints(old.folder.root) == before


@pytest.mark.parametrize(
    ("number", "sentence"),
    [(28, "store.upgrade_no_room"), (5, "store.upgrade_not_copied")],
)
def test_without_a_copy_nothing_is_changed(
    old: Released,
    newer_program: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    sentence: str,
):
    def failing(*_: object) -> bytes:
        raise OSError(number, "as the disk says")

    monkeypatch.setattr(copies, "copy_verified", failing)

    refused(old, sentence)


def test_a_disk_that_gives_back_something_else_has_made_no_copy(
    old: Released, newer_program: ModuleType, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(copies, "fingerprint", lambda *_: bytes(32))

    refused(old, "store.upgrade_not_copied")


@pytest.mark.parametrize("at", [100, 5_000])
def test_a_damaged_ward_is_not_brought_up_to_date(
    old: Released, newer_program: ModuleType, monkeypatch: pytest.MonkeyPatch, at: int
):
    original = copies.copy_folder

    def damaging(source: Path, target: Path, names: tuple[str, ...]) -> None:
        original(source, target, names)
        with Folder(target.parent).database.open("r+b") as file:
            file.seek(at)
            file.write(b"something else")

    monkeypatch.setattr(upgrading, "copy_folder", damaging)

    refused(old, "store.upgrade_not_copied")


def test_what_an_interrupted_copy_left_is_swept_away(
    old: Released, newer_program: ModuleType
):
    left = old.folder.root / f"before-{NEXT}.new"
    shutil.copytree(old.folder.ward, left / "ward")

    open_store(old.folder, old.key, fake_world()).close()

    assert not left.exists()
    assert copy_of(old).database.is_file()
