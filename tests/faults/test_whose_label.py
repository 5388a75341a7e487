"""No string makes somebody's words stand under another's label.

Not on the screen, not in the order of a PDF's text, not to a screen reader.
"""

from __future__ import annotations

import random
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from coprod_desktop.gui.opened import Opened
from coprod_desktop.gui.program import make_stage
from coprod_desktop.gui.screens.check_words import CheckWordsScreen
from coprod_desktop.gui.screens.question import QuestionScreen
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.statement_card import StatementCard
from coprod_desktop.i18n.catalogue import read_catalogue
from coprod_desktop.model.change import Change
from coprod_desktop.model.documents import View
from coprod_desktop.model.text_policy import accept
from coprod_desktop.pdf.reading import Passage, read_paper
from coprod_desktop.workspace.ward import Ward
from tests.fakes import FakeClock, fake_world
from tests.faults.campaign import Campaign, Campaigns
from tests.faults.hostile_text import CORPUS, hostile
from tests.pdf.samples import PRIYA, SAM, DocumentMaker, by, pdf_of, stance, template
from tests.workspace.wards import FORM, QUESTION, Cast, make, opened, own

ON_PAPER = Campaign(
    "hostile strings on paper, in tags and in the order of its text", 4, 500
)
ON_SCREEN = Campaign("hostile strings on the screen and to a screen reader", 2, 300)


def words_from(chance: random.Random) -> str:
    """Hostile words between two lines that can be found again."""
    pieces = chance.sample(CORPUS, 2) if chance.random() < 0.8 else []
    pieces += [hostile(chance) for _ in range(4)]
    chance.shuffle(pieces)
    most = 4_000 if chance.random() < 0.1 else 500
    return accept("".join(pieces)[:most]).text


def between(mark: str, words: str) -> str:
    return f"{mark}BEGINS\n{words}\n{mark}ENDS"


# --- On paper ---------------------------------------------------------------------


def paper(words: str) -> bytes:
    """Sam and Priya answer one question; Sam's words and stance are hostile."""
    maker = DocumentMaker(template())
    maker.add("talk", SAM, by(SAM, between("ALPHA", words)))
    differs = stance(SAM, View.SOME, between("GAMMA", words))
    maker.add("talk", PRIYA, by(PRIYA, between("BETA", "Kind.")), stances=(differs,))
    return pdf_of(maker.document())


def wrong_passages(passages: tuple[Passage, ...]) -> list[str]:
    """Name the passages that hold marked words under another's label."""
    owners = {"ALPHA": "Sam", "BETA": "Priya", "GAMMA": "Sam"}
    return [
        f"{mark} stands in a passage of {one.author!r}, titled {one.title!r}"
        for one in passages
        for mark, owner in owners.items()
        if f"{mark}BEGINS" in one.text or f"{mark}ENDS" in one.text
        if not (one.author.startswith(owner) and owner in one.title)
    ]


ORDER = (
    *("Sam's words", "ALPHABEGINS", "ALPHAENDS"),
    *("Priya's words", "BETABEGINS", "BETAENDS"),
    *("Sam sees", "GAMMABEGINS", "GAMMAENDS"),
)


def wrong_order(text: str) -> str | None:
    """Say where labels and marked words do not follow one another."""
    for mark in ("ALPHA", "GAMMA"):
        start, end = text.find(f"{mark}BEGINS"), text.find(f"{mark}ENDS")
        if not 0 <= start < end:
            return f"{mark} does not begin and end"
        inside = text[start + len(mark) + 6 : end]
        others = [one for one in ("ALPHA", "BETA", "GAMMA") if one in inside]
        if others:
            return f"{others} stands inside {mark}"
        text = text[: start + len(mark) + 6] + text[end:]
    at = 0
    for mark in ORDER:
        found = text.find(mark, at)
        if found < 0:
            return f"{mark} is out of its place"
        at = found + len(mark)
    return None


def test_paper_keeps_words_under_their_own_label(campaigns: Campaigns, tmp_path: Path):
    file = tmp_path / "paper.pdf"

    def once(chance: random.Random) -> str | None:
        made = paper(words_from(chance))
        wrong = wrong_passages(read_paper(made).passages)
        file.write_bytes(made)
        for order in ((), ("-raw",)):
            asked = ["pdftotext", *order, str(file), "-"]
            ran = subprocess.run(asked, capture_output=True, check=True)
            told = wrong_order(ran.stdout.decode("utf-8"))
            wrong += [f"pdftotext {' '.join(order)}: {told}"] if told else []
        return "; ".join(wrong) or None

    campaigns.run(ON_PAPER, once).check()


# --- On the screen ----------------------------------------------------------------


class Table:
    """A screen at which Sam and the nurse sit, and what they wrote there."""

    def __init__(self, stage: Stage, ward: Ward, cast: Cast) -> None:
        self.stage, self.ward, self.cast = stage, ward, cast

    def once(self, chance: random.Random) -> str | None:
        words = words_from(chance)
        sitting = self.ward.sit_down(self.cast.sam, (self.cast.priya,))
        document = sitting.start_new(FORM)
        theirs = {"Sam": between("ALPHA", words), "Priya": between("BETA", "Kind.")}
        for person, name in ((self.cast.sam, "Sam"), (self.cast.priya, "Priya")):
            document.take_pen(own(person))
            document.writing.change(QUESTION, Change(0, 0, theirs[name]))
        document.sharing.share(document.sharing.unshared())
        document.take_pen(own(self.cast.sam))
        (priya,) = [
            one.statement
            for one in document.cards(QUESTION)
            if one.voice == self.cast.priya
        ]
        assert priya is not None
        said = between("GAMMA", words)
        document.news.take_stance(priya.id, View.SOME, said)
        document.take_pen(own(self.cast.priya))
        facts = {**theirs, "stance": said}
        found = Opened(document, sitting, self.ward)
        wrong = [
            *self._wrong_on(QuestionScreen(self.stage, found, QUESTION), facts),
            *self._wrong_on(CheckWordsScreen(self.stage, found), facts),
        ]
        document.close()
        return "; ".join(wrong) or None

    def _wrong_on(self, screen: QWidget, facts: dict[str, str]) -> Iterator[str]:
        screen.resize(1200, 800)
        screen.show()
        QApplication.processEvents()
        kind = type(screen).__name__
        for said in (*wrong_labels(screen, facts), *wrong_speech(screen, facts)):
            yield f"{kind}: {said}"
        screen.hide()
        screen.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


MARKS = ("ALPHA", "BETA", "GAMMA")
OWNERS = {"ALPHA": "Sam", "BETA": "Priya", "GAMMA": "Priya"}
"""In whose card marked words stand: a stance stands in the card that it is about."""


def marked(text: str) -> list[str]:
    return [one for one in MARKS if f"{one}BEGINS" in text or f"{one}ENDS" in text]


def wrong_labels(screen: QWidget, facts: dict[str, str]) -> Iterator[str]:
    """Name labels that mix somebody's words with other words, or lie elsewhere."""
    found = 0
    for label in screen.findChildren(QLabel):
        marks = marked(label.text())
        if not marks or not label.isVisibleTo(screen):
            continue
        found += 1
        if label.text() not in facts.values():
            yield f"words of {marks} share a label with other words"
        card = label.parentWidget()
        while card is not None and not isinstance(card, StatementCard):
            card = card.parentWidget()
        if card is None or not card.view.label.startswith(OWNERS[marks[0]]):
            yield f"{marks} stand in another's card"
        elif not card.rect().contains(
            QRect(label.mapTo(card, QPoint(0, 0)), label.size())
        ):
            yield f"{marks} reach out of their card"
    if found < 2:
        yield f"only {found} labels hold marked words"


def wrong_speech(screen: QWidget, facts: dict[str, str]) -> Iterator[str]:
    """Name what a screen reader would say of marked words under another's name."""
    top = QAccessible.queryAccessibleInterface(screen)
    assert top is not None
    heard = list(spoken(top, ()))
    for names, name in heard:
        marks = marked(name)
        if marks and name not in facts.values():
            yield f"{marks} is spoken together with other words"
        if marks and not any(one.startswith(OWNERS[marks[0]]) for one in names):
            yield f"{marks} is spoken below {names}"
    if sum(bool(marked(name)) for _, name in heard) < 2:
        yield "the words are not spoken at all"


def spoken(
    one: QAccessibleInterface, above: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], str]]:
    """Give each name that is spoken, with the names of the groups it stands in."""
    name = one.text(QAccessible.Text.Name)
    yield above, name
    for at in range(one.childCount()):
        child = one.child(at)
        if not child.state().invisible:
            yield from spoken(child, (*above, name))


@pytest.fixture
def table(qapp: QApplication, tmp_path: Path, clock: FakeClock) -> Iterator[Table]:
    folder = tmp_path / "ward-pc"
    cast = make(folder, fake_world(seed="labels"))
    ward = opened(folder, clock)
    stage = make_stage(read_catalogue("en"), clock)
    stage.board.dress(qapp)
    yield Table(stage, ward, cast)
    ward.close()
    stage.background.close()
    qapp.setStyleSheet("")
    shutil.rmtree(folder)


def test_the_screen_keeps_words_under_their_own_label(
    campaigns: Campaigns, table: Table
):
    campaigns.run(ON_SCREEN, table.once).check()
