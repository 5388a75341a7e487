"""Where a file goes is chosen on a screen of our own, and nothing is replaced."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from coprod_desktop.gui import choosing
from coprod_desktop.gui.own_asking import OwnAsking
from coprod_desktop.gui.screen import Frame, Screen
from coprod_desktop.gui.screens.where_to_save import WhereToSaveScreen
from coprod_desktop.gui.spots import SAVING, Spot, SpotKind
from coprod_desktop.gui.stage import Stage
from coprod_desktop.workspace.folders import MOST_SHOWN
from tests.gui.choosing import LONG_MS, Asked

NAME = "my-care-plan.pdf"


def ask(asked: Asked) -> WhereToSaveScreen:
    """Let the screen ask where a paper goes."""
    OwnAsking(asked.find).save_somewhere(
        asked.asks, "Save your paper", NAME, asked.chosen.append
    )
    asked.rest()
    found = asked.screen
    assert isinstance(found, WhereToSaveScreen)
    return found


@pytest.fixture
def asked(stage: Stage, qtbot: QtBot, tmp_path: Path) -> Asked:
    return Asked(stage, qtbot, tmp_path)


def test_a_place_and_save_here_are_two_presses_and_the_screen_that_asked_is_told(
    asked: Asked,
):
    ask(asked)

    assert asked.looked_for == [SAVING]
    asked.press("Documents")
    assert asked.says("In Documents")
    assert asked.says(f"It will be called {NAME}.")
    here = asked.button("Save here")
    assert QApplication.focusWidget() is here
    heard = here.accessibleDescription().replace("\u2068", "").replace("\u2069", "")
    assert heard == f"In Documents\nIt will be called {NAME}."
    assert not asked.chosen
    asked.press("Save here")

    assert asked.is_over
    assert asked.chosen == [asked.documents / NAME]


def test_a_file_of_the_name_is_told_and_another_name_offered(asked: Asked):
    (asked.documents / NAME).write_bytes(b"older")
    ask(asked)

    asked.press("Documents")

    assert asked.says(f"There is a file called {NAME} already.")
    assert asked.says("This one will be called my-care-plan-2.pdf.")
    asked.press("Save here")
    assert asked.chosen == [asked.documents / "my-care-plan-2.pdf"]


def test_a_file_that_came_meanwhile_is_not_replaced_either(asked: Asked):
    ask(asked)
    asked.press("Documents")
    (asked.documents / NAME).write_bytes(b"older")

    asked.press("Save here")

    assert not asked.chosen
    assert asked.says("A file has that name already. Here is a name that is free.")
    asked.press("Save here")
    assert asked.chosen == [asked.documents / "my-care-plan-2.pdf"]


def test_another_name_is_written_and_its_ending_comes_by_itself(asked: Asked):
    screen = ask(asked)
    asked.press("Documents")

    asked.press("Another name")
    assert screen.field is not None
    assert screen.field.box.hasFocus()
    assert screen.field.text() == "my-care-plan"
    screen.field.set_text("con")
    asked.press("Save here")
    assert asked.says("That name cannot be used for a file.")
    screen.field.set_text("My plan 2")
    screen.field.entered.emit()
    asked.rest()

    assert asked.chosen == [asked.documents / "My plan 2.pdf"]


def test_folders_are_gone_into_and_back_leads_out_again(asked: Asked):
    (asked.documents / "Plans" / "2026").mkdir(parents=True)
    ask(asked)
    asked.press("Documents")
    asked.press("Plans")
    assert asked.screen.folder == asked.documents / "Plans"
    asked.press("2026")

    asked.back()
    assert asked.says("In Plans")
    asked.back()
    assert asked.says("In Documents")
    asked.back()
    assert asked.says("Where should it go?")
    asked.back()

    assert asked.is_over
    assert not asked.chosen


def test_of_very_many_folders_it_says_that_there_are_more(asked: Asked):
    for number in range(MOST_SHOWN + 1):
        (asked.documents / f"{number:04}").mkdir()
    ask(asked)

    asked.press("Documents")

    assert asked.says("The first 100 are shown.")
    assert asked.says("0099")
    assert not asked.says("0100")


def test_room_is_told_in_words_and_where_nothing_can_be_saved_nothing_is(
    asked: Asked, monkeypatch: pytest.MonkeyPatch
):
    asked.spots = [
        Spot(SpotKind.STICK, asked.folder, "RED", free=3_000_000),
        Spot(SpotKind.STICK, asked.folder, "BLUE", free=0),
        Spot(SpotKind.DESKTOP, asked.folder, may_write=False),
        Spot(SpotKind.HOME, asked.folder, is_silent=True),
    ]
    ask(asked)

    told = {
        name: asked.button(name).accessibleDescription()
        for name in ("Desktop", "My own folder")
    }
    assert told["Desktop"] == "Nothing can be saved here."
    assert told["My own folder"] == "It does not answer now."
    assert asked.says("Stick or disk: RED")
    assert asked.says("There is little room left.")
    assert asked.says("It is full.")
    monkeypatch.setattr(os, "access", lambda *_: False)
    asked.press("Desktop")
    assert not asked.button("Save here").isEnabled()
    assert asked.says("Nothing can be saved here.")


def test_a_folder_that_has_gone_is_told_and_the_places_stay(asked: Asked):
    ask(asked)
    asked.documents.rmdir()

    asked.press("Documents")

    assert asked.says("This place is not there any more.")
    assert asked.says("Where should it go?")
    assert asked.button("Documents").isEnabled()


def test_where_there_is_no_place_it_says_what_to_press(asked: Asked):
    asked.spots = []
    ask(asked)

    assert asked.says("No place was found. Press “Another place”.")


def test_a_name_that_would_turn_the_sentence_round_does_not(asked: Asked):
    (asked.documents / "a\u202egnp").mkdir()
    ask(asked)

    asked.press("Documents")
    asked.press("a\ufffdgnp")

    assert asked.says("In a\ufffdgnp")
    assert asked.screen.folder == asked.documents / "a\u202egnp"


def test_a_place_that_does_not_answer_says_so_and_back_stops_looking(
    asked: Asked, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    never = Event()
    monkeypatch.setattr(
        "coprod_desktop.gui.screens.where_to_save.look_into",
        lambda *_, **__: never.wait(),
    )
    ask(asked)

    asked.button("Documents").click()
    qtbot.waitUntil(lambda: asked.says("Looking what is there."), timeout=LONG_MS)
    assert not asked.button("Documents").isEnabled()
    asked.back()

    assert asked.says("Where should it go?")
    assert not asked.says("Looking what is there.")
    assert asked.button("Documents").isEnabled()
    never.set()


def test_back_leads_away_while_the_places_are_looked_for(
    asked: Asked, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    never = Event()
    monkeypatch.setattr(choosing, "CALM_MS", choosing.ASK_MS)
    asking = OwnAsking(lambda _: (never.wait(), ())[1])
    asking.save_somewhere(asked.asks, "Save", NAME, asked.chosen.append)
    qtbot.waitUntil(lambda: asked.says("Looking what is there."), timeout=LONG_MS)

    asked.screen.go_back()

    assert asked.is_over
    never.set()


@pytest.mark.parametrize("is_chosen", [True, False])
def test_another_place_asks_in_the_systems_own_window(
    asked: Asked, monkeypatch: pytest.MonkeyPatch, is_chosen: bool
):
    path = str(asked.folder / "there.pdf") if is_chosen else ""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (path, ""))
    ask(asked)

    asked.button("Another place").click()

    assert asked.is_over == is_chosen
    assert asked.chosen == ([Path(path)] if is_chosen else [])


def test_a_screen_outside_a_window_asks_in_the_systems_own_window(
    stage: Stage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    screen, chosen = Screen(stage, Frame("Paper")), list[Path]()
    qtbot.addWidget(screen)
    path = str(tmp_path / NAME)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (path, ""))

    OwnAsking().save_somewhere(screen, "Save", NAME, chosen.append)

    assert chosen == [Path(path)]
