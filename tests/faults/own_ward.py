"""A ward in which everybody has a key of their own, and has said something with it."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from coprod_desktop.app import real_world
from coprod_desktop.crypto.doors import FLOOR
from coprod_desktop.model.change import Change
from coprod_desktop.model.documents import View
from coprod_desktop.store.world import World
from coprod_desktop.workspace.doorway import Doorway
from coprod_desktop.workspace.ward import Ward
from tests.workspace.wards import PASSPHRASE, Cast, make, own, scribe

PINS = {"sam": "730518", "jo": "294716", "alex": "581604", "casey": "916037"}

FORMS = ("care-plan", "ward-round")


def _quick_world() -> World:
    return replace(real_world(), cost=FLOOR)


@dataclass(frozen=True)
class OwnWard:
    """Where the ward lies, and who is on it."""

    folder: Path
    cast: Cast

    def opened(self) -> Ward:
        """Open it as the nurse; her own key opens with it."""
        door = Doorway(self.folder, _quick_world())
        return door.open(self.cast.priya, PASSPHRASE)


def own_ward(folder: Path) -> OwnWard:
    """Make the ward, give everybody a PIN, and let them write and share."""
    cast = make(folder, _quick_world())
    made = OwnWard(folder, cast)
    with closing(made.opened()) as ward:
        for name, pin in PINS.items():
            ward.voices.make_pin(getattr(cast, name), pin)
        for form in FORMS:
            _fill_in(ward, cast, form)
    return made


def _fill_in(ward: Ward, cast: Cast, form: str) -> None:
    """Everybody says something at a few questions, and about what others said."""
    ward.voices.sign_in_with_pin(cast.sam, PINS["sam"])
    ward.voices.sign_in_with_pin(cast.jo, PINS["jo"])
    document = ward.sit_down(cast.sam, (cast.priya, cast.jo)).start_new(form)
    questions = [
        one.id for one in document.form.template.questions() if one.kind == "words"
    ]
    for number, question in enumerate(questions[:3]):
        pens = (own(cast.sam), scribe(cast.sam, cast.priya), own(cast.priya))
        for pen in (*pens, own(cast.jo)):
            document.take_pen(pen)
            at = len(document.writing._said(question).text)
            words = f"I said this, number {number}, with my own key. "
            document.writing.change(question, Change(at, 0, words))
    document.sharing.share(document.sharing.unshared())
    document.take_pen(own(cast.sam))
    for card in document.cards(questions[0]):
        if card.voice != cast.sam and card.statement is not None:
            document.news.take_stance(card.statement.id, View.SOME, "Not quite.")
    document.writing.change(questions[1], Change(0, 0, "Newer: "))
    document.sharing.share(document.sharing.unshared())
    document.close()
