"""Which way each sign of a line runs: the bidirectional algorithm (Unicode UAX 9).

Only what can stand on our paper is here: signs, and isolates around what is filled in.
The older controls, which turn a line around from inside somebody's words, are printed
by name and never obeyed (``drawable``), so rules X2 to X5a have nothing to do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

ISOLATES = {"LRI": 0, "RLI": 1, "FSI": None}
_CLOSES = {"(": ")", "[": "]", "{": "}"}
"""The brackets that fonts of ours have. Angled ones mirror, and are no pairs to N0."""
_NEUTRAL = frozenset({"ON", "WS", "S", "B"})
_RIGHT = frozenset({"R", "AL", "EN", "AN"})


def first_strong(kinds: Sequence[str]) -> int | None:
    """Return 0 or 1 by the first sign that has a direction; None where none has.

    What stands inside isolates does not count (P2 and P3).
    """
    depth = 0
    for kind in kinds:
        if kind in ISOLATES:
            depth += 1
        elif kind == "PDI":
            depth = max(depth - 1, 0)
        elif depth == 0 and kind in {"L", "R", "AL"}:
            return int(kind != "L")
    return None


def levels(kinds: Sequence[str], signs: Sequence[str], ground: int) -> list[int]:
    """Return a level for each sign of a paragraph: odd ones run leftwards.

    ``kinds`` are bidirectional classes as Unicode names them, isolates included;
    ``ground`` is 0 or 1, the paragraph's own direction.
    """
    found = [ground] * len(kinds)
    _resolve(kinds, signs, range(len(kinds)), ground, found)
    for at, kind in enumerate(kinds):
        if kind == "BN":
            found[at] = found[at - 1] if at else ground
    return found


def reordered(found: Sequence[int]) -> list[int]:
    """Return places in the order in which they stand from left to right (L2)."""
    order = list(range(len(found)))
    odd = [level for level in found if level % 2]
    if not odd:
        return order
    for level in range(max(found), min(odd) - 1, -1):
        at = 0
        while at < len(order):
            stop = at
            while stop < len(order) and found[order[stop]] >= level:
                stop += 1
            order[at:stop] = reversed(order[at:stop])
            at = max(stop, at + 1)
    return order


def _resolve(
    kinds: Sequence[str],
    signs: Sequence[str],
    places: range,
    ground: int,
    found: list[int],
) -> None:
    """Give levels to what stands at ``places``, and to the isolates inside it."""
    outer: list[int] = []
    at = places.start
    while at < places.stop:
        kind = kinds[at]
        if kind != "BN":
            outer.append(at)
        at += 1
        if kind in ISOLATES:
            stop = _matching(kinds, at, places.stop)
            inside = range(at, stop)
            way = ISOLATES[kind]
            if way is None:
                way = first_strong(kinds[at:stop]) or 0
            deeper = ground + 1 if (ground + 1) % 2 == way else ground + 2
            _resolve(kinds, signs, inside, deeper, found)
            at = stop
    own = [_outside(kinds[place]) for place in outer]
    _weak(own, ground)
    _brackets(own, [signs[place] for place in outer], ground)
    _neutral(own, ground)
    for place, kind in zip(outer, own, strict=True):
        found[place] = ground + _step(kind, ground)


def _matching(kinds: Sequence[str], at: int, stop: int) -> int:
    """Return where an isolate ends that starts before ``at`` (BD9)."""
    depth = 1
    while at < stop:
        if kinds[at] in ISOLATES:
            depth += 1
        elif kinds[at] == "PDI":
            depth -= 1
            if depth == 0:
                return at
        at += 1
    return stop


def _outside(kind: str) -> str:
    return "ON" if kind in ISOLATES or kind == "PDI" else kind


def _way(ground: int) -> str:
    return "R" if ground % 2 else "L"


def _weak(own: list[str], ground: int) -> None:
    """Give marks, numbers and what stands in numbers their ways (W1 to W7)."""
    _marks_and_numbers(own, ground)
    for at in range(1, len(own) - 1):
        left, right = own[at - 1], own[at + 1]
        joins = {"ES": {"EN"}, "CS": {"EN", "AN"}}.get(own[at], set())
        if left == right and left in joins:
            own[at] = left
    for start, stop in _runs(own, frozenset({"ET"})):
        beside = {own[start - 1] if start else "", *own[stop : stop + 1]}
        own[start:stop] = ["EN" if "EN" in beside else "ON"] * (stop - start)
    strong = _way(ground)
    for at, kind in enumerate(own):
        if kind in {"ES", "CS"}:
            own[at] = "ON"
        elif kind in {"L", "R"}:
            strong = kind
        elif kind == "EN" and strong == "L":
            own[at] = "L"


def _marks_and_numbers(own: list[str], ground: int) -> None:
    """Marks go with their letter, numbers with the letters before (W1 to W3)."""
    before = strong = _way(ground)
    for at, kind in enumerate(own):
        if kind == "NSM":
            own[at] = before
        before = own[at]
        if before in {"L", "R", "AL"}:
            strong = before
        elif before == "EN" and strong == "AL":
            own[at] = "AN"
    own[:] = ["R" if kind == "AL" else kind for kind in own]


def _brackets(own: list[str], signs: Sequence[str], ground: int) -> None:
    """Both of a pair of brackets run as what they hold (N0)."""
    for start, stop in sorted(_pairs(own, signs)):
        inside = {_strong(kind) for kind in own[start + 1 : stop]} - {""}
        way = _way(ground)
        if not inside:
            continue
        if way not in inside:
            before = [_strong(kind) for kind in own[:start] if _strong(kind)]
            way = before[-1] if before else way
        own[start] = own[stop] = way


def _pairs(own: Sequence[str], signs: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where pairs of brackets open and close (BD16)."""
    waiting: list[tuple[str, int]] = []
    for at, sign in enumerate(signs):
        if own[at] != "ON":
            continue
        if sign in _CLOSES:
            waiting.append((_CLOSES[sign], at))
            continue
        for depth in range(len(waiting) - 1, -1, -1):
            if waiting[depth][0] == sign:
                yield waiting[depth][1], at
                del waiting[depth:]
                break


def _neutral(own: list[str], ground: int) -> None:
    """What has no direction takes that of what is around it (N1 and N2)."""
    way = _way(ground)
    for start, stop in _runs(own, _NEUTRAL):
        before = _strong(own[start - 1]) if start else way
        after = _strong(own[stop]) if stop < len(own) else way
        own[start:stop] = [before if before == after else way] * (stop - start)


def _runs(own: Sequence[str], kinds: frozenset[str]) -> Iterator[tuple[int, int]]:
    at = 0
    while at < len(own):
        stop = at
        while stop < len(own) and own[stop] in kinds:
            stop += 1
        if stop > at:
            yield at, stop
        at = max(stop, at + 1)


def _strong(kind: str) -> str:
    if kind in _RIGHT:
        return "R"
    return "L" if kind == "L" else ""


def _step(kind: str, ground: int) -> int:
    """How much deeper than its surroundings a sign stands (I1 and I2)."""
    if ground % 2:
        return int(kind != "R")
    return {"L": 0, "R": 1}.get(kind, 2)
