"""A page is checked from a terminal: by its code, or as a file with a password."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from coprod_desktop import cli
from coprod_desktop.cli import checking
from tests.cli.places import Place

SECRET = "five slow green boats"


def code_of(place: Place, plan: str, folder: Path) -> str:
    """The code that stands at the foot of the plan's paper."""
    paper = folder / "plan.pdf"
    assert place.run("export", "--document", plan, str(paper)) == cli.OK
    with pikepdf.open(paper) as opened:
        last = opened.pages[-1].Contents.read_bytes().decode("latin-1")
    at = last.rindex("Check code ") + len("Check code ")
    return last[at : at + 9]


def test_a_code_from_a_page_is_looked_up(
    place: Place, plan: str, tmp_path: Path, capfdbinary: Any
) -> None:
    code = code_of(place, plan, tmp_path)
    capfdbinary.readouterr()

    assert place.run("verify", "--code", code.lower().replace("-", " ")) == cli.OK

    told = capfdbinary.readouterr().out.decode()
    assert "We have words with this code: My care plan, of Sam Example" in told
    assert "A code can be copied" in told
    assert place.run("verify", "--code", code, "--json") == cli.OK
    assert json.loads(capfdbinary.readouterr().out.decode())["code"] == "good"


def test_a_code_of_no_page_is_told(place: Place, capfdbinary: Any) -> None:
    assert place.run("verify", "--code", "0000-0000") == cli.NOT_THE_SAME
    assert (
        "No paper from this ward has this code."
        in capfdbinary.readouterr().out.decode()
    )

    assert place.run("verify", "--code", "123") == cli.COULD_NOT
    assert "Yours has 3." in capfdbinary.readouterr().err.decode()


def test_a_file_with_a_password_asks_for_it(
    place: Place,
    plan: str,
    tmp_path: Path,
    capfdbinary: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    paper = tmp_path / "plan.pdf"
    assert place.run("export", "--document", plan, str(paper)) == cli.OK
    out = BytesIO()
    with pikepdf.open(paper) as opened:
        opened.save(out, encryption=pikepdf.Encryption(SECRET, SECRET))
    paper.write_bytes(out.getvalue())
    given = iter([SECRET, "another"])
    monkeypatch.setattr(checking, "getpass", lambda _: next(given))
    capfdbinary.readouterr()

    assert place.run("verify", str(paper)) == cli.OK
    assert "are the words in the store" in capfdbinary.readouterr().out.decode()
    assert place.run("verify", str(paper)) == cli.COULD_NOT
    assert (
        "This password does not open the file." in capfdbinary.readouterr().err.decode()
    )
