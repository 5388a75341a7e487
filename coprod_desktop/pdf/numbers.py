"""Places on a page as they stand in its code: like ReportLab's own, and quicker."""

from __future__ import annotations

from functools import cache
from math import cos, pi, sin

from reportlab.lib.rl_accel import fp_str

_QUARTERS = 4


def number(value: float) -> str:
    """Return a number with six digits or a few more, and no zeros at its end."""
    # Nearly all places on a page are of these two sizes.
    if 100 < value < 999:
        told = f"{value:.4f}"
    elif 11 < value < 99:
        told = f"{value:.5f}"
    else:
        return str(fp_str(value))
    return told.rstrip("0").rstrip(".")


def numbers(*values: float) -> str:
    """Return several, with spaces between."""
    return " ".join(map(number, values))


def circle_code(x: float, y: float, radius: float) -> list[str]:
    """Return the code that draws a circle's line: four curves from its right side.

    The sums are ReportLab's, step by step, so that they are rounded in the same way.
    """
    left, right, low, high = x - radius, x + radius, y - radius, y + radius
    width, height = right - left, high - low
    x2, y2 = left + width, low + height
    x, y, rx, ry = (left + x2) / 2, (y2 + low) / 2, (x2 - left) / 2, (low - y2) / 2
    code = ["n", f"{numbers(x + rx, y)} m"]
    for part in _curves():
        places = []
        for across, up in part:
            places += [x + rx * across, y - ry * up]
        code.append(f"{numbers(*places)} c")
    return [*code, "S"]


@cache
def _curves() -> tuple[tuple[tuple[float, float], ...], ...]:
    """Return where the four curves of a circle bend and end, from its middle."""
    half = 90.0 * pi / 360.0
    kappa = abs(4.0 / 3.0 * (1.0 - cos(half)) / sin(half))
    found = []
    for quarter in range(_QUARTERS):
        start, end = quarter * 90.0 * pi / 180.0, (quarter + 1) * 90.0 * pi / 180.0
        found.append(
            (
                (cos(start) - kappa * sin(start), sin(start) + kappa * cos(start)),
                (cos(end) + kappa * sin(end), sin(end) - kappa * cos(end)),
                (cos(end), sin(end)),
            )
        )
    return tuple(found)
