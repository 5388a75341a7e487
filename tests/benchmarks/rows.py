"""One line of the benchmarks' table."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """What was measured, and the limit that it must keep."""

    name: str
    measured: float
    limit: float
    unit: str
    note: str = ""
