"""One window before a ward; a second one asks the first to come to the front."""

from __future__ import annotations

from pathlib import Path

from coprod_desktop.workspace.one_window import OneWindow


def test_the_second_window_is_told_and_the_first_hears_its_knock_once(tmp_path: Path):
    first, second = OneWindow(tmp_path), OneWindow(tmp_path)

    assert first.is_first()
    assert not second.is_first()
    second.knock()
    assert not second.was_heard()
    assert first.was_knocked()

    assert second.was_heard()
    assert not first.was_knocked()


def test_a_window_that_has_left_makes_room(tmp_path: Path):
    first, second = OneWindow(tmp_path), OneWindow(tmp_path)
    assert first.is_first()

    first.leave()
    first.leave()

    assert second.is_first()


def test_a_folder_that_is_not_there_yet_is_left_alone(tmp_path: Path):
    folder = tmp_path / "later"

    assert OneWindow(folder).is_first()
    assert not folder.exists()


def test_nothing_else_in_the_folder_is_touched(tmp_path: Path):
    one = OneWindow(tmp_path)

    assert one.is_first()
    one.leave()

    assert [path.name for path in tmp_path.iterdir()] == ["window.lock"]
    assert (tmp_path / "window.lock").read_bytes() == b""
