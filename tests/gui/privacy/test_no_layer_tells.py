"""Something nobody foresaw fails in each layer, with a person's words in its hands.

Neither the terminal nor the log nor the page that says so repeats any of them, and
what was written before is saved.
"""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtWidgets import QLabel

from coprod_desktop.gui import question_cards
from coprod_desktop.gui.places import ToPaper
from coprod_desktop.gui.screens.crash import CrashScreen
from coprod_desktop.model.authored_text import AuthoredText
from coprod_desktop.pdf import render
from coprod_desktop.store import draft_seals, drafts
from coprod_desktop.workspace import autosave
from coprod_desktop.workspace import desk as workspace_desk
from tests.gui.privacy.desk import CANARY, Desk
from tests.gui.privacy.traces import spoken, tell, titles

WHERE_IT_FAILS = {
    "model": (AuthoredText, "replaced"),
    "workspace": (workspace_desk.Desk, "write"),
    "workspace, beside the window": (autosave.Autosave, "_save"),
    "store": (drafts.Drafts, "save"),
    "crypto": (draft_seals, "seal"),
    "gui": (question_cards.QuestionCards, "show_changes"),
    "pdf": (render, "render"),
}


@pytest.fixture
def kept_hooks() -> Iterator[None]:
    """Give the hooks back to pytest, when the ward is closed and its threads ended."""
    before = sys.excepthook, threading.excepthook
    yield
    sys.excepthook, threading.excepthook = before
    qInstallMessageHandler(None)


@pytest.fixture
def guarded(kept_hooks: None, desk: Desk) -> Desk:
    """The desk, with the guard of the real program in the place of the test's."""
    desk.program.stand_guard()
    return desk


@pytest.mark.parametrize("layer", WHERE_IT_FAILS)
def test_no_layer_tells_whose_words_it_held_when_it_failed(
    guarded: Desk, layer: str, monkeypatch, capfd, caplog, qtbot
):
    desk, (place, name) = guarded, WHERE_IT_FAILS[layer]
    caplog.set_level(logging.DEBUG)
    desk.type(CANARY)
    failed: list[str] = []
    is_over: list[bool] = []
    real = getattr(place, name)

    def fail(*told: Any, **named: Any) -> Any:
        if is_over:
            # Somebody kept it to call it later.
            return real(*told, **named)
        failed.append(layer)
        raise RuntimeError(f"{CANARY} {told!r} {named!r}")

    with monkeypatch.context() as broken:
        broken.setattr(place, name, fail)
        desk.type(CANARY)
        if not failed:
            desk.program.window.go(ToPaper())
        qtbot.waitUntil(lambda: isinstance(desk.screen, CrashScreen), timeout=10_000)
        is_over.append(True)

    said = capfd.readouterr()
    labels = [one.text() for one in desk.program.window.findChildren(QLabel)]
    shown = [*labels, *spoken(), *titles()]
    assert failed
    assert tell([said.out, said.err, caplog.text, *shown], CANARY) == []
    assert "RuntimeError" in said.err
