"""A queue of CUPS: the very file goes in, and what becomes of it can be asked.

CUPS's own programs are called, with no shell between. ``lp`` reads the file from its
standard input, so that no copy of it lies in a folder of ours (decision 023).
"""

from __future__ import annotations

import re
import shutil
import subprocess
from enum import StrEnum
from typing import NamedTuple

from coprod_desktop.gui import print_ends
from coprod_desktop.model.problem import Problem

SENDING_S = 60
"""The longest that a queue may take to accept a file, in seconds."""

ASKING_S = 10
"""The longest that it may take to answer, in seconds."""

_IN_ENGLISH = ("env", "-u", "LC_ALL", "LC_MESSAGES=C")
"""``lpstat`` says "Alerts:" in the language of whoever is signed in."""


class Standing(StrEnum):
    """How things stand with a paper that was sent. Each has a sentence of its own."""

    WAITS = "waits"
    PRINTS = "prints"
    CONNECTS = "connects"
    NO_PAPER = "no_paper"
    STUCK = "stuck"
    OPEN = "open"
    NO_INK = "no_ink"
    AWAY = "away"
    STOPPED = "stopped"
    HELD = "held"
    UNSEEN = "unseen"
    """Nobody could say."""
    DRAWS = "draws"
    """Its pages are drawn one by one."""
    PRINTED = "printed"
    TAKEN_BACK = "taken_back"
    GIVEN_UP = "given_up"
    GONE = "gone"
    """It left the queue, and nobody knows how."""
    SENT = "sent"
    """All pages were drawn, and no more can be seen of them."""
    BROKE_OFF = "broke_off"
    """The printer took no more of them."""
    NOT_WANTED = "not_wanted"
    """It was stopped, and nothing is left of it."""

    @property
    def is_over(self) -> bool:
        """Whether nothing more will become of it."""
        return self in _OVER

    @property
    def is_trouble(self) -> bool:
        """Whether somebody has to see to it."""
        return self not in _CALM


_FOLLOWED = (Standing.PRINTED, Standing.TAKEN_BACK, Standing.GIVEN_UP, Standing.GONE)
_OVER = (*_FOLLOWED, Standing.SENT, Standing.BROKE_OFF, Standing.NOT_WANTED)
_CALM = (
    *(Standing.WAITS, Standing.PRINTS, Standing.PRINTED, Standing.TAKEN_BACK),
    *(Standing.DRAWS, Standing.SENT, Standing.NOT_WANTED),
)

_REASONS = {
    Standing.STOPPED: ("paused", "stopped", "moving-to-paused", "shutdown"),
    Standing.STUCK: ("media-jam",),
    Standing.OPEN: ("cover-open", "door-open", "interlock-open"),
    Standing.NO_PAPER: ("media-empty", "media-needed", "input-tray-missing"),
    Standing.NO_INK: ("toner-empty", "marker-supply-empty", "developer-empty"),
    Standing.AWAY: ("offline", "timed-out"),
    Standing.CONNECTS: ("connecting-to-device",),
}
"""The printer's reasons, RFC 8011 5.4.12; what has to be seen to first comes first."""

_ENDS: dict[int | None, Standing] = {
    print_ends.COMPLETED: Standing.PRINTED,
    print_ends.CANCELED: Standing.TAKEN_BACK,
    print_ends.ABORTED: Standing.GIVEN_UP,
}

_HELD = ("job-hold", "job-held", "cups-held", "auth-info-required")
_SEVERE = re.compile(r"-error$")


class PrintOrder(NamedTuple):
    """What somebody asked for in the print window."""

    queue: str
    title: str
    """Others see it at the printer: it holds no name."""
    copies: int = 1
    options: tuple[tuple[str, str], ...] = ()
    """Names and values as ``lp -o`` takes them."""
    only: tuple[int, ...] = ()
    """The pages that go in, from 0, where the queue cannot choose them; else none."""


class PrintJob(NamedTuple):
    """A paper in a queue."""

    queue: str
    number: int

    @property
    def name(self) -> str:
        """What CUPS calls it."""
        return f"{self.queue}-{self.number}"


def has_queues() -> bool:
    """Whether this computer has the programs that reach a queue."""
    return all(shutil.which(one) for one in ("env", "lp", "lpstat", "cancel"))


def send(pdf: bytes, order: PrintOrder) -> PrintJob:
    """Put a PDF into a queue as it is; slow.

    Raises:
        Problem: The queue did not take it.
    """
    command = ["lp", "-d", order.queue, "-n", str(order.copies), "-t", order.title]
    for name, value in order.options:
        command += ["-o", f"{name}={value}"]
    said = _said_by(command, SENDING_S, pdf)
    found = re.search(rf"{re.escape(order.queue)}-(\d+)", said or "")
    if found is None:
        raise Problem("paper.print_failed")
    return PrintJob(order.queue, int(found[1]))


def standing_of(job: PrintJob) -> Standing:
    """Ask how things stand with a paper; slow, and never raises."""
    queue = ["-o", job.queue, "-p", job.queue]
    waiting = _said_by(["lpstat", "-l", "-W", "not-completed", *queue], ASKING_S)
    if waiting is None:
        return Standing.UNSEEN
    alerts = _alerts(waiting)
    if job.name in alerts:
        mine = alerts.pop(job.name)
        jobs = re.compile(rf"{re.escape(job.queue)}-\d+")
        printers = [some for name, some in alerts.items() if not jobs.fullmatch(name)]
        return _while_waiting(mine, frozenset().union(*printers))
    ended = print_ends.state_at_the_end(job.queue, job.number)
    return _ENDS.get(ended, Standing.GONE)


def take_back(job: PrintJob) -> None:
    """Take a paper out of its queue; slow.

    Raises:
        Problem: It was printed before, or the queue would not.
    """
    if _said_by(["cancel", job.name], ASKING_S) is None:
        raise Problem("printing.not_taken_back")


def _said_by(command: list[str], longest_s: float, given: bytes = b"") -> str | None:
    """Return what a program said, None where it failed or took too long."""
    try:
        # Fixed names and no shell; what a person chose is an argument of its own.
        ran = subprocess.run(  # noqa: S603 - see above
            [*_IN_ENGLISH, *command],
            input=given,
            capture_output=True,
            timeout=longest_s,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return None if ran.returncode else ran.stdout.decode("utf-8", "replace")


def _alerts(said: str) -> dict[str, frozenset[str]]:
    """Return the reasons that ``lpstat -l`` names, by the first word of each part.

    A job begins with its name, the printer with the word "printer".
    """
    found: dict[str, frozenset[str]] = {}
    part = ""
    for line in said.splitlines():
        if line and not line[0].isspace():
            part = line.split(maxsplit=1)[0]
            found[part] = frozenset()
        else:
            label, _, reasons = line.strip().partition(":")
            if label == "Alerts":
                found[part] = frozenset(re.split(r"[\s,]+", reasons.strip()))
    return found


def _while_waiting(mine: frozenset[str], printers: frozenset[str]) -> Standing:
    if any(one.startswith(_HELD) for one in mine):
        return Standing.HELD
    # "-warning" and "-report" only tell, such as of a second tray.
    told = {_SEVERE.sub("", one) for one in printers}
    for standing, reasons in _REASONS.items():
        if told.intersection(reasons):
            return standing
    if "offline-report" in told:
        return Standing.AWAY
    return Standing.PRINTS if "job-printing" in mine else Standing.WAITS
