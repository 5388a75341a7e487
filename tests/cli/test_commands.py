"""The front door without a window, as a person at a terminal meets it."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import closing
from typing import Any

import pikepdf
import pytest

from coprod_desktop import __main__, app, cli
from coprod_desktop.cli import asking, checking, commands, telling
from coprod_desktop.i18n.catalogue import read_catalogue
from coprod_desktop.model.entries import Kind
from coprod_desktop.model.problem import Problem
from coprod_desktop.store.record import Record
from coprod_desktop.workspace.doorway import Doorway
from coprod_desktop.workspace.example import PASSPHRASE
from tests.cli.places import Place
from tests.fakes import FakeClock, fake_world


def documents(place: Place, capfdbinary) -> list[dict[str, Any]]:
    assert place.run("dump", "--json") == cli.OK
    told: dict[str, list[dict[str, Any]]] = json.loads(capfdbinary.readouterr().out)
    return told["documents"]


def plan_of(place: Place, capfdbinary) -> str:
    plans = [
        str(one["document"])
        for one in documents(place, capfdbinary)
        if one["form"]["id"] == "care-plan"
    ]
    return plans[0]


def test_a_sound_store_is_said_to_be_sound(place, capsys) -> None:
    assert place.run("verify") == cli.OK
    assert "as it was written" in capsys.readouterr().out

    assert place.run("verify", "--json") == cli.OK
    assert json.loads(capsys.readouterr().out)["store"] == "ok"


def test_one_changed_byte_in_the_store_names_the_entry(place, capsys) -> None:
    _change_an_entry(place, 12)

    assert place.run("verify", "--json") == cli.NOT_THE_SAME
    told = json.loads(capsys.readouterr().out)
    assert (told["store"], told["entry"], told["fault"]) == ("broken", 12, "changed")

    assert place.run("verify") == cli.NOT_THE_SAME
    assert "Entry 12" in capsys.readouterr().out


def _change_an_entry(place: Place, number: int) -> None:
    from coprod_desktop.workspace.doorway import Doorway

    door = Doorway(place.folder, fake_world())
    ward = door.open(door.keyring().doors[0].person_id, PASSPHRASE)
    with ward.store.record._database.transaction() as turn:
        connection = turn.connection
        connection.exec_driver_sql("DROP TRIGGER IF EXISTS entries_no_update")
        names = connection.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        ).scalars()
        for name in list(names):
            connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
        connection.exec_driver_sql(
            f"UPDATE entries SET at = replace(at, '2026', '2025') "
            f"WHERE number = {number}"
        )
    ward.close()


def test_an_exported_paper_is_the_store_s_and_carries_the_dump(
    place, tmp_path, capfdbinary
) -> None:
    plan, file = plan_of(place, capfdbinary), tmp_path / "plan.pdf"
    assert place.run("export", "--document", plan, str(file)) == cli.OK
    assert place.run("verify", str(file)) == cli.OK
    capfdbinary.readouterr()

    assert place.run("dump", "--json", "--document", plan) == cli.OK

    dumped = capfdbinary.readouterr().out
    with pikepdf.open(file) as opened:
        inside = opened.attachments["words.json"].get_file().read_bytes()
    assert inside == dumped


def test_a_paper_with_other_words_is_found(place, tmp_path, capfdbinary) -> None:
    plan, file = plan_of(place, capfdbinary), tmp_path / "plan.pdf"
    place.run("export", "--document", plan, str(file))
    capfdbinary.readouterr()
    with pikepdf.open(file, allow_overwriting_input=True) as opened:
        words = opened.attachments["words.json"].get_file().read_bytes()
        told = words.replace(b"Quiet mornings", b"Loud mornings")
        assert told != words
        opened.attachments["words.json"] = pikepdf.AttachedFileSpec(  # type: ignore[call-arg]
            opened, told
        )
        opened.save(file)

    assert place.run("verify", str(file), "--json") == cli.NOT_THE_SAME
    answer = json.loads(capfdbinary.readouterr().out)
    assert (answer["paper"], answer["document"]) == ("changed", plan)
    assert [one["kind"] for one in answer["differences"]] == ["embedded"]

    assert place.run("verify", str(file)) == cli.NOT_THE_SAME
    assert b"are not the words in the store" in capfdbinary.readouterr().out


def test_whoever_gives_words_out_stands_in_the_log(
    place, tmp_path, capfdbinary
) -> None:
    plan, file = plan_of(place, capfdbinary), tmp_path / "plan.pdf"
    place.run("dump")
    place.run("dump", "--json", "--document", plan)
    place.run("export", "--document", plan, str(file))
    door = Doorway(place.folder, asking.real_world())
    with closing(door.open(door.keyring().doors[0].person_id, PASSPHRASE)) as ward:
        entries = ward.store.record.entries()

    given = [one.unsigned for one in entries[-3:]]
    assert [one.document for one in given] == ["", plan, plan]
    assert {one.kind for one in given} == {Kind.WORDS_SEEN}


def test_what_cannot_be_written_in_the_log_is_said_and_the_words_are_given(
    place, capfdbinary, monkeypatch
) -> None:
    def full(*_: object) -> None:
        raise Problem("store.disk_full")

    monkeypatch.setattr(Record, "append", full)

    assert place.run("dump", "--json") == cli.OK

    told = capfdbinary.readouterr()
    assert told.out.startswith(b"{")
    assert b"could not write down who saw these words" in told.err


def test_a_file_is_replaced_only_when_asked(place, tmp_path, capfdbinary) -> None:
    plan, file = plan_of(place, capfdbinary), tmp_path / "plan.pdf"
    arguments = ("export", "--document", plan, str(file))
    assert place.run(*arguments) == cli.OK

    assert place.run(*arguments) == cli.COULD_NOT
    assert place.run(*arguments, "--replace") == cli.OK


def test_documents_are_listed_in_words(place, capsys) -> None:
    assert place.run("dump") == cli.OK

    assert "My care plan, started Monday 19 January 2026" in capsys.readouterr().out


def test_what_cannot_be_done_is_told_calmly(place, tmp_path, capsys) -> None:
    empty = tmp_path / "empty"
    secret = str(place.secret)
    wrong = tmp_path / "wrong"
    wrong.write_text("not the passphrase", encoding="utf-8")
    for arguments in (
        ["--data-dir", str(empty), "verify", "--passphrase-file", secret],
        ["--data-dir", str(place.folder), "verify", "--passphrase-file", str(wrong)],
        ["--data-dir", str(place.folder), "verify", "--passphrase-file", str(empty)],
        ["--data-dir", str(place.folder), "dump", "--as", "Nobody"],
    ):
        assert cli.main(arguments) == cli.COULD_NOT
    assert place.run("verify", str(tmp_path / "gone.pdf")) == cli.COULD_NOT
    assert place.run("dump", "--document", "gone") == cli.COULD_NOT
    assert place.run("dump", "--document", "") == cli.COULD_NOT

    told = capsys.readouterr().err
    assert told.count(".\n") == 7
    assert not empty.exists()


def test_the_folder_may_come_from_the_environment(place, monkeypatch, capsys) -> None:
    monkeypatch.setenv(asking.FOLDER_VARIABLE, str(place.folder))
    monkeypatch.setattr(asking, "getpass", lambda _: PASSPHRASE)

    assert cli.main(["verify", "--as", "Dr Robin Specimen"]) == cli.OK


def test_without_a_folder_the_system_s_own_is_taken(capsys) -> None:
    assert cli.main(["verify"]) == cli.COULD_NOT


def test_forms_and_translations_are_checked(capsys) -> None:
    assert cli.main(["check-forms"]) == cli.OK
    status = cli.main(["check-translations"])

    assert status in (cli.OK, cli.NOT_THE_SAME)


def test_problems_are_listed_and_make_the_status(monkeypatch, capsys) -> None:
    monkeypatch.setattr(
        checking, "check_translations", lambda: [Problem("no.words", n=1)]
    )

    assert cli.main(["check-translations"]) == cli.NOT_THE_SAME
    assert capsys.readouterr().out == "no.words {'n': 1}\n"


def test_the_selftest_tries_everything_once(monkeypatch, capsys) -> None:
    monkeypatch.setattr(checking, "real_world", lambda: fake_world(FakeClock(), "self"))

    assert cli.main(["selftest"]) == cli.OK


def test_the_real_world_has_its_own_time_ids_and_chance() -> None:
    world = asking.real_world()

    assert world.clock().tzinfo is not None
    assert world.ids() != world.ids()
    assert len(world.random(32)) == 32


def test_words_are_written_out_where_there_are_only_signs(monkeypatch) -> None:
    from io import StringIO

    out = StringIO()
    monkeypatch.setattr(sys, "stdout", out)

    telling.write_out("ŵords")

    assert out.getvalue() == "ŵords"


def test_help_comes_from_the_catalogue(capsys) -> None:
    with pytest.raises(SystemExit) as caught:
        cli.main(["--help"])

    assert caught.value.code == 0
    assert read_catalogue("en").text("cli.verify") in capsys.readouterr().out


def test_commands_go_to_the_command_line_and_all_else_opens_the_window() -> None:
    assert frozenset(commands.COMMANDS) == __main__._COMMANDS
    assert __main__.is_command(["--data-dir", "verify", "verify"])
    assert __main__.is_command(["--version"])
    for given in ([], ["--example"], ["--data-dir", "verify"], ["nonsense"]):
        assert not __main__.is_command(given)


def test_a_command_is_run_from_the_program_s_start(capsys) -> None:
    assert __main__.main(["check-forms"]) == cli.OK


def test_all_else_opens_the_window(monkeypatch) -> None:
    monkeypatch.setattr(app, "main", lambda given: 7 if given == ["-x"] else 1)

    assert __main__.main(["-x"]) == 7


def test_qt_never_loads_without_the_window(place) -> None:
    asked = ["--data-dir", str(place.folder), "verify"]
    asked += ["--passphrase-file", str(place.secret)]
    told = (
        "import sys; from coprod_desktop.__main__ import main; "
        f"status = main({asked!r}); "
        "print([one for one in sys.modules if 'PySide' in one or 'shiboken' in one]); "
        "sys.exit(status)"
    )

    ran = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True)

    assert (ran.returncode, ran.stdout.splitlines()[-1]) == (0, "[]"), ran.stderr
