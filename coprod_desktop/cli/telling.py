"""What a command says, and the exit status that it ends with."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence

from coprod_desktop.i18n.catalogue import Catalogue
from coprod_desktop.model.problem import Problem

OK, NOT_THE_SAME, COULD_NOT = 0, 1, 2
"""All is well; something is not as it should be; it could not be done."""


def sentence_of(problem: Problem, words: Catalogue) -> str:
    """Return a problem as a sentence; where it has no words, its key and values."""
    if words.has(problem.key):
        return words.explain(problem)
    return f"{problem.key} {problem.named}"


def tell_problems(problems: Sequence[Problem], words: Catalogue, well: str) -> int:
    """Say each problem, or that all is ``well``; return the exit status."""
    for problem in problems:
        print(sentence_of(problem, words))
    if not problems:
        print(well)
    return NOT_THE_SAME if problems else OK


def show_progress(words: Catalogue) -> Callable[[int, int], None]:
    """Return what shows how far something is, where a person looks at a terminal.

    On standard error, so that what is told to a machine stays as it is.
    """
    if sys.stderr is None or not sys.stderr.isatty():
        return lambda *_: None
    shown = -1

    def show(done: int, of: int) -> None:
        nonlocal shown
        percent = 100 * done // max(1, of)
        if percent != shown:
            shown = percent
            end = "\n" if percent == 100 else ""
            line = words.text("cli.progress", percent=percent)
            print(f"\r{line}", end=end, file=sys.stderr, flush=True)

    return show


def write_out(text: str) -> None:
    """Write to standard output exactly these signs, in UTF-8, with no line end.

    Raises:
        Problem: The output is full, or whoever read it has gone.
    """
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None:
        sys.stdout.write(text)
        return
    try:
        sys.stdout.flush()
        # A Windows console would write its own code page and line ends.
        buffer.write(text.encode())
        buffer.flush()
    except OSError as error:
        # What is still waiting would fail again, aloud, when the program ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise Problem("cli.cannot_write") from error
