"""A ward whose people sign in: made once, copied for each journey."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coprod_desktop.gui.gathering import Gathering
from coprod_desktop.gui.places import ToWhoIsHere
from coprod_desktop.gui.screens.sign_in import SignInScreen
from coprod_desktop.model.documents import Side
from coprod_desktop.model.people import PersonId, Role
from coprod_desktop.workspace.doorway import Doorway
from coprod_desktop.workspace.ward import Ward
from tests.fakes import FakeMonotonic, TickingClock, fake_world
from tests.journeys.driver import WardComputer
from tests.journeys.hands import Hands

PRIYA_S, ROBIN_S, MORGAN_S = (
    "seven quiet kettles",
    "nine green lanterns",
    "five slow bicycles",
)
PIN, OTHER_PIN, WRONG_PIN = "271828", "314926", "858361"
MINE = ("moon", "cat", "cake", "bus")
WHO = "Who is here?"


@dataclass(frozen=True)
class SigningWard:
    """Priya and Robin are staff, Sam and Alex patients, Morgan is from outside."""

    folder: Path
    priya: PersonId
    robin: PersonId
    sam: PersonId
    alex: PersonId
    morgan: PersonId


def make_signing_ward(folder: Path) -> SigningWard:
    """Make the ward. Nobody but staff and Morgan has a sign-in of their own."""
    door = Doorway(folder, fake_world(TickingClock(), "signing"))
    priya = door.first_member("Priya", Role.NURSE, "Nurse")
    ward = door.make_ward("Larch Ward", priya, PRIYA_S, door.new_recovery_code())
    robin = ward.staff.add("Robin", Role.DOCTOR, "Doctor", ROBIN_S)
    sam = ward.add_person("Sam", Role.PATIENT)
    alex = ward.add_person("Alex", Role.PATIENT)
    morgan = ward.guardians.add_outside("Morgan", "Caldicott guardian")
    ward.voices.make_passphrase(morgan.id, MORGAN_S)
    ward.guardians.name(priya.id, Side.WARD)
    ward.guardians.name(morgan.id, Side.OUTSIDE)
    ward.close()
    return SigningWard(folder, priya.id, robin.id, sam.id, alex.id, morgan.id)


class SigningComputer(WardComputer):
    """The computer of that ward, opened by Priya."""

    def __init__(
        self,
        qtbot: QtBot,
        folder: Path,
        people: SigningWard,
        hands: Hands | None = None,
    ) -> None:
        shutil.copytree(people.folder, folder / "ward")
        super().__init__(qtbot, folder, hands)
        self.people = people
        self.come_in()

    @property
    def ward(self) -> Ward:
        """The open ward."""
        return self.program.routes.session.ward

    def come_in(self) -> None:
        """Open the ward as Priya; where it is open, close it first."""
        session = self.program.routes.session
        if session.has_ward:
            self.window.close_ward()
        session.take_ward(session.doorway.open(self.people.priya, PRIYA_S))
        self.go_to_who_is_here()

    def go_to_who_is_here(self, *others: PersonId) -> None:
        """Come to who is here, where Sam was ticked, and maybe others too."""
        sam = self.people.sam
        self.program.routes.session.gather(Gathering(sam, (sam, *others)))
        self.window.go(ToWhoIsHere())
        self.rest()

    def give_sam_a_pin(self, pin: str = PIN) -> None:
        """Let Sam have a PIN already, and be signed out."""
        self.ward.voices.make_pin(self.people.sam, pin)
        self.ward.voices.close(self.people.sam)
        self.go_to_who_is_here()

    def give_sam_pictures(self) -> None:
        """Let Sam have pictures already, and be signed out."""
        self.ward.voices.make_pictures(self.people.sam, MINE)
        self.ward.voices.close(self.people.sam)
        self.go_to_who_is_here()

    def type_pin(self, pin: str) -> None:
        """Type a PIN on the keyboard."""
        QTest.keyClicks(self.window.focusWidget(), pin)
        self.rest()

    def pick_pictures(self, *pictures: str) -> None:
        """Pick pictures by what stands below them."""
        for picture in pictures:
            self.press(self.words.text(f"picture.{picture}"))

    def let_pass(self, seconds: float) -> None:
        """Let time pass that nobody can set, and let the screen look."""
        monotonic = self.world.monotonic
        assert isinstance(monotonic, FakeMonotonic)
        monotonic.pass_s(seconds)
        self.ward.monotonic = monotonic
        screen = self.screen
        look = getattr(screen, "look_again", None)
        if look is not None:
            look()
        self.rest()

    def sign_in(self, pin: str) -> None:
        """Type a PIN and press Sign in."""
        assert isinstance(self.screen, SignInScreen), self.heading
        self.type_pin(pin)
        self.press("Sign in")
