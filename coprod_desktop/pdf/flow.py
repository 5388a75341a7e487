"""Placing groups on pages: headings with what they head, statements in one piece."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from coprod_desktop.pdf.sheet import Sheet
from coprod_desktop.pdf.typography import TOP, Extent, Group, Slab

_FEWEST = 4
"""So many slabs of a parted group stand on each side of the page break, if it can."""


@dataclass(slots=True)
class Placed:
    """Part of a group on one page."""

    group: Group
    slabs: list[Slab]
    top: float
    is_start: bool
    is_end: bool

    def draw(self, sheet: Sheet) -> None:
        """Draw the border, then what is inside."""
        bottom = self.top - _height(self.slabs)
        if self.group.border:
            extent = Extent(self.top, bottom, self.is_start, self.is_end)
            self.group.border(sheet, extent)
        at = self.top
        for slab in self.slabs:
            slab.draw(sheet, at)
            at -= slab.height


@dataclass(slots=True)
class _Page:
    at: float = TOP
    placed: list[Placed] = field(default_factory=list)


class Flow:
    """Fills pages from the top down to ``bottom``."""

    def __init__(self, bottom: float) -> None:
        self.bottom = bottom
        self.pages = [_Page()]

    def place(self, groups: Iterable[Group]) -> list[list[Placed]]:
        """Return what stands on which page."""
        for tied in _tied(list(groups)):
            self._place_tied(tied)
        return [page.placed for page in self.pages]

    @property
    def _page(self) -> _Page:
        return self.pages[-1]

    def _place_tied(self, tied: list[Group]) -> None:
        page = self._page
        if page.placed:
            whole = sum(group.gap + _height(group.slabs) for group in tied)
            start = _start_height(tied)
            is_too_long = whole > TOP - self.bottom
            needed = start if is_too_long else whole
            if tied[0].starts_page or page.at - needed < self.bottom:
                self.pages.append(_Page())
        for group in tied:
            self._place(group)

    def _place(self, group: Group) -> None:
        rest = list(group.slabs)
        is_start = True
        while rest:
            page = self._page
            is_fresh = not page.placed
            if not is_fresh:
                page.at -= group.gap
            elif len(self.pages) > 1:
                self._place_heads(group)
                rest[:0] = () if is_start else group.carried
            taken = self._take(rest, must_start=is_fresh)
            if taken:
                now, rest = rest[:taken], rest[taken:]
                page.placed.append(
                    Placed(group, now, page.at, is_start, is_end=not rest)
                )
                page.at -= _height(now)
                is_start = False
            if rest:
                self.pages.append(_Page())

    def _place_heads(self, group: Group) -> None:
        page = self._page
        heads = list(group.heads)
        if heads:
            bare = Group(group.heads)
            at = page.at
            page.placed.append(Placed(bare, heads, at, is_start=True, is_end=True))
            page.at -= _height(heads)

    def _take(self, slabs: list[Slab], *, must_start: bool) -> int:
        """Return how many slabs still fit; never none on an empty page."""
        room = self._page.at - self.bottom
        count = 0
        for slab in slabs:
            room -= slab.height
            if room < 0:
                break
            count += 1
        left = len(slabs) - count
        if 0 < left < _FEWEST and count > 2 * _FEWEST:
            count -= _FEWEST - left
        if must_start:
            return max(count, 1)
        return count if count >= min(_FEWEST, len(slabs)) else 0


def _tied(groups: list[Group]) -> Iterator[list[Group]]:
    """Yield groups that should not be parted: headings with what they head."""
    tied: list[Group] = []
    for group in groups:
        tied.append(group)
        if not group.is_tied:
            yield tied
            tied = []
    if tied:
        yield tied


def _start_height(tied: list[Group]) -> float:
    """Return how much of groups that are too long should stand before a break."""
    heads, last = tied[:-1], tied[-1]
    found = sum(group.gap + _height(group.slabs) for group in heads)
    return found + last.gap + _height(last.slabs[:_FEWEST])


def _height(slabs: Iterable[Slab]) -> float:
    return sum(slab.height for slab in slabs)
