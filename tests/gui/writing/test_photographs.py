"""A photograph of a sheet is kept by the keyboard alone, or refused in words."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coprod_desktop.gui.opened import Opened
from coprod_desktop.gui.places import ToSheet
from coprod_desktop.gui.screens.keep_photograph import KeepPhotographScreen
from coprod_desktop.gui.stage import Stage
from coprod_desktop.model.acts import PictureKind
from coprod_desktop.workspace.ward import Ward
from tests.gui.writing.pictures import (
    LONG_MS,
    PLACE,
    Chooses,
    focused,
    held_sideways,
    keep,
    key,
    labels,
    pictured,
    sheet,
    shown,
)
from tests.gui.writing.test_sheet import code_of
from tests.model.test_photographs import png
from tests.pdf.scanned import scan


@pytest.fixture
def code(opened: Opened, ward: Ward) -> str:
    """Of the sheet with the first two questions."""
    return code_of(opened, ward, 1, 2)


@pytest.fixture
def camera(tmp_path: Path) -> Chooses:
    """A folder with a photograph in it."""
    place = tmp_path / "Sam at Larch Ward.jpg"
    place.write_bytes(held_sideways(sheet()))
    return Chooses(place)


def keep_screen(
    stage: Stage, opened: Opened, camera: Chooses, qtbot: QtBot, code: str = ""
) -> KeepPhotographScreen:
    found = KeepPhotographScreen(stage, opened, camera, code)
    shown(found, qtbot)
    return found


def test_the_keyboard_alone_keeps_a_photograph_as_it_came(
    stage: Stage, opened: Opened, camera: Chooses, code: str, qtbot: QtBot
):
    said = stage.words.text
    screen = keep_screen(stage, opened, camera, qtbot)
    went: list[object] = []
    screen.went.connect(went.append)

    QTest.keyClicks(screen.field.box, code.lower())
    key(Qt.Key.Key_Return)
    focused(qtbot, said("photograph.keep"))
    assert not opened.document.sheets.are_photographed
    key(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not screen.is_waiting, timeout=LONG_MS)

    assert said("photograph.kept") in labels(screen)
    (kept,) = opened.document.sheets.photographs.kept()
    content = opened.document.sheets.photographs.file(kept)
    assert camera.place is not None
    assert content == camera.place.read_bytes()
    assert PLACE in content
    qtbot.mouseClick(screen._bar.first(), Qt.MouseButton.LeftButton)
    assert went == [ToSheet(code.lower())]


def test_a_scan_is_looked_at_and_kept_as_it_came(
    stage: Stage, opened: Opened, tmp_path: Path, code: str, qtbot: QtBot
):
    place = tmp_path / "scan.pdf"
    place.write_bytes(scan(sheet(), sheet()))
    screen = keep_screen(stage, opened, Chooses(place), qtbot, code)

    key(Qt.Key.Key_Space)
    focused(qtbot, stage.words.text("photograph.keep"))
    pictured(screen.view, qtbot)
    key(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not screen.is_waiting, timeout=LONG_MS)

    (kept,) = opened.document.sheets.photographs.kept()
    assert kept.told.facts.kind is PictureKind.PDF
    assert opened.document.sheets.photographs.file(kept) == place.read_bytes()


def test_before_it_is_kept_it_is_said_who_sees_it_and_that_it_stays(
    stage: Stage, opened: Opened, camera: Chooses, qtbot: QtBot
):
    told = labels(keep_screen(stage, opened, camera, qtbot))

    assert "Sam Example" in told
    assert "Robin Specimen" in told
    for line in ("for_good", "place"):
        assert stage.words.text(f"photograph.{line}") in told


def test_a_wrong_code_is_told_before_any_file_is_asked_for(
    stage: Stage, opened: Opened, camera: Chooses, qtbot: QtBot
):
    screen = keep_screen(stage, opened, camera, qtbot, "7F3K9-QWD2M")

    key(Qt.Key.Key_Space)

    assert camera.asked == []
    assert "A sign is wrong or missing." in labels(screen)
    assert QApplication.focusWidget() is screen.field.box


def test_nothing_is_read_where_no_file_is_chosen(
    stage: Stage, opened: Opened, code: str, qtbot: QtBot
):
    screen = keep_screen(stage, opened, Chooses(None), qtbot, code)

    key(Qt.Key.Key_Space)

    assert not screen.is_waiting


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (None, "not_readable"),
        (b"words, not a picture", "no_picture"),
        (png(640, 480), "no_picture"),
        (png(60_000, 60_000), "too_many_pixels"),
        (b"\xff\xd8\xff\xe0\x00\x02", "no_picture"),
        (b"%PDF-1.7 and nothing more", "no_picture"),
    ],
)
def test_what_cannot_be_kept_is_told_in_words_and_nothing_of_it_in_a_log(
    stage: Stage,
    opened: Opened,
    camera: Chooses,
    code: str,
    qtbot: QtBot,
    caplog: pytest.LogCaptureFixture,
    content: bytes | None,
    sentence: str,
):
    assert camera.place is not None
    camera.place.unlink()
    if content is not None:
        camera.place.write_bytes(content)
    screen = keep_screen(stage, opened, camera, qtbot, code)

    with caplog.at_level(logging.DEBUG):
        key(Qt.Key.Key_Space)
        qtbot.waitUntil(lambda: not screen.is_waiting, timeout=LONG_MS)

    told = stage.words.text(f"photograph.{sentence}")
    assert told in labels(screen)
    assert screen.view is None
    assert not opened.document.sheets.are_photographed
    assert "Sam at" not in caplog.text


def test_a_picture_that_was_chosen_is_forgotten_when_the_code_changes(
    stage: Stage, opened: Opened, camera: Chooses, code: str, qtbot: QtBot
):
    screen = keep_screen(stage, opened, camera, qtbot, code)
    key(Qt.Key.Key_Space)
    focused(qtbot, stage.words.text("photograph.keep"))

    screen.field.set_text("7F3K9")

    assert screen.view is None
    said = stage.words.text("photograph.choose")
    assert screen._bar.first().accessibleName() == said


def test_a_photograph_that_is_kept_already_is_told(
    stage: Stage, opened: Opened, camera: Chooses, code: str, qtbot: QtBot
):
    assert camera.place is not None
    keep(opened, code, camera.place.read_bytes())
    screen = keep_screen(stage, opened, camera, qtbot, code)
    key(Qt.Key.Key_Space)
    focused(qtbot, stage.words.text("photograph.keep"))

    key(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not screen.is_waiting, timeout=LONG_MS)

    assert stage.words.text("photograph.kept_already") in labels(screen)
    assert len(opened.document.sheets.photographs.kept()) == 1
