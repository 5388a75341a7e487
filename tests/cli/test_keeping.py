"""Backup, restore and rebuild, as a person at a terminal or a machine meets them."""

from __future__ import annotations

import json
import shutil
import sys
from contextlib import closing
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from coprod_desktop import cli
from coprod_desktop.cli import telling
from coprod_desktop.i18n.catalogue import read_catalogue
from coprod_desktop.model.entries import Kind
from coprod_desktop.model.problem import Problem
from coprod_desktop.workspace.doorway import Doorway
from coprod_desktop.workspace.example import PASSPHRASE
from coprod_desktop.workspace.looks import WHOLE_WARD
from tests.cli.places import Place
from tests.fakes import fake_world
from tests.store.test_photographs import CONTENT
from tests.store.test_photographs import told as of_sheet
from tests.store.wards import fingerprints


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    found = tmp_path / "stick"
    found.mkdir()
    return found


def told(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def backup(place: Place, stick: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    assert place.run("backup", str(stick), "--json") == cli.OK
    return Path(told(capsys)["backups"][0]["folder"])


def dump(place: Place, capfdbinary: Any) -> bytes:
    assert place.run("dump", "--json") == cli.OK
    found: bytes = capfdbinary.readouterr().out
    return found


def without_head(dumped: bytes) -> list[dict[str, Any]]:
    """Every document, but for where the ward's record ended when it was shown."""
    found: list[dict[str, Any]] = json.loads(dumped)["documents"]
    return [{**one, "head": None} for one in found]


def damage_both_sides(place: Place) -> None:
    """Spoil the middle of the journal and of the database."""
    for name in ("ward.journal", "ward.coprod"):
        path = place.folder / "ward" / name
        content = bytearray(path.read_bytes())
        for at in range(len(content) // 3, 2 * len(content) // 3, 4_000):
            content[at] ^= 1
        path.write_bytes(content)


def test_a_backup_is_made_listed_and_checked(
    place: Place, stick: Path, capsys: pytest.CaptureFixture[str]
):
    assert place.run("backup", str(stick)) == cli.OK
    said = capsys.readouterr().out
    assert said.startswith("Backup 1 was made and read back on")
    assert str(stick) in said

    made = backup(place, stick, capsys)
    assert place.run("backup", str(stick), "--list") == cli.OK
    assert [line[0] for line in capsys.readouterr().out.splitlines()] == ["2", "1"]

    assert place.run("verify", "--backup", str(made)) == cli.OK
    assert "Backup 2 is whole and can be put back" in capsys.readouterr().out
    assert place.run("verify", "--backup", str(made), "--json") == cli.OK
    assert told(capsys)["number"] == 2


def test_a_folder_may_be_kept_for_the_backups_to_come(
    place: Place, stick: Path, capsys: pytest.CaptureFixture[str]
):
    assert place.run("backup") == cli.COULD_NOT
    assert "Nobody has chosen a folder" in capsys.readouterr().err

    assert place.run("backup", str(stick), "--keep") == cli.OK
    assert place.run("backup") == cli.OK

    capsys.readouterr()
    assert place.run("backup", "--list", "--json") == cli.OK
    assert [one["number"] for one in told(capsys)["backups"]] == [2, 1]


def test_a_damaged_backup_is_told(
    place: Place, stick: Path, capsys: pytest.CaptureFixture[str]
):
    made = backup(place, stick, capsys)
    path = made / "ward.journal"
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)

    assert place.run("verify", "--backup", str(made)) == cli.NOT_THE_SAME
    assert "This backup is damaged" in capsys.readouterr().out
    assert place.run("verify", "--backup", str(made), "--json") == cli.NOT_THE_SAME
    assert told(capsys) == {"backup": "damaged"}
    assert place.run("restore", str(made)) == cli.COULD_NOT
    assert place.run("verify", "--backup", str(stick)) == cli.COULD_NOT
    shutil.copy(place.secret, made / "ward.keyring")
    assert place.run("verify", "--backup", str(made)) == cli.COULD_NOT


def test_a_ward_that_was_lost_is_put_back_word_for_word(
    place: Place, stick: Path, capfdbinary: Any
):
    before = dump(place, capfdbinary)
    assert place.run("backup", str(stick), "--json") == cli.OK
    made = json.loads(capfdbinary.readouterr().out)["backups"][0]["folder"]
    shutil.rmtree(place.folder / "ward")

    assert place.run("restore", made) == cli.OK

    said = capfdbinary.readouterr().out.decode()
    assert said.startswith("Backup 1 was put back:")
    assert "kept" not in said
    assert without_head(dump(place, capfdbinary)) == without_head(before)
    assert place.run("verify") == cli.OK


def test_what_is_replaced_is_kept_and_an_older_one_takes_two(
    place: Place, stick: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    made = backup(place, stick, capsys)
    assert place.run("restore", str(made), "--json") == cli.OK
    answer = told(capsys)
    assert answer["kept"] == str(place.folder / "replaced-1")
    assert (answer["restored"], answer["replaced"]) == (1, answer["entries"])

    assert place.run("restore", str(made)) == cli.COULD_NOT
    assert "Words were written after this backup" in capsys.readouterr().err

    wrong = tmp_path / "wrong"
    wrong.write_text("not the passphrase", encoding="utf-8")
    second = ("--second", "Casey", "--second-passphrase-file", str(wrong))
    assert place.run("restore", str(made), *second) == cli.COULD_NOT
    assert "These two people cannot do this" in capsys.readouterr().err


def test_where_it_is_kept_is_told_in_words(
    place: Place, stick: Path, capsys: pytest.CaptureFixture[str]
):
    made = backup(place, stick, capsys)

    assert place.run("restore", str(made)) == cli.OK

    assert f"kept in {place.folder / 'replaced-1'}" in capsys.readouterr().out


def test_lists_and_database_are_made_anew(
    place: Place, capsys: pytest.CaptureFixture[str]
):
    assert place.run("rebuild") == cli.OK
    assert "The lists were made anew" in capsys.readouterr().out

    assert place.run("rebuild", "database") == cli.OK
    said = capsys.readouterr().out.splitlines()
    assert len(said) == 2
    assert place.run("rebuild", "journal", "--json") == cli.OK
    answer = told(capsys)
    assert answer["rebuilt"] == "journal"
    assert answer["told"][0]["key"] == "store.told.journal_made_anew"
    assert place.run("verify") == cli.OK


def test_what_can_be_read_is_rescued_and_what_is_missing_named(
    place: Place, tmp_path: Path, capfdbinary: Any
):
    assert place.run("rescue", "--json") == cli.OK
    whole = json.loads(capfdbinary.readouterr().out)
    assert whole["missing"] == []
    assert [one["number"] for one in whole["entries"]][:2] == [1, 2]
    assert set(whole["entries"][0]) >= {"body", "by", "at", "kind", "signature"}

    damage_both_sides(place)
    file = tmp_path / "rescued.json"

    assert place.run("rescue", str(file)) == cli.NOT_THE_SAME

    said = capfdbinary.readouterr().out.decode()
    part = json.loads(file.read_bytes())
    assert 0 < len(part["entries"]) < len(whole["entries"])
    assert part["entries"][0] == whole["entries"][0]
    first, last = part["missing"][0]
    assert f"{first} to {last}" in said
    assert place.run("rescue", str(file)) == cli.COULD_NOT
    assert place.run("rescue", str(file), "--replace") == cli.NOT_THE_SAME


def test_photographs_are_rescued_into_a_folder_beside_the_words(
    place: Place, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    door = Doorway(place.folder, fake_world())
    with closing(door.open(door.keyring().doors[0].person_id, PASSPHRASE)) as ward:
        document, by = ward.store.documents.find()[0].id, ward.opened_by.id
        ward.store.photographs.keep(document, of_sheet(), CONTENT, by)
    file = tmp_path / "rescued.json"

    assert place.run("rescue", str(file)) == cli.OK

    (photograph,) = (tmp_path / "rescued-photographs").iterdir()
    assert photograph.read_bytes() == CONTENT
    assert of_sheet().sheet in photograph.name
    assert "each as it came: 1." in capsys.readouterr().out
    photograph.unlink()
    photograph.mkdir()
    assert place.run("rescue", str(file), "--replace", "--json") == cli.NOT_THE_SAME
    told_beside = capsys.readouterr().err
    assert "could not be saved: 1." in told_beside


class Terminal(StringIO):
    """What a person looks at."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    "asked",
    [
        ("verify",),
        ("rebuild", "lists"),
        ("rebuild", "database"),
        ("rebuild", "journal"),
        ("rescue", "--json"),
    ],
)
def test_a_person_at_a_terminal_sees_how_far_a_slow_command_is(
    place: Place,
    monkeypatch: pytest.MonkeyPatch,
    asked: tuple[str, ...],
):
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())

    assert place.run(*asked) == cli.OK

    shown = terminal.getvalue().split("\r")[1:]
    percents = [int(line.split()[0]) for line in shown]
    assert percents == sorted(set(percents))
    assert len(percents) >= 2
    assert shown[-1] == "100 % done\n"


def test_progress_is_shown_to_a_person_at_a_terminal_alone(
    monkeypatch: pytest.MonkeyPatch,
):
    words, terminal, machine = read_catalogue("en"), Terminal(), StringIO()
    for stream in (terminal, machine):
        monkeypatch.setattr(sys, "stderr", stream)
        show = telling.show_progress(words)
        for done in (0, 1, 1, 2):
            show(done, 2)

    assert terminal.getvalue() == "\r0 % done\r50 % done\r100 % done\n"
    assert machine.getvalue() == ""


def test_shared_words_are_found(place: Place, capsys: pytest.CaptureFixture[str]):
    assert place.run("find", "quiet", "mornings") == cli.OK
    assert "Sam Example" in capsys.readouterr().out

    assert place.run("find", "music", "--json", "--patient", "Sam Example") == cli.OK
    [found] = told(capsys)["found"]
    assert (found["question"], found["words"]) == (
        "what-matters",
        "My sister. Quiet mornings. Music.",
    )
    assert place.run("find", "music", "--json", "--patient", "Alex Test") == cli.OK
    assert told(capsys) == {"found": []}
    assert place.run("find", "music", "--patient", "Nobody") == cli.COULD_NOT


def test_one_document_is_checked_by_itself(
    place: Place, capsys: pytest.CaptureFixture[str]
):
    assert place.run("find", "music", "--json") == cli.OK
    document = told(capsys)["found"][0]["document"]

    assert place.run("verify", "--document", document) == cli.OK
    assert place.run("verify", "--document", "none") == cli.COULD_NOT


def words_seen(place: Place) -> list[tuple[str, str]]:
    """Who saw words, and which document's; empty for the whole ward's."""
    door = Doorway(place.folder, fake_world())
    person = door.keyring().doors[0].person_id
    with closing(door.open(person, PASSPHRASE)) as ward:
        found = [one.unsigned for one in ward.store.record.entries()]
    return [(one.by, one.document) for one in found if one.kind is Kind.WORDS_SEEN]


def test_whoever_rescues_a_whole_ward_stands_in_the_log_of_who_saw_words(
    place: Place, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    before = words_seen(place)

    assert place.run("rescue") == cli.OK
    assert words_seen(place) == before
    assert place.run("rescue", str(tmp_path / "rescued.json")) == cli.OK

    assert capsys.readouterr().err == ""
    [(_, document)] = words_seen(place)[len(before) :]
    assert document == WHOLE_WARD


def test_a_ward_that_opens_no_more_is_not_changed_by_rescuing_it_and_that_is_said(
    place: Place, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    damage_both_sides(place)
    before = fingerprints(place.folder)

    assert place.run("rescue", str(tmp_path / "rescued.json")) == cli.NOT_THE_SAME

    assert fingerprints(place.folder) == before
    told = capsys.readouterr()
    assert told.err.startswith("The computer could not write down who saw these words.")
    assert "shared entries" in told.out


def test_words_that_were_given_out_in_part_are_written_down_too(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    before = words_seen(place)

    def gone(_: str) -> None:
        raise Problem("cli.cannot_write")

    monkeypatch.setattr("coprod_desktop.cli.keeping.write_out", gone)

    assert place.run("rescue", "--json") == cli.COULD_NOT
    assert place.run("rescue", "--json", str(tmp_path)) == cli.COULD_NOT

    assert len(words_seen(place)) == len(before) + 1
