"""Signing a paper from a terminal, and knowing it again."""

from __future__ import annotations

import json
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from coprod_desktop import cli
from coprod_desktop.cli import asking
from coprod_desktop.pdf.certificates import Certificate
from coprod_desktop.workspace.doorway import Doorway
from coprod_desktop.workspace.example import PASSPHRASE
from tests.cli.places import Place
from tests.pdf.ward_files import PASSWORD, ward_files


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    place = tmp_path / "ward.p12"
    place.write_bytes(ward_files().own)
    return place


@pytest.fixture
def password(tmp_path: Path) -> Path:
    place = tmp_path / "password"
    place.write_text(f"{PASSWORD}\n", encoding="utf-8")
    return place


def settings(place: Place) -> dict[str, str]:
    door = Doorway(place.folder, asking.real_world())
    with closing(door.open(door.keyring().doors[0].person_id, PASSPHRASE)) as ward:
        return dict(ward.store.record.state().settings)


def test_a_signed_paper_is_known_as_the_same(
    place, plan, certificate, password, tmp_path, capfdbinary
) -> None:
    paper = tmp_path / "signed.pdf"
    sign = ("--sign", str(certificate), "--sign-password-file", str(password))

    assert place.run("export", "--document", plan, *sign, str(paper)) == cli.OK
    assert place.run("verify", str(paper)) == cli.OK

    assert "The signature fits." in capfdbinary.readouterr().out.decode()
    assert place.run("verify", "--json", str(paper)) == cli.OK
    told = json.loads(capfdbinary.readouterr().out)
    assert told["paper"] == "same"
    assert told["signed"] is True
    kept = Certificate(ward_files().own, PASSWORD).fingerprint
    assert settings(place)[f"certificate.{kept}"]
    assert PASSWORD not in repr(settings(place))


def test_an_unsigned_paper_is_not_told_to_be_signed(
    place, plan, tmp_path, capfdbinary
) -> None:
    paper = tmp_path / "plain.pdf"
    assert place.run("export", "--document", plan, str(paper)) == cli.OK
    capfdbinary.readouterr()

    assert place.run("verify", "--json", str(paper)) == cli.OK

    assert json.loads(capfdbinary.readouterr().out)["signed"] is False


def test_the_password_is_asked_for_at_the_terminal(
    place, plan, certificate, tmp_path, monkeypatch
) -> None:
    asked: list[str] = []

    def getpass(prompt: str) -> str:
        asked.append(prompt)
        return PASSWORD

    monkeypatch.setattr(asking, "getpass", getpass)
    paper = tmp_path / "signed.pdf"

    told = place.run(
        "export", "--document", plan, "--sign", str(certificate), str(paper)
    )

    assert told == cli.OK
    assert asked == ["Password of the certificate: "]
    assert b"/ETSI.CAdES.detached" in paper.read_bytes()


def test_a_paper_signed_by_somebody_else_is_told_as_changed(
    place, plan, tmp_path, capfdbinary
) -> None:
    paper = tmp_path / "plain.pdf"
    assert place.run("export", "--document", plan, str(paper)) == cli.OK
    other = Certificate(ward_files("Somebody else").own, PASSWORD)
    paper.write_bytes(other.sign(paper.read_bytes(), datetime.now(UTC)))
    capfdbinary.readouterr()

    assert place.run("verify", str(paper)) == cli.NOT_THE_SAME

    assert (
        "does not fit, or is not this ward's" in capfdbinary.readouterr().out.decode()
    )


def test_where_the_part_that_signs_is_missing_it_says_so(
    place, plan, certificate, password, tmp_path, capfdbinary, monkeypatch
) -> None:
    paper = tmp_path / "signed.pdf"
    sign = ("--sign", str(certificate), "--sign-password-file", str(password))
    assert place.run("export", "--document", plan, *sign, str(paper)) == cli.OK
    for name in [*sys.modules]:
        if name.startswith(("coprod_desktop.pdf.certificates", "pyhanko")):
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pyhanko", None)
    again = tmp_path / "again.pdf"
    missing = "The part that makes and checks signatures is not on this computer."

    assert place.run("export", "--document", plan, *sign, str(again)) == cli.COULD_NOT
    assert missing in capfdbinary.readouterr().err.decode()
    assert not again.exists()
    assert place.run("verify", str(paper)) == cli.COULD_NOT
    assert missing in capfdbinary.readouterr().err.decode()


@pytest.mark.parametrize("beside", [("--json",), ("--password",)])
def test_only_a_plain_pdf_is_signed(
    place, plan, certificate, tmp_path, capfdbinary, beside
) -> None:
    file = tmp_path / "out"

    told = place.run(
        *("export", "--document", plan, "--sign", str(certificate)),
        *(*beside, str(file)),
    )

    assert told == cli.COULD_NOT
    assert "can be signed" in capfdbinary.readouterr().err.decode()
    assert not file.exists()


def test_a_wrong_password_saves_nothing_and_is_not_repeated(
    place, plan, certificate, password, tmp_path, capfdbinary
) -> None:
    password.write_text("not the password at all", encoding="utf-8")
    file = tmp_path / "out.pdf"
    sign = ("--sign", str(certificate), "--sign-password-file", str(password))

    assert place.run("export", "--document", plan, *sign, str(file)) == cli.COULD_NOT

    said = capfdbinary.readouterr()
    assert "its password is another" in said.err.decode()
    assert "not the password at all" not in (said.out + said.err).decode()
    assert not file.exists()
