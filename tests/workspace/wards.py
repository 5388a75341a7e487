"""A made-up ward for the tests of the workspace."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from coprod_desktop.model.authored_text import Attribution, Mode
from coprod_desktop.model.change import Change
from coprod_desktop.model.documents import Side
from coprod_desktop.model.people import PersonId, Role
from coprod_desktop.store.world import World
from coprod_desktop.workspace.cards import Card
from coprod_desktop.workspace.doorway import Doorway
from coprod_desktop.workspace.open_document import OpenDocument
from coprod_desktop.workspace.ward import Ward
from tests.fakes import FakeClock, FakeMonotonic, fake_world

PASSPHRASE = "a quiet green kettle"
FORM = "care-plan"
QUESTION = "recovery"
PIN = "407193"
PICTURES = ("dog", "cat", "boat", "bus")
ROBIN_PASSPHRASE = "a slow yellow lamp"
CASEY_PASSPHRASE = "a wide open window"


@dataclass(frozen=True, slots=True)
class Cast:
    """Who is on the ward, by first name; and the code that opens it."""

    priya: PersonId
    robin: PersonId
    sam: PersonId
    alex: PersonId
    jo: PersonId
    casey: PersonId
    ines: PersonId
    code: str


def make(folder: Path, world: World) -> Cast:
    """Make the ward in a folder and close it."""
    door = Doorway(folder, world)
    priya = door.first_member("Priya Sample", Role.NURSE, "Nurse")
    code = door.new_recovery_code()
    ward = door.make_ward("Larch Ward", priya, PASSPHRASE, code)
    sam = ward.add_person("Sam Example", Role.PATIENT).id
    cast = Cast(
        priya.id,
        ward.add_person("Robin Specimen", Role.DOCTOR, "Doctor").id,
        sam,
        ward.add_person("Alex Test", Role.PATIENT).id,
        ward.add_person("Jo Example", Role.PARTNER_IN_CARE, "Mum", sam).id,
        ward.add_person("Casey Placeholder", Role.ADVOCATE, "", sam).id,
        ward.add_person("Ines Instance", Role.INTERPRETER, "", sam).id,
        code,
    )
    ward.close()
    return cast


def opened(
    folder: Path,
    clock: FakeClock | None = None,
    seed: str = "t",
    monotonic: FakeMonotonic | None = None,
) -> Ward:
    """Open the ward as the nurse."""
    door = Doorway(folder, fake_world(clock, seed, monotonic))
    return door.open(door.keyring().doors[0].person_id, PASSPHRASE)


def own(person: PersonId) -> Attribution:
    """The pen of somebody who writes their own words."""
    return Attribution(person, person, Mode.TYPED)


def scribe(
    voice: PersonId, writer: PersonId, mode: Mode = Mode.WORD_FOR_WORD
) -> Attribution:
    """The pen of somebody who writes for another."""
    return Attribution(voice, writer, mode)


def write(document: OpenDocument, question: str, words: str) -> None:
    """Type words at the end, a key at a time as the window does."""
    for char in words:
        at = len(text_of(document, question))
        document.writing.change(question, Change(at, 0, char))


def text_of(document: OpenDocument, question: str) -> str:
    """What the pen's voice says at a question."""
    return card_of(document, question, document.pen.voice).said.text.text


def card_of(document: OpenDocument, question: str, voice: PersonId) -> Card:
    """A voice's card at a question."""
    found = [one for one in document.cards(question) if one.voice == voice]
    assert len(found) == 1
    return found[0]


def give_keys(ward: Ward, cast: Cast) -> None:
    """Give people sign-ins of their own, and name who helps; all are signed out again.

    Sam has a PIN, Alex pictures, Casey and Robin a passphrase. Priya and Robin are
    named on the ward, Casey from outside it. Jo and Ines have no sign-in of their own.
    """
    ward.staff.let_open(cast.robin, ROBIN_PASSPHRASE)
    ward.voices.sign_in_with_passphrase(cast.robin, ROBIN_PASSPHRASE)
    ward.voices.make_passphrase(cast.casey, CASEY_PASSPHRASE)
    ward.guardians.name(cast.priya, Side.WARD)
    ward.guardians.name(cast.robin, Side.WARD)
    ward.guardians.name(cast.casey, Side.OUTSIDE)
    ward.voices.make_pin(cast.sam, PIN)
    ward.voices.make_pictures(cast.alex, PICTURES)
    for person in (cast.robin, cast.casey, cast.sam, cast.alex):
        ward.voices.close(person)
