"""What a folder is said to hold, whatever lies in it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.i18n.isolates import is_balanced
from coprod_desktop.model.problem import Problem
from coprod_desktop.workspace.folders import (
    MOST_SHOWN,
    free_in,
    free_name,
    look_into,
    told_name,
)
from coprod_desktop.workspace.saving_files import check_name

PDF = (".pdf",)


def file_of(folder: Path, name: str, changed_s: float) -> Path:
    made = folder / name
    made.write_bytes(b"words")
    os.utime(made, (changed_s, changed_s))
    return made


def names(folder: Path) -> list[str]:
    return [one.name for one in look_into(folder, PDF).files]


def test_folders_come_by_the_alphabet_and_files_of_the_kind_by_their_age(
    tmp_path: Path,
):
    for name in ("round", "Plans", "äpfel", ".hidden"):
        (tmp_path / name).mkdir()
    file_of(tmp_path, "old.pdf", 1_000)
    file_of(tmp_path, "NEW.PDF", 2_000)
    file_of(tmp_path, ".away.pdf", 3_000)
    file_of(tmp_path, "letter.txt", 3_000)

    seen = look_into(tmp_path, PDF)

    assert seen.folders == ("Plans", "round", "äpfel")
    assert [one.name for one in seen.files] == ["NEW.PDF", "old.pdf"]
    assert [one.size for one in seen.files] == [5, 5]
    assert not look_into(tmp_path).files


def test_of_very_many_the_newest_hundred_are_told_and_that_there_are_more(
    tmp_path: Path,
):
    for number in range(MOST_SHOWN + 2):
        file_of(tmp_path, f"{number}.pdf", 1_000 + number)
        (tmp_path / f"{number:04}").mkdir()

    seen = look_into(tmp_path, PDF)

    assert len(seen.files) == len(seen.folders) == MOST_SHOWN
    assert seen.files[0].name == f"{MOST_SHOWN + 1}.pdf"
    assert seen.has_more_files
    assert seen.has_more_folders


def test_links_are_followed_and_those_that_lead_nowhere_are_left_out(tmp_path: Path):
    (tmp_path / "real").mkdir()
    (tmp_path / "way").symlink_to(tmp_path / "real")
    (tmp_path / "nowhere.pdf").symlink_to(tmp_path / "gone.pdf")
    (tmp_path / "round.pdf").symlink_to(tmp_path / "round.pdf")
    (tmp_path / "up").symlink_to(tmp_path)
    file_of(tmp_path / "real", "plan.pdf", 1_000)
    (tmp_path / "plan.pdf").symlink_to(tmp_path / "real" / "plan.pdf")

    seen = look_into(tmp_path, PDF)

    assert seen.folders == ("real", "up", "way")
    assert [one.name for one in seen.files] == ["plan.pdf"]
    assert names(tmp_path / "up" / "up" / "way") == ["plan.pdf"]


def test_a_file_from_a_time_that_never_was_is_still_told(tmp_path: Path):
    file_of(tmp_path, "early.pdf", -5_000_000_000)
    file_of(tmp_path, "late.pdf", 90_000_000_000)

    times = [one.changed_s for one in look_into(tmp_path, PDF).files]

    assert times[0] <= 4_102_444_800
    assert times[-1] >= 0


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (PermissionError(), "choosing.closed"),
        (OSError("Input/output error"), "choosing.closed"),
        (FileNotFoundError(), "choosing.gone"),
        (NotADirectoryError(), "choosing.gone"),
    ],
)
def test_a_folder_that_cannot_be_looked_into_is_told_in_words(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, error: OSError, told: str
):
    def refuse(_: Path) -> None:
        raise error

    monkeypatch.setattr(os, "scandir", refuse)

    with pytest.raises(Problem) as caught:
        look_into(tmp_path)

    assert caught.value.key == told


def test_where_nobody_says_how_much_is_free_none_is_said(tmp_path: Path):
    assert free_in(tmp_path / "gone") is None
    assert (free_in(tmp_path) or 0) > 0


def test_a_name_that_is_taken_gets_a_number_also_where_a_link_leads_nowhere(
    tmp_path: Path,
):
    assert free_name(tmp_path, "plan.pdf") == "plan.pdf"
    (tmp_path / "plan.pdf").write_bytes(b"")
    assert free_name(tmp_path, "plan.pdf") == "plan-2.pdf"
    (tmp_path / "plan-2.pdf").mkdir()
    assert free_name(tmp_path, "plan.pdf") == "plan-3.pdf"


@given(st.text() | st.text(alphabet="a\u202e\u2066\u2067\u2069\n\u200f\udc80é"))
def test_a_name_that_is_shown_turns_no_sentence_round(name: str):
    told = told_name(name)

    assert is_balanced(told)
    assert not set(told[1:-1]) & set("\n\u202e\u2066\u2067\u2068\u2069\u200f\udc80")
    assert len(told) == len(name) + 2


@pytest.mark.parametrize(
    "name",
    ["", " ", "a/b.pdf", "a:b.pdf", "con.pdf", ".plan.pdf", "plan.", "a\nb", "x" * 81],
)
def test_names_that_some_system_refuses_are_refused_on_each(name: str):
    with pytest.raises(Problem) as caught:
        check_name(name)

    assert caught.value.key == "workspace.export_name"


@pytest.mark.parametrize(
    "name", ["plan.pdf", "Mój plan 2.pdf", "خطتي.pdf", "می\u200cخواهم.pdf"]
)
def test_ordinary_names_are_taken(name: str):
    check_name(name)
