"""One shape for every campaign: so many runs, each from a seed of its own.

A run does one thing to the program and says what broke, or nothing. A campaign that
breaks prints the seed, so that ``--fault-seed SEED --fault-runs 1`` does it again.
"""

from __future__ import annotations

import json
import random
import re
import time
import traceback
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

Run = Callable[[random.Random], str | None]
"""Does one fault by these dice; returns what broke, or None where all held."""

ALWAYS = 10**9
"""So many runs are asked for where an amount of time decides."""

MOST_BROKEN = 10
"""So many broken runs are looked at; then the campaign ends."""


@dataclass(frozen=True)
class Campaign:
    """A fault, and how often it is done: in every test run, and in the full one."""

    fault: str
    short: int
    full: int
    each: int = 1
    """How many faults one run holds, where one alone would be too small."""


@dataclass
class Tally:
    """What a campaign came to."""

    fault: str
    is_full: bool
    first_seed: int = 0
    asked: int = 0
    """How many runs were asked for; 0 where an amount of time was."""
    runs: int = 0
    held: int = 0
    seconds: float = 0.0
    figures: dict[str, Any] = field(default_factory=dict)
    """What else was measured, such as the slowest opening."""
    broken: list[str] = field(default_factory=list)
    not_run: str = ""
    """Why it could not be done here; empty where it was."""

    @property
    def has_held(self) -> bool:
        """Whether it was done, and nothing broke."""
        return self.runs > 0 and self.held == self.runs and not self.broken

    def most(self, figure: str, value: float) -> None:
        """Keep the largest value of a figure."""
        self.figures[figure] = round(max(value, self.figures.get(figure, value)), 3)

    def add(self, figure: str, value: float = 1) -> None:
        """Add to a figure."""
        self.figures[figure] = round(self.figures.get(figure, 0) + value, 3)

    def check(self) -> None:
        """Fail the test where anything broke.

        Raises:
            AssertionError: It says the first things that broke, with their seeds.
        """
        assert self.has_held, "\n".join(
            [f"{self.fault}: {self.held} of {self.runs}", *self.broken[:3]]
        )


@dataclass(frozen=True)
class Campaigns:
    """How long campaigns are this time, where they start, and where they report."""

    is_full: bool
    seed: int | None = None
    runs: int | None = None
    report: Path | None = None
    tallies: list[Tally] = field(default_factory=list)

    def tally(self, fault: str) -> Tally:
        """Begin to count a fault; it stands in the table from now on."""
        first = random.SystemRandom().randrange(2**32)
        first = first if self.seed is None else self.seed
        made = Tally(fault, self.is_full, first)
        self.tallies.append(made)
        return made

    def length(self, campaign: Campaign) -> int:
        """Return how many runs to do now."""
        return self.runs or (campaign.full if self.is_full else campaign.short)

    def run(
        self,
        campaign: Campaign,
        once: Run,
        tally: Tally | None = None,
        until: Callable[[], bool] = lambda: False,
    ) -> Tally:
        """Do every run; return what it came to, and write it down.

        ``until`` ends it earlier, for campaigns that have an amount of time.
        """
        tally = tally or self.tally(campaign.fault)
        asked = self.length(campaign) * campaign.each
        tally.asked = asked if asked < ALWAYS else 0
        print(f"{campaign.fault}: seeds from {tally.first_seed}")
        began = time.monotonic()
        for seed in range(tally.first_seed, tally.first_seed + self.length(campaign)):
            broken = _outcome(once, seed)
            tally.runs += campaign.each
            if broken is None:
                tally.held += campaign.each
            else:
                print(f"seed {seed}: {broken}")
                tally.broken.append(f"seed {seed}: {broken}")
                if len(tally.broken) >= MOST_BROKEN:
                    break
            tally.seconds = round(time.monotonic() - began, 1)
            self.write(tally)
            if until():
                break
        return tally

    def write(self, tally: Tally) -> None:
        """Write a tally into the folder for reports, where there is one."""
        if self.report is not None:
            self.report.mkdir(parents=True, exist_ok=True)
            name = re.sub(r"[^a-z0-9]+", "-", tally.fault.lower()).strip("-")[:80]
            told = json.dumps(asdict(tally), indent=1, ensure_ascii=True)
            (self.report / f"{name}.json").write_text(told + "\n", encoding="utf-8")


def _outcome(once: Run, seed: int) -> str | None:
    try:
        return once(random.Random(seed))
    except Exception:  # noqa: BLE001 - whatever a fault brings about is its outcome
        return traceback.format_exc(limit=-6)


def table(tallies: Sequence[dict[str, Any]]) -> list[str]:
    """Return the table of all that was done, a line each."""
    rows = [("fault", "runs", "held", "seconds", "measured")]
    for one in tallies:
        figures = ", ".join(f"{name} {value}" for name, value in one["figures"].items())
        counts = (f"{one['runs']:,}", f"{one['held']:,}", f"{one['seconds']:.0f}")
        if one["not_run"]:
            counts, figures = ("-", "-", "-"), f"NOT RUN: {one['not_run']}"
        rows.append((one["fault"], *counts, figures))
    widths = [max(len(row[at]) for row in rows) for at in range(4)]
    return [
        " | ".join(
            [row[0].ljust(widths[0])]
            + [row[at].rjust(widths[at]) for at in (1, 2, 3)]
            + [row[4]]
        ).rstrip()
        for row in rows
    ]
