"""Words as a list of signs, each with its author: slow, and plainly right.

Told anew from what the documents promise (decisions 001 and 002, the words policy),
without anything of the program's model but the pens' own values.
"""

from __future__ import annotations

from dataclasses import dataclass

from coprod_desktop.model.authored_text import Attribution, AuthoredText, Mode

Signs = list[tuple[str, Attribution]]


@dataclass(frozen=True)
class Typed:
    """What somebody did: these signs were picked out, and this came in their place."""

    at: int
    gone: int
    new: str


class Refused(Exception):  # noqa: N818 - what happened, not which error
    """The pen may not change what it would change."""


def kept(typed: str) -> str:
    """Return what is kept of typed signs, sign by sign."""
    found: list[str] = []
    for at, sign in enumerate(typed):
        code = ord(sign)
        if sign == "\n" and typed[at - 1 : at] == "\r":
            continue  # the line has ended already
        if sign in "\r\n":
            found.append("\n")
        elif sign != "\t" and code < 32:
            found.append(chr(code + 0x2400))
        elif code == 127:
            found.append("␡")
        elif 0xD800 <= code < 0xE000:
            found.append("�")
        else:
            found.append(sign)
    return "".join(found)


def may_change(pen: Attribution, by: Attribution) -> bool:
    """Whether a pen may change a sign."""
    if by.voice != pen.voice:
        return False
    wrote_it_themselves = by.writer == by.voice
    return pen.writer == pen.voice or not wrote_it_themselves


def changed(signs: Signs, pen: Attribution, typed: Typed, *, pasted: bool) -> Signs:
    """Return the signs after somebody typed; equal signs at both ends stay theirs.

    Raises:
        Refused: The pen may not do this.
    """
    at, stop, new = typed.at, typed.at + typed.gone, typed.new
    while at < stop and new and signs[at][0] == new[0]:
        at, new = at + 1, new[1:]
    while at < stop and new and signs[stop - 1][0] == new[-1]:
        stop, new = stop - 1, new[:-1]
    mode = Mode.PASTED if pasted else pen.mode
    by = Attribution(pen.voice, pen.writer, mode)
    return put(signs, pen, (at, stop), [(sign, by) for sign in kept(new)])


def put(signs: Signs, pen: Attribution, gone: tuple[int, int], new: Signs) -> Signs:
    """Return the signs with some exchanged.

    Raises:
        Refused: The pen may not do this.
    """
    at, stop = gone
    if not all(may_change(pen, by) for _, by in signs[at:stop]):
        raise Refused
    neighbours = [signs[place][1] for place in (at - 1, at) if 0 <= place < len(signs)]
    is_between = at == stop and len(neighbours) == 2
    if is_between and not any(may_change(pen, by) for by in neighbours):
        raise Refused
    return signs[:at] + new + signs[stop:]


def carried(pen: Attribution, words: Signs) -> Signs:
    """Return signs that move inside the program, as they arrive under a pen."""
    pasting = Attribution(pen.voice, pen.writer, Mode.PASTED)
    return [(sign, by if may_change(pen, by) else pasting) for sign, by in words]


def signs_of(text: AuthoredText) -> Signs:
    """Return the signs of the program's own text."""
    found: Signs = []
    at = 0
    for run in text.runs:
        for sign in text.text[at : at + run.length]:
            found.append((sign, run.attribution))
        at += run.length
    assert at == len(text.text)
    return found
