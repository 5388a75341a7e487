"""The screens for when something is wrong, shown on purpose."""

from __future__ import annotations

from coprod_desktop.gui.crash_guard import CrashNote
from coprod_desktop.gui.lock_places import ToCloseWard
from coprod_desktop.gui.places import ToOpenWard
from coprod_desktop.gui.program import Program
from coprod_desktop.gui.screens.crash import CrashScreen
from coprod_desktop.gui.screens.open_already import OpenAlreadyScreen
from coprod_desktop.gui.screens.opening_news import OpeningNewsScreen


def show_trouble(program: Program) -> None:
    """Damage both keyrings of a ward made for this, and come to its door."""
    folder = program.routes.session.doorway.folder
    whole = {one: one.read_bytes() for one in folder.rglob("*.keyring*")}
    for one, content in whole.items():
        one.write_bytes(content[: len(content) // 2])
    program.window.go(ToOpenWard())
    for one, content in whole.items():
        one.write_bytes(content)


def show_opening_news(program: Program) -> None:
    """Show what staff read when a file was put back at opening."""
    told = program.stage.words.text("store.told.journal_made_anew")
    screen = OpeningNewsScreen(program.stage, [told], lambda: None)
    program.window.put_in_place(screen)


def show_open_already(program: Program) -> None:
    """Show what a second window says."""
    screen = OpenAlreadyScreen(program.stage, lambda: False, lambda: None)
    program.window.put_in_place(screen)


def show_crash(program: Program) -> None:
    """Show the page for what nobody foresaw."""
    note = CrashNote("ValueError, example.py 1", is_saved=True)
    window = program.window
    screen = CrashScreen(program.stage, note, lambda: window.go(ToCloseWard()))
    window.put_in_place(screen)
