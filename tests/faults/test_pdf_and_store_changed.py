"""One byte of the store, one word of a paper: the program itself says so.

Asked as anybody would ask, of the program in a process of its own, about a made-up
ward whose files were changed behind its back.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from sqlalchemy import text

from coprod_desktop.app import real_world
from coprod_desktop.cli import NOT_THE_SAME, OK
from coprod_desktop.crypto.doors import FLOOR
from coprod_desktop.store.database import Database
from coprod_desktop.workspace.doorway import Doorway
from coprod_desktop.workspace.example import PASSPHRASE, make_example
from tests.architecture.source import ROOT
from tests.store.wards import without_triggers

PAGE_BYTES = 4096
ENTRY = 12


@dataclass(frozen=True)
class Desk:
    """A ward's folder, a paper that was exported from it, and the program to ask."""

    folder: Path
    secret: Path
    paper: Path

    def ask(self, *arguments: str) -> tuple[int, str]:
        """Run the program as the nurse; give its exit status and what it says."""
        command, *rest = arguments
        opening = ("--data-dir", str(self.folder), command)
        answer = subprocess.run(
            [
                *(sys.executable, "-m", "coprod_desktop", *opening),
                *("--passphrase-file", str(self.secret), *rest),
            ],
            cwd=ROOT,
            env={**os.environ, "PYTHONUTF8": "1"},
            capture_output=True,
            text=True,
            encoding="utf-8",
        )
        assert "Traceback" not in answer.stderr
        return answer.returncode, answer.stdout

    def ask_json(self, *arguments: str) -> tuple[int, dict[str, Any]]:
        """Ask for an answer in JSON."""
        status, said = self.ask(*arguments, "--json")
        told: dict[str, Any] = json.loads(said)
        return status, told

    @property
    def store(self) -> Path:
        """The file of the store."""
        return self.folder / "ward" / "ward.coprod"


@pytest.fixture(scope="module")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A made-up ward and the paper of one of its forms. Nobody changes them."""
    place = tmp_path_factory.mktemp("changed")
    desk = Desk(place / "ward-pc", place / "secret", place / "plan.pdf")
    desk.secret.write_text(PASSPHRASE + "\n", encoding="utf-8")
    make_example(desk.folder, replace(real_world(), cost=FLOOR))
    _, dump = desk.ask_json("dump")
    plan = next(
        one["document"]
        for one in dump["documents"]
        if one["form"]["id"] == "care-plan" and one["questions"]
    )
    assert desk.ask("export", "--document", plan, str(desk.paper))[0] == OK
    return desk


@pytest.fixture
def desk(pattern: Desk, tmp_path: Path) -> Desk:
    """A copy of both, to change."""
    copy = Desk(tmp_path / "ward-pc", pattern.secret, tmp_path / "plan.pdf")
    shutil.copytree(pattern.folder, copy.folder)
    shutil.copy(pattern.paper, copy.paper)
    return copy


# --- The store --------------------------------------------------------------------


def test_an_unchanged_store_is_as_it_was_written(desk: Desk):
    status, told = desk.ask_json("verify")

    assert (status, told["store"]) == (OK, "ok")
    assert told["entries"] > ENTRY


def test_one_byte_changed_with_the_key_in_hand_names_the_entry(desk: Desk):
    def one_sign(body: str) -> str:
        at = len(body) // 2
        return body[:at] + chr(ord(body[at]) ^ 1) + body[at + 1 :]

    change_entry(desk, ENTRY, one_sign)

    status, told = desk.ask_json("verify")

    assert status == NOT_THE_SAME
    assert told["store"] == "broken"
    assert (told["entry"], told["fault"]) == (ENTRY, "changed")
    status, said = desk.ask("verify")
    assert (status, f"Entry {ENTRY} " in said) == (NOT_THE_SAME, True)


def pages_of(desk: Desk) -> int:
    return desk.store.stat().st_size // PAGE_BYTES


@pytest.mark.parametrize("page", range(-4, 4))
def test_one_byte_changed_in_any_page_is_told_and_mended_from_the_journal(
    desk: Desk, page: int
):
    before = desk.ask("dump", "--json")
    flip(desk.store, page % pages_of(desk) * PAGE_BYTES + PAGE_BYTES // 2)

    status, told = desk.ask_json("verify")

    # Some pages are read at opening and mended then; the others verify comes upon.
    assert status == NOT_THE_SAME
    if told["store"] != "ok":
        status, told = desk.ask_json("verify")
    assert (status, told["store"]) == (NOT_THE_SAME, "ok")
    (noticed,) = told["noticed"]
    assert noticed["key"] == "store.told.database_made_anew"
    assert desk.ask_json("verify")[0] == OK
    assert desk.ask("dump", "--json") == before


@pytest.mark.parametrize("page", [0, 1, 2])
def test_one_byte_changed_and_no_journal_is_told(desk: Desk, page: int):
    for name in ("ward.journal", "ward.drafts"):
        desk.store.with_name(name).unlink()
    flip(desk.store, page * PAGE_BYTES + PAGE_BYTES // 2)

    status, told = desk.ask_json("verify")

    assert (status, told) == (NOT_THE_SAME, {"store": "damaged"})
    assert "damaged" in desk.ask("verify")[1]


def change_entry(desk: Desk, number: int, change: Callable[[str], str]) -> None:
    """Change an entry's body as somebody could who has the ward's key."""
    door = Doorway(desk.folder, replace(real_world(), cost=FLOOR))
    ward = door.open(door.keyring().doors[0].person_id, PASSPHRASE)
    database: Database = ward.store.record._database
    with database.transaction() as turn:
        connection = turn.connection
        without_triggers(connection)
        asked = {"number": number}
        found = text("SELECT body FROM entries WHERE number = :number")
        before = connection.execute(found, asked).scalar_one()
        put = text("UPDATE entries SET body = :body WHERE number = :number")
        connection.execute(put, {**asked, "body": change(before)})
    ward.close()


def flip(file: Path, at: int) -> None:
    """Change one bit of a file."""
    with file.open("r+b") as opened:
        opened.seek(at)
        (byte,) = opened.read(1)
        opened.seek(at)
        opened.write(bytes([byte ^ 1]))


# --- The paper --------------------------------------------------------------------


def test_an_unchanged_paper_holds_the_words_of_the_store(desk: Desk):
    status, told = desk.ask_json("verify", str(desk.paper))

    assert status == OK
    assert (told["paper"], told["differences"]) == ("same", [])


def test_one_word_changed_on_the_paper_is_not_the_stores(desk: Desk):
    change_word(desk.paper, b"mornings", b"evenings")

    status, told = desk.ask_json("verify", str(desk.paper))

    assert status == NOT_THE_SAME
    assert told["paper"] == "changed"
    words = [one for one in told["differences"] if one["kind"] == "words"]
    assert any("mornings" in one["expected"] for one in words)
    assert any("evenings" in one["found"] for one in words)
    status, said = desk.ask("verify", str(desk.paper))
    assert status == NOT_THE_SAME
    assert "are not the words in the store" in said


def test_a_paper_of_another_ward_is_nobodys_here(desk: Desk, tmp_path: Path):
    other = tmp_path / "other"
    make_example(other, replace(real_world(), cost=FLOOR))

    status, told = replace(desk, folder=other).ask_json("verify", str(desk.paper))

    assert (status, told["paper"]) == (NOT_THE_SAME, "foreign")


def change_word(paper: Path, old: bytes, new: bytes) -> None:
    """Change the first such word that a page draws."""
    with pikepdf.open(paper, allow_overwriting_input=True) as opened:
        for page in opened.pages:
            drawn = page.Contents.read_bytes()
            if old in drawn:
                page.Contents = opened.make_stream(drawn.replace(old, new, 1))
                opened.save(paper)
                return
    raise LookupError("no page draws this word")
