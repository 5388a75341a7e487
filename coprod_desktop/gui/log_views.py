"""What the screen "Who has seen my words" says, from the lines of somebody's log."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from coprod_desktop.gui.widgets.day_card import DayView, LineView
from coprod_desktop.i18n.catalogue import Catalogue
from coprod_desktop.i18n.dates import long_date
from coprod_desktop.model.own_log import Happened
from coprod_desktop.workspace.own_log import LogLine

PICTURES = {
    Happened.SHARED: "share",
    Happened.OPENED: "eye",
    Happened.PRINTED: "print",
    Happened.EXPORTED: "export",
    Happened.WARD_EXPORTED: "export",
    Happened.READ_BACK: "hear",
    Happened.ANSWERED: "talk",
    Happened.NOT_MINE: "no",
    Happened.PRESSED: "done-to",
    Happened.UNMARKED: "undo",
    Happened.KEPT_OFF_PAPER: "paper",
    Happened.FLAG_RAISED: "rights",
    Happened.FLAG_ANSWERED: "talk",
    Happened.DRAFTS_OPENED: "unlock",
    Happened.KEY_MADE: "key",
    Happened.KEY_RENEWED: "key",
    Happened.RESTORED: "last-time",
    Happened.PHOTOGRAPH_KEPT: "camera",
}


def day_views(words: Catalogue, lines: Iterable[LogLine]) -> tuple[DayView, ...]:
    """Return the days of these lines in their order, each line with its time."""
    return tuple(
        DayView(
            long_date(day, words.language), tuple(_line(words, one) for one in of_day)
        )
        for day, of_day in groupby(lines, lambda line: line.at.date())
    )


def _line(words: Catalogue, line: LogLine) -> LineView:
    told = words.text("own_log.line", time=f"{line.at:%H:%M}", happened=line.sentence)
    return LineView(told, PICTURES[line.what])
