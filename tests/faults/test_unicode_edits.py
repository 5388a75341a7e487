"""Hostile signs, typed, pasted, moved and undone: each stays its author's.

The real document on a real store, beside a list of signs that knows nothing of it.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from coprod_desktop.model.authored_text import EMPTY, AuthoredText
from coprod_desktop.model.change import smallest_change
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.problem import NotYourWords
from coprod_desktop.workspace.open_document import OpenDocument
from coprod_desktop.workspace.ward import Ward
from tests.fakes import fake_world
from tests.faults.campaign import Campaign, Campaigns
from tests.faults.hostile_text import hostile
from tests.faults.naive_text import (
    Refused,
    Signs,
    Typed,
    carried,
    changed,
    put,
    signs_of,
)
from tests.workspace.wards import FORM, QUESTION, Cast, make, opened

EDITS = Campaign(
    "hostile Unicode edits against a simple independent model",
    short=6,
    full=5_000,
    each=200,
)
LONGEST = 300
"""Signs; a longer text loses its first half, so that each is looked at whole."""


class Writer:
    """Somebody who does anything at all to one answer, and what must come of it."""

    def __init__(self, document: OpenDocument, chance: random.Random) -> None:
        self.document = document
        self.chance = chance
        self.pens = [one.attribution for one in document.pens()]
        self.pen = self.pens[0]
        self.signs: dict[PersonId, Signs] = {}
        self.states: dict[PersonId, list[Signs]] = {}
        self.refused = 0
        self.ways: tuple[Callable[[], None], ...] = (
            *((self.type_on,) * 4),
            *((self.type_over,) * 2),
            self.delete,
            self.paste,
            self.move,
            self.take_back,
        )

    @property
    def now(self) -> Signs:
        """What the pen's voice says now."""
        return self.signs.get(self.pen.voice, [])

    def act(self) -> None:
        """Do something, and compare what it gives, sign by sign."""
        if self.chance.random() < 0.08:
            self.pen = self.chance.choice(self.pens)
            self.document.take_pen(self.pen)
        if len(self.now) > LONGEST and self.pen.is_own_hand:
            self._type(Typed(0, len(self.now) // 2, ""))
        else:
            self.chance.choice(self.ways)()
        self.states.setdefault(self.pen.voice, [[]]).append(self.now)
        if self.chance.random() < 0.1:
            self.check()

    def check(self) -> None:
        """Compare what every voice says with what it must say."""
        found = {
            one.voice: signs_of(one.said.text) for one in self.document.cards(QUESTION)
        }
        for voice, signs in self.signs.items():
            assert found.get(voice, []) == signs

    def type_on(self) -> None:
        at = self.chance.choice((len(self.now), self._place()[0]))
        self._type(Typed(at, 0, hostile(self.chance)))

    def type_over(self) -> None:
        self._type(Typed(*self._place(), hostile(self.chance)))

    def delete(self) -> None:
        self._type(Typed(*self._place(), ""))

    def paste(self) -> None:
        self._type(Typed(*self._place(), hostile(self.chance)), pasted=True)

    def move(self) -> None:
        """Move words inside the program, perhaps those of somebody else."""
        source = self.signs.get(self.chance.choice(self.pens).voice, [])
        start = self.chance.randint(0, len(source))
        words = source[start : start + 5]
        at, gone = self._place()
        self._both(
            lambda: put(self.now, self.pen, (at, at + gone), carried(self.pen, words)),
            lambda: self.document.writing.paste(QUESTION, at, gone, _text(words)),
        )

    def take_back(self) -> None:
        """Undo, or do again: what stands there then has stood there before."""
        writing = self.document.writing
        step = self.chance.choice((writing.undo, writing.redo))
        try:
            found = signs_of(step(QUESTION))
        except NotYourWords:
            return
        assert found == self.now or found in self.states[self.pen.voice]
        self.signs[self.pen.voice] = found

    def _place(self) -> tuple[int, int]:
        at = self.chance.randint(0, len(self.now))
        return at, min(self.chance.randint(0, 6), len(self.now) - at)

    def _type(self, typed: Typed, *, pasted: bool = False) -> None:
        before = "".join(sign for sign, _ in self.now)
        after = before[: typed.at] + typed.new + before[typed.at + typed.gone :]
        change = smallest_change(before, after, typed.at + len(typed.new))
        self._both(
            lambda: changed(self.now, self.pen, typed, pasted=pasted),
            lambda: self.document.writing.change(QUESTION, change, pasted=pasted),
        )

    def _both(
        self, naive: Callable[[], Signs], real: Callable[[], AuthoredText]
    ) -> None:
        """Do it in both; either both refuse it, or both say the same afterwards."""
        try:
            expected = naive()
        except Refused:
            self.refused += 1
            with pytest.raises(NotYourWords):
                real()
            return
        assert signs_of(real()) == expected
        self.signs[self.pen.voice] = expected


def _text(signs: Signs) -> AuthoredText:
    found = EMPTY
    for sign, by in signs:
        found += AuthoredText.by(by, sign)
    return found


class Room:
    """A ward in which one document after the other is written and kept."""

    def __init__(self, folder: Path) -> None:
        self.cast: Cast = make(folder, fake_world(seed="edits"))
        self.ward: Ward = opened(folder, seed="edited")

    def once(self, chance: random.Random) -> None:
        """Write one document; it is the same in memory, in the store and shared."""
        cast = self.cast
        here = (cast.priya, cast.jo)
        document = self.ward.sit_down(cast.sam, here).start_new(FORM)
        writer = Writer(document, chance)
        for _ in range(EDITS.each):
            writer.act()
        document.close()

        again = self.ward.sit_down(cast.sam, here).open(FORM)
        writer.document = again
        writer.check()
        again.close()


def test_no_sign_has_another_author_than_who_wrote_it(
    campaigns: Campaigns, tmp_path: Path
):
    room = Room(tmp_path / "ward-pc")

    campaigns.run(EDITS, room.once).check()

    room.ward.close()
