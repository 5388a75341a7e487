"""Giving a document out from a terminal: to a file or to whoever reads the output."""

from __future__ import annotations

import json
from contextlib import closing
from typing import Any

import pikepdf
import pytest

from coprod_desktop import cli
from coprod_desktop.cli import asking
from coprod_desktop.model.acts import Way, WordsSeen
from coprod_desktop.model.entries import Kind
from coprod_desktop.model.record import body_of
from coprod_desktop.workspace.doorway import Doorway
from coprod_desktop.workspace.example import PASSPHRASE
from tests.cli.places import Place

SHAPES = ("--fhir", "--json", "--text", "--html")
DRAFTS = ("before I leave the room", "each evening how the day was")
"""What two people of the made-up ward wrote and did not share."""


def entries(place: Place) -> list[Any]:
    door = Doorway(place.folder, asking.real_world())
    with closing(door.open(door.keyring().doors[0].person_id, PASSPHRASE)) as ward:
        return list(ward.store.record.entries())


def out(place: Place, capfdbinary: Any, *arguments: str) -> str:
    assert place.run("export", *arguments) == cli.OK
    told: bytes = capfdbinary.readouterr().out
    return told.decode()


def test_every_shape_goes_to_the_output_where_no_file_is_named(
    place, plan, capfdbinary
) -> None:
    asked = ("--document", plan)

    bundle = json.loads(out(place, capfdbinary, *asked, "--fhir"))
    words = json.loads(out(place, capfdbinary, *asked, "--json"))
    text = out(place, capfdbinary, *asked, "--text")
    page = out(place, capfdbinary, *asked, "--html")

    assert bundle["resourceType"] == "Bundle"
    assert words["schema"] == "coprod-words/2"
    assert text.startswith("My care plan\n====")
    assert page.startswith("<!DOCTYPE html>")
    for told in (json.dumps(bundle, ensure_ascii=False), text, page):
        assert "Being asked the same thing by six people." in told
        assert "It makes my hands shake." in told


@pytest.mark.parametrize("shape", ["--fhir", "--json"])
def test_what_a_paper_carries_is_what_the_output_gives(
    place, plan, tmp_path, capfdbinary, shape
) -> None:
    paper, file = tmp_path / "plan.pdf", tmp_path / "plan.json"
    assert place.run("export", "--document", plan, str(paper)) == cli.OK
    assert place.run("export", "--document", plan, shape, str(file)) == cli.OK
    capfdbinary.readouterr()

    told = out(place, capfdbinary, "--document", plan, shape)

    name = {"--fhir": "fhir.json", "--json": "words.json"}[shape]
    with pikepdf.open(paper) as opened:
        inside = opened.attachments[name].get_file().read_bytes()
    assert inside == file.read_bytes() == told.encode()
    assert place.run("verify", str(paper)) == cli.OK


@pytest.mark.parametrize("shape", SHAPES)
def test_private_drafts_are_in_no_export(place, plan, capfdbinary, shape) -> None:
    told = out(place, capfdbinary, "--document", plan, shape)

    assert not any(draft in told for draft in DRAFTS)


def test_whoever_gives_a_document_out_stands_in_the_log(
    place, plan, tmp_path, capfdbinary
) -> None:
    before = len(entries(place))
    for shape in SHAPES:
        out(place, capfdbinary, "--document", plan, shape)
        file = tmp_path / shape.strip("-")
        out(place, capfdbinary, "--document", plan, shape, str(file))

    told = entries(place)[before:]

    given = [one for one in told if one.unsigned.document == plan]
    assert len(given) == 2 * len(SHAPES)
    assert {one.kind for one in given} == {Kind.WORDS_SEEN}
    assert {body_of(one) for one in given} == {WordsSeen(Way.EXPORTED)}


@pytest.mark.parametrize("shape", SHAPES)
def test_a_file_is_said_and_replaced_only_when_asked(
    place, plan, tmp_path, capfdbinary, shape
) -> None:
    file = tmp_path / "given"
    asked = ("--document", plan, shape, str(file))
    assert out(place, capfdbinary, *asked) == f"{file}\n"
    first = file.read_bytes()

    assert place.run("export", *asked) == cli.COULD_NOT
    assert b"There is a file with that name already" in capfdbinary.readouterr().err
    assert file.read_bytes() == first
    assert out(place, capfdbinary, *asked, "--replace") == f"{file}\n"


def test_a_pdf_needs_a_file(place, plan, capfdbinary) -> None:
    assert place.run("export", "--document", plan) == cli.COULD_NOT

    told = capfdbinary.readouterr()
    assert told.out == b""
    assert b"Please name a file for the PDF" in told.err


def test_only_one_shape_can_be_asked_for(place, plan, capfdbinary) -> None:
    with pytest.raises(SystemExit) as caught:
        place.run("export", "--document", plan, "--fhir", "--html")

    assert caught.value.code == 2
    assert b"not allowed with" in capfdbinary.readouterr().err


@pytest.mark.parametrize("shape", SHAPES)
def test_a_place_that_is_gone_leaves_nothing(
    place, plan, tmp_path, capfdbinary, shape
) -> None:
    file = tmp_path / "gone" / "given"
    before = len(entries(place))

    assert place.run("export", "--document", plan, shape, str(file)) == cli.COULD_NOT

    assert capfdbinary.readouterr().err.endswith(b".\n")
    assert not file.parent.exists()
    assert len(entries(place)) == before


def test_a_paper_is_chosen_by_its_kind_copy_and_language(place, plan, tmp_path) -> None:
    file = tmp_path / "large.pdf"
    asked = ("--document", plan, "--paper", "large-print", "--copy", "meeting")

    made = place.run("export", *asked, "--language", "cy", str(file))
    checked = place.run("verify", str(file))

    assert (made, checked) == (cli.OK, cli.OK)
    with pikepdf.open(file) as opened:
        assert opened.docinfo["/Keywords"] == "paper large-print, copy meeting"
        assert opened.Root.Lang == "cy"


def test_text_says_whose_copy_it_is_and_knows_no_sizes(
    place, plan, capfdbinary
) -> None:
    asked = ("--document", plan, "--text", "--paper", "easy-read")

    text = out(place, capfdbinary, *asked, "--copy", "meeting")

    assert "This is the meeting's copy. It is for" in text


def test_a_blank_form_is_paper_alone(place, plan, tmp_path, capfdbinary) -> None:
    file = tmp_path / "blank.pdf"
    asked = ("--document", plan, "--copy", "blank")

    made = place.run("export", *asked, str(file))
    refused = place.run("export", *asked, "--text")

    assert (made, refused) == (cli.OK, cli.COULD_NOT)
    assert b"only on paper" in capfdbinary.readouterr().err
    with pikepdf.open(file) as opened:
        assert not opened.attachments


def test_welsh_and_english_are_asked_for_together(place, plan, tmp_path) -> None:
    file = tmp_path / "both.pdf"
    asked = ("--document", plan, "--language", "cy+en")

    made = place.run("export", *asked, str(file))
    checked = place.run("verify", str(file))

    assert (made, checked) == (cli.OK, cli.OK)
