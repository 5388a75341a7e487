"""How far something slow is, told while it goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Thing = TypeVar("Thing")
Progress = Callable[[int, int], None]
"""Is told how much is done, of how much. What it raises ends what is being done."""

MANY = 100
"""Things between two tellings: seldom enough to cost nothing, often enough to show."""


def part(progress: Progress, start: int, share: int) -> Progress:
    """Return what tells of one stage of several, in hundredths of the whole.

    The stage begins at ``start`` and, when it is done, ends at ``start + share``.
    """

    def tell(done: int, of: int) -> None:
        progress(start + share * min(done, of) // max(1, of), 100)

    return tell


def told(things: Iterable[Thing], of: int, progress: Progress) -> Iterator[Thing]:
    """Give things one by one, and tell from time to time how many, of how many.

    ``of`` is how many there should be; when there are no more, all are told as done.
    """
    count = 0
    for count, thing in enumerate(things, 1):
        yield thing
        if count % MANY == 0:
            progress(count, max(count, of))
    progress(max(count, of), max(count, of))
