"""The front door with a window: builds every part, opens the window, waits."""

from __future__ import annotations

import argparse
import os
import secrets
import sys
import uuid
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from coprod_desktop.content.themes import read_theme
from coprod_desktop.gui.asking import Asking
from coprod_desktop.gui.background import Background
from coprod_desktop.gui.look import Look, load_fonts
from coprod_desktop.gui.look_board import LookBoard
from coprod_desktop.gui.main_window import MainWindow
from coprod_desktop.gui.routes import Routes
from coprod_desktop.gui.session import Session
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.picture import PictureShelf
from coprod_desktop.i18n.catalogue import Catalogue, read_catalogue
from coprod_desktop.systems import leave_no_core_dumps
from coprod_desktop.workspace.doorway import Doorway

if TYPE_CHECKING:
    from coprod_desktop.store.world import World


@dataclass(frozen=True, slots=True)
class Wish:
    """What the command line asks for."""

    folder: Path | None = None
    """Where the ward lives; None for the system's own place."""
    is_example: bool = False
    pictures: Path | None = None
    gallery: Path | None = None


@dataclass(slots=True)
class Program:
    """The parts of a running program."""

    window: MainWindow
    routes: Routes
    stage: Stage
    closing: ExitStack = field(default_factory=ExitStack)

    def begin(self) -> None:
        """Show the first screen."""
        self.window.go(self.routes.first_place())
        self.window.show()

    def close(self) -> None:
        """Wait for work at hand, and clear away what was only for this time."""
        self.stage.background.close()
        self.closing.close()


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window and stay until it is closed; give the exit status."""
    wish = read_wish(sys.argv[1:] if arguments is None else arguments)
    leave_no_core_dumps()
    _tell_where_it_died()
    app = QApplication(["coprod-desktop"])
    if wish.gallery is not None:
        from coprod_desktop.gui.showing.gallery import draw_gallery  # noqa: PLC0415

        return draw_gallery(app, real_world(), wish.gallery)
    if wish.pictures is not None:
        from coprod_desktop.gui.showing.tour import take_tour  # noqa: PLC0415

        return take_tour(app, real_world(), wish.pictures)
    program = open_program(wish, read_catalogue("en"), real_world())
    _stand_guard(program)
    program.begin()
    QTimer.singleShot(0, lambda: _warm_up(program.stage.background))
    try:
        return app.exec()
    finally:
        program.close()


def read_wish(arguments: Sequence[str]) -> Wish:
    """Read the command line."""
    parser = argparse.ArgumentParser("coprod-desktop", description=__doc__)
    parser.add_argument("--data-dir", type=Path, help="the folder of the ward")
    parser.add_argument(
        "--example", action="store_true", help="a made-up ward, gone at the end"
    )
    parser.add_argument("--pictures", type=Path, help="take the journey off-screen")
    parser.add_argument("--gallery", type=Path, help="draw every screen")
    told = parser.parse_args(list(arguments))
    folder = told.data_dir
    if folder is None and os.environ.get("COPROD_DATA_DIR"):
        folder = Path(os.environ["COPROD_DATA_DIR"])
    return Wish(folder, told.example, told.pictures, told.gallery)


def real_world() -> World:
    """Return the time, ids and chance of this machine."""
    from coprod_desktop.store.world import World  # noqa: PLC0415 - brings ciphers

    return World(
        clock=lambda: datetime.now(UTC),
        ids=lambda: uuid.uuid4().hex,
        random=secrets.token_bytes,
    )


def open_program(wish: Wish, words: Catalogue, world: World) -> Program:
    """Build every part of the program; nothing is shown yet.

    A QApplication must exist.
    """
    closing = ExitStack()
    folder, passphrase = _folder_of(wish, world, closing)
    stage = make_stage(words, world)
    session = Session(Doorway(folder, world))
    routes = Routes(stage, session, Asking(), passphrase)
    return Program(MainWindow(stage, routes), routes, stage, closing)


def make_stage(words: Catalogue, world: World) -> Stage:
    """Put fonts, colours and the direction of writing onto the application."""
    load_fonts()
    theme = read_theme()
    is_leftwards = words.direction == "rtl"
    direction = Qt.LayoutDirection
    QApplication.setLayoutDirection(
        direction.RightToLeft if is_leftwards else direction.LeftToRight
    )
    board = LookBoard(Look(theme))
    shelf = PictureShelf(theme.picture_style)
    return Stage(words, board, shelf, Background(), world.clock)


def _folder_of(wish: Wish, world: World, closing: ExitStack) -> tuple[Path, str]:
    """Return the ward's folder, and the passphrase that may be told, if any."""
    if wish.is_example:
        # Slow, and nobody who works on a ward waits for it.
        from tempfile import TemporaryDirectory  # noqa: PLC0415

        from coprod_desktop.workspace.example import (  # noqa: PLC0415
            PASSPHRASE,
            make_example,
        )

        folder = closing.enter_context(TemporaryDirectory(prefix="coprod-example-"))
        make_example(Path(folder), world)
        return Path(folder), PASSPHRASE
    if wish.folder is not None:
        return wish.folder, ""
    from coprod_desktop.store.places import default_folder  # noqa: PLC0415

    return default_folder().root, ""


def _stand_guard(program: Program) -> None:
    """Show the crash page for whatever nobody foresaw."""
    from coprod_desktop.gui.crash_guard import CrashGuard, CrashNote  # noqa: PLC0415

    routes, window = program.routes, program.window

    def start_again() -> None:
        guard.start_again()
        window.lock()

    def show(note: CrashNote) -> None:
        from coprod_desktop.gui.screens.crash import CrashScreen  # noqa: PLC0415

        window.put_in_place(CrashScreen(program.stage, note, start_again))

    guard = CrashGuard(routes.session.save, show)
    guard.install()
    program.closing.callback(guard.remove)


def _warm_up(background: Background) -> None:
    """Load the database and the paper while somebody reads the first screen."""
    from coprod_desktop.workspace.warm_up import warm_up  # noqa: PLC0415

    def on_failed(error: Exception) -> None:
        raise error

    background.run(warm_up, lambda _: None, on_failed)


def _tell_where_it_died() -> None:
    """Write our own lines to standard error when the process is killed by a fault."""
    import faulthandler  # noqa: PLC0415

    if sys.stderr is not None:
        faulthandler.enable()
