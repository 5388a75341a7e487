"""The front door with a window: paints it, builds every part, waits.

What is not needed for the first paint is imported inside functions, after it.
"""

from __future__ import annotations

import builtins
import gc
import os
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from coprod_desktop.gui.asked import seems_asked
from coprod_desktop.gui.first_window import FirstWindow

if TYPE_CHECKING:
    from coprod_desktop.gui.program import Program
    from coprod_desktop.gui.showing.wards import Wards
    from coprod_desktop.gui.wish import Wish
    from coprod_desktop.store.world import World
    from coprod_desktop.workspace.doorway import Doorway

# ruff: noqa: PLC0415

PAPERS = {
    (False, False): "#FBF8F1",
    (False, True): "#FFFFFF",
    (True, False): "#14161A",
    (True, True): "#000000",
}
"""The window's colour in the theme that the program starts with; a test compares.

By whether the computer asks for dark colours, and for more contrast."""

QT_OPTIONS = ("-style", "fusion")
"""Qt's own arguments. Asked for later, the style would be made a second time."""

OPEN_ALREADY = 3
"""The exit status of a second window: the first has been asked to come to the front."""

SWITCH_S = 0.001
"""How long one thread may keep the others waiting."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window and stay until it is closed; give the exit status."""
    # Nothing is thrown away while the program is being built: looking for it would
    # cost a tenth of the start. From then on gui.collecting sees to it.
    gc.disable()
    # Python lets one thread run for 5 ms; a key need not wait so long for the thread
    # that saves (tests/benchmarks/autosave.py).
    sys.setswitchinterval(SWITCH_S)
    _import_without_features()
    given = sys.argv[1:] if arguments is None else arguments
    wish = None
    if given:
        # Every day's start has no arguments, and no time for reading them.
        from coprod_desktop.gui.wish import read_wish

        wish = read_wish(given)
    app = QApplication(["coprod-desktop", *QT_OPTIONS])
    if wish is not None and wish.gallery is not None:
        from coprod_desktop.gui.showing.gallery import draw_gallery

        return draw_gallery(example_wards(), wish.gallery, wish.only)
    if wish is not None and wish.pictures is not None:
        from coprod_desktop.gui.showing.tour import take_tour

        return take_tour(example_wards(), wish.pictures)
    first = FirstWindow(PAPERS[seems_asked(app.palette())])
    with ExitStack() as closing:
        first.after_first_paint(lambda: _move_in(first, wish, closing))
        first.show()
        return app.exec() or first.status


def real_world() -> World:
    """Return the time, ids and chance of this machine."""
    from datetime import UTC, datetime

    from coprod_desktop.store.world import World

    # os.urandom is what secrets and uuid4 ask too, without their 5 ms.
    return World(
        clock=lambda: datetime.now(UTC),
        ids=lambda: os.urandom(16).hex(),
        random=os.urandom,
    )


def make_doorway(folder: Path) -> Doorway:
    """Return the doorway of the ward in a folder, in the real world."""
    from coprod_desktop.workspace.doorway import Doorway

    return Doorway(folder, real_world())


def example_wards() -> Wards:
    """Return what showing the program needs: new wards, and the made-up one."""
    from coprod_desktop.gui.showing.wards import Wards
    from coprod_desktop.workspace.example import PASSPHRASE, make_example

    world = real_world()
    return Wards(
        make_doorway, lambda place: make_example(place, world), world.clock, PASSPHRASE
    )


def _import_without_features() -> None:
    """Let PySide no longer read the source of whatever is imported.

    It looks there for its ``__feature__`` switches, which we do not use, and keeps all
    that it has read: a tenth of the start, and megabytes.
    """
    plain = getattr(builtins, "__orig_import__", None)
    if plain is not None:
        builtins.__import__ = plain


def _move_in(first: FirstWindow, wish: Wish | None, closing: ExitStack) -> None:
    """Build the program into the window that is showing already."""
    from PySide6.QtCore import QTimer

    from coprod_desktop.loading import load_plain_hashes

    load_plain_hashes()
    try:
        program = _program_for(wish, closing)
        closing.callback(program.close)
        # Before the screen is built, so that its style is found once, and in its place.
        first.hold(program.window)
        if not program.be_the_only_window(_give_way):
            first.status = OPEN_ALREADY
            return
        program.begin()
    except Exception as error:
        # An empty window that stays for ever helps nobody.
        _give_up(error)
        return
    program.window.screen_now.focus_first()
    QTimer.singleShot(0, first, lambda: _after_the_first_screen(program))


def _give_way() -> None:
    """End this second window: another one stands before the ward."""
    from coprod_desktop.systems import say_on_stderr

    say_on_stderr("coprod-desktop: open already; the other window comes to the front")
    QApplication.exit(OPEN_ALREADY)


def _give_up(error: Exception) -> None:
    """End the program, and tell standard error what failed and where: no values."""
    from coprod_desktop.gui.crash_guard import told_about
    from coprod_desktop.systems import say_on_stderr

    what = told_about(type(error), error.__traceback__)
    say_on_stderr(f"coprod-desktop could not start: {what}")
    QApplication.exit(1)


def _after_the_first_screen(program: Program) -> None:
    import faulthandler

    from coprod_desktop.systems import leave_no_core_dumps, seconds_since_start

    leave_no_core_dumps()
    if sys.stderr is not None:
        # Where in our source the process died; it writes no values.
        faulthandler.enable()
    program.stand_guard()
    privacy = program.keep_watch(seconds_since_start)
    program.serve_one_switch(privacy, seconds_since_start)
    program.warm_up()


def _program_for(wish: Wish | None, closing: ExitStack) -> Program:
    from coprod_desktop.gui.program import open_program
    from coprod_desktop.i18n.catalogue import read_catalogue

    world, passphrase = real_world(), ""
    if wish is not None and wish.is_example:
        # Slow, and nobody who works on a ward waits for it.
        folder, passphrase = _made_up_ward(world, closing)
    else:
        folder = _folder(wish)
    return open_program(
        make_doorway(folder),
        read_catalogue("en"),
        world.clock,
        example_passphrase=passphrase,
    )


def _folder(wish: Wish | None) -> Path:
    """Return the ward's folder: as it was said, else the system's own place."""
    if wish is not None and wish.folder is not None:
        return wish.folder
    told = os.environ.get("COPROD_DATA_DIR")
    if told:
        return Path(told)
    from coprod_desktop.store.places import default_folder

    return default_folder().root


def _made_up_ward(world: World, closing: ExitStack) -> tuple[Path, str]:
    """Make the made-up ward in a folder that goes at the end; give its passphrase."""
    from tempfile import TemporaryDirectory

    from coprod_desktop.workspace.example import PASSPHRASE, make_example

    folder = Path(closing.enter_context(TemporaryDirectory(prefix="coprod-example-")))
    make_example(folder, world)
    return folder, PASSPHRASE
