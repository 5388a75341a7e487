"""The tour's screens that are seldom seen. Nothing is changed by looking at them."""

from __future__ import annotations

from PySide6.QtCore import Qt

from coprod_desktop.gui.lock_places import ToOwnSignIn, ToStillThere, ToUncover
from coprod_desktop.gui.places import GoBack
from coprod_desktop.gui.screens.add_opener import AddOpenerScreen
from coprod_desktop.gui.screens.add_outside import AddOutsideScreen
from coprod_desktop.gui.screens.idle_minutes import IdleMinutesScreen
from coprod_desktop.gui.screens.in_use import InUseScreen
from coprod_desktop.gui.screens.locked import LockedScreen
from coprod_desktop.gui.screens.name_person import NamePersonScreen
from coprod_desktop.gui.screens.own_sign_in import OwnSignInScreen
from coprod_desktop.gui.screens.pin_length import PinLengthScreen
from coprod_desktop.gui.screens.question import QuestionScreen
from coprod_desktop.gui.screens.rub_out import RubOutScreen
from coprod_desktop.gui.screens.staff import StaffScreen
from coprod_desktop.gui.screens.still_there import StillThereScreen
from coprod_desktop.gui.showing.visitor import Visitor
from coprod_desktop.gui.staff_places import (
    ToAddOpener,
    ToAddOutside,
    ToIdleMinutes,
    ToNamedPeople,
    ToNamePerson,
    ToOpeners,
    ToPinLength,
    ToStaff,
)
from coprod_desktop.model.documents import Side

ESCAPE = Qt.Key.Key_Escape


def staff_choices(visitor: Visitor) -> None:
    """From what staff see to, and back there: who is added, and what is chosen."""
    window = visitor.program.window
    for place, screen, scene, after in (
        (ToAddOpener(), AddOpenerScreen, "add-opener", ToOpeners()),
        (ToNamePerson(Side.OUTSIDE), NamePersonScreen, "name-person", ToNamedPeople()),
        (ToAddOutside(), AddOutsideScreen, "add-outside", ToNamedPeople()),
        (ToPinLength(), PinLengthScreen, "pin-length", ToStaff()),
        (ToIdleMinutes(), IdleMinutesScreen, "idle-minutes", ToStaff()),
    ):
        window.go(place)
        visitor.on(screen)
        visitor.picture(scene)
        window.go(after)
    visitor.on(StaffScreen)


def rub_out(visitor: Visitor) -> None:
    """From a question with words that are not shared, and back to it."""
    visitor.on(QuestionScreen)
    visitor.press(visitor.words("question.rub_out"))
    visitor.on(RubOutScreen)
    visitor.picture("rub-out")
    visitor.key(ESCAPE)
    visitor.on(QuestionScreen)


def left_alone(visitor: Visitor) -> None:
    """The computer was left for a while, and then it is covered by hand."""
    window, before = visitor.program.window, type(visitor.screen)
    window.go(ToStillThere())
    visitor.on(StillThereScreen)
    visitor.picture("still-there")
    window.go(GoBack())
    visitor.on(before)
    window.go(ToUncover())
    visitor.on(InUseScreen)
    visitor.picture("in-use")
    window.go(ToUncover())


def own_sign_in(visitor: Visitor) -> None:
    """From the lock screen of a ward where somebody signs in alone, and back."""
    window = visitor.program.window
    window.lock()
    visitor.on(LockedScreen)
    window.go(ToOwnSignIn())
    visitor.on(OwnSignInScreen)
    visitor.picture("own-sign-in")
