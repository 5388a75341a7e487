"""What takes two named people: a forgotten secret, and an emergency."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod_desktop.content.own_pictures import PAGES
from coprod_desktop.gui import voice_places as to
from coprod_desktop.gui.draft_views import draft_views
from coprod_desktop.gui.errand import Errand
from coprod_desktop.gui.places import ToWhoIsHere
from coprod_desktop.gui.roles import person_option
from coprod_desktop.gui.screens.choose_sign_in import ChooseSignInScreen, SignInWays
from coprod_desktop.gui.screens.emergency import Emergency, EmergencyScreen
from coprod_desktop.gui.screens.let_open import LetOpenScreen
from coprod_desktop.gui.screens.make_pictures import (
    MakePicturesScreen,
    PicturesMaking,
)
from coprod_desktop.gui.screens.make_pin import MakePinScreen, PinMaking
from coprod_desktop.gui.screens.named_secret import NamedSecret, NamedSecretScreen
from coprod_desktop.gui.screens.opened_drafts import OpenedDraftsScreen, Reading
from coprod_desktop.gui.screens.renewed import RenewedScreen
from coprod_desktop.gui.secret_field import (
    PASSPHRASE,
    PICTURES,
    PIN,
    Secret,
    SecretAsked,
)
from coprod_desktop.gui.staff_places import ToNamedPeople, ToStaff
from coprod_desktop.gui.voice_routes import sign_in_with
from coprod_desktop.model.documents import Side
from coprod_desktop.model.doors import (
    DoorKind,
    NewSecret,
    chosen_passphrase,
    chosen_pictures,
    chosen_pin,
)
from coprod_desktop.model.people import PersonId, Role
from coprod_desktop.workspace.guardians import EMERGENCY_MINUTES
from coprod_desktop.workspace.opened_words import opened_words
from coprod_desktop.workspace.settings import pin_lengths_of

if TYPE_CHECKING:
    from coprod_desktop.gui.screen import Screen
    from coprod_desktop.gui.session import Session
    from coprod_desktop.gui.stage import Stage
    from coprod_desktop.workspace.ward import Ward


class TogetherRoutes:
    """Lives for one errand: what the two gave is forgotten with it."""

    def __init__(self, stage: Stage, session: Session) -> None:
        self._stage = stage
        self._session = session
        self._errand: Errand | None = None

    def screen_for(self, place: object) -> Screen:
        """Make the screen for a place.

        Raises:
            LookupError: It is no place of an errand, or none was begun.
            Problem: The store is damaged, or the time is over.
        """
        match place:
            case to.ToForgotten(person):
                self._errand = Errand(person)
                return self._named_secret(Side.WARD)
            case to.ToEmergency():
                return self._emergency()
            case to.ToNamedSecret(side):
                return self._named_secret(side)
            case to.ToRenewSignIn():
                return self._renew()
            case to.ToRenewPin():
                return self._renew_pin()
            case to.ToRenewPictures():
                return self._renew_pictures()
            case to.ToRenewed():
                return self._renewed()
            case to.ToOpenedDrafts():
                return self._opened_drafts()
        raise LookupError(type(place).__name__)

    @property
    def errand(self) -> Errand:
        """What the two are asked for now.

        Raises:
            LookupError: Nothing was begun.
        """
        if self._errand is None:
            raise LookupError("nobody was asked for anything")
        return self._errand

    @property
    def _ward(self) -> Ward:
        return self._session.ward

    @property
    def _name(self) -> str:
        return self._ward.people[self.errand.patient].name

    # --- The two --------------------------------------------------------------------

    def _named_secret(self, side: Side) -> Screen:
        words, errand = self._stage.words, self.errand
        key = "emergency" if errand.is_emergency else "forgotten"
        back: object = ToStaff() if errand.is_emergency else ToWhoIsHere()
        if side is Side.OUTSIDE:
            back = to.ToNamedSecret(Side.WARD)
        people = tuple(
            person_option(words, one, is_picked=False)
            for one in self._ward.guardians.named(side)
            if one.id != errand.patient
        )
        return NamedSecretScreen(
            self._stage,
            NamedSecret(
                side,
                words.text(f"named_secret.why_{key}", name=self._name),
                people,
                self._asked,
                lambda person, secret: self._prove(side, person, secret),
                back,
                ToNamedPeople(),
            ),
        )

    def _asked(self, person: PersonId) -> SecretAsked:
        voices, words = self._ward.voices, self._stage.words
        door = voices.door(person)
        kinds = {DoorKind.PIN: PIN, DoorKind.PICTURES: PICTURES}
        kind = PASSPHRASE if door.kind is None else kinds.get(door.kind, PASSPHRASE)
        label = words.text(f"sign_in.{kind}_label")
        longest, *shorter = pin_lengths_of(self._ward.settings)
        other = shorter[0] if shorter else None
        return SecretAsked(kind, label, longest, other, door.grids)

    def _prove(self, side: Side, person: PersonId, secret: Secret) -> object:
        """Try somebody's secret, and keep it until both are there. Slow."""
        voices, errand = self._ward.voices, self.errand
        was_open = voices.is_open(person)
        sign_in_with(voices, person, secret)
        if not was_open:
            voices.close(person)
        errand.given[side] = (person, secret)
        if side is Side.WARD:
            return to.ToNamedSecret(Side.OUTSIDE)
        if not errand.is_emergency:
            return to.ToRenewSignIn()
        (a, a_secret), (b, b_secret) = errand.given[Side.WARD], errand.given[side]
        errand.opened = self._ward.guardians.open_drafts(
            errand.patient, a, a_secret, b, b_secret, errand.reason
        )
        errand.given.clear()
        return to.ToOpenedDrafts()

    # --- A forgotten secret ---------------------------------------------------------

    def _renew(self) -> Screen:
        person = self._ward.people[self.errand.patient]
        door = self._ward.voices.door(person.id)
        if person.is_staff or door.kind is DoorKind.PASSPHRASE:
            kind = DoorKind.STAFF if person.is_staff else DoorKind.PASSPHRASE
            return LetOpenScreen(
                self._stage,
                person.name,
                lambda typed: self._keep(chosen_passphrase(typed, kind)),
                to.ToRenewed(),
            )
        return ChooseSignInScreen(
            self._stage,
            SignInWays(
                person.name,
                to.ToRenewPin(),
                to.ToRenewPictures(),
                ToWhoIsHere,
                self._ward.voices.pin_figures,
            ),
        )

    def _renew_pin(self) -> Screen:
        figures = self._ward.voices.pin_figures
        return MakePinScreen(
            self._stage,
            PinMaking(
                self._name,
                figures,
                to.ToRenewSignIn(),
                lambda pin: self._keep(chosen_pin(pin, figures)),
                to.ToRenewed,
            ),
        )

    def _renew_pictures(self) -> Screen:
        return MakePicturesScreen(
            self._stage,
            PicturesMaking(
                self._name,
                PAGES,
                to.ToRenewSignIn(),
                lambda picked: self._keep(chosen_pictures(picked, PAGES)),
                to.ToRenewed,
            ),
        )

    def _keep(self, new: NewSecret) -> None:
        """Put a new secret in place of the forgotten one. Slow."""
        errand = self.errand
        (a, a_secret), (b, b_secret) = (
            errand.given[side] for side in (Side.WARD, Side.OUTSIDE)
        )
        errand.has_come_back = self._ward.guardians.renew_door(
            errand.patient, a, a_secret, b, b_secret, new
        )
        errand.given.clear()

    def _renewed(self) -> Screen:
        errand, name = self.errand, self._name
        self._errand = None
        return RenewedScreen(
            self._stage,
            name,
            to.ToSignIn(errand.patient),
            has_come_back=errand.has_come_back,
        )

    # --- An emergency ---------------------------------------------------------------

    def _emergency(self) -> Screen:
        words = self._stage.words
        patient = self._session.gathering.patient
        people = tuple(
            person_option(words, one, is_picked=one.id == patient)
            for one in self._ward.people.of(Role.PATIENT, Role.PARTNER_IN_CARE)
        )
        return EmergencyScreen(
            self._stage, Emergency(people, ToStaff(), self._begin, EMERGENCY_MINUTES)
        )

    def _begin(self, person: PersonId, reason: str) -> object:
        self._errand = Errand(person, reason)
        return to.ToNamedSecret(Side.WARD)

    def _opened_drafts(self) -> Screen:
        errand, name = self.errand, self._name
        self._errand, opened = None, errand.opened
        if opened is None:
            raise LookupError("nothing was opened")
        ward = self._ward
        return OpenedDraftsScreen(
            self._stage,
            Reading(
                name,
                draft_views(self._stage.words, ward.people, opened_words(ward, opened)),
                lambda: opened.seconds_left,
                opened.close,
                ToWhoIsHere(),
            ),
        )
