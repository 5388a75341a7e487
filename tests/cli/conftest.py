"""A made-up ward for every test, made once and copied."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from coprod_desktop import cli
from coprod_desktop.workspace.example import PASSPHRASE, make_example
from tests.cli.places import Place
from tests.fakes import FakeClock, fake_world


@pytest.fixture(scope="session")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ward that the others are copied from. Nobody opens it."""
    folder = tmp_path_factory.mktemp("cli") / "ward-pc"
    make_example(folder, fake_world(FakeClock(), "cli"))
    return folder


@pytest.fixture
def place(pattern: Path, tmp_path: Path) -> Place:
    """A ward of one's own, closed."""
    folder = tmp_path / "ward-pc"
    shutil.copytree(pattern, folder)
    secret = tmp_path / "secret"
    secret.write_text(PASSPHRASE + "\n", encoding="utf-8")
    return Place(folder, secret)


@pytest.fixture
def plan(place: Place, capfdbinary: Any) -> str:
    """The id of Sam's care plan."""
    assert place.run("dump", "--json") == cli.OK
    told = json.loads(capfdbinary.readouterr().out)["documents"]
    return next(
        str(one["document"]) for one in told if one["form"]["id"] == "care-plan"
    )
