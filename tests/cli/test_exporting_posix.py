"""Giving a document out where the place or the output fails."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from coprod_desktop import cli
from tests.architecture.source import ROOT
from tests.cli.places import Place


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EROFS, errno.EIO])
def test_a_full_or_read_only_place_leaves_nothing_half_written(
    place, plan, tmp_path, capfdbinary, monkeypatch, error
) -> None:
    where = tmp_path / "stick"
    where.mkdir()
    real = os.fsync

    def fail(descriptor: int) -> None:
        path = Path(f"/proc/self/fd/{descriptor}").readlink()
        if where in path.parents:
            raise OSError(error, os.strerror(error))
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fail)

    asked = ("--document", plan, "--fhir", str(where / "plan.json"))
    assert place.run("export", *asked) == cli.COULD_NOT

    assert capfdbinary.readouterr().err.endswith(b".\n")
    assert list(where.iterdir()) == []


def run(place: Place, output: Any, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the program itself, its output going somewhere."""
    opening = ["--data-dir", str(place.folder), "export"]
    opening += ["--passphrase-file", str(place.secret)]
    program = [sys.executable, "-m", "coprod_desktop", *opening, *arguments]
    return subprocess.run(
        program, cwd=ROOT, stdout=output, stderr=subprocess.PIPE, text=True
    )


def test_an_output_that_is_full_is_told_in_words(place, plan) -> None:
    with Path("/dev/full").open("wb") as full:
        ran = run(place, full, "--document", plan, "--fhir")

    assert ran.returncode == cli.COULD_NOT
    assert "could not be written" in ran.stderr
    assert "Traceback" not in ran.stderr
    assert ran.stderr.count("\n") == 1


def test_a_reader_who_leaves_is_told_in_words(place, plan) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as closed:
        ran = run(place, closed, "--document", plan, "--html")

    assert ran.returncode == cli.COULD_NOT
    assert "could not be written" in ran.stderr
    assert ran.stderr.count("\n") == 1
