"""The whole way at 300 per cent, in yellow on black, in Arabic, by keys alone."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from coprod_desktop.bundled import bundled
from coprod_desktop.gui.showing.cut_words import cut_words
from coprod_desktop.model.reading import Reading
from tests.journeys.hands import KeyHands
from tests.journeys.signing import SigningComputer
from tests.journeys.stories import text_of, words_in

BIG = Reading(48, "yellow-on-black", language="ar")
TEA = "أريد شايا"
"""I want tea."""
RIGHT_TO_LEFT = Qt.LayoutDirection.RightToLeft


class Way:
    """Goes on by keys, by the words of the catalogue; nothing may be cut off."""

    def __init__(self, pc: SigningComputer) -> None:
        self.pc = pc
        self.seen: list[str] = []

    @property
    def words(self):
        return self.pc.program.stage.words

    def press(self, key: str) -> None:
        self.take(self.words.text(key))

    def take(self, name: str) -> None:
        self.pc.press(name)
        self.look()

    def look(self) -> None:
        self.pc.rest()
        self.seen.append(self.pc.heading)
        assert cut_words(self.pc.window) == [], self.pc.heading
        assert self.pc.window.layoutDirection() == RIGHT_TO_LEFT

    def write(self, words: str) -> None:
        """Type what Qt's own typing for tests has no keys for."""
        box = self.pc.box
        self.pc.hands.reach(box)
        for letter in words:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                key = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(box, key)
        self.look()


def title_of(form: str) -> str:
    told = (bundled("resources") / "forms" / form / "ar.json").read_text(
        encoding="utf-8"
    )
    return str(json.loads(told)["title"])


@pytest.mark.parametrize("size", [(1366, 768), (1024, 600)], ids=["wide", "small"])
def test_sam_goes_the_whole_way_in_big_arabic_words(
    desk: SigningComputer, size: tuple[int, int]
):
    pc = desk
    pc.window.resize(*size)
    pc.ward.reading.keep(pc.people.sam, BIG)
    pc.hands = KeyHands()
    way = Way(pc)

    pc.press("Go on")
    assert pc.program.stage.look.text_pt == BIG.text_pt
    way.take(title_of("care-plan"))
    way.press("parts.start")
    question = pc.question.work.question
    way.take(pc.opened.option(question.id, question.options[0].id))
    way.press("question.next")
    way.write(TEA)
    way.press("question.next")
    way.press("question.all")
    way.press("parts.check")
    way.press("check.share")
    way.press("share.all")
    way.take(way.words.plural("share.now_count", 2))
    way.press("check.paper")
    way.press("paper.save")
    paper = pc.answers.folder / pc.answers.names[-1]

    told = [one for one in words_in(paper)["questions"] if one["statements"]]
    assert len(told) == 2
    assert TEA in json.dumps(told, ensure_ascii=False)
    assert "Sam" in text_of(paper)
    assert len(set(way.seen)) > 7
