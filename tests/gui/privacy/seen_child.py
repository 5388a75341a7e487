"""The program in a real window: Sam writes, then it is covered, shown, and locked.

``python -m tests.gui.privacy.seen_child FOLDER`` does one thing for each line that it
reads, and says when it is done.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from coprod_desktop.app import QT_OPTIONS
from coprod_desktop.gui.gathering import Gathering
from coprod_desktop.gui.lock_places import ToUncover
from coprod_desktop.gui.places import ToLock
from coprod_desktop.gui.program import Program, open_program
from coprod_desktop.i18n.catalogue import read_catalogue
from coprod_desktop.workspace.doorway import Doorway
from tests.fakes import FakeClock, fake_world
from tests.gui.privacy.desk import CANARY, Desk
from tests.workspace.wards import PASSPHRASE, Cast, make


def seated(folder: Path) -> tuple[Program, Desk]:
    """Sam sits at a question in a made-up ward."""
    clock = FakeClock()
    cast: Cast = make(folder, fake_world(clock, "seen"))
    doorway = Doorway(folder, fake_world(clock, "seen-again"))
    program = open_program(doorway, read_catalogue("en"), clock)
    program.begin()
    program.window.show()
    desk = Desk(program, cast, clock)
    session = program.routes.session
    session.take_ward(doorway.open(cast.priya, PASSPHRASE))
    session.gather(Gathering(cast.sam, (cast.sam, cast.priya)))
    session.sit_down()
    desk.open_question()
    return program, desk


def main(folder: Path) -> None:
    """Do what each line asks for."""
    app = QApplication(["coprod-desktop", *QT_OPTIONS])
    app.setApplicationName("coprod-desktop")
    program, desk = seated(folder)
    acts = {
        "write": lambda: desk.type(CANARY),
        "cover": lambda: program.window.go(ToUncover()),
        "uncover": lambda: program.window.go(ToUncover()),
        "minute": lambda: desk.wait(60),
        "lock": lambda: program.window.go(ToLock()),
    }
    # Qt's loop of events answers the client, so lines are read beside it.
    asked: list[str] = []

    def done(_: object) -> None:
        print("done", flush=True)
        read_on()

    def act() -> None:
        line = asked.pop()
        if not line:
            app.quit()
            return
        acts[line]()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        desk.settle()
        done(None)

    def read_on() -> None:
        program.stage.background.run(
            lambda: asked.append(sys.stdin.readline().strip()),
            lambda _: act(),
            lambda error: app.exit(1),
        )

    done(None)
    app.exec()
    program.window.close_ward()
    program.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
