"""Reading the gettext ``.po`` files in translations/ when the program starts.

Babel reads them too, and writes and checks them (:mod:`coprod_desktop.i18n.template`,
:mod:`coprod_desktop.i18n.checks`), but importing it costs some 95 ms, about as long as
the whole window. This reader knows only what Babel writes for us, refuses the rest by
line, and gives what Babel gives: a test compares the two. Decision 006.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from coprod_desktop.model.problem import Problem

_PLURALS = tuple(f"msgstr[{number}] " for number in range(6))
_NAMES = frozenset({"msgid ", "msgid_plural ", "msgstr ", *_PLURALS})
_ESCAPE = re.compile(r'\\(.)|(")', re.DOTALL)
_PLAIN = re.compile(
    r'#\.(.*)\nmsgid "([^"\\\n]*)"\nmsgstr "([^"\\\n]*(?:"\n"[^"\\\n]*)*)"\n\n'
)
"""An entry like nearly all: a note, a key, and lines of words that mean what they say.
Read in one go, for this is read at every start."""
_NEXT_LINE = '"\n"'
_MEANT = {"n": "\n", "t": "\t", "r": "\r", '"': '"', "\\": "\\"}


class Message(NamedTuple):
    """One string of a catalogue."""

    key: str
    forms: tuple[str, ...]
    """One form, or one for each plural; the first is empty where it is untranslated."""
    note: str = ""
    """What the translator should know."""
    is_plural: bool = False


class _Entry:
    __slots__ = ("is_fuzzy", "line", "note", "parts")

    def __init__(self) -> None:
        self.note: list[str] = []
        self.parts: dict[str, list[str]] = {}
        self.is_fuzzy = False
        self.line = 0
        """Where its last words stand."""


def read_po(text: str, file: str) -> tuple[Message, ...]:
    """Return the messages of a ``.po`` file; the first, with no key, is its header.

    ``file`` is the name that a problem gives. Guesses of tools (``#, fuzzy``) and
    obsolete entries (``#~``) are left out.

    Raises:
        Problem: A line is not understood, or a key stands there twice.
    """
    found: dict[str, Message] = {}
    for message, line, is_guess in _messages(text, file):
        if message is None or message.key in found:
            raise Problem("i18n.file_broken", file=file, line=line)
        if not is_guess or not message.key:
            found[message.key] = message
    return tuple(found.values())


def header_of(messages: tuple[Message, ...]) -> dict[str, str]:
    """Return the header's lines: ``Plural-Forms``, ``Language`` and so on."""
    text = next((one.forms[0] for one in messages if not one.key), "")
    lines = (line.partition(":") for line in text.splitlines())
    return {name.strip(): value.strip() for name, _, value in lines}


def _messages(text: str, file: str) -> Iterator[tuple[Message | None, int, bool]]:
    """Give each message, the line on which it ends, and whether it is a guess."""
    at, number = 0, 0  # characters and lines that were read
    while at < len(text):
        if plain := _PLAIN.match(text, at):
            note, key, words = plain.groups()
            at, number = plain.end(), number + 4
            if _NEXT_LINE in words:
                number += words.count(_NEXT_LINE)
                words = words.replace(_NEXT_LINE, "")
            yield Message(key, (words,), note.strip()), number - 1, False
            continue
        entry, at, number = _next_entry(text, file, at, number)
        if entry.parts:
            yield _message(entry), entry.line, entry.is_fuzzy


def _next_entry(text: str, file: str, at: int, number: int) -> tuple[_Entry, int, int]:
    """Read one entry line by line; return where, and on which line, the next begins."""
    entry, name = _Entry(), ""
    while at < len(text):
        # Not splitlines(): U+2028 inside a sentence does not end a line of the file.
        end = text.find("\n", at)
        raw = text[at:] if end < 0 else text[at:end]
        line = raw.strip(" \t\r")
        if name.startswith("msgstr") and line.startswith(("#", "msgid ")):
            break
        at, number = len(text) if end < 0 else end + 1, number + 1
        if not line:
            if name.startswith("msgstr"):
                break
            continue
        if line[0] == "#":
            _read_comment(line, entry)
            continue
        begins, quote, words = line.partition('"')
        if begins:
            name = begins
        is_new = not begins or begins not in entry.parts
        is_sound = name in _NAMES and is_new and quote and words.endswith('"')
        meant = _unescaped(words[:-1])
        if not is_sound or meant is None:
            raise Problem("i18n.file_broken", file=file, line=number)
        entry.parts.setdefault(name, []).append(meant)
        entry.line = number
    return entry, at, number


def _read_comment(line: str, entry: _Entry) -> None:
    if line.startswith("#."):
        entry.note.append(line[2:].strip())
    elif line.startswith("#,") and "fuzzy" in line:
        entry.is_fuzzy = True


def _message(entry: _Entry) -> Message | None:
    parts = {name: "".join(words) for name, words in entry.parts.items()}
    key, note = parts.pop("msgid ", None), " ".join(entry.note)
    is_plural = parts.pop("msgid_plural ", None) is not None
    names = _PLURALS[: len(parts)] if is_plural else ("msgstr ",)
    if key is None or not parts or set(parts) != set(names):
        return None
    return Message(key, tuple(parts[name] for name in names), note, is_plural)


def _unescaped(words: str) -> str | None:
    """Return the words that are meant, or None where the line breaks the rules."""
    if "\\" not in words and '"' not in words:
        return words
    for match in _ESCAPE.finditer(words):
        if match[2] or match[1] not in _MEANT:
            return None
    if len(words) - len(words.rstrip("\\")) & 1:
        return None
    return _ESCAPE.sub(lambda match: _MEANT[match[1]], words)
