"""A made-up ward with a history, so that every screen has something to show.

Nobody in it is real. It is written through the same calls as a real ward, on a clock
that sets out six weeks before the world's.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from coprod_desktop.model.authored_text import Attribution, Mode
from coprod_desktop.model.change import Change
from coprod_desktop.model.documents import ReadBack, Side, View
from coprod_desktop.model.people import PersonId, Role
from coprod_desktop.model.said import WayOut
from coprod_desktop.workspace.doorway import Doorway
from coprod_desktop.workspace.open_document import OpenDocument
from coprod_desktop.workspace.ward import Ward

if TYPE_CHECKING:
    from coprod_desktop.store.world import World

PASSPHRASE = "made up example"  # noqa: S105 - opens nothing real
"""Opens the made-up ward, for each of its staff; Casey has the same."""

PICTURES = ("moon", "cat", "cake", "bus")
"""What Sam signs in with."""

PIN = "271828"
"""What Alex signs in with."""

DAYS_BACK = 42


@dataclass(frozen=True, slots=True)
class Example:
    """The made-up ward's people, by first name."""

    priya: PersonId
    robin: PersonId
    sam: PersonId
    alex: PersonId
    jo: PersonId
    casey: PersonId


class _StoryClock:
    """Days that pass as the story tells; never later than the world's now."""

    def __init__(self, now: datetime) -> None:
        self._latest = now
        self._now = now - timedelta(days=DAYS_BACK)

    def __call__(self) -> datetime:
        self._now = min(self._now + timedelta(seconds=7), self._latest)
        return self._now

    def pass_days(self, days: float) -> None:
        self._now = min(self._now + timedelta(days=days), self._latest)


def make_example(folder: Path, world: World) -> Example:
    """Make the made-up ward in an empty folder and close it.

    Raises:
        Problem: There is a ward already, or the folder cannot be written.
    """
    clock = _StoryClock(world.clock())
    ward, people = _make_ward(folder, replace(world, clock=clock))
    try:
        story = _Story(ward, people, clock)
        story.first_plan()
        story.plan_with_the_team()
        story.seen_differently()
        story.ward_round()
        story.after_the_ward_round()
        story.meeting()
        story.alex()
        story.sign_ins()
        story.today()
    finally:
        ward.close()
    return people


def _make_ward(folder: Path, world: World) -> tuple[Ward, Example]:
    door = Doorway(folder, world)
    priya = door.first_member("Priya Sample", Role.NURSE, "Nurse")
    code = door.new_recovery_code()
    ward = door.make_ward("Larch Ward (made up)", priya, PASSPHRASE, code)
    robin = ward.add_person("Dr Robin Specimen", Role.DOCTOR, "Doctor").id
    ward.let_open(robin, PASSPHRASE)
    sam = ward.add_person("Sam Example", Role.PATIENT).id
    people = Example(
        priya.id,
        robin,
        sam,
        ward.add_person("Alex Test", Role.PATIENT).id,
        ward.add_person("Jo Example", Role.PARTNER_IN_CARE, "Mum", sam).id,
        ward.add_person("Casey Placeholder", Role.ADVOCATE, "Advocate", sam).id,
    )
    return ward, people


class _Story:
    """What happened on the made-up ward, in order."""

    def __init__(self, ward: Ward, people: Example, clock: _StoryClock) -> None:
        self._ward = ward
        self._people = people
        self._clock = clock

    def first_plan(self) -> None:
        """Sam writes the beginning of a care plan with their own hand."""
        document = self._sit("care-plan")
        document.writing.choose("do-this-now", "yes")
        _write(document, "recovery", "Sleeping in my own bed. Making tea when I like.")
        _write(document, "what-matters", "My sister. Quiet mornings. Music.")
        _write(document, "strengths", "I notice when other people are sad.")
        document.lists.add("my-people", "Jo, my mum")
        document.lists.mark("my-people", 0, "part-of-it")
        document.lists.add("my-people", "My neighbour")
        document.lists.mark("my-people", 1, "not-see")
        document.writing.take_way_out("crisis-not", WayOut.LATER)
        _share_and_leave(document)

    def plan_with_the_team(self) -> None:
        """Priya writes down what Sam says; Jo and Priya add their own words."""
        people = self._people
        self._clock.pass_days(4)
        document = self._sit("care-plan", people.priya, people.jo)
        document.take_pen(_for(people.sam, people.priya, Mode.WORD_FOR_WORD))
        _write(document, "helps", "A walk before it gets loud. Somebody sitting near.")
        document.reading_back.answer("helps", people.sam, ReadBack.YES)
        document.take_pen(_for(people.sam, people.priya, Mode.SUMMARISED))
        _write(document, "early-signs", "Sam stops answering messages and eats less.")
        document.reading_back.answer("early-signs", people.sam, ReadBack.NEARLY)
        document.take_pen(_for(people.sam, people.priya, Mode.WORD_FOR_WORD))
        _write(document, "does-not-help", "Being asked the same thing by six people.")
        document.take_pen(_own(people.priya))
        _write(
            document, "medicines", "The team thinks the new tablet helps with sleep."
        )
        _write(document, "helps", "Sam comes to the garden group when asked early.")
        document.take_pen(_own(people.jo))
        _write(document, "early-signs", "The phone goes quiet about three days before.")
        document.writing.take_way_out("crisis-helps", WayOut.DONT_KNOW)
        _share_and_leave(document)

    def seen_differently(self) -> None:
        """Sam sees the words about the tablet, and sees it differently."""
        self._clock.pass_days(2)
        document = self._sit("care-plan")
        document.visit("medicines")
        for statement in document.news.statements():
            if statement.question == "medicines":
                words = "It makes my hands shake. I sleep because it is quiet here."
                document.news.take_stance(statement.id, View.DISAGREE, words)
        _write(document, "medicines", "I want to talk about a smaller dose.")
        document.writing.choose("do-i-agree", "some")
        document.writing.choose("help-i-had", "writing")
        document.writing.choose("help-i-had", "with-me")
        _share_and_leave(document)

    def ward_round(self) -> None:
        """Sam gets ready for the ward round, with Casey's help."""
        people = self._people
        self._clock.pass_days(9)
        document = self._sit("ward-round", people.casey)
        document.writing.choose("my-week", "hard")
        _write(document, "went-well", "I went to the shop and came back.")
        _write(document, "was-hard", "Nights. The alarm went off three times.")
        for topic in ("Leave at the weekend", "My tablets", "When I can go home"):
            document.lists.add("topics", topic)
        document.lists.move("topics", 1, -1)
        document.lists.add("questions", "Who decides about my leave?")
        document.lists.add("people-in-room", "Casey")
        document.lists.mark("people-in-room", 0, "want")
        document.writing.choose("taking-part", "come-in")
        document.take_pen(_own(people.casey))
        _write(document, "leave", "Sam asked me to say that leave comes first.")
        _share_and_leave(document)

    def after_the_ward_round(self) -> None:
        """What was said and decided; not yet agreed."""
        people = self._people
        self._clock.pass_days(1)
        document = self._sit("ward-round", people.robin, people.priya)
        document.take_pen(_for(people.sam, people.robin, Mode.SUMMARISED))
        _write(document, "what-i-said", "Sam would like two days of leave with Jo.")
        document.take_pen(_own(people.robin))
        _write(
            document, "what-was-decided", "Leave on Saturday. We look again on Monday."
        )
        document.writing.choose("next-one", self._day(7))
        document.take_pen(_own(people.sam))
        document.writing.choose("listened-to", "with")
        document.lists.add("not-answered", "Who decides about my leave?")
        _share_and_leave(document)

    def meeting(self) -> None:
        """Sam gets ready to lead the CPA meeting."""
        people = self._people
        self._clock.pass_days(8)
        document = self._sit("cpa-meeting", people.jo)
        document.writing.choose("do-this-now", "yes")
        document.writing.choose("my-part", "lead-together")
        for need in ("breaks", "plain-words"):
            document.writing.choose("what-i-need", need)
        document.lists.add("who-is-there", "Jo, my mum")
        document.lists.mark("who-is-there", 0, "next-to-me")
        document.lists.add("topics", "Where I will live")
        document.lists.add("topics", "Seeing my sister")
        _write(document, "gone-well", "I cooked for four people.")
        document.take_pen(_own(people.jo))
        _write(document, "gone-well", "Sam rang me first. That was new.")
        _share_and_leave(document)

    def alex(self) -> None:
        """Another patient has begun a form, so that the list is not of one."""
        people = self._people
        self._clock.pass_days(2)
        document = self._ward.sit_down(people.alex, (people.priya,)).open("ward-round")
        document.writing.choose("my-week", "ok")
        document.lists.add("topics", "Fresh air")
        _share_and_leave(document)

    def sign_ins(self) -> None:
        """Priya and Casey are named to help; Sam chooses pictures, Alex a PIN."""
        people, voices = self._people, self._ward.voices
        self._clock.pass_days(1)
        voices.make_passphrase(people.casey, PASSPHRASE)
        self._ward.guardians.name(people.priya, Side.WARD)
        self._ward.guardians.name(people.casey, Side.OUTSIDE)
        voices.make_pictures(people.sam, PICTURES)
        voices.make_pin(people.alex, PIN)
        for person in (people.alex, people.casey):
            voices.close(person)

    def today(self) -> None:
        """News from the doctor for Sam, and words that Sam has not shared yet."""
        people = self._people
        self._clock.pass_days(DAYS_BACK)
        about = self._ward.sit_down_about(people.sam, (people.robin,)).open("care-plan")
        _write(about, "want-to-happen", "We can look at a smaller dose together.")
        _share_and_leave(about)
        document = self._sit("care-plan", people.priya)
        document.visit("others-will")
        document.take_pen(_for(people.sam, people.priya, Mode.WORD_FOR_WORD))
        _write(document, "others-will", "Priya asks me each evening how the day was.")
        document.take_pen(_own(people.sam))
        _write(
            document, "i-will", "I say when it is too much, before I leave the room."
        )
        document.close()

    def _sit(self, form: str, *others: PersonId) -> OpenDocument:
        return self._ward.sit_down(self._people.sam, others).open(form)

    def _day(self, days: int) -> str:
        return (self._clock() + timedelta(days=days)).date().isoformat()


def _own(person: PersonId) -> Attribution:
    return Attribution(person, person, Mode.TYPED)


def _for(voice: PersonId, writer: PersonId, mode: Mode) -> Attribution:
    return Attribution(voice, writer, mode)


def _write(document: OpenDocument, question: str, words: str) -> None:
    cards = document.cards(question)
    said = next(one.said for one in cards if one.can_write)
    document.writing.change(question, Change(len(said.text), 0, words))


def _share_and_leave(document: OpenDocument) -> None:
    document.sharing.share(document.sharing.unshared())
    document.close()
