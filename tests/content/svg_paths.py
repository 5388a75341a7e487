"""Paths of SVG drawings as a page's own code, for pictures that are made once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import acos, ceil, copysign, cos, hypot, pi, sin, sqrt, tan

_PART = re.compile(r"([MmLlHhVvCcSsQqTtAaZz])([^MmLlHhVvCcSsQqTtAaZz]*)")
_NUMBER = re.compile(r"[-+]?(?:\d+\.\d*|\.\d+|\d+)(?:[eE][-+]?\d+)?")
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7}
_GRID = 1000
"""So many steps a picture is wide: a quarter of a dot on paper, at the largest."""

Point = tuple[float, float]
Step = tuple[str, tuple[Point, ...]]


def path_code(path: str, size: float = 32) -> str:
    """Return what draws an SVG path: a picture ``size`` wide on a grid of ours."""
    code = []
    for name, points in _steps(path):
        places = [f"{_at(x, size)} {_GRID - _at(y, size)}" for x, y in points]
        code.append(" ".join([*places, name]))
    return " ".join(code)


def on_grid(length: float, size: float = 32) -> str:
    """Return a length of the drawing as one on our grid."""
    return f"{length * _GRID / size:g}"


def _at(place: float, size: float) -> int:
    return round(place * _GRID / size)


def _steps(path: str) -> Iterator[Step]:
    at = start = (0.0, 0.0)
    bent: Point | None = None
    was = ""
    for name, took in _parts(path):
        kind = name.upper()
        if kind == "Z":
            at = start
            yield "h", ()
        elif kind == "A":
            end = _point(took[5:], at, name)
            for curve in _arc(at, took, end):
                yield "c", curve
            at = end
        else:
            points = _points(kind, took, at, name)
            if kind in "ST":
                points = [
                    _mirrored(at, bent if was in _SMOOTH[kind] else None),
                    *points,
                ]
            if kind in "QT":
                bent = points[0]
                points = _as_cubic(at, points)
            elif kind in "CS":
                bent = points[1]
            at = points[-1]
            start = at if kind == "M" else start
            yield (
                {"M": "m", "C": "c", "S": "c", "Q": "c", "T": "c"}.get(kind, "l"),
                (*points,),
            )
        was = kind


_SMOOTH = {"S": "CS", "T": "QT"}


def _parts(path: str) -> Iterator[tuple[str, tuple[float, ...]]]:
    for name, rest in _PART.findall(path):
        if name in "Zz":
            yield name, ()
            continue
        takes = _TAKES[name.upper()]
        numbers = _arc_numbers(rest) if takes == 7 else _numbers(rest)
        kind = name
        for first in range(0, len(numbers), takes):
            yield kind, tuple(numbers[first : first + takes])
            # Further places of a move are lines (SVG 1.1, 8.3.2).
            kind = {"M": "L", "m": "l"}.get(kind, kind)


def _numbers(text: str) -> list[float]:
    return [float(one) for one in _NUMBER.findall(text)]


def _arc_numbers(text: str) -> list[float]:
    """Return numbers of arcs, whose two flags may stand together with what follows."""
    found: list[float] = []
    at = 0
    flag = re.compile(r"[\s,]*([01])")
    number = re.compile(r"[\s,]*(" + _NUMBER.pattern + ")")
    while True:
        is_flag = len(found) % 7 in (3, 4)
        match = (flag if is_flag else number).match(text, at)
        if match is None:
            return found
        found.append(float(match[1]))
        at = match.end()


def _point(took: tuple[float, ...], at: Point, name: str) -> Point:
    x, y = took
    return (x + at[0], y + at[1]) if name.islower() else (x, y)


def _points(kind: str, took: tuple[float, ...], at: Point, name: str) -> list[Point]:
    if kind == "H":
        return [(took[0] + (at[0] if name.islower() else 0), at[1])]
    if kind == "V":
        return [(at[0], took[0] + (at[1] if name.islower() else 0))]
    pairs = zip(took[::2], took[1::2], strict=True)
    return [_point(pair, at, name) for pair in pairs]


def _mirrored(at: Point, bent: Point | None) -> Point:
    return at if bent is None else (2 * at[0] - bent[0], 2 * at[1] - bent[1])


def _as_cubic(at: Point, points: list[Point]) -> list[Point]:
    bend, end = points

    def near(one: Point) -> Point:
        return (
            one[0] + 2 / 3 * (bend[0] - one[0]),
            one[1] + 2 / 3 * (bend[1] - one[1]),
        )

    return [near(at), near(end), end]


def _arc(at: Point, took: tuple[float, ...], end: Point) -> Iterator[tuple[Point, ...]]:
    """Yield the curves of an arc (SVG 1.1, F.6.5)."""
    wide, high, turn = abs(took[0]), abs(took[1]), took[2] * pi / 180
    if at == end:
        return
    if not wide or not high:
        yield at, end, end
        return
    c, s = cos(turn), sin(turn)
    half_x, half_y = (at[0] - end[0]) / 2, (at[1] - end[1]) / 2
    x, y = c * half_x + s * half_y, c * half_y - s * half_x
    grow = (x / wide) ** 2 + (y / high) ** 2
    if grow > 1:
        wide, high = wide * sqrt(grow), high * sqrt(grow)
    below = (wide * y) ** 2 + (high * x) ** 2
    root = sqrt(max(0.0, (wide * high) ** 2 - below) / below)
    root = -root if took[3] == took[4] else root
    mid_x, mid_y = root * wide * y / high, -root * high * x / wide
    first = _angle(1, 0, (x - mid_x) / wide, (y - mid_y) / high)
    sweep = _angle(
        (x - mid_x) / wide,
        (y - mid_y) / high,
        (-x - mid_x) / wide,
        (-y - mid_y) / high,
    )
    sweep += 2 * pi * ((took[4] and sweep < 0) - (not took[4] and sweep > 0))
    centre_x = c * mid_x - s * mid_y + (at[0] + end[0]) / 2
    centre_y = s * mid_x + c * mid_y + (at[1] + end[1]) / 2

    def place(along: float, across: float) -> Point:
        x, y = wide * along, high * across
        return c * x - s * y + centre_x, s * x + c * y + centre_y

    count = max(1, ceil(abs(sweep) / (pi / 2) - 1e-6))
    step = sweep / count
    bend = 4 / 3 * tan(step / 4)
    for number in range(count):
        a, b = first + number * step, first + (number + 1) * step
        is_last = number == count - 1
        yield (
            place(cos(a) - bend * sin(a), sin(a) + bend * cos(a)),
            place(cos(b) + bend * sin(b), sin(b) - bend * cos(b)),
            end if is_last else place(cos(b), sin(b)),
        )


def _angle(ux: float, uy: float, vx: float, vy: float) -> float:
    ratio = (ux * vx + uy * vy) / (hypot(ux, uy) * hypot(vx, vy))
    return copysign(acos(max(-1.0, min(1.0, ratio))), ux * vy - uy * vx or 1.0)
