"""dev.py judges coverage, checks the system and writes locks as it says."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

import dev
from tests.architecture.source import ROOT


def report(path: str, *, lines: list[int], branches: list[list[int]], percent: float):
    """A report as coverage writes it, of one file."""
    file = {"missing_lines": lines, "missing_branches": branches}
    return {"files": {path: file}, "totals": {"percent_covered": percent}}


def test_full_coverage_leaves_no_gap():
    found = report("coprod_desktop/model/a.py", lines=[], branches=[], percent=90.0)

    assert dev.coverage_gaps(found) == []


@pytest.mark.parametrize("room", ["model", "crypto", "store"])
def test_a_branch_never_taken_in_a_room_of_words_is_a_gap(room: str):
    path = f"coprod_desktop/{room}/a.py"
    found = report(path, lines=[], branches=[[3, 5]], percent=99.0)

    assert dev.coverage_gaps(found)


def test_windows_spells_the_rooms_with_backslashes():
    path = "coprod_desktop\\store\\a.py"

    assert dev.coverage_gaps(report(path, lines=[7], branches=[], percent=99.0))


def test_other_rooms_may_have_a_gap_while_nine_in_ten_is_kept():
    path = "coprod_desktop/gui/a.py"

    assert dev.coverage_gaps(report(path, lines=[7], branches=[], percent=90.0)) == []
    assert dev.coverage_gaps(report(path, lines=[7], branches=[], percent=89.9))


def test_a_library_that_nobody_has_is_missing():
    assert not dev.has_library("libnothing-of-this-name.so.9")


def test_system_packages_are_asked_for_by_name(monkeypatch):
    monkeypatch.setattr(dev, "has_library", lambda name: name != "libEGL.so.1")
    monkeypatch.setattr(dev.Path, "exists", lambda path: "aspell/cy" not in str(path))
    monkeypatch.setattr(dev.shutil, "which", lambda name: None)
    monkeypatch.setattr(sys, "platform", "linux")

    assert dev.missing_packages(for_tests=False) == ["libegl1", "aspell-cy"]
    for_tests = dev.missing_packages(for_tests=True)
    assert {"xvfb", "at-spi2-core", "python3-gi"} <= set(for_tests)


def test_other_systems_are_asked_for_no_debian_package(monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")

    assert dev.missing_packages(for_tests=True) == []
    assert dev.has_display()


def test_an_old_python_is_told_kindly_what_is_needed(monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 9, 18))
    monkeypatch.setattr(dev.shutil, "which", lambda name: None)

    with pytest.raises(SystemExit, match=r"needs Python 3\.11, 3\.12 or 3\.13"):
        dev.continue_on_a_supported_python()


def test_every_command_is_told_by_help():
    ran = subprocess.run(
        [sys.executable, "dev.py", "--help"], cwd=ROOT, capture_output=True, text=True
    )

    assert [name for name in dev.COMMANDS if f"dev.py {name}" not in ran.stdout] == []


def test_continuous_integration_runs_the_same_test_command():
    script = ROOT / ".ci" / "run"

    assert "python3 dev.py test" in script.read_text()
    assert os.name == "nt" or os.access(script, os.X_OK)
