"""Write ``docs/faults.md`` from what full campaigns reported as JSON.

Run as ``python -m tests.faults.written_report FOLDER COMMIT DATE``, with the folder
that was given to ``--fault-report``. What was stopped before its end says so.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

START = """# Faults that were brought about

What was done to the program on purpose, how often, and whether it held: nothing lost
that was shown as saved, nothing changed unseen, no crash. Measured at {commit}, on
{date}, on one Linux computer with two cores that others used as well: the seconds say
how long it took there, not how quick the program is. Made from the reports of
`python3 dev.py faults --fault-report FOLDER`. [Which threat each stands
for](threat-model.md), and [what was never tried](not-tried.md).

| What was done | Runs | Held | Seconds | Measured |
| --- | ---: | ---: | ---: | --- |
"""


def page(tallies: Iterable[dict[str, Any]], commit: str, date: str) -> str:
    """Return the page about these campaigns."""
    rows = [_row(one) for one in sorted(tallies, key=lambda one: -one["runs"])]
    return START.format(commit=commit, date=date) + "\n".join(rows) + "\n"


def _row(told: dict[str, Any]) -> str:
    figures = [f"{name}: {_number(one)}" for name, one in told["figures"].items()]
    asked = told.get("asked", 0)
    if told["not_run"]:
        figures.insert(0, f"**not run:** {told['not_run']}")
    elif asked > told["runs"]:
        figures.insert(0, f"**stopped before its end:** {asked:,} were asked for")
    counts = f"{told['runs']:,} | {told['held']:,} | {told['seconds']:,.0f}"
    return f"| {told['fault']} | {counts} | {'; '.join(figures)} |"


def _number(value: object) -> str:
    return f"{value:,}" if isinstance(value, int | float) else str(value)


def main(folder: str, commit: str, date: str) -> None:
    """Print the page about the reports in a folder."""
    found = [
        json.loads(one.read_text("utf-8"))
        for one in sorted(Path(folder).glob("*.json"))
    ]
    sys.stdout.write(page((one for one in found if one["is_full"]), commit, date))


if __name__ == "__main__":
    main(*sys.argv[1:])
