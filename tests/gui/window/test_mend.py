"""While the ward's files are mended, the screen says how far it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from coprod_desktop.gui.progress import LOOK_MS
from coprod_desktop.gui.screens.mend import MendDesk, MendScreen
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.choice_grid import OptionView
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.progress import Progress
from coprod_desktop.workspace.mending import Mend


class SlowMending:
    """Comes to a place, and goes on when it is let."""

    def __init__(self) -> None:
        self.may_go_on = Event()
        self.acts: list[Mend] = []

    def __call__(
        self, what: Mend, who: PersonId, secret: str, file: Path | None, step: Progress
    ) -> tuple[str, ...]:
        self.acts.append(what)
        step(41, 100)
        self.may_go_on.wait(10)
        return ("All is as it was written.",)


@pytest.fixture
def mending() -> Iterator[SlowMending]:
    """Mending that no test leaves behind."""
    found = SlowMending()
    yield found
    found.may_go_on.set()


def sees(screen: MendScreen, words: str) -> bool:
    """Whether these words stand on the screen."""
    return any(
        words in one.text() for one in screen.findChildren(QLabel) if one.isVisible()
    )


@pytest.mark.parametrize("what", Mend)
def test_each_act_says_how_far_it_is_and_then_what_came_of_it(
    qtbot: QtBot, stage: Stage, mending: SlowMending, tmp_path: Path, what: Mend
):
    priya = OptionView("priya", "Priya Sample", None)
    desk = MendDesk(
        [priya],
        "back",
        lambda: None,
        mending,
        lambda _, __, then: then(tmp_path / "words.json"),
    )
    screen = MendScreen(stage, desk)
    qtbot.addWidget(screen)
    screen.show()
    screen.acts.picked.emit(what.value)
    screen.passphrase.field.box.setText("seven quiet kettles")

    screen.passphrase.entered.emit()
    qtbot.waitUntil(lambda: sees(screen, "41 % done"), timeout=40 * LOOK_MS)

    assert screen.is_waiting
    mending.may_go_on.set()
    qtbot.waitUntil(lambda: not screen.is_waiting)
    assert mending.acts == [what]
    assert sees(screen, "All is as it was written.")
    assert not sees(screen, "% done")
