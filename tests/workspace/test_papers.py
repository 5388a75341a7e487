"""Paper, and saving it whole or not at all."""

from __future__ import annotations

import errno
import json
import os
import stat
from pathlib import Path
from typing import Any

import pytest

from coprod_desktop.model.documents import DocumentId
from coprod_desktop.model.problem import Problem
from coprod_desktop.pdf.blocks import Statement
from coprod_desktop.workspace.printable import read_printable
from coprod_desktop.workspace.saving_files import safe_file_name, save_aside
from tests.faults.needs import has_unnamed_files
from tests.workspace.wards import FORM, QUESTION, own, write


def shared(document, words: str = "Walks") -> None:
    write(document, QUESTION, words)
    document.sharing.share(document.sharing.unshared())


def statements(paper) -> list[Statement]:
    return [one for one in paper.blocks if isinstance(one, Statement)]


def test_only_shared_words_print_and_the_check_screen_marks_the_others(
    document,
) -> None:
    shared(document)
    write(document, "strengths", "Cooking")

    printed = statements(document.papers.blocks())
    shown = statements(document.papers.blocks(with_drafts=True))

    assert [one.is_shared for one in printed] == [True]
    assert [one.is_shared for one in shown] == [True, False]


def test_no_draft_is_in_the_words_that_travel_with_the_paper(document) -> None:
    shared(document)
    write(document, "strengths", "Canary")

    assert "Canary" not in document.papers.words_json()
    assert b"Canary" not in document.papers.pdf()


def test_the_words_stay_the_same_while_other_documents_grow(
    document, ward, cast
) -> None:
    shared(document)
    before = document.papers.words_json()
    other = ward.sit_down(cast.alex).open(FORM)
    shared(other)
    other.close()

    assert document.papers.words_json() == before


def test_a_changed_setting_is_part_of_the_words(document, ward) -> None:
    shared(document)
    before = json.loads(document.papers.words_json())["head"]["entry"]

    ward.set_setting("meeting", "care meeting")

    assert json.loads(document.papers.words_json())["head"]["entry"] > before


def test_a_document_reads_as_it_stood_at_an_entry(document, ward) -> None:
    shared(document)
    before = document.papers.words_json()
    entry = json.loads(before)["head"]["entry"]
    document.take_pen(own(document.patient.id))
    write(document, QUESTION, " more")
    document.sharing.share(document.sharing.unshared())

    then = read_printable(ward.store, document.id, ward.shelf, "en", entry)

    assert then.words_json == before
    with pytest.raises(Problem):
        read_printable(ward.store, DocumentId("nothing"), ward.shelf, "en")
    with pytest.raises(ValueError, match="zone"):
        then.paper(then.document.started_at.replace(tzinfo=None))


def test_the_file_s_name_tells_the_form_and_nobody_s_name(document, tmp_path) -> None:
    shared(document)

    file = document.papers.export(tmp_path)
    assert file.name == document.papers.safe_name()

    assert file.name.startswith("my-care-plan-2026-03-0")
    assert "sam" not in file.name.lower()
    assert file.read_bytes() == document.papers.pdf()
    assert [one.name for one in tmp_path.glob("*.pdf")] == [file.name]


def test_a_file_is_never_replaced_silently(document, tmp_path) -> None:
    file = tmp_path / "mine.pdf"
    file.write_bytes(b"precious")

    with pytest.raises(Problem) as caught:
        document.papers.export(file)

    assert caught.value.key == "workspace.export_exists"
    assert file.read_bytes() == b"precious"
    document.papers.export(file, replacing=True)
    assert file.read_bytes().startswith(b"%PDF")


WAYS = ("unnamed", "unnamed unknown to the disk", "no /proc", "named")
"""Systems and disks that have files without a name, and those that have none."""


def write_in(monkeypatch: pytest.MonkeyPatch, way: str) -> None:
    """Let the system be one that writes in this way."""
    real = os.open

    def opening(path: Any, flags: int, *mode: int, **how: Any) -> int:
        is_unnamed = flags & getattr(os, "O_TMPFILE", 0) == getattr(os, "O_TMPFILE", 1)
        if way == "unnamed unknown to the disk" and is_unnamed:
            raise OSError(errno.EOPNOTSUPP, "no such files")
        if way == "no /proc" and str(path).startswith("/proc"):
            raise OSError(errno.ENOENT, "no /proc")
        return real(path, flags, *mode, **how)

    monkeypatch.setattr(os, "open", opening)
    if way == "named":
        monkeypatch.delattr(os, "O_TMPFILE", raising=False)


def left(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


def test_a_place_that_is_gone_is_told(tmp_path) -> None:
    with pytest.raises(Problem) as caught:
        save_aside(tmp_path / "gone" / "paper.pdf", b"words")

    assert caught.value.key == "workspace.export_place_gone"


@pytest.mark.parametrize(
    ("error", "key"),
    [
        (errno.ENOSPC, "workspace.export_no_space"),
        (errno.EROFS, "workspace.export_not_allowed"),
        (errno.EIO, "workspace.export_failed"),
    ],
)
@pytest.mark.parametrize("call", ["fsync", "link"])
@pytest.mark.parametrize("way", WAYS)
def test_a_full_or_broken_place_leaves_nothing_half_written(
    tmp_path, monkeypatch, error: int, key: str, call: str, way: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(error, os.strerror(error))

    write_in(monkeypatch, way)
    monkeypatch.setattr(os, call, fail)
    if call == "link":  # a stick without links, and then a failing swap
        monkeypatch.setattr(Path, "replace", fail)

    with pytest.raises(Problem) as caught:
        save_aside(tmp_path / "paper.pdf", b"words")

    assert caught.value.key == key
    assert left(tmp_path) == []


def test_a_stick_without_links_gets_its_file_too(tmp_path, monkeypatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "no links")

    monkeypatch.setattr(os, "link", fail)

    save_aside(tmp_path / "paper.pdf", b"words")

    assert left(tmp_path) == ["paper.pdf"]


@pytest.mark.parametrize("way", WAYS)
def test_a_file_that_came_a_moment_ago_is_not_replaced(
    tmp_path, monkeypatch, way: str
) -> None:
    write_in(monkeypatch, way)
    file = tmp_path / "paper.pdf"
    real = os.link

    def late(aside: Path, place: Path, **how: Any) -> None:
        place.write_bytes(b"theirs")
        real(aside, place, **how)

    monkeypatch.setattr(os, "link", late)

    with pytest.raises(Problem) as caught:
        save_aside(file, b"ours")

    assert caught.value.key == "workspace.export_exists"
    assert (left(tmp_path), file.read_bytes()) == (["paper.pdf"], b"theirs")


@pytest.mark.parametrize("way", WAYS)
def test_every_way_of_writing_a_file_gives_the_same(
    tmp_path, monkeypatch, way: str
) -> None:
    write_in(monkeypatch, way)
    file = tmp_path / "paper.pdf"

    save_aside(file, b"first")
    assert (left(tmp_path), file.read_bytes()) == (["paper.pdf"], b"first")
    with pytest.raises(Problem, match=r"workspace\.export_exists"):
        save_aside(file, b"second")
    assert file.read_bytes() == b"first"
    save_aside(file, b"third", replacing=True)

    assert (left(tmp_path), file.read_bytes()) == (["paper.pdf"], b"third")
    if os.name != "nt":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_file_has_no_name_of_its_own_before_it_is_whole(
    tmp_path, monkeypatch
) -> None:
    seen: list[list[str]] = []
    real = os.fsync

    def look(descriptor: int) -> None:
        seen.append(left(tmp_path))
        real(descriptor)

    monkeypatch.setattr(os, "fsync", look)

    save_aside(tmp_path / "paper.pdf", b"words")

    hidden = [f".paper.pdf.{os.getpid()}.part"]
    assert seen[0] == ([] if has_unnamed_files(tmp_path) else hidden)
    assert left(tmp_path) == ["paper.pdf"]


@pytest.mark.parametrize("name", ["CON", "nul.pdf", "com1.pdf", "a\0b.pdf"])
def test_a_name_that_windows_keeps_for_itself_is_refused(tmp_path, name: str) -> None:
    with pytest.raises(Problem) as caught:
        save_aside(tmp_path / name, b"words")

    assert caught.value.key == "workspace.export_name"
    assert left(tmp_path) == []


@pytest.mark.parametrize(
    "part",
    ["../../etc", "CON", "a/b", "con", "\u202efdp.exe", "💊" * 300, "", "x" * 500, "."],
)
def test_every_name_that_we_make_is_safe(part: str) -> None:
    name = safe_file_name(part, ending="pdf")

    assert len(name) <= 80
    assert name.endswith(".pdf")
    assert name.removesuffix(".pdf").strip("-").replace("-", "").isalnum()
    assert name.isascii()
    assert name.lower() not in ("con.pdf", "nul.pdf")
