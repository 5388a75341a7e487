"""From asking to lock, or to hide, until nothing of the person can be seen.

A real window at a question of a patient who has a sign-in of their own and has just
typed: locking saves those words, closes their key, forgets everybody and draws another
screen. Others work on the machine too, so the middle one of some rounds counts.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from statistics import median

from tests.benchmarks.autosaving import Seat
from tests.benchmarks.rows import Row
from tests.fakes import fake_world
from tests.workspace.wards import PIN, Cast, give_keys, make, opened

ROUNDS = 9
AT_MOST_MS = 300
LETTERS = 20


def measure() -> list[Row]:
    """Lock, and cover the screen, again and again."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "ward-pc"
        cast = make(folder, fake_world(seed="locking"))
        ward = opened(folder)
        give_keys(ward, cast)
        ward.close()
        seat = Seat(folder, cast)
        locked = [_locked_ms(seat, cast) for _ in range(ROUNDS)]
        hidden = [_hidden_ms(seat, cast) for _ in range(ROUNDS)]
        seat.close()
    return [
        _row("Lock, with words that are not saved yet", locked),
        _row("Quick hide", hidden),
    ]


def _row(name: str, times: list[float]) -> Row:
    return Row(name, median(times), AT_MOST_MS, "ms", f"the slowest {max(times):.0f}")


def _locked_ms(seat: Seat, cast: Cast) -> float:
    window = seat.program.window
    _write(seat, cast)
    assert not seat.session.is_locked
    taken = seat.drawn_ms(window.lock)
    assert seat.session.is_locked
    assert not seat.session.has_sitting
    assert not seat.session.ward.voices.is_open(cast.sam)
    return taken


def _hidden_ms(seat: Seat, cast: Cast) -> float:
    window = seat.program.window
    _write(seat, cast)
    taken = seat.drawn_ms(window.cover_or_uncover)
    assert window.is_covered
    assert window.lock()
    return taken


def _write(seat: Seat, cast: Cast) -> None:
    """Come in, sign in, sit down, and type."""
    from PySide6.QtTest import QTest

    from coprod_desktop.gui.locking import come_in
    from coprod_desktop.gui.widgets.answer_editor import AnswerEditor

    if seat.session.is_locked:
        come_in(seat.session, None)
    seat.session.ward.voices.sign_in_with_pin(cast.sam, PIN)
    box = seat.sit_down().cards.answer.findChildren(AnswerEditor)[0]
    seat.settle()
    QTest.keyClicks(box, "a" * LETTERS)
