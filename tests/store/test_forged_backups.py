"""Somebody with the ward's key writes a backup: what it says is not believed."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from coprod_desktop.model.problem import Problem
from coprod_desktop.store.backup_files import FILES, SUMMARY, read_summary
from coprod_desktop.store.places import Folder
from coprod_desktop.store.restoring import (
    checked_lines,
)
from coprod_desktop.store.schema import Book
from tests.store.backups import (
    BackedUp,
    copied,
    forge,
    refused,
    reseal,
    rewrite,
)
from tests.store.wards import Ward


@pytest.fixture
def ward(backed_up: BackedUp) -> Ward:
    """The ward, closed. It is not changed here."""
    return backed_up.ward


@pytest.fixture
def backup(backed_up: BackedUp, tmp_path: Path) -> Path:
    """A backup of it, which may be changed."""
    return copied(backed_up, tmp_path)


def put(table: str, **cells: Any) -> Callable[[list[dict[str, Any]]], None]:
    def change(told: list[dict[str, Any]]) -> None:
        told[-1]["rows"].append(["put", table, cells])

    return change


DRAFT = {
    "document": "d",
    "question": "q",
    "voice": "v",
    "scribe": "",
    "sealed": ["AAAA"],
}


@pytest.mark.parametrize(
    "change",
    [
        put("sqlite_master", type="trigger", name="t", sql="SELECT 1"),
        put("drafts; DROP TABLE entries", **DRAFT),
        put("progress", document="d", person="p", question="", picked="", seen=1),
        put("head", one=1, number=99, hash=["AAAA"]),
        put("entries", number=1),
        put("drafts", **{**DRAFT, "more": 1}),
        put("drafts", **{name: DRAFT[name] for name in ("document", "question")}),
        put("drafts", **{**DRAFT, "sealed": "words"}),
        put("drafts", **{**DRAFT, "sealed": [1]}),
        put("drafts", **{**DRAFT, "sealed": []}),
        put("drafts", **{**DRAFT, "voice": 7}),
        put("drafts", **{**DRAFT, "voice": None}),
        put("drafts", **{**DRAFT, "voice": {"a": "b"}}),
        put("drafts", **{**DRAFT, "voice": "\ud800"}),
        put("tries", person="p", failed=True),
        put("tries", person="p", failed=1.5),
        put("tries", person="p", failed=2**63),
        put("tries", person="p", failed="1"),
        lambda told: told[-1]["rows"].append(["drop", "drafts", {"document": "d"}]),
        lambda told: told[-1]["rows"].append(["drop", "drafts", DRAFT]),
        lambda told: told[-1]["rows"].append("put"),
        lambda told: told[-1]["rows"].append(["put", "drafts"]),
        lambda told: told[-1]["rows"].append(["put", ["drafts"], DRAFT]),
        lambda told: told[-1].update(rows=7),
        lambda told: told.__setitem__(-1, {"schema": "0001"}),
        lambda told: told.__setitem__(-1, {"rows": []}),
        lambda _: ["not json"],
        lambda _: ["[]"],
        lambda _: ["[" * 100_000],
        lambda _: ['{"rows": ' + "[" * 100_000],
    ],
)
def test_rows_that_no_program_of_ours_wrote_are_refused(change: Any):
    told = [{"rows": [], "schema": "0001"}]
    changed = change(told)
    [payload] = changed or [json.dumps(told[-1])]

    with pytest.raises(Problem, match=r"backup\.damaged"):
        checked_lines(payload.encode(), Book.DRAFTS)


def test_a_row_that_does_not_belong_there_stops_the_whole_restoring(
    ward: Ward, backup: Path, aside: Folder
):
    trigger = put("sqlite_master", type="trigger", name="t", sql="SELECT 1")
    forge(backup, ward.key, Book.DRAFTS, trigger)

    refused(backup, aside, ward)


def test_an_empty_journal_is_refused(ward: Ward, backup: Path, aside: Folder):
    forge(backup, ward.key, Book.DRAFTS, lambda _: [])

    refused(backup, aside, ward)


def test_a_backup_of_a_newer_program_is_refused_politely(
    ward: Ward, backup: Path, aside: Folder
):
    forge(
        *(backup, ward.key, Book.DRAFTS),
        lambda told: told[-1].update(schema="9999"),
    )
    refused(backup, aside, ward, "store.database_too_new")


def entry(told: list[dict[str, Any]], number: int) -> dict[str, Any]:
    rows = (row for one in told for row in one["rows"])
    return next(cells for _, _, cells in rows if cells["number"] == number)


OTHER = "2020-01-01T00:00:00.000000Z"


def without_last(told: list[dict[str, Any]]) -> None:
    told[-1]["rows"].pop()


def in_another_order(told: list[dict[str, Any]]) -> None:
    rows = [row for one in told for row in one["rows"]]
    told[0]["rows"] = rows[::-1]
    for one in told[1:]:
        one["rows"] = []


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda told: entry(told, 7).update(at=OTHER), "backup.entry_broken"),
        (lambda told: entry(told, 7).update(body="{}"), "backup.damaged"),
        (lambda told: entry(told, 7).update(kind="none"), "backup.damaged"),
        (lambda told: entry(told, 9).update(by="jo"), "backup.entry_broken"),
        (lambda told: entry(told, 3).update(signature=["AAAA"]), "backup.entry_broken"),
        (lambda told: entry(told, 6).update(document="x"), "backup.entry_broken"),
        (lambda told: entry(told, 6).update(previous=["AAAA"]), "backup.damaged"),
        (lambda told: entry(told, 6).update(number=60), "backup.damaged"),
        (without_last, "backup.damaged"),
        (in_another_order, "backup.damaged"),
        (
            lambda told: told[-1]["rows"].append(["drop", "entries", {"number": 1}]),
            "backup.damaged",
        ),
    ],
)
def test_a_record_that_does_not_hold_is_refused(
    ward: Ward, backup: Path, aside: Folder, change: Any, sentence: str
):
    forge(backup, ward.key, Book.JOURNAL, change)

    refused(backup, aside, ward, sentence)


def test_a_file_that_says_twice_what_stands_is_refused(
    ward: Ward, backup: Path, aside: Folder
):
    def again(told: list[dict[str, Any]]) -> None:
        told.append({**told[0], "whole": True})

    forge(backup, ward.key, Book.DRAFTS, again)

    refused(backup, aside, ward)


def test_a_record_that_stops_early_is_refused(ward: Ward, backup: Path, aside: Folder):
    summary = read_summary(backup, ward.key)
    ends = {**summary.ends, "ward.journal": (99, summary.ends["ward.journal"][1])}
    rewrite(backup, ward.key, replace(summary, ends=ends))

    refused(backup, aside, ward)


def test_records_out_of_order_are_refused(ward: Ward, backup: Path, aside: Folder):
    path = backup / "ward.drafts"
    reseal(backup, ward.key, Book.DRAFTS, [b'{"rows":[],"schema":"0002"}'] * 3)
    content = path.read_bytes()
    size = (len(content) - 64) // 3
    path.write_bytes(content[: 64 + size] + content[64 + 2 * size :])
    rewrite(backup, ward.key, read_summary(backup, ward.key))

    refused(backup, aside, ward)


@pytest.mark.parametrize(
    "change",
    [
        {"files": {"../../etc/cron.d/words": [1, "00"]}},
        {"files": {}},
        {"ends": {}},
        {"ends": 7},
        {"head": []},
        {"head": ["1", "zz"]},
        {"number": "many"},
        {"number": 1e999},
        {"version": None},
    ],
)
def test_a_summary_that_says_something_else_is_refused(
    ward: Ward, backup: Path, aside: Folder, change: dict[str, Any]
):
    from coprod_desktop.crypto.sealing import seal
    from coprod_desktop.store import backup_files

    value = {
        "version": 1,
        "ward": ward.key.ward_id,
        "number": 1,
        "head": [1, "00"],
        "ends": {name: [1, "00"] for name in ("ward.journal", "ward.drafts")},
        "at": "",
        "files": {name: [0, "00"] for name in FILES},
        **change,
    }
    plain = json.dumps(value).encode()
    context = backup_files._context(ward.key)
    secret = backup_files._key(ward.key)
    sealed = seal(secret, plain, context=context, nonce=bytes(12))
    (backup / SUMMARY).write_bytes(sealed)

    refused(backup, aside, ward, "backup.damaged", "backup.too_new")


def test_rows_that_are_gone_are_told_by_their_keys():
    key = {name: DRAFT[name] for name in ("document", "question", "voice", "scribe")}
    told = {"rows": [["drop", "drafts", key]], "schema": "0001"}

    lines = checked_lines(json.dumps(told).encode(), Book.DRAFTS)

    assert [(one.is_gone, one.cells) for one in lines.changes] == [(True, key)]
