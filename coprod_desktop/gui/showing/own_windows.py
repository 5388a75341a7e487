"""The tour's part about choosing files on screens of our own. It keeps none."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt
from PySide6.QtGui import QPdfWriter

from coprod_desktop.gui.asking import FolderWish, PrintWish
from coprod_desktop.gui.choosing import ChoosingScreen
from coprod_desktop.gui.covering import cover
from coprod_desktop.gui.own_asking import OwnAsking
from coprod_desktop.gui.print_choice import PrintChoice
from coprod_desktop.gui.screens.how_to_print import HowToPrintScreen, PrintDoors
from coprod_desktop.gui.screens.paper import PaperScreen
from coprod_desktop.gui.screens.where_to_save import WhereToSaveScreen
from coprod_desktop.gui.showing.visitor import Visitor
from coprod_desktop.gui.spots import Spot, SpotKind

_FOLDERS = ("Care plans", "Letters", "My ward round")
_NAME = "my-care-plan.pdf"
_PHOTOGRAPHS = ("IMG_0012.jpg", "IMG_0013.jpg", "Sheet 2.jpg")
_TAKEN_S = 1_795_694_400
_PRINTERS = ("Ward office", "Lounge")
_ROOM = 2**34


def where_to_save(visitor: Visitor) -> None:
    """From a paper to a folder where a file of its name lies already, and back."""
    paper = visitor.on(PaperScreen)
    with TemporaryDirectory(prefix="coprod-places-") as held:
        asking = OwnAsking(lambda _: _spots(Path(held)))
        asking.save_somewhere(paper, "", _NAME, lambda _: None)
        screen = visitor.on(WhereToSaveScreen)
        visitor.until(lambda: not screen.is_looking)
        visitor.picture("save-where")
        visitor.press(visitor.words("choosing.documents"))
        visitor.until(lambda: screen.folder is not None)
        visitor.picture("save-where-folder")
        for _ in ("to the places", "to the paper"):
            visitor.key(Qt.Key.Key_Escape)
            visitor.until(lambda: not screen.is_looking)
    visitor.on(PaperScreen)


def which_file(visitor: Visitor) -> None:
    """From a paper to the photographs and the folders that there are, and back."""
    paper = visitor.on(PaperScreen)
    with TemporaryDirectory(prefix="coprod-places-") as held:
        asking = OwnAsking(lambda _: _spots(Path(held)))
        title = visitor.words("photograph.choose")
        asking.open_one(paper, title, "*.jpg", lambda _: None)
        _look_into_documents(visitor, "file-which")
        wish = FolderWish(visitor.words("backups.choose_title"), is_to_be_written=True)
        asking.use_folder(paper, wish, lambda _: None)
        _look_into_documents(visitor, "folder-which")
    visitor.on(PaperScreen)


def _look_into_documents(visitor: Visitor, scene: str) -> None:
    """Take a picture of a folder, and go back to the screen that asked."""
    screen = visitor.on(ChoosingScreen)
    visitor.until(lambda: not screen.is_looking)
    visitor.press(visitor.words("choosing.documents"))
    visitor.until(lambda: screen.folder is not None)
    visitor.picture(scene)
    for _ in ("to the places", "to the paper"):
        visitor.key(Qt.Key.Key_Escape)
        visitor.until(lambda: not screen.is_looking)


def how_to_print(visitor: Visitor) -> None:
    """From a paper to how it is printed, on a printer that is not there, and back."""
    paper = visitor.on(PaperScreen)
    with TemporaryDirectory(prefix="coprod-printer-") as held:
        file = str(Path(held) / "nothing.pdf")
        doors = PrintDoors(
            _PRINTERS,
            PrintChoice,
            lambda _: QPdfWriter(file),
            lambda _: None,
            lambda _: None,
        )
        wish = PrintWish("", 4, 1)
        cover(paper, lambda: HowToPrintScreen(paper.stage, wish, doors))
        visitor.on(HowToPrintScreen)
        visitor.picture("print-how")
        visitor.key(Qt.Key.Key_Escape)
    visitor.on(PaperScreen)


def _spots(held: Path) -> tuple[Spot, ...]:
    documents = held / "documents"
    for name in _FOLDERS:
        (documents / name).mkdir(parents=True, exist_ok=True)
    (documents / _NAME).touch()
    for name in _PHOTOGRAPHS:
        (documents / name).touch()
        os.utime(documents / name, (_TAKEN_S, _TAKEN_S))
    return (
        Spot(SpotKind.STICK, held, "WARD 2", free=_ROOM),
        Spot(SpotKind.DOCUMENTS, documents, free=_ROOM),
        Spot(SpotKind.DESKTOP, held, may_write=False),
    )
