"""A person at the ward's computer. The tests tell what they do and what they see."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from coprod_desktop.gui.asking import Asking
from coprod_desktop.gui.choosing import ChoosingScreen
from coprod_desktop.gui.opened import Opened
from coprod_desktop.gui.print_news import under_way
from coprod_desktop.gui.program import Program, open_program
from coprod_desktop.gui.screen import Screen
from coprod_desktop.gui.screens.question import QuestionScreen
from coprod_desktop.gui.widgets.answer_editor import AnswerEditor
from coprod_desktop.gui.widgets.choice_grid import ChoiceGrid
from coprod_desktop.gui.widgets.notice import Notice
from coprod_desktop.gui.widgets.statement_card import StatementCard
from coprod_desktop.i18n.catalogue import Catalogue
from coprod_desktop.workspace.doorway import Doorway
from tests.english import english
from tests.fakes import TickingClock, fake_world
from tests.journeys.hands import Hands, MouseHands, scroll_to

Kind = TypeVar("Kind", bound=QWidget)

_CODE_LINE = re.compile(r"[0-9A-Z*~$=]+(-[0-9A-Z*~$=]+)*")

PASSPHRASE = "seven quiet kettles"


@dataclass
class Answers(Asking):
    """Answers in a person's place when the system's own windows ask."""

    folder: Path
    has_a_printer: bool = True
    names: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)

    @property
    def stick(self) -> Path:
        """Where the folder is chosen that backups go to."""
        found = self.folder / "stick"
        found.mkdir(exist_ok=True)
        return found

    @property
    def printed(self) -> Path:
        """Where the printer leaves what it printed."""
        return self.folder / "printed.pdf"

    def file_to_save(self, parent: QWidget, title: str, name: str) -> Path | None:
        """Keep every file in the folder, under the name that is offered."""
        self.names.append(name)
        return self.folder / name

    def file_to_open(self, parent: QWidget, title: str, kind: str) -> Path | None:
        """Choose the file that was kept last."""
        self.titles.append(title)
        return self.folder / self.names[-1] if self.names else None

    def folder_to_use(self, parent: QWidget, title: str) -> Path | None:
        """Choose the stick."""
        self.titles.append(title)
        return self.stick

    def has_printer(self) -> bool:
        """Whether there is a printer."""
        return self.has_a_printer

    def printer(self, parent: QWidget, title: str) -> QPrinter:
        """Print to a file, as a PDF printer does."""
        self.titles.append(title)
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.printed))
        return printer


class WardComputer:
    """The window on a ward's folder, with hands on mouse or keyboard."""

    def __init__(
        self,
        qtbot: QtBot,
        folder: Path,
        hands: Hands | None = None,
        words: Catalogue | None = None,
    ) -> None:
        # The window of the test before would be styled anew, for a third of a second.
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self._bot = qtbot
        self.folder = folder / "ward"
        self.answers = Answers(folder)
        self.hands: Hands = hands or MouseHands()
        self.words = words or english()
        self._clock = TickingClock()
        self.world = fake_world(self._clock, "journey")
        self.program: Program = open_program(
            Doorway(self.folder, self.world),
            self.words,
            self.world.clock,
            asking=self.answers,
        )
        self.window = self.program.window
        qtbot.addWidget(self.window)
        self.window.show()
        self.program.begin()
        qtbot.waitExposed(self.window)
        self.window.activateWindow()
        self.rest()

    # --- What is seen ---------------------------------------------------------------

    @property
    def screen(self) -> Screen:
        """The screen that is showing."""
        return self.window.screen_now

    @property
    def heading(self) -> str:
        """The heading of the screen."""
        return self.screen.heading.text()

    @property
    def question(self) -> QuestionScreen:
        """The question that is showing."""
        found = self.screen
        assert isinstance(found, QuestionScreen), self.heading
        return found

    @property
    def opened(self) -> Opened:
        """The form that is open."""
        found = self.program.routes.session.opened
        assert found is not None, self.heading
        return found

    @property
    def questions(self) -> tuple[str, ...]:
        """The open form's questions that are asked."""
        return self.opened.document.picked

    @property
    def notice(self) -> str:
        """What the newest calm panel says; empty where there is none."""
        told, found = self.screen._notice, self._all(Notice)
        if told is not None and told in found:
            return told.words
        return found[-1].words if found else ""

    def sees(self, words: str) -> bool:
        """Whether these words stand anywhere on the screen."""
        return any(words in shown for shown in self.all_words())

    def all_words(self) -> list[str]:
        """Everything that stands on the screen, in the order of the widgets."""
        return [
            *(one.text() for one in self._all(QLabel)),
            *(one.accessibleName() for one in self._all(QAbstractButton)),
            *(one.accessibleDescription() for one in self._all(QAbstractButton)),
            *(one.words for one in self._all(AnswerEditor)),
        ]

    def card(self, label: str) -> StatementCard:
        """The card with this label, such as "Sam's words"."""
        found = [one for one in self._all(StatementCard) if one.view.label == label]
        assert found, f"no card {label!r} on {self.heading!r}"
        return found[0]

    # --- What is done ---------------------------------------------------------------

    def press(self, words: str, within: QWidget | None = None) -> None:
        """Press the button that says this."""
        self.hands.press(self.button(words, within))
        self.rest()

    def button(self, words: str, within: QWidget | None = None) -> QAbstractButton:
        """The button that says this; where several do, the first."""
        found = [
            one
            for one in self._all(QAbstractButton, within)
            if one.accessibleName() == words
        ]
        names = [one.accessibleName() for one in self._all(QAbstractButton, within)]
        assert found, f"nothing says {words!r} on {self.heading!r}, but: {names}"
        assert found[0].isEnabled(), f"{words!r} cannot be pressed"
        return found[0]

    def fill(self, label: str, words: str) -> None:
        """Write into the line with this label."""
        found = [one for one in self._all(QLineEdit) if one.accessibleName() == label]
        assert found, f"no line {label!r} on {self.heading!r}"
        self.hands.reach(found[0])
        found[0].selectAll()
        QTest.keyClicks(found[0], words)
        self.rest()

    def write(self, words: str, editor: AnswerEditor | None = None) -> None:
        """Type into the box for own words of the answer."""
        box = editor or self.box
        self.hands.reach(box)
        for line, part in enumerate(words.split("\n")):
            if line:
                QTest.keyClick(box, Qt.Key.Key_Return)
            QTest.keyClicks(box, part)
        self.rest()

    @property
    def box(self) -> AnswerEditor:
        """The box for own words of the answer that is being written."""
        return self.question.cards.answer.box.editor

    def key(self, key: Qt.Key, *, ctrl: bool = False) -> None:
        """Press a key where the focus is."""
        held = Qt.KeyboardModifier
        QTest.keyClick(
            QApplication.focusWidget() or self.window,
            key,
            held.ControlModifier if ctrl else held.NoModifier,
        )
        self.rest()

    def pick(self, question: str, option: str) -> None:
        """Pick an option of the choice with this name."""
        grids = [
            one for one in self._all(ChoiceGrid) if one.accessibleName() == question
        ]
        assert grids, f"no choice {question!r} on {self.heading!r}"
        self.press(option, grids[0])

    def touch(self, label: str) -> None:
        """Click into the middle of a card that is only read."""
        card = self.card(label)
        scroll_to(card)
        at = QPoint(card.width() // 2, card.height() // 2)
        QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=at)
        self.rest()

    def rest(self) -> None:
        """Wait until nothing is being done beside the window."""
        QApplication.processEvents()
        background = self.program.stage.background
        self._bot.waitUntil(lambda: background.is_idle, timeout=30_000)
        self._bot.waitUntil(lambda: not self._is_looking, timeout=60_000)
        QApplication.processEvents()
        # A paper is drawn onto a printer page by page.
        self._bot.waitUntil(lambda: not under_way(background), timeout=60_000)

    @property
    def _is_looking(self) -> bool:
        """Whether the screen still looks for a place, a folder or a name."""
        found = self.screen
        return isinstance(found, ChoosingScreen) and found.is_looking

    def wait_until_saved(self) -> None:
        """Wait until the screen says Saved, by itself."""
        said = self.words.text("question.saved")
        self._bot.waitUntil(lambda: self.question.status.words == said, timeout=5_000)

    def close(self) -> None:
        """Close the window."""
        self.window.close()
        self.program.close()

    # --- Whole stretches of the way -------------------------------------------------

    def set_up_ward(self) -> str:
        """Make the ward, as on the first day: Priya is the nurse.

        Returns its recovery code.
        """
        self.press("Start")
        self.fill("Ward name", "Larch Ward")
        self.press("Go on")
        self.fill("Your name", "Priya")
        self.press("Nurse")
        self.fill("Your job title", "Nurse")
        self.press("Go on")
        self.fill("Passphrase", PASSPHRASE)
        self.fill("The same passphrase again", PASSPHRASE)
        self.press("Go on")
        code = self.recovery_code()
        self.press("Go on")
        self.fill("Recovery code", code)
        self.press("Go on")
        self.press("Make the ward")
        self.press("Say who is here")
        return code

    def recovery_code(self) -> str:
        """Read the recovery code from the screen."""
        lines = [one.text() for one in self._all(QLabel)]
        return "-".join(line for line in lines if _CODE_LINE.fullmatch(line))

    def open_ward(self) -> None:
        """Open the ward as Priya, on a later day."""
        self.press("Priya, Nurse")
        self.fill("Passphrase", PASSPHRASE)
        self.press("Open the ward")

    def staff_return(self) -> None:
        """Come back to the locked ward as Priya."""
        self.press("I am staff")
        if "Priya, Nurse" in self.all_words():
            self.press("Priya, Nurse")
        self.fill("Passphrase", PASSPHRASE)
        self.press("Go on")

    def add_patient(self, name: str) -> None:
        """Add a patient on the screen "Who is here?"."""
        self.press("Add a patient")
        self.fill("How do they like to be called?", name)
        self.press("Add")

    def tick(self, person: str) -> None:
        """Tick somebody who is in the room, or take the tick away."""
        self.pick("Who is in the room now?", person)

    def _all(self, kind: type[Kind], within: QWidget | None = None) -> list[Kind]:
        found = (within or self.window).findChildren(kind)
        return [one for one in found if one.isVisible()]
