"""The picture questions about reading: what each offers, and what that changes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from coprod_desktop.content.themes import read_theme, theme_ids
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.choice_grid import OptionView, Shown
from coprod_desktop.gui.widgets.sample import THEME
from coprod_desktop.i18n.offered import offered
from coprod_desktop.model.reading import (
    AS_COMPUTER,
    AUTOMATIC,
    NO_SWITCH,
    PICTURES_PCT,
    USUAL_PT,
    WAITS_TIMES,
    Reading,
)

QUESTIONS = {
    "language": "interpreter",
    "size": "text-size",
    "colours": "colours",
    "pictures": "camera",
    "listening": "listen",
    "pressing": "computer",
}
"""In the order in which they are asked, with their pictures. The language comes first:
whoever reads no English can read the others then."""

SIZES_PT = (14, USUAL_PT, 24, 32, 48)
SLOWLY_PCT, USUALLY_PCT = 80, 100


class Way(NamedTuple):
    """One thing to pick in a question."""

    view: OptionView
    changes: dict[str, Any]
    """Fields of ``Reading``, and what they become."""


def ways_of(stage: Stage, question: str) -> tuple[Way, ...]:
    """Return what can be picked in a question, as it stands now.

    Raises:
        KeyError: There is no such question.
    """
    return tuple(_FINDERS[question](stage))


def picture_px(stage: Stage) -> int:
    """Return how wide the pictures of these questions are: big."""
    return min(144, 72 + stage.look.text_px)


def _languages(stage: Stage) -> Iterator[Way]:
    spoken = stage.words.language
    px = stage.look.part_px
    for one in offered():
        view = OptionView(
            one.tag, one.name, None, one.tag == spoken, one.unchecked, Shown(px)
        )
        yield Way(view, {"language": one.tag})


def _sizes(stage: Stage) -> Iterator[Way]:
    now = stage.board.reading.text_pt
    for one in SIZES_PT:
        words, px = stage.words.text(f"read_ask.size_{one}"), round(one * 4 / 3)
        view = OptionView(str(one), words, None, one == now, shown=Shown(px))
        yield Way(view, {"text_pt": one})


def _colours(stage: Stage) -> Iterator[Way]:
    now = stage.board.reading.theme
    look = stage.look
    for one in (*theme_ids(), AS_COMPUTER):
        # The usual picture of a page stands for what follows the computer.
        is_theme = one != AS_COMPUTER
        theme = read_theme(one) if is_theme else None
        shown = Shown(look.part_px, picture_px(stage), theme)
        picture = None if is_theme else f"{THEME}{one}"
        says = stage.words.text("read_ask.colours_sample") if is_theme else ""
        words = stage.words.text(f"theme.{one}")
        view = OptionView(one, words, picture, one == now, says, shown)
        yield Way(view, {"theme": one})


def _pictures(stage: Stage) -> Iterator[Way]:
    now = stage.board.reading.pictures_pct
    for one in PICTURES_PCT:
        words = stage.words.text(f"reading.pictures_pct_{one}")
        shown = Shown(stage.look.text_px, round(picture_px(stage) * one / 100))
        view = OptionView(str(one), words, "home", one == now, shown=shown)
        yield Way(view, {"pictures_pct": one})


def _listening(stage: Stage) -> Iterator[Way]:
    reading = stage.board.reading
    for key, picture, is_read_to, speed_pct in (
        ("no", "read", False, USUALLY_PCT),
        ("yes", "listen", True, USUALLY_PCT),
        ("slowly", "hear", True, SLOWLY_PCT),
    ):
        is_slow = reading.speed_pct < USUALLY_PCT
        is_so = reading.is_read_to is is_read_to
        is_now = is_so and (not is_read_to or is_slow is (key == "slowly"))
        yield Way(
            _pictured(stage, f"listening_{key}", picture, is_now=is_now),
            {"is_read_to": is_read_to, "speed_pct": speed_pct},
        )


def _pressing(stage: Stage) -> Iterator[Way]:
    reading = stage.board.reading
    usual, longer, _ = WAITS_TIMES
    for key, picture, switch, times in (
        ("keys", "computer", NO_SWITCH, usual),
        ("waits", "clock", NO_SWITCH, longer),
        ("switch", "play", AUTOMATIC, usual),
    ):
        is_now = _pressing_of(reading) == key
        yield Way(
            _pictured(stage, f"pressing_{key}", picture, is_now=is_now),
            {"switch": switch, "waits_times": times},
        )


def _pressing_of(reading: Reading) -> str:
    if reading.switch != NO_SWITCH:
        return "switch"
    return "waits" if reading.waits_times > 1 else "keys"


def _pictured(stage: Stage, key: str, picture: str, *, is_now: bool) -> OptionView:
    words = stage.words.text(f"read_ask.{key}")
    shown = Shown(stage.look.text_px, picture_px(stage))
    return OptionView(key, words, picture, is_now, shown=shown)


_FINDERS = {
    "language": _languages,
    "size": _sizes,
    "colours": _colours,
    "pictures": _pictures,
    "listening": _listening,
    "pressing": _pressing,
}
