"""The folders that travel with the program are found wherever it runs."""

from pathlib import Path

import pytest

from coprod_desktop import bundled as module
from coprod_desktop.bundled import bundled


def place_program(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Pretend that the program lies in this folder."""
    package = folder / "coprod_desktop"
    package.mkdir()
    monkeypatch.setattr(module, "__file__", str(package / "bundled.py"))
    return package


def test_a_checkout_keeps_its_folders_beside_the_package(tmp_path, monkeypatch):
    place_program(tmp_path, monkeypatch)
    (tmp_path / "resources").mkdir()

    assert bundled("resources") == tmp_path / "resources"


def test_an_installed_program_uses_the_folders_inside_it(tmp_path, monkeypatch):
    package = place_program(tmp_path, monkeypatch)
    (tmp_path / "resources").mkdir()
    (package / "_bundled" / "resources").mkdir(parents=True)

    assert bundled("resources") == package / "_bundled" / "resources"


def test_a_missing_folder_is_named(tmp_path, monkeypatch):
    place_program(tmp_path, monkeypatch)

    with pytest.raises(FileNotFoundError, match="translations"):
        bundled("translations")
