"""The table of everything that is measured: ``python -m tests.benchmarks [NAME …]``.

Each module with a ``measure`` is run in a process of its own, so that what one loads
does not warm another. A row keeps its limit when what was measured is not above it.
Exit status 1: some row does not, or could not be measured.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import asdict
from importlib import import_module
from pathlib import Path

from tests.benchmarks.rows import Row

_MARK = "ROWS "
_NOT_ONE = {"__init__", "__main__", "rows"}


def names() -> tuple[str, ...]:
    """Every module here that measures something."""
    files = sorted(Path(__file__).parent.glob("*.py"))
    return tuple(
        one.stem
        for one in files
        if one.stem not in _NOT_ONE and "\ndef measure(" in one.read_text("utf-8")
    )


def rows_of(name: str) -> list[Row] | None:
    """Measure in a process of its own; None where it failed. What it says is shown."""
    command = [sys.executable, "-m", "tests.benchmarks", "--one", name]
    ran = subprocess.run(command, stdout=subprocess.PIPE, text=True)
    rows = None
    for line in ran.stdout.splitlines():
        if line.startswith(_MARK):
            rows = [Row(**one) for one in json.loads(line.removeprefix(_MARK))]
        else:
            print(line)
    return rows if ran.returncode == 0 else None


def measure_here(name: str) -> int:
    """Measure in this process, for the one that asked."""
    rows: list[Row] = import_module(f"tests.benchmarks.{name}").measure()
    print(_MARK + json.dumps([asdict(row) for row in rows]))
    return 0


def line_of(row: Row) -> str:
    """One line of the table."""
    kept = "ok" if row.measured <= row.limit else "TOO MUCH"
    figures = f"{row.measured:10.3f}  at most {row.limit:8.3f} {row.unit:<10}"
    return f"{row.name:<56}{figures} {kept:<9}{row.note}"


def main(arguments: list[str]) -> int:
    """Measure what is named, or everything, and print the table."""
    if arguments[:1] == ["--one"]:
        return measure_here(arguments[1])
    found: list[Row] = []
    failed: list[str] = []
    for name in arguments or names():
        rows = rows_of(name)
        if rows is None:
            failed.append(name)
        found += rows or []
    for row in found:
        print(line_of(row))
    for name in failed:
        print(f"{name}: could not be measured")
    is_kept = all(row.measured <= row.limit for row in found)
    return 0 if is_kept and not failed else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
