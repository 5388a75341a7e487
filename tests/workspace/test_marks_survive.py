"""What a person said about their own words is still there after the worst days."""

from __future__ import annotations

import io
import json
import subprocess
from contextlib import closing
from pathlib import Path

import pikepdf
import pytest

from coprod_desktop.model.documents import MarkKind
from coprod_desktop.workspace.doorway import Doorway
from coprod_desktop.workspace.flags import FlagTo
from coprod_desktop.workspace.open_document import OpenDocument
from coprod_desktop.workspace.restoring import Hand, put_back
from coprod_desktop.workspace.ward import Ward
from tests.fakes import fake_world
from tests.workspace.wards import (
    FORM,
    PASSPHRASE,
    QUESTION,
    Cast,
    opened,
    own,
    write,
)

UNFAIR = "The door to the garden is locked"


@pytest.fixture
def marked(ward: Ward, document: OpenDocument, cast: Cast) -> Ward:
    """Sam shared words, was pressed to write them, and told the meeting something.

    "I did not write this" was said too, and taken back.
    """
    write(document, QUESTION, "Walks")
    (card,) = document.sharing.share(document.sharing.unshared())
    assert card.statement is not None
    document.marks.put(card.statement.id, MarkKind.PRESSED)
    document.marks.put(card.statement.id, MarkKind.NOT_MINE)
    document.marks.take_back(card.statement.id, MarkKind.NOT_MINE)
    ward.flags.raise_flag(cast.sam, own(cast.sam), UNFAIR, FlagTo.MEETING)
    return ward


def standing(ward: Ward, cast: Cast) -> tuple[list[MarkKind], list[str]]:
    """The marks on Sam's words, and what the meeting was told."""
    document = ward.sit_down(cast.sam).open(FORM)
    [statement] = [card.statement for card in document.cards(QUESTION)]
    assert statement is not None
    told = [one.said.text.text for one in ward.flags.of(cast.sam)]
    document.close()
    return [one.kind for one in statement.marks], told


HELD = ([MarkKind.PRESSED], [UNFAIR])


def test_they_stand_in_the_pdf_and_in_the_words_inside_it(
    marked: Ward, document: OpenDocument, tmp_path: Path
):
    file = document.papers.export(tmp_path)

    with pikepdf.open(io.BytesIO(file.read_bytes())) as pdf:
        inside = json.loads(pdf.attachments["words.json"].get_file().read_bytes())
    [question] = inside["questions"]
    [statement] = question["statements"]
    assert [one["kind"] for one in statement["marks"]] == ["pressed"]
    read = subprocess.run(
        ["pdftotext", str(file), "-"], capture_output=True, text=True, check=True
    )
    assert "I was pressed to write this." in " ".join(read.stdout.split())


def test_they_stand_in_a_backup_that_is_put_back(
    marked: Ward, document: OpenDocument, cast: Cast, tmp_path: Path
):
    document.close()
    (tmp_path / "stick").mkdir()
    marked.backups.choose_place(tmp_path / "stick")
    made = marked.backups.make()
    marked.close()
    door = Doorway(tmp_path / "new-pc", fake_world(seed="new"))

    put_back(made.folder, door, Hand(cast.priya, PASSPHRASE))

    with closing(opened(tmp_path / "new-pc")) as ward:
        assert standing(ward, cast) == HELD


@pytest.mark.parametrize("lost", ["ward.coprod", "ward.journal"])
def test_they_stand_in_a_ward_that_lost_a_file(
    marked: Ward, document: OpenDocument, cast: Cast, folder: Path, lost: str
):
    document.close()
    marked.close()
    (folder / "ward" / lost).unlink()

    with closing(opened(folder)) as ward:
        assert standing(ward, cast) == HELD
        assert ward.store.record.verify() is None


def test_they_stand_in_what_is_rescued_from_what_is_left(
    marked: Ward, document: OpenDocument, cast: Cast, folder: Path
):
    document.close()
    marked.close()
    (folder / "ward" / "ward.coprod").write_bytes(b"\xff" * 4096)

    found = Doorway(folder, fake_world(seed="rescue")).rescue(cast.priya, PASSPHRASE)

    bodies = [(one.kind.value, json.loads(one.unsigned.body)) for one in found.entries]
    marks = [body for kind, body in bodies if kind == "marked"]
    assert [(one["mark"], one["is_withdrawn"]) for one in marks] == [
        ("pressed", False),
        ("not_mine", False),
        ("not_mine", True),
    ]
    flags = [body for kind, body in bodies if kind == "flag_raised"]
    assert [one["said"]["text"]["words"] for one in flags] == [UNFAIR]
