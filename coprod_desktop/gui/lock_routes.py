"""The screens of a locked ward. Loaded when the first ward is locked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod_desktop.gui import lock_places as to
from coprod_desktop.gui.screens.in_use import InUseScreen
from coprod_desktop.gui.screens.locked import LockedScreen, WaysBack
from coprod_desktop.gui.screens.open_ward import OpenWardScreen, WardDoor
from coprod_desktop.gui.screens.own_sign_in import OwnSignInScreen
from coprod_desktop.gui.screens.sign_in import SignIn, SignInScreen
from coprod_desktop.gui.voice_routes import example_secret, sign_in_with
from coprod_desktop.model.people import Person, PersonId, Role
from coprod_desktop.workspace.settings import pin_lengths_of

if TYPE_CHECKING:
    from coprod_desktop.gui.screen import Screen
    from coprod_desktop.gui.session import Session
    from coprod_desktop.gui.stage import Stage


class LockRoutes:
    """Makes the screens from which somebody goes on with a locked ward."""

    def __init__(
        self, stage: Stage, session: Session, example_passphrase: str = ""
    ) -> None:
        self._stage = stage
        self._session = session
        self._example_passphrase = example_passphrase

    def screen_for(self, place: object) -> Screen:
        """Make the screen for a place of a locked ward.

        Raises:
            Problem: The keyring cannot be read.
        """
        match place:
            case to.ToInUse():
                return InUseScreen(self._stage)
            case to.ToOwnSignIn():
                return OwnSignInScreen(self._stage, self._comers())
            case to.ToSignIn(person):
                return self._sign_in(person)
            case to.ToStaffReturn():
                return self._staff_return()
        # Whatever else was asked for: nobody sees it before they come in.
        return LockedScreen(self._stage, WaysBack(bool(self._comers())))

    def _comers(self) -> tuple[Person, ...]:
        """Return everybody with a sign-in and forms of their own to come to."""
        if not self._session.has_ward:
            return ()
        ward = self._session.ward
        return tuple(
            one
            for one in ward.people.everyone
            if (one.role is Role.PATIENT or one.beside is not None)
            and one.id not in ward.people.left
            and ward.voices.has_own_key(one.id)
        )

    def _sign_in(self, person: PersonId) -> Screen:
        ward = self._session.ward
        voices = ward.voices
        is_example = bool(self._example_passphrase)
        return SignInScreen(
            self._stage,
            SignIn(
                ward.people[person].name,
                lambda: voices.door(person),
                lambda secret: sign_in_with(voices, person, secret),
                lambda _: to.ToComeIn(person),
                to.ToStaffReturn,
                # The two named people are asked where staff have come back.
                to.ToStaffReturn(),
                pin_lengths_of(ward.settings),
                to.ToOwnSignIn(),
                example=example_secret(self._stage, voices, person)
                if is_example
                else "",
            ),
        )

    def _staff_return(self) -> Screen:
        session = self._session
        doorway, ward = session.doorway, session.ward

        def come_back(person: PersonId, passphrase: str) -> object:
            return doorway.come_back(ward, person, passphrase)

        door = WardDoor(
            doorway.keyring().doors,
            come_back,
            lambda _: None,
            self._example_passphrase,
            is_return=True,
        )
        return OpenWardScreen(self._stage, door)
