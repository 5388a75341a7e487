"""Signing in as oneself: from a place to its screen, and who comes next."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from coprod_desktop.content.own_pictures import PAGES
from coprod_desktop.content.pictures import alt_key
from coprod_desktop.gui import voice_places as to
from coprod_desktop.gui.places import ToHome, ToWhoIsHere
from coprod_desktop.gui.screens.choose_sign_in import ChooseSignInScreen, SignInWays
from coprod_desktop.gui.screens.make_pictures import (
    MakePicturesScreen,
    PicturesMaking,
)
from coprod_desktop.gui.screens.make_pin import MakePinScreen, PinMaking
from coprod_desktop.gui.screens.sign_in import SignIn, SignInScreen
from coprod_desktop.gui.screens.voice_news import VoiceNewsScreen
from coprod_desktop.gui.secret_field import Secret
from coprod_desktop.gui.signed_in import SignedIn, VoiceLine
from coprod_desktop.gui.told_things import told_things
from coprod_desktop.gui.whose_words import names_in_a_row
from coprod_desktop.model.doors import DoorKind
from coprod_desktop.model.people import PersonId, Role
from coprod_desktop.workspace.settings import pin_lengths_of

if TYPE_CHECKING:
    from coprod_desktop.gui.screen import Screen
    from coprod_desktop.gui.session import Session
    from coprod_desktop.gui.stage import Stage
    from coprod_desktop.workspace.voices import Voices


OFFERED_TO = (Role.PATIENT, Role.PARTNER_IN_CARE)
"""Who is offered a PIN or pictures. Others have a passphrase, or need none."""


class VoiceRoutes:
    """Lives as long as the ward is open: it knows who has put signing in off."""

    def __init__(
        self, stage: Stage, session: Session, *, is_example: bool = False
    ) -> None:
        self._stage = stage
        self._session = session
        self._is_example = is_example
        self._put_off: set[PersonId] = set()
        self._told = ""
        self._goes_on: dict[PersonId, bool] = {}
        """Whether somebody who signs in is on the way to their forms."""

    def screen_for(self, place: object) -> Screen:
        """Make the screen for a place.

        Raises:
            LookupError: It is no place of signing in.
            Problem: The store is damaged.
        """
        match place:
            case to.ToSignIn(person) | to.ToSignInFirst(person):
                self._goes_on[person] = isinstance(place, to.ToSignIn)
                return self._sign_in(person)
            case to.ToVoiceNews(person):
                return self._news(person)
            case to.ToChooseSignIn(person):
                return self._choose(person)
            case to.ToMakePin(person):
                return self._make_pin(person)
            case to.ToMakePictures(person):
                return self._make_pictures(person)
        raise LookupError(type(place).__name__)

    # --- Who is here ----------------------------------------------------------------

    def sit_down(self) -> object:
        """Begin with the people who were ticked; return the place to go to.

        Whoever is not in the room is signed out, but for who opened the ward.

        Raises:
            Problem: They cannot sit together.
        """
        session = self._session
        session.sit_down()
        for person in self._signed_in_elsewhere():
            self._voices.close(person)
        return self.next_place()

    def next_place(self) -> object:
        """Return where to go on: somebody's news or sign-in, else home."""
        for person in self._here():
            if self._voices.is_open(person) and self._voices.news(person):
                return to.ToVoiceNews(person)
            if person not in self._put_off and not self._voices.can_write(person):
                return to.ToSignIn(person)
        return ToHome()

    def place_alone(self, person: PersonId) -> object:
        """Return where somebody begins who came in by their own sign-in."""
        return to.ToVoiceNews(person) if self._voices.news(person) else ToHome()

    def voice_line(self, person: PersonId) -> VoiceLine | None:
        """Return how it stands with somebody's sign-in; None for nothing to say."""
        ward, voices = self._session.ward, self._voices
        name = ward.people[person].name
        if voices.is_open(person):
            is_opener = person == ward.opened_by.id
            kind = SignedIn.OPENED_WARD if is_opener else SignedIn.YES
            may_choose = not ward.people[person].is_staff
            return VoiceLine(person, name, kind, may_choose)
        if voices.has_own_key(person):
            return VoiceLine(person, name, SignedIn.NOT_YET)
        if person in self._put_off or ward.people[person].role not in OFFERED_TO:
            return None
        return VoiceLine(person, name, SignedIn.HAS_NONE)

    def take_told(self) -> str:
        """Return what is to be said at who is here, once."""
        told, self._told = self._told, ""
        return told

    def put_off(self, person: PersonId) -> None:
        """Ask somebody no more until the ward is opened again."""
        self._put_off.add(person)

    def sign_out(self, person: PersonId) -> None:
        """Close somebody's voice."""
        self._voices.close(person)

    @property
    def _voices(self) -> Voices:
        return self._session.ward.voices

    def _here(self) -> Iterator[PersonId]:
        """Give everybody who is in the room, the patient first."""
        gathering = self._session.gathering
        if gathering.patient is not None and gathering.is_patient_here:
            yield gathering.patient
        yield from gathering.others

    def _signed_in_elsewhere(self) -> list[PersonId]:
        ward, here = self._session.ward, set(self._here())
        return [
            one.id
            for one in ward.people.everyone
            if one.id not in here and one.id != ward.opened_by.id
        ]

    # --- Signing in -----------------------------------------------------------------

    def _sign_in(self, person: PersonId) -> Screen:
        name = self._session.ward.people[person].name
        return SignInScreen(
            self._stage,
            SignIn(
                name,
                lambda: self._voices.door(person),
                lambda secret: sign_in_with(self._voices, person, secret),
                lambda news: self._after_sign_in(person, has_news=bool(news)),
                lambda: self._without(person),
                to.ToForgotten(person),
                pin_lengths_of(self._session.ward.settings),
                is_staff=self._session.ward.people[person].is_staff,
                example=example_secret(self._stage, self._voices, person)
                if self._is_example
                else "",
            ),
        )

    def _after_sign_in(self, person: PersonId, *, has_news: bool) -> object:
        self._put_off.discard(person)
        return to.ToVoiceNews(person) if has_news else self._place_after(person)

    def _without(self, person: PersonId) -> object:
        self._put_off.add(person)
        if not any(self._voices.can_write(one) for one in self._here()):
            # Words need somebody in the room who can write them down.
            self._told = self._stage.words.text("who_is_here.writer_missing")
            return ToWhoIsHere()
        return self._place_after(person)

    def _place_after(self, person: PersonId) -> object:
        """Return where somebody was going when they were asked to sign in."""
        if self._session.alone is not None:
            return ToHome()
        if self._goes_on.get(person) and self._session.has_sitting:
            return self.next_place()
        return ToWhoIsHere()

    def _news(self, person: PersonId) -> Screen:
        news = self._voices.news(person)

        def seen() -> object:
            self._voices.have_read(person, news)
            return self._place_after(person)

        if person not in self._goes_on:
            self._goes_on[person] = self._session.has_sitting
        return VoiceNewsScreen(self._stage, told_things(self._stage, news), seen)

    # --- A way of one's own ---------------------------------------------------------

    def _choose(self, person: PersonId) -> Screen:
        def not_now() -> object:
            self._put_off.add(person)
            return ToWhoIsHere()

        return ChooseSignInScreen(
            self._stage,
            SignInWays(
                self._session.ward.people[person].name,
                to.ToMakePin(person),
                to.ToMakePictures(person),
                not_now,
                self._voices.pin_figures,
            ),
        )

    def _make_pin(self, person: PersonId) -> Screen:
        return MakePinScreen(
            self._stage,
            PinMaking(
                self._session.ward.people[person].name,
                self._voices.pin_figures,
                to.ToChooseSignIn(person),
                lambda pin: self._voices.make_pin(person, pin),
                self._made(person),
            ),
        )

    def _make_pictures(self, person: PersonId) -> Screen:
        return MakePicturesScreen(
            self._stage,
            PicturesMaking(
                self._session.ward.people[person].name,
                PAGES,
                to.ToChooseSignIn(person),
                lambda picked: self._voices.make_pictures(person, picked),
                self._made(person),
            ),
        )

    def _made(self, person: PersonId) -> Callable[[], object]:
        def made() -> object:
            self._put_off.discard(person)
            return ToWhoIsHere()

        return made


def sign_in_with(voices: Voices, person: PersonId, secret: Secret) -> object:
    """Open somebody's voice with what they gave; return what they must be told. Slow.

    Raises:
        Problem: It is wrong, tries are used up, or it is too early.
    """
    if not isinstance(secret, str):
        return voices.sign_in_with_pictures(person, secret)
    if voices.door(person).kind is DoorKind.PIN:
        return voices.sign_in_with_pin(person, secret)
    return voices.sign_in_with_passphrase(person, secret)


def example_secret(stage: Stage, voices: Voices, person: PersonId) -> str:
    """Tell the secret of somebody in the made-up ward, who is nobody real."""
    from coprod_desktop.workspace import example  # noqa: PLC0415 - seldom needed

    words, kind = stage.words, voices.door(person).kind
    if kind is DoorKind.PIN:
        return words.text("sign_in.example_pin", pin=example.PIN)
    if kind is DoorKind.PICTURES:
        names = [words.text(alt_key(one)) for one in example.PICTURES]
        told = names_in_a_row(words, names)
        return words.text("sign_in.example_pictures", pictures=told)
    return words.text("open_ward.example", passphrase=example.PASSPHRASE)
