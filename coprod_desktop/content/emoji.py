"""Emoji: which are in a text, what they are called, and how they are drawn.

All of it lies in one packed file, which is only opened when somebody's words hold an
emoji: keys, drawings by 32, and names in each language. The names are those of CLDR, by
Unicode; the drawings are black lines, for paper (decision 028).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from zipfile import ZipFile

from coprod_desktop.bundled import bundled

LANGUAGES = ("ar", "cy", "en", "pl", "ur")
"""Those in which emoji have names; in any other they have the English ones."""

PER_FILE = 32
"""So many drawings lie together in the store, packed in one go."""

_MOST_ALIKE = 5
"""So many of one emoji are drawn one after another; more are one, and a number."""

_MOST_RUNS = 400
"""Of one paragraph that holds more than so many, each is only named."""

_PICTURE = (
    "[\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u23ff\u24c2\u25a0-\u27bf"
    "\u2900-\u297f\u2b00-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001f1e5"
    "\U0001f200-\U0001faff]"
)
_TONES = "\U0001f3fb-\U0001f3ff"
_ONE = f"{_PICTURE}(?:\ufe0f?[{_TONES}]|\ufe0f)?"
_EMOJI = re.compile(
    "[\U0001f1e6-\U0001f1ff]{2}"
    "|[0-9#*]\ufe0f?\u20e3"
    f"|{_ONE}(?:[\U000e0020-\U000e007e]+\U000e007f|(?:\u200d{_ONE})*)"
)
"""Two letters of a flag; a key; one picture, a flag of tags, or several joined."""

_COLOURED = re.compile(f"[\ufe0f{_TONES}]")
_TONE = re.compile(f"[{_TONES}]")
_JOINER, _AS_TEXT = "\u200d", "\ufe0e"


@dataclass(frozen=True, slots=True)
class EmojiRun:
    """One emoji, or the same several times, at a place of a text."""

    start: int
    stop: int
    key: str
    """Of its drawing; empty where there is none, or where it is only named."""
    name: str
    count: int = 1
    """How often it is drawn."""


def store_path() -> Path:
    """Return where the packed file lies."""
    return bundled("resources") / "emoji" / "emoji.zip"


def key_of(emoji: str) -> str:
    """Return the key of an emoji: its code points, without how it is coloured.

    A drawing in black has no colour of skin.
    """
    bare = _COLOURED.sub("", emoji) or emoji
    return "-".join(f"{ord(char):04x}" for char in bare)


class EmojiShelf:
    """The emoji of one language. Nothing is read before it is needed."""

    def __init__(self, language: str) -> None:
        self.language = language

    def runs(self, text: str, plain: frozenset[str]) -> list[EmojiRun]:
        """Return the emoji of a text that have a name, in order.

        ``plain`` are the characters that a font draws: those are text, unless whoever
        wrote them asked for the picture.
        """
        # A text without any is told apart before anything is read.
        if _EMOJI.search(text) is None:
            return []
        found = list(_alike(self._known(text, plain), text))
        if len(found) > _MOST_RUNS:
            return [EmojiRun(one.start, one.stop, "", one.name) for one in found]
        return found

    def code(self, key: str) -> str:
        """Return what draws an emoji, 1000 wide and 1000 high, in a page's own code.

        Raises:
            KeyError: There is no drawing of it.
        """
        at = self._places[key]
        with ZipFile(store_path()) as store:
            together = store.read(f"shapes-{at // PER_FILE}.txt").decode()
        return together.split("\n")[at % PER_FILE]

    @cached_property
    def _places(self) -> dict[str, int]:
        return {key: at for at, key in enumerate(_lines("keys.txt"))}

    @cached_property
    def _names(self) -> dict[str, str]:
        language = self.language if self.language in LANGUAGES else "en"
        lines = _lines(f"names-{language}.txt")
        return dict(line.split(" ", 1) for line in lines)

    def _known(self, text: str, plain: frozenset[str]) -> Iterator[EmojiRun]:
        for match in _EMOJI.finditer(text):
            start, stop = match.span()
            if text[stop : stop + 1] == _AS_TEXT:
                continue
            whole = self._named(text, start, stop)
            if whole is not None:
                if match[0] not in plain:
                    yield whole
                continue
            # Of several that are joined, each that is known stands for itself.
            for part in match[0].split(_JOINER):
                one = self._named(text, start, start + len(part))
                if one is not None and part not in plain:
                    yield one
                start += len(part) + len(_JOINER)

    def _named(self, text: str, start: int, stop: int) -> EmojiRun | None:
        emoji = text[start:stop]
        key = key_of(emoji)
        name = self._names.get(key)
        if name is None:
            return None
        tones = dict.fromkeys(_TONE.findall(emoji)) if len(emoji) > 1 else {}
        told = [name, *(self._names[key_of(tone)] for tone in tones)]
        drawn = key if key in self._places else ""
        return EmojiRun(start, stop, drawn, ": ".join(told))


def _alike(found: Iterator[EmojiRun], text: str) -> Iterator[EmojiRun]:
    """Yield neighbours that are the same emoji as one run."""
    run: list[EmojiRun] = []
    for one in found:
        if run and not _continues(run[-1], one, text):
            yield _together(run)
            run = []
        run.append(one)
    if run:
        yield _together(run)


def _continues(last: EmojiRun, one: EmojiRun, text: str) -> bool:
    same = text[last.start : last.stop] == text[one.start : one.stop]
    return same and last.stop == one.start


def _together(run: list[EmojiRun]) -> EmojiRun:
    first, count = run[0], len(run)
    name = first.name if count == 1 else f"{first.name} × {count}"
    drawn = count if count <= _MOST_ALIKE else 1
    return EmojiRun(first.start, run[-1].stop, first.key, name, drawn)


def _lines(name: str) -> list[str]:
    with ZipFile(store_path()) as store:
        return store.read(name).decode().split("\n")
