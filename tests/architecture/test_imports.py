"""Imports go downwards: the contracts of pyproject.toml hold, and each can fail."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.architecture.source import ROOT, python_files

# A fresh interpreter, so that import-linter finds the package in that folder alone.
_REPORT = """
import json, os, sys
sys.path.insert(0, os.getcwd())
from importlinter import api
from importlinter.application import use_cases
options = use_cases.read_user_options("pyproject.toml")
use_cases._register_contract_types(options)
report = use_cases.create_report(options, cache_dir=None)
kept = {c.name: k.kept for c, k in report.get_contracts_and_checks()}
print("REPORT", json.dumps(kept))
"""

ROOMS = (
    "content",
    "crypto",
    "exchange",
    "gui",
    "i18n",
    "model",
    "pdf",
    "speech",
    "spelling",
    "store",
    "workspace",
    "gui/screens",
    "gui/widgets",
)

OFFENCES = {
    "Imports go downwards, and rooms on one line are strangers": (
        "model/upward.py",
        "import coprod_desktop.workspace",
    ),
    "Screens do not know each other": (
        "gui/screens/second.py",
        "import coprod_desktop.gui.screens.first",
    ),
    "Widgets know values, never the open workspace": (
        "gui/widgets/nosy.py",
        "import coprod_desktop.workspace",
    ),
    "The window reaches data only through the workspace": (
        "gui/short_cut.py",
        "import coprod_desktop.store",
    ),
    "Qt never loads without the window": (
        "workspace/qt.py",
        "from PySide6.QtCore import QObject",
    ),
    "The database stays in the store": (
        "workspace/rows.py",
        "from sqlalchemy import text",
    ),
    "Drawing paper stays in pdf": (
        "gui/paper.py",
        "from reportlab.pdfgen import canvas",
    ),
    "Keys are used by the store and the front doors alone": (
        "workspace/keys.py",
        "import coprod_desktop.crypto",
    ),
    "Ciphers stay in crypto": ("store/cipher.py", "import cryptography"),
    "Offline by contract": ("cli.py", "import socket"),
    "The model touches no file, no clock and no chance": (
        "model/clock.py",
        "import time",
    ),
}


KEPT_FOR = {
    "Qt never loads without the window": {"__main__", "app", "gui"},
    "The database stays in the store": {"store"},
    "Drawing paper stays in pdf": {"pdf"},
    "Ciphers stay in crypto": {"crypto"},
}
"""The rooms that a contract leaves out; it must name all others."""


def kept_contracts(folder: Path) -> dict[str, bool]:
    """Whether each contract of that folder's pyproject.toml is kept there."""
    asked = [sys.executable, "-c", _REPORT]
    ran = subprocess.run(asked, cwd=folder, capture_output=True, text=True, check=False)
    reports = [line for line in ran.stdout.splitlines() if line.startswith("REPORT")]
    assert reports, ran.stdout + ran.stderr
    kept: dict[str, bool] = json.loads(reports[-1].removeprefix("REPORT"))
    return kept


@pytest.fixture
def empty_house(tmp_path: Path) -> Path:
    """A program with every room of ours and nothing in them."""
    package = tmp_path / "coprod_desktop"
    for room in ("", *ROOMS):
        (package / room).mkdir(parents=True, exist_ok=True)
        (package / room / "__init__.py").touch()
    for module in (
        "__main__",
        "app",
        "cli",
        "bundled",
        "loading",
        "systems",
        "gui/screens/first",
    ):
        (package / f"{module}.py").touch()
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_every_contract_is_kept():
    kept = kept_contracts(ROOT)

    assert [name for name, is_kept in kept.items() if not is_kept] == []
    assert kept.keys() == OFFENCES.keys()


def test_a_house_with_empty_rooms_keeps_every_contract(empty_house: Path):
    assert all(kept_contracts(empty_house).values())


def test_every_contract_notices_its_offence(empty_house: Path):
    for module, line in OFFENCES.values():
        (empty_house / "coprod_desktop" / module).write_text(line + "\n")

    kept = kept_contracts(empty_house)

    assert [name for name, is_kept in kept.items() if is_kept] == []


@pytest.mark.parametrize("name", KEPT_FOR)
def test_no_room_is_forgotten_by_a_contract(name: str):
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    [contract] = [each for each in contracts if each["name"] == name]
    rooms = {
        each.module.split(".")[1]
        for each in python_files("coprod_desktop/")
        if each.module != "coprod_desktop"
    }

    named = {
        each.removeprefix("coprod_desktop.") for each in contract["source_modules"]
    }

    assert rooms - named == KEPT_FOR[name] & rooms


def test_a_new_room_must_be_given_a_place(empty_house: Path):
    (empty_house / "coprod_desktop" / "attic.py").touch()

    assert not kept_contracts(empty_house)[
        "Imports go downwards, and rooms on one line are strangers"
    ]


def test_the_front_door_without_a_window_loads_no_qt():
    asked = (
        "import sys, coprod_desktop.cli;"
        "print(sorted(m for m in sys.modules if m.startswith(('PySide6', 'shiboken'))))"
    )

    ran = subprocess.run(
        [sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True
    )

    assert ran.stdout.strip() == "[]", ran.stderr
