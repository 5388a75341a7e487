"""The tour's first act: a ward is made, locked, and people are added."""

from __future__ import annotations

from PySide6.QtCore import Qt

from coprod_desktop.gui.read_options import QUESTIONS
from coprod_desktop.gui.reading_places import ToStillReading
from coprod_desktop.gui.screens.add_person import AddPersonScreen
from coprod_desktop.gui.screens.home import HomeScreen
from coprod_desktop.gui.screens.let_open import LetOpenScreen
from coprod_desktop.gui.screens.locked import LockedScreen
from coprod_desktop.gui.screens.open_ward import OpenWardScreen
from coprod_desktop.gui.screens.read_question import ReadQuestionScreen
from coprod_desktop.gui.screens.recovery import RecoveryScreen
from coprod_desktop.gui.screens.set_up_code import SetUpCodeScreen
from coprod_desktop.gui.screens.set_up_code_back import SetUpCodeBackScreen
from coprod_desktop.gui.screens.set_up_done import SetUpDoneScreen
from coprod_desktop.gui.screens.set_up_meeting import SetUpMeetingScreen
from coprod_desktop.gui.screens.set_up_passphrase import SetUpPassphraseScreen
from coprod_desktop.gui.screens.set_up_staff import SetUpStaffScreen
from coprod_desktop.gui.screens.set_up_ward import SetUpWardScreen
from coprod_desktop.gui.screens.still_reading import StillReadingScreen
from coprod_desktop.gui.screens.who_is_here import WhoIsHereScreen
from coprod_desktop.gui.showing.visitor import Visitor

TAB, ENTER = Qt.Key.Key_Tab, Qt.Key.Key_Return
PASSPHRASE = "four made up words"  # noqa: S105 - of a ward that lives for a minute


def set_up(visitor: Visitor) -> None:
    """Make a ward, by keyboard alone, and go to who is here."""
    visitor.picture("set-up-welcome")
    visitor.key(ENTER)
    visitor.on(SetUpWardScreen)
    visitor.write("Larch Ward (made up)")
    visitor.picture("set-up-ward")
    visitor.key(ENTER)
    visitor.on(SetUpStaffScreen)
    visitor.write("Priya Sample")
    visitor.key(TAB)
    visitor.key(Qt.Key.Key_Space)
    for _ in range(4):
        visitor.key(TAB)
    visitor.write("Nurse")
    visitor.picture("set-up-staff")
    visitor.key(ENTER)
    visitor.on(SetUpPassphraseScreen)
    visitor.write(PASSPHRASE)
    visitor.key(ENTER)
    visitor.write(PASSPHRASE)
    visitor.picture("set-up-passphrase")
    visitor.key(ENTER)
    _recovery_code(visitor)
    visitor.on(SetUpMeetingScreen)
    visitor.picture("set-up-meeting")
    visitor.key(ENTER)
    visitor.on(SetUpDoneScreen)
    visitor.picture("set-up-done")
    visitor.key(ENTER)
    visitor.on(WhoIsHereScreen)


def _recovery_code(visitor: Visitor) -> None:
    """Copy the recovery code from the screen, and type it back."""
    shown = visitor.on(SetUpCodeScreen).code
    visitor.picture("set-up-code")
    visitor.press(visitor.words("set_up.next"))
    visitor.on(SetUpCodeBackScreen)
    visitor.write(shown.lower().replace("-", " "))
    visitor.picture("set-up-code-back")
    visitor.key(ENTER)


def people(visitor: Visitor) -> None:
    """Add a patient, staff and a partner in care."""
    words = visitor.words
    visitor.press(words("who_is_here.add_patient"))
    visitor.on(AddPersonScreen)
    visitor.write("Sam Example")
    visitor.picture("add-patient")
    visitor.key(ENTER)
    _somebody(visitor, "who_is_here.add_staff", "role.doctor", "Dr Robin Specimen")
    visitor.picture("add-staff")
    visitor.key(ENTER)
    visitor.on(LetOpenScreen)
    visitor.picture("let-open")
    visitor.press(words("let_open.not_now"))
    _somebody(visitor, "who_is_here.add_beside", "role.partner_in_care", "Jo Example")
    visitor.picture("add-beside")
    visitor.key(ENTER)
    visitor.on(WhoIsHereScreen)
    visitor.press(words("languages.other"))
    visitor.on(ReadQuestionScreen)
    visitor.picture("languages")
    visitor.press(words("text_size.done"))
    visitor.press(words("who_is_here.go_on"))
    visitor.on(HomeScreen)
    visitor.press(words("reading.title"))
    _asked_how_they_read(visitor)


def _asked_how_they_read(visitor: Visitor) -> None:
    """See the picture questions of the first time, and the one of some weeks later."""
    for question in QUESTIONS:
        visitor.on(ReadQuestionScreen)
        visitor.picture(f"read-{question}")
        visitor.press(visitor.words("read_ask.next"))
    visitor.on(HomeScreen)
    visitor.program.window.go(ToStillReading())
    visitor.on(StillReadingScreen)
    visitor.picture("still-reading")
    visitor.press(visitor.words("still_reading.yes"))
    visitor.on(HomeScreen)


def _somebody(visitor: Visitor, button: str, role: str, name: str) -> None:
    visitor.on(WhoIsHereScreen)
    visitor.press(visitor.words(button))
    screen = visitor.on(AddPersonScreen)
    visitor.press(visitor.words(role))
    visitor.click(screen.name.box)
    visitor.write(name)


def lock_and_open(visitor: Visitor) -> None:
    """Lock, close, try a wrong passphrase, and look at the recovery screen."""
    words = visitor.words
    visitor.press(words("top.lock"))
    visitor.on(LockedScreen)
    visitor.picture("locked")
    visitor.press(words("locked.staff"))
    visitor.on(OpenWardScreen)
    visitor.picture("locked-staff")
    visitor.key(Qt.Key.Key_Escape)
    visitor.on(LockedScreen)
    visitor.press(words("locked.close"))
    screen = visitor.on(OpenWardScreen)
    visitor.picture("closed")
    visitor.write("a wrong passphrase")
    visitor.key(ENTER)
    visitor.until(lambda: not screen.is_waiting)
    visitor.picture("open-ward-wrong")
    visitor.press(words("open_ward.have_code"))
    visitor.on(RecoveryScreen)
    visitor.picture("recovery")
    visitor.key(Qt.Key.Key_Escape)
    visitor.on(OpenWardScreen)
