"""A made-up ward for every test, made once and copied."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

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
