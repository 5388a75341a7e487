"""Text in which every code point says whose it is, who wrote it down, and how.

An :class:`AuthoredText` is a plain string and a list of runs. Runs are canonical: none
is empty, no two neighbours are alike, and their lengths add up to the text's.
Positions and lengths count Unicode code points, as Python does. The idea is known as
an attributed string, and in Etherpad as attribution; the three parts of an attribution
are FHIR Provenance's author, enterer and the way of entering.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from coprod_desktop.model.people import PersonId


class Mode(StrEnum):
    """How words came onto the screen."""

    TYPED = "typed"
    WORD_FOR_WORD = "word_for_word"
    SUMMARISED = "summarised"
    CHOSEN = "chosen"
    COPIED_FROM_PAPER = "copied_from_paper"
    INTERPRETED = "interpreted"
    PASTED = "pasted"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Whose words, who wrote them down, and how. A pen is one of these."""

    voice: PersonId
    writer: PersonId
    mode: Mode

    @property
    def is_own_hand(self) -> bool:
        """Whether the voice wrote this down without anybody between."""
        return self.voice == self.writer

    def pasting(self) -> Attribution:
        """Return this pen as it writes words that came from outside the program."""
        return Attribution(self.voice, self.writer, Mode.PASTED)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of neighbouring code points with one attribution."""

    attribution: Attribution
    length: int


def merged(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Return the runs in canonical form: none empty, like neighbours joined."""
    found: list[Run] = []
    for run in runs:
        if run.length <= 0:
            continue
        if found and found[-1].attribution == run.attribution:
            found[-1] = Run(run.attribution, found[-1].length + run.length)
        else:
            found.append(run)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class AuthoredText:
    """A string whose every code point has exactly one attribution."""

    text: str = ""
    runs: tuple[Run, ...] = ()
    _spot: tuple[int, int] = field(
        default=(0, 0), init=False, repr=False, compare=False
    )
    """A run's number and where it begins, near the last edit: the next is near it."""

    def __post_init__(self) -> None:
        """Refuse runs that do not describe the text.

        Raises:
            ValueError: Lengths do not add up, a run is empty or neighbours are alike.
        """
        if sum(run.length for run in self.runs) != len(self.text):
            raise ValueError("run lengths must add up to the length of the text")
        if self.runs != merged(self.runs):
            raise ValueError("runs must be merged and none may be empty")

    @classmethod
    def by(cls, attribution: Attribution, text: str) -> AuthoredText:
        """Return text that was written wholly in one way."""
        return (
            _trusted(text, (_run(attribution, len(text)),), (0, 0)) if text else EMPTY
        )

    def __len__(self) -> int:
        return len(self.text)

    def __add__(self, other: AuthoredText) -> AuthoredText:
        """Join two texts; every code point keeps its attribution."""
        return AuthoredText(self.text + other.text, merged((*self.runs, *other.runs)))

    def part(self, start: int, stop: int) -> AuthoredText:
        """Cut out the code points from ``start`` up to ``stop``.

        Raises:
            ValueError: The range does not lie inside the text.
        """
        self._check(start, stop)
        return AuthoredText(self.text[start:stop], merged(self._cut(start, stop)))

    def replaced(self, at: int, gone: int, new: AuthoredText) -> AuthoredText:
        """Return the text with ``gone`` code points at ``at`` exchanged for ``new``.

        Only the runs that the edit touches are made anew; nothing is checked again that
        was true before (tests/benchmarks/authored_text.py).

        Raises:
            ValueError: The range does not lie inside the text.
        """
        text, runs, stop = self.text, self.runs, at + gone
        if not 0 <= at <= stop <= len(text):
            self._check(at, stop)
        text = text[:at] + new.text + text[stop:]
        if not runs:
            return _trusted(text, new.runs, (0, 0))
        first, begin = spot = self._spot
        run = runs[first]
        if not begin < at <= begin + run.length:
            first, begin = spot = _find(runs, spot, at)
            run = runs[first]
        if stop <= begin + run.length:
            length = run.length - gone
            if new.runs:
                length = _length_with(run, length, new.runs)
            if length:
                kept = _blank(Run)
                _set_attribution(kept, run.attribution)
                _set_length(kept, length)
                head, rest = runs[:first], runs[first + 1 :]
                # Unpacking them would go through a list.
                return _trusted(text, head + (kept,) + rest, spot)  # noqa: RUF005
        return _trusted(text, *_spliced(runs, spot, (at, stop), new.runs))

    def attributions(self, start: int, stop: int) -> tuple[Attribution, ...]:
        """Return the attributions found from ``start`` to ``stop``, in order."""
        return tuple(run.attribution for run in self._cut(start, stop))

    @property
    def voices(self) -> frozenset[PersonId]:
        """Return whose words stand in this text."""
        return frozenset(run.attribution.voice for run in self.runs)

    def pieces(self) -> tuple[tuple[str, Attribution], ...]:
        """Return the text run by run: the words and their attribution."""
        found, at = [], 0
        for run in self.runs:
            found.append((self.text[at : at + run.length], run.attribution))
            at += run.length
        return tuple(found)

    def _check(self, start: int, stop: int) -> None:
        if not 0 <= start <= stop <= len(self.text):
            raise ValueError(
                f"range {start}..{stop} is not inside a text of {len(self.text)}"
            )

    def _cut(self, start: int, stop: int) -> list[Run]:
        found, begin = [], 0
        for run in self.runs:
            end = begin + run.length
            length = min(stop, end) - max(start, begin)
            if length > 0:
                found.append(Run(run.attribution, length))
            begin = end
        return found


EMPTY = AuthoredText()

# A frozen dataclass sets its fields through object.__setattr__, after its checks; the
# slots themselves take a third of that time, and the window types through here.
_blank = object.__new__
_set_text = AuthoredText.__dict__["text"].__set__
_set_runs = AuthoredText.__dict__["runs"].__set__
_set_spot = AuthoredText.__dict__["_spot"].__set__
_set_attribution = Run.__dict__["attribution"].__set__
_set_length = Run.__dict__["length"].__set__


def _trusted(text: str, runs: tuple[Run, ...], spot: tuple[int, int]) -> AuthoredText:
    """Return a text whose runs are known to be canonical, without checking."""
    made = _blank(AuthoredText)
    _set_text(made, text)
    _set_runs(made, runs)
    _set_spot(made, spot)
    return made


def _run(attribution: Attribution, length: int) -> Run:
    """Return a run, quickly."""
    made = _blank(Run)
    _set_attribution(made, attribution)
    _set_length(made, length)
    return made


def _find(runs: tuple[Run, ...], spot: tuple[int, int], at: int) -> tuple[int, int]:
    """Return the run that ends at or holds a position, and where it begins.

    The first run where the position is 0. ``spot`` is where the search sets out.
    """
    found, begin = spot
    while begin >= at and found:
        found -= 1
        begin -= runs[found].length
    while (end := begin + runs[found].length) < at:
        begin = end
        found += 1
    return found, begin


def _length_with(run: Run, length: int, new: tuple[Run, ...]) -> int:
    """Return the length of a run of ``length`` with new ones in it; 0 where unlike."""
    if len(new) > 1:
        return 0
    theirs = new[0]
    if theirs.attribution is run.attribution or theirs.attribution == run.attribution:
        return length + theirs.length
    return 0


def _spliced(
    runs: tuple[Run, ...],
    spot: tuple[int, int],
    gone: tuple[int, int],
    new: tuple[Run, ...],
) -> tuple[tuple[Run, ...], tuple[int, int]]:
    """Return runs after an edit that touches more than one, and a spot near it.

    ``spot`` is where the range ``gone`` (from, to) begins.
    """
    first, begin = spot
    last, last_begin = _find(runs, spot, gone[1])
    before = max(0, first - 1)
    middle = merged(
        (
            *runs[before:first],
            Run(runs[first].attribution, gone[0] - begin),
            *new,
            Run(runs[last].attribution, last_begin + runs[last].length - gone[1]),
            *runs[last + 1 : last + 2],
        )
    )
    near = (before, begin - runs[before].length) if first else (0, 0)
    return (*runs[:before], *middle, *runs[last + 2 :]), near


@dataclass(frozen=True, slots=True)
class Edit:
    """One replacement: at a position, this went out and that came in."""

    at: int
    removed: AuthoredText
    inserted: AuthoredText

    def apply(self, before: AuthoredText) -> AuthoredText:
        """Return the text after the edit.

        Raises:
            ValueError: What should go out is not what stands there.
        """
        stop = self.at + len(self.removed)
        if before.part(self.at, stop) != self.removed:
            raise ValueError("the edit does not fit this text")
        return before.replaced(self.at, len(self.removed), self.inserted)

    def inverse(self) -> Edit:
        """Return the edit that undoes this one: words go back to their authors."""
        return Edit(self.at, removed=self.inserted, inserted=self.removed)
