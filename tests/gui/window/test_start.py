"""The window shows first; what is slow is loaded behind it."""

from __future__ import annotations

import builtins
import gc
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QCloseEvent, QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from coprod_desktop import app
from coprod_desktop.content.themes import computer_theme, read_theme
from coprod_desktop.gui.asked import seems_asked
from coprod_desktop.gui.first_window import FirstWindow
from coprod_desktop.gui.wish import Wish, read_wish
from coprod_desktop.systems import (
    leave_no_core_dumps,
    memory_used_mib,
    say_on_stderr,
)
from tests.gui.window.conftest import Visits

ROOT = Path(__file__).resolve().parents[3]

PAPER = app.PAPERS[False, False]

SLOW = {"alembic", "babel", "pikepdf", "pydantic", "reportlab", "sqlalchemy", "svglib"}
"""What must not be loaded before a person can see and use the first screen."""

WITH_MANY_NAMES = {"QGradient", "QTextFormat", "QTextCharFormat"}
"""What of Qt takes PySide milliseconds: it learns every name that belongs to it."""

_START = """
import json, sys
from coprod_desktop import app
from coprod_desktop.gui.first_window import FirstWindow

loaded = []

class Watched(FirstWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        if not loaded:
            loaded.append(sorted(sys.modules))

def after(program):
    from PySide6 import QtGui
    from PySide6.QtWidgets import QApplication
    loaded.append(sorted(sys.modules))
    loaded.append(type(program.window.screen_now).__name__)
    QApplication.processEvents()
    program.window.grab()
    loaded.append(sorted(vars(QtGui)))
    QApplication.quit()

app.FirstWindow = Watched
app._after_the_first_screen = after
app.main([])
print(json.dumps(loaded))
"""


def started(folder: Path) -> list[Any]:
    settings = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "COPROD_DATA_DIR": str(folder),
    }
    ran = subprocess.run(
        [sys.executable, "-c", _START],
        cwd=ROOT,
        env=settings,
        capture_output=True,
        text=True,
    )
    assert ran.returncode == 0, ran.stderr
    loaded: list[Any] = json.loads(ran.stdout)
    return loaded


@pytest.mark.parametrize("is_new", [True, False])
def test_nothing_slow_is_loaded_before_the_first_screen(
    ward_folder: Path, tmp_path: Path, is_new
):
    folder = tmp_path / "new" if is_new else ward_folder
    at_paint, at_screen, screen, of_qt = started(folder)

    assert screen == ("SetUpWelcomeScreen" if is_new else "OpenWardScreen")
    for loaded in (at_paint, at_screen):
        assert SLOW.isdisjoint(name.partition(".")[0] for name in loaded)
    assert WITH_MANY_NAMES.isdisjoint(of_qt)
    ours = [name for name in at_paint if name.startswith("coprod_desktop.")]
    assert ours == [
        "coprod_desktop.app",
        "coprod_desktop.gui",
        "coprod_desktop.gui.asked",
        "coprod_desktop.gui.first_window",
    ]


@pytest.mark.parametrize("asked", sorted(app.PAPERS))
def test_the_first_window_has_the_colour_of_the_theme_that_moves_in(asked):
    is_dark, has_contrast = asked
    theme = computer_theme(is_dark=is_dark, has_contrast=has_contrast)

    assert read_theme(theme).colours.window == app.PAPERS[asked]


@pytest.mark.parametrize(
    ("colour", "asked"),
    [
        ("#EFEFEF", (False, False)),
        ("#FFFFFF", (False, True)),
        ("#323232", (True, False)),
        ("#000000", (True, True)),
    ],
)
def test_what_the_computer_asks_for_shows_in_its_palette(colour, asked):
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, QColor(colour))

    assert seems_asked(palette) == asked


def test_the_first_window_is_painted_in_its_colour_and_gives_none_to_what_moves_in(
    visits: Visits, ward_folder: Path
):
    first = FirstWindow("#123456")
    first.show()
    painted = first.grab().toImage().pixelColor(5, 5).name()
    inside = visits(ward_folder).program.window

    first.hold(inside)
    inherited = inside.palette().color(QPalette.ColorRole.Window).name().upper()

    assert painted == "#123456"
    assert inherited == PAPER
    inside.setParent(None)
    first.deleteLater()


def test_the_program_moves_in_after_the_first_paint(qtbot):
    first = FirstWindow(PAPER)
    moved: list[str] = []
    first.after_first_paint(lambda: moved.append("in"))

    first.show()
    assert moved == []
    qtbot.waitUntil(lambda: moved == ["in"])
    first.repaint()
    QApplication.processEvents()

    assert moved == ["in"]
    first.deleteLater()


def test_a_window_that_is_never_painted_is_furnished_all_the_same(qtbot):
    first = FirstWindow(PAPER)
    moved: list[str] = []

    first.after_first_paint(lambda: moved.append("in"))

    qtbot.waitUntil(lambda: moved == ["in"])
    first.deleteLater()


def test_the_first_window_takes_the_title_and_asks_before_it_closes(
    visits: Visits, ward_folder: Path
):
    visitor = visits(ward_folder)
    first = FirstWindow(PAPER)
    first.hold(visitor.program.window)
    event = QCloseEvent()

    first.closeEvent(event)

    assert first.windowTitle() == visitor.program.window.windowTitle()
    assert event.isAccepted()
    visitor.program.window.setParent(None)
    first.deleteLater()


def test_the_command_line_is_read():
    wish = read_wish(["--data-dir", "there", "--example"])

    assert wish == Wish(Path("there"), is_example=True)
    assert read_wish(["--pictures", "p"]).pictures == Path("p")
    assert read_wish(["--gallery", "g"]).gallery == Path("g")


def test_a_wrong_command_line_ends_with_a_line_of_help(capsys):
    with pytest.raises(SystemExit) as ended:
        read_wish(["--nonsense"])

    assert ended.value.code == 2
    assert "--nonsense" in capsys.readouterr().err


def test_the_folder_is_the_one_that_was_said(monkeypatch, tmp_path: Path):
    assert app._folder(Wish(tmp_path)) == tmp_path
    monkeypatch.setenv("COPROD_DATA_DIR", str(tmp_path / "told"))
    assert app._folder(None) == tmp_path / "told"
    monkeypatch.delenv("COPROD_DATA_DIR")
    assert app._folder(Wish()).name == "coprod-desktop"


def test_the_example_is_gone_at_the_end():
    program = """
import sys
from coprod_desktop import app
def after(program):
    from PySide6.QtWidgets import QApplication
    print(program.routes.session.doorway.folder)
    QApplication.quit()
app._after_the_first_screen = after
sys.exit(app.main(["--example"]))
"""
    settings = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}

    ran = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env=settings,
        capture_output=True,
        text=True,
    )

    folder = Path(ran.stdout.strip())
    assert ran.returncode == 0, ran.stderr
    assert folder.is_absolute()
    assert not folder.exists()


def test_a_program_that_cannot_be_built_ends_and_says_where():
    program = """
import sys
from coprod_desktop import app
def broken(wish, closing):
    raise ValueError("canary words")
app._program_for = broken
sys.exit(app.main([]))
"""
    settings = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}

    ran = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env=settings,
        capture_output=True,
        text=True,
    )

    assert ran.returncode == 1
    assert "ValueError, <string> 5" in ran.stderr
    assert "canary" not in ran.stderr


def test_no_import_reads_sources_for_qt_s_own_switches(monkeypatch):
    before = builtins.__import__
    monkeypatch.setattr(builtins, "__import__", before)

    app._import_without_features()

    plain = builtins.__import__
    assert plain is vars(builtins)["__orig_import__"]
    monkeypatch.delattr(builtins, "__orig_import__")
    app._import_without_features()
    assert builtins.__import__ is plain


def test_ids_and_chance_are_new_each_time():
    world = app.real_world()

    assert world.ids() != world.ids()
    assert len(world.ids()) == 32
    assert world.random(32) != world.random(32)
    assert world.clock().tzinfo is not None


def test_the_window_warms_up_behind_the_first_screen(visits: Visits, ward_folder: Path):
    program = visits(ward_folder).program

    program.warm_up()
    background = program.stage.background
    visitor_waits = background.is_idle

    assert not visitor_waits
    while not background.is_idle:
        QGuiApplication.processEvents()
    assert "sqlalchemy" in sys.modules


def test_what_was_loaded_is_not_searched_for_garbage_while_a_window_is_open(
    visits: Visits, ward_folder: Path
):
    program = visits(ward_folder).program
    gc.unfreeze()

    program.warm_up()
    while not program.stage.background.is_idle:
        QGuiApplication.processEvents()
    while_open = gc.get_freeze_count()
    program.close()

    assert while_open > 0
    assert gc.get_freeze_count() == 0


def test_no_core_dump_is_left_behind_where_the_system_can_be_asked():
    told = """
import importlib.util
from coprod_desktop.systems import leave_no_core_dumps
can_be_asked = importlib.util.find_spec("resource") is not None
assert leave_no_core_dumps() == can_be_asked
if can_be_asked:
    import resource
    assert resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)
"""

    ran = subprocess.run(
        [sys.executable, "-c", told], cwd=ROOT, capture_output=True, text=True
    )

    assert ran.returncode == 0, ran.stderr


def test_the_program_has_given_core_dumps_up_before_anybody_opens_a_ward(
    ward_folder: Path,
):
    program = """
import importlib.util, sys
from coprod_desktop import app
furnish = app._after_the_first_screen
def after(program):
    from PySide6.QtWidgets import QApplication
    furnish(program)
    has_ward = program.routes.session.has_ward
    limits = (0, 0)
    if importlib.util.find_spec("resource") is not None:
        import resource
        limits = resource.getrlimit(resource.RLIMIT_CORE)
    print(has_ward, limits)
    program.stage.background.close()
    QApplication.quit()
app._after_the_first_screen = after
sys.exit(app.main(["--data-dir", sys.argv[1]]))
"""
    settings = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}

    ran = subprocess.run(
        [sys.executable, "-c", program, str(ward_folder)],
        cwd=ROOT,
        env=settings,
        capture_output=True,
        text=True,
    )

    assert ran.returncode == 0, ran.stderr
    assert ran.stdout == "False (0, 0)\n"


def test_a_system_without_such_limits_is_told_apart(monkeypatch):
    monkeypatch.setitem(sys.modules, "resource", None)

    assert leave_no_core_dumps() is False


def test_memory_is_measured_where_the_system_tells():
    used = memory_used_mib()

    assert used is None or used > 10


def test_a_program_without_a_console_says_nothing(monkeypatch, capsys):
    say_on_stderr("one line")
    monkeypatch.setattr(sys, "stderr", None)
    say_on_stderr("another")

    monkeypatch.undo()
    assert capsys.readouterr().err == "one line\n"
