"""One ward takes another's place: it is the old one or the new one, never half."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import pytest

from coprod_desktop.model.problem import Problem
from coprod_desktop.store import swapping
from coprod_desktop.store.disk import FolderLock
from coprod_desktop.store.keyring import FolderState, state
from coprod_desktop.store.places import Folder
from coprod_desktop.store.swapping import RestorePlace, end_swap


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """A folder with something that stands for a ward."""
    found = Folder(tmp_path / "ward-pc")
    found.ward.mkdir(parents=True)
    (found.ward / "words").write_text("old", encoding="utf-8")
    return found


def prepare(place: RestorePlace) -> None:
    (place.aside.ward / "words").write_text("new", encoding="utf-8")


def words(folder: Folder) -> str:
    return (folder.ward / "words").read_text("utf-8")


def names(folder: Folder) -> list[str]:
    return sorted(one.name for one in folder.root.iterdir())


def test_the_new_ward_stands_and_the_one_before_is_kept(folder: Folder):
    for number in (1, 2):
        with closing(RestorePlace(folder)) as place:
            prepare(place)
            kept = place.swap_in()
        assert kept == folder.root / f"replaced-{number}"

    assert words(folder) == "new"
    assert words(Folder(folder.root / "replaced-1")) == "old"
    assert names(folder) == ["replaced-1", "replaced-2", "ward"]


def test_an_empty_folder_gets_a_ward(tmp_path: Path):
    folder = Folder(tmp_path / "a" / "new-pc")

    with closing(RestorePlace(folder)) as place:
        prepare(place)
        assert place.swap_in() is None

    assert words(folder) == "new"
    assert names(folder) == ["ward"]


def test_giving_up_leaves_everything_as_it_was(folder: Folder):
    with closing(RestorePlace(folder)) as place:
        prepare(place)

    assert words(folder) == "old"
    assert names(folder) == ["ward"]


def test_what_an_earlier_one_left_half_made_is_removed(folder: Folder):
    (folder.root / "restoring-1" / "ward").mkdir(parents=True)
    (folder.root / "restoring-mine").mkdir()

    RestorePlace(folder).close()

    assert names(folder) == ["restoring-mine", "ward"]


def test_one_program_at_a_time(folder: Folder):
    with (
        closing(RestorePlace(folder)),
        pytest.raises(Problem, match=r"store\.folder_in_use"),
    ):
        RestorePlace(folder)


def test_a_ward_that_somebody_has_open_is_not_replaced(folder: Folder):
    lock = FolderLock(folder.lock)

    with pytest.raises(Problem, match=r"store\.folder_in_use"):
        RestorePlace(folder)

    lock.release()
    RestorePlace(folder).close()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path):
    (tmp_path / "file").touch()

    with pytest.raises(Problem, match=r"store\.folder_read_only"):
        RestorePlace(Folder(tmp_path / "file" / "ward-pc"))


class Cut(Exception):  # noqa: N818 - what happened
    """The power was cut."""


@pytest.mark.parametrize("step", range(1, 12))
def test_a_power_cut_at_any_step_leaves_one_of_the_two(
    folder: Folder, monkeypatch: pytest.MonkeyPatch, step: int
):
    place = RestorePlace(folder)
    prepare(place)
    cutting = Cutting(step)
    with monkeypatch.context() as patch:
        for name in ("sync_folder", "write_durably"):
            patch.setattr(swapping, name, cutting(getattr(swapping, name)))
        for name in ("rename", "unlink", "mkdir"):
            patch.setattr(Path, name, cutting(getattr(Path, name)))
        try:
            place.swap_in()
        except Cut:
            place._lock.release()
        place._release_ward()
    was_begun = folder.swap_note.exists()
    if was_begun:
        assert state(folder) is FolderState.BROKEN

    end_swap(folder)

    assert words(folder) == ("new" if step > 3 or was_begun else "old")
    assert not folder.swap_note.exists()
    if words(folder) == "new":
        assert words(Folder(folder.root / "replaced-1")) == "old"


class Cutting:
    """Cuts the power before the so-and-so-many-th call."""

    def __init__(self, step: int) -> None:
        self.step, self.count = step, 0

    def __call__(self, call):
        def wrapped(*arguments, **named):
            self.count += 1
            if self.count >= self.step:
                raise Cut
            return call(*arguments, **named)

        return wrapped


@pytest.mark.parametrize("failing", [1, 2])
def test_a_folder_that_cannot_be_renamed_is_told_and_the_old_ward_stands(
    folder: Folder, monkeypatch: pytest.MonkeyPatch, failing: int
):
    original, count = Path.rename, 0

    def rename(self: Path, target: Path) -> Path:
        nonlocal count
        count += 1
        if count == failing:
            raise PermissionError
        return original(self, target)

    with closing(RestorePlace(folder)) as place:
        prepare(place)
        monkeypatch.setattr(Path, "rename", rename)
        with pytest.raises(Problem, match=r"restore\.not_swapped"):
            place.swap_in()

    assert words(folder) == "old"
    assert not folder.swap_note.exists()


def test_where_nothing_can_be_taken_back_the_next_opening_ends_it(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
):
    original, count = Path.rename, 0

    def rename(self: Path, target: Path) -> Path:
        nonlocal count
        count += 1
        if count > 1:
            raise PermissionError
        return original(self, target)

    with closing(RestorePlace(folder)) as place:
        prepare(place)
        with monkeypatch.context() as patch:
            patch.setattr(Path, "rename", rename)
            with pytest.raises(Problem, match=r"restore\.not_swapped"):
                place.swap_in()

    end_swap(folder)

    assert words(folder) == "new"


def test_a_sync_that_fails_after_the_swap_is_told(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
):
    def failing(_: Path) -> None:
        if folder.ward.exists() and words(folder) == "new":
            raise OSError(5, "as the disk says")

    with closing(RestorePlace(folder)) as place:
        prepare(place)
        monkeypatch.setattr(swapping, "sync_folder", failing)
        with pytest.raises(Problem, match=r"restore\.not_swapped"):
            place.swap_in()

    assert words(folder) == "new"


def test_a_swap_that_another_program_is_at_is_left_to_it(folder: Folder):
    with closing(RestorePlace(folder)):
        folder.swap_note.write_text("{}", encoding="utf-8")
        end_swap(folder)
        assert folder.swap_note.exists()


@pytest.mark.parametrize(
    "told",
    [
        b"",
        b"[]",
        b"{}",
        json.dumps({"new": "../../etc", "old": None}).encode(),
        json.dumps({"new": "restoring-1", "old": "../elsewhere"}).encode(),
    ],
)
def test_a_note_that_is_not_ours_moves_nothing(folder: Folder, told: bytes):
    folder.swap_note.write_bytes(told)

    end_swap(folder)

    assert words(folder) == "old"
    assert names(folder) == ["ward", "ward.restoring"]


def test_on_a_system_that_renames_no_open_folder_the_lock_is_given_back_first(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(swapping, "renames_open_folders", lambda: False)
    with closing(RestorePlace(folder)) as place:
        prepare(place)
        place.swap_in()

    assert words(folder) == "new"
