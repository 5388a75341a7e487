"""Paper: the same plan of 10 and of 200 pages, by our writer and by four others.

Ours is tagged whole and says whose words are whose. Stock ReportLab tags nothing; Typst
and WeasyPrint make PDF/UA-1; fpdf2 tags what it can. They take turns in one process, so
that a busy moment of the machine falls on all of them; every turn has words of its own,
the same for all. What is told are ratios of medians.
"""

from __future__ import annotations

import hashlib
import os
import sys
import time
from collections.abc import Mapping
from io import BytesIO
from statistics import median
from typing import NamedTuple

import pikepdf

from tests.benchmarks.paper_memory import peak_mib
from tests.benchmarks.paper_plan import PICTURES, plan
from tests.benchmarks.paper_rivals import RIVALS, Make, Ready, ours, picture_file
from tests.benchmarks.rows import Row

SHORT, LONG = 1, 20
"""Ten pages, and two hundred."""

ROUNDS = 9
LONG_ROUNDS = 7
SLOW_ROUNDS = 2
"""So often those make 200 pages that take ten seconds for it."""
SLOW = ("weasyprint", "fpdf2")

MOST_OF: dict[int, dict[str, float | None]] = {
    SHORT: {"stock": 0.75, "typst": None, "weasyprint": 0.5, "fpdf2": 0.75},
    LONG: {"stock": 0.45, "typst": 1.25, "weasyprint": 0.5, "fpdf2": 0.75},
}
"""At most so much of each one's time; where there is none, it is only told."""

MOST_MIB = 75
MOST_OF_PICTURES = 1.15


class Taken(NamedTuple):
    """How long each took, in seconds, one a turn; and how many pages each made."""

    seconds: Mapping[str, list[float]]
    pages: Mapping[str, int]

    def ratio(self, name: str) -> float:
        """Return our time as a part of another's."""
        return median(self.seconds["ours"]) / median(self.seconds[name])


def measure() -> list[Row]:
    """Measure time, memory and bytes."""
    print(f"Load of the machine: {_load()}; others that are here: {', '.join(there())}")
    rows = [*_times(SHORT, ROUNDS), *_times(LONG, LONG_ROUNDS)]
    return [*rows, *_memory(), *_bytes()]


def there() -> tuple[str, ...]:
    """Name the packages that can be measured: WeasyPrint needs libraries of Debian."""
    found = []
    for name, ready in RIVALS.items():
        try:
            ready(plan())()
        except (ImportError, OSError) as error:
            print(f"{name} is not measured: {error}", file=sys.stderr)
        else:
            found.append(name)
    return tuple(found)


def taken(times: int, rounds: int, names: tuple[str, ...]) -> Taken:
    """Make the plan in turns."""
    writers: dict[str, Ready] = {"ours": ours, **RIVALS}
    seconds: dict[str, list[float]] = {name: [] for name in ("ours", *names)}
    pages: dict[str, int] = {}
    for turn in range(rounds):
        paper = plan(times, turn)
        for name, found in seconds.items():
            if times == LONG and name in SLOW and turn >= SLOW_ROUNDS:
                continue
            took, made = _timed(writers[name](paper))
            found.append(took)
            pages[name] = _pages(made)
    return Taken(seconds, pages)


def _times(times: int, rounds: int) -> list[Row]:
    names = there()
    # Fonts and pictures are read once, and no package pays for it.
    for ready in (ours, *(RIVALS[name] for name in names)):
        ready(plan(SHORT, rounds))()
    found = taken(times, rounds, names)
    own = f"{found.pages['ours']} pages"
    rows = []
    for name in names:
        most = MOST_OF[times][name]
        note = (
            f"{median(found.seconds['ours']):.3f} s to "
            f"{median(found.seconds[name]):.3f} s; {found.pages[name]} pages"
        )
        if most is None:
            print(f"{own}, our time to {name}'s: {found.ratio(name):.3f}; {note}")
        else:
            title = f"Paper: {own}, our time to {name}'s"
            rows.append(Row(title, found.ratio(name), most, "ratio", note))
    return rows


def _memory() -> list[Row]:
    if sys.platform != "linux":
        return []
    for name in there():
        print(f"Peak at 200 pages, {name}: {peak_mib(name, LONG):.1f} MiB")
    note = "a process of its own, Python in it; no Qt"
    title = "Paper: 200 pages, memory at most"
    return [Row(title, peak_mib("ours", LONG), MOST_MIB, "MiB", note)]


def _bytes() -> list[Row]:
    first, again = ours(plan())(), ours(plan())()
    long, long_again = ours(plan(LONG))(), ours(plan(LONG))()
    differing = sum(
        hashlib.sha256(one).digest() != hashlib.sha256(other).digest()
        for one, other in ((first, again), (long, long_again))
    )
    for name in there():
        size = len(RIVALS[name](plan())())
        print(f"Bytes at ten pages, {name}: {size}; ours: {len(first)}")
    pictures = sum(picture_file(one).stat().st_size for one in PICTURES)
    note = f"{len(first)} bytes; line drawings of {pictures} bytes as SVG"
    return [
        Row("Paper: papers that differ when made again", differing, 0, "papers"),
        Row(
            "Paper: ten pages, bytes to those of their 20 pictures",
            *(len(first) / pictures, MOST_OF_PICTURES, "ratio", note),
        ),
    ]


def _timed(make: Make) -> tuple[float, bytes]:
    start = time.perf_counter()
    made = make()
    return time.perf_counter() - start, made


def _pages(pdf: bytes) -> int:
    with pikepdf.open(BytesIO(pdf)) as opened:
        return len(opened.pages)


def _load() -> str:
    return f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "not known"
