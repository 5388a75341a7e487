"""Somebody writes while it is saved: in a window, or just saving, to count syncs."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from coprod_desktop.model.authored_text import Attribution, AuthoredText, Mode
from coprod_desktop.model.change import Change
from coprod_desktop.model.documents import Draft
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.said import Said
from coprod_desktop.workspace.doorway import Doorway
from coprod_desktop.workspace.open_document import OpenDocument
from tests.fakes import FakeClock, fake_world
from tests.workspace.wards import FORM, PASSPHRASE, QUESTION, Cast, opened

if TYPE_CHECKING:
    from coprod_desktop.gui.screens.question import QuestionScreen

BETWEEN_S = 0.016
"""Sixty keys a second: more than anybody types."""

WORDS = "I miss my dog and my own bed at home. " * 12


def save(folder: Path, patient: PersonId, times: int) -> None:
    """Open a ward and autosave a draft so many times, each one to the disk."""
    ward = opened(folder)
    document = ward.sit_down(patient).open(FORM)
    document.flush()
    for number in range(times):
        words = f"Thought {number}. {WORDS}"
        gone = len(document.cards(QUESTION)[0].said.text)
        document.writing.change(QUESTION, Change(0, gone, words))
        document.flush()
    document.close()
    ward.close()


@contextmanager
def saving(
    folder: Path, patient: PersonId, times: int
) -> Iterator[list[Callable[[], None]]]:
    """Open a ward; give what makes drafts durable, as the writer's thread does.

    Nonces are the machine's own, as in the program: what stands in for chance in tests
    takes longer than chance.
    """
    world = replace(fake_world(), random=os.urandom)
    doorway = Doorway(folder, world)
    ward = doorway.open(doorway.keyring().doors[0].person_id, PASSPHRASE)
    document = ward.sit_down(patient).open(FORM)
    draft = ward.store.drafts.of(document.id, [patient])[0]
    hand = Attribution(patient, patient, Mode.TYPED)

    def written(number: int) -> Draft:
        words = AuthoredText.by(hand, f"Thought {number}. {WORDS}")
        return replace(draft, said=Said(text=words))

    save_one = ward.store.drafts.save
    yield [partial(save_one, written(number)) for number in range(times)]
    document.close()
    ward.close()


@dataclass(frozen=True, slots=True)
class Moment:
    """How long the window's loop was busy without a stop, at one key and after it."""

    key_ms: float
    """Until the key's letter was drawn."""
    between_ms: float
    """The longest turn from then to the next key."""


class Seat:
    """A real window, and somebody who sits down in it at a question of theirs."""

    def __init__(self, folder: Path, cast: Cast) -> None:
        from PySide6.QtCore import QEvent
        from PySide6.QtWidgets import QApplication

        from coprod_desktop.gui.program import open_program
        from coprod_desktop.i18n.catalogue import read_catalogue

        found = QApplication.instance() or QApplication([])
        assert isinstance(found, QApplication)
        self.app, clock = found, FakeClock()
        doorway = Doorway(folder, fake_world(clock, "typing"))
        self.program = open_program(doorway, read_catalogue("en"), clock)
        self.session = self.program.routes.session
        self.session.take_ward(self.session.doorway.open(cast.priya, PASSPHRASE))
        self._drawing = lambda: QEvent(QEvent.Type.UpdateRequest)
        self._patient = cast.sam

    def sit_down(self) -> QuestionScreen:
        """Let the patient sit down alone, and go to the question."""
        from coprod_desktop.gui.gathering import Gathering
        from coprod_desktop.gui.places import ToForm, ToHome, ToQuestion
        from coprod_desktop.gui.screens.question import QuestionScreen

        self.session.gather(Gathering(self._patient, (self._patient,)))
        self.session.sit_down()
        window = self.program.window
        for place in (ToHome(), ToForm(FORM), ToQuestion(QUESTION)):
            window.go(place)
        window.show()
        screen = window.screen_now
        assert isinstance(screen, QuestionScreen)
        return screen

    def draw(self) -> None:
        """Draw the window now; Qt would wait 5 ms for the next frame."""
        self.app.sendEvent(self.program.window, self._drawing())

    def drawn_ms(self, act: Callable[[], object]) -> float:
        """Return how long it took until what came of an act was drawn."""
        began = perf_counter()
        act()
        # Layouts settle, and what is drawn belongs to the act.
        self.app.processEvents()
        self.draw()
        return (perf_counter() - began) * 1000

    def settle(self) -> None:
        """Let everything be done that waits to be."""
        for _ in range(5):
            self.app.processEvents()

    def close(self) -> None:
        """Close the ward and take the window down."""
        self.program.window.hide()
        self.session.close_ward()
        self.program.close()


class Typing:
    """Somebody who types at a question, in a window whose loop never rests."""

    def __init__(self, folder: Path, cast: Cast) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        from coprod_desktop.gui.widgets.answer_editor import AnswerEditor

        self._seat = Seat(folder, cast)
        screen = self._seat.sit_down()
        self._click = QTest.keyClick
        self._keys = (Qt.Key.Key_A, Qt.Key.Key_Space)
        self._cards = screen.cards
        self._box = screen.cards.answer.findChildren(AnswerEditor)[0]

    def moments(self, keys: int, *, saving: bool) -> list[Moment]:
        """Type so many keys into an empty box, sixty a second.

        With ``saving`` off the words go into the model and no further.
        """
        document = self._document
        gone = len(document.cards(QUESTION)[0].said.text)
        if gone:
            document.writing.erase(QUESTION)
        document.flush()
        self._cards.show_changes()
        self._seat.settle()
        with self._autosave(saving=saving):
            found = [self._moment(number) for number in range(keys)]
        document.flush()
        return found

    def close(self) -> None:
        """Close the ward and take the window down."""
        self._seat.close()

    @property
    def _document(self) -> OpenDocument:
        opened_now = self._seat.session.opened
        assert opened_now is not None
        return opened_now.document

    @contextmanager
    def _autosave(self, *, saving: bool) -> Iterator[None]:
        autosave = self._document._desk.autosave
        if saving:
            yield
            return
        later = autosave.later
        autosave.later = lambda *_: None  # type: ignore[method-assign]
        try:
            yield
        finally:
            autosave.later = later  # type: ignore[method-assign]

    def _moment(self, number: int) -> Moment:
        key = self._keys[number % 6 == 5]
        began = perf_counter()
        self._click(self._box, key)
        self._seat.app.processEvents()
        # What is drawn belongs to the key.
        self._seat.draw()
        now = perf_counter()
        key_s, between_s = now - began, 0.0
        while now - began < BETWEEN_S:
            start = perf_counter()
            self._seat.app.processEvents()
            now = perf_counter()
            between_s = max(between_s, now - start)
        return Moment(key_s * 1000, between_s * 1000)


if __name__ == "__main__":
    save(Path(sys.argv[1]), PersonId(sys.argv[2]), int(sys.argv[3]))
