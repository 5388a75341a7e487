"""A page is checked from a terminal: by its code, or as a file with a password."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from coprod_desktop import cli
from coprod_desktop.cli import asking, checking
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


def answering(monkeypatch: pytest.MonkeyPatch, *given: str) -> None:
    """Type these at the terminal, one after another."""
    left = iter(given)
    for module in (asking, checking):
        monkeypatch.setattr(module, "getpass", lambda _: next(left))


def test_a_paper_is_given_out_under_a_password_that_is_asked_for(
    place: Place,
    plan: str,
    tmp_path: Path,
    capfdbinary: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    paper = tmp_path / "plan.pdf"
    answering(monkeypatch, SECRET, SECRET, SECRET)
    asked = ("--document", plan, "--password", str(paper))

    assert place.run("export", *asked) == cli.OK

    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(paper)
    assert place.run("verify", str(paper)) == cli.OK
    assert SECRET.encode() not in capfdbinary.readouterr().out


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (["short"], "A password needs 12 signs or more. This one has 5."),
        (["a" * 12], "easy to guess"),
        ([SECRET, "another one of it"], "The two passwords differ."),
    ],
)
def test_a_password_that_will_not_do_is_told_and_nothing_is_saved(
    place: Place,
    plan: str,
    tmp_path: Path,
    capfdbinary: Any,
    monkeypatch: pytest.MonkeyPatch,
    given: list[str],
    says: str,
) -> None:
    paper = tmp_path / "plan.pdf"
    answering(monkeypatch, *given)
    asked = ("--document", plan, "--password", str(paper))

    assert place.run("export", *asked) == cli.COULD_NOT

    assert says in capfdbinary.readouterr().err.decode()
    assert not paper.exists()


@pytest.mark.parametrize("asked", [("--json", "out.json"), ("--fhir",)])
def test_only_a_pdf_in_a_file_has_a_password(
    place: Place, plan: str, capfdbinary: Any, asked: tuple[str, ...]
) -> None:
    found = place.run("export", "--document", plan, "--password", *asked)

    assert found == cli.COULD_NOT
    assert "Only a PDF" in capfdbinary.readouterr().err.decode()
