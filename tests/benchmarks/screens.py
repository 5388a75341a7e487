"""From going to another screen, or asking for bigger words, until it is drawn.

A real window with a form open that holds 20,000 characters, half of them in one box.
Others work on the machine too, so the middle one of some rounds counts.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median

from coprod_desktop.model.change import Change
from tests.benchmarks.autosaving import WORDS, Seat
from tests.benchmarks.rows import Row
from tests.fakes import fake_world
from tests.workspace.wards import FORM, Cast, make

ROUNDS = 11
LENGTH = 20_000
SMALL_PT, BIG_PT = 16, 48


def measure() -> list[Row]:
    """Go to and fro, and let words grow and shrink."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "ward-pc"
        cast = make(folder, fake_world(seed="screens"))
        seat = Seat(folder, cast)
        longest = _fill(seat, cast)
        changes = [one for _ in range(ROUNDS) for one in _gone_ms(seat, longest)]
        grown = [_grown_ms(seat, longest) for _ in range(ROUNDS)]
        seat.close()
    return [
        _row("Another screen, with 20,000 characters", changes, 100),
        _row("Words at 300 %, with 20,000 characters", grown, 300),
    ]


def _row(name: str, times: list[float], limit_ms: float) -> Row:
    return Row(name, median(times), limit_ms, "ms", f"the slowest {max(times):.0f}")


def _fill(seat: Seat, cast: Cast) -> str:
    """Write into every question of words; return the one that holds half of it all."""
    from coprod_desktop.model.forms import QuestionKind

    seat.program.window.resize(1366, 768)
    seat.sit_down()
    opened = seat.session.opened
    assert opened is not None
    document = opened.document
    asks = [
        one.id
        for one in document.form.template.questions()
        if one.kind is QuestionKind.WORDS and document.cards(one.id)
    ]
    first, *others = asks
    half = LENGTH // 2
    shares = {first: half} | dict.fromkeys(others, half // len(others) + 1)
    for question, length in shares.items():
        words = (WORDS * (length // len(WORDS) + 1))[:length]
        document.writing.change(question, Change(0, 0, words))
    document.flush()
    said = sum(len(document.cards(one)[0].said.text) for one in asks)
    assert said >= LENGTH, said
    return first


def _gone_ms(seat: Seat, longest: str) -> list[float]:
    from coprod_desktop.gui import places as to

    window = seat.program.window
    ways = (to.ToHome(), to.ToForm(FORM), to.ToQuestion(longest), to.ToCheck())
    return [_drawn_ms(seat, lambda way=way: window.go(way)) for way in ways]  # type: ignore[misc]


def _grown_ms(seat: Seat, longest: str) -> float:
    from coprod_desktop.gui import places as to

    board = seat.program.stage.board
    board.set_text_pt(SMALL_PT)
    seat.program.window.go(to.ToQuestion(longest))
    seat.settle()
    taken = _drawn_ms(seat, lambda: board.set_text_pt(BIG_PT))
    assert seat.program.stage.look.text_pt == BIG_PT
    return taken


def _drawn_ms(seat: Seat, change: Callable[[], object]) -> float:
    from PySide6.QtCore import QEvent

    seat.settle()
    # As a running loop does: screens before it are gone.
    seat.app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return seat.drawn_ms(change)
