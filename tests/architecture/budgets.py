"""How big a thing may grow before it must be two things."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from tests.architecture.source import (
    Function,
    Source,
    definitions,
    dotted,
    is_public,
    keeps_qt_spelling,
    length,
)

FILE_LINES = 400
FUNCTION_LINES = 40
CLASS_LINES = 250
PUBLIC_METHODS = 15
SIGNALS = 4
CONSTRUCTOR_PARAMETERS = 5

EXCEPTIONS: dict[str, str] = {}
"""What may be too big, as :attr:`Excess.what` says it, and for which reason.

A line without a reason fails, and so does a line that is no longer needed.
"""


@dataclass(frozen=True)
class Excess:
    """One thing that is too big: what, how big, and how big it may be."""

    what: str
    size: int
    most: int

    def __str__(self) -> str:
        return f"{self.what}: {self.size}, and {self.most} is the most"


def excesses(source: Source) -> Iterator[Excess]:
    """Give everything in a file that is over its budget."""
    for what, size, most in _sizes(source):
        if size > most:
            yield Excess(what, size, most)


def _sizes(source: Source) -> Iterator[tuple[str, int, int]]:
    yield f"{source.path}: lines", len(source.text.splitlines()), FILE_LINES
    if not source.is_of_the_program:
        return
    for node in definitions(source):
        where = f"{source.path}: {node.name}"
        if isinstance(node, ast.ClassDef):
            yield f"{where}: lines", length(node), CLASS_LINES
            yield f"{where}: public methods", _public_methods(node), PUBLIC_METHODS
            yield f"{where}: signals", _signals(node), SIGNALS
            parameters = _constructor_parameters(node)
            yield f"{where}: constructor parameters", parameters, CONSTRUCTOR_PARAMETERS
        else:
            yield f"{where}: lines", length(node), FUNCTION_LINES


def _methods(node: ast.ClassDef) -> list[Function]:
    return [each for each in node.body if isinstance(each, Function)]


def _public_methods(node: ast.ClassDef) -> int:
    names = {each.name for each in _methods(node)}
    return sum(is_public(name) and not keeps_qt_spelling(name) for name in names)


def _signals(node: ast.ClassDef) -> int:
    values = [
        each.value for each in node.body if isinstance(each, ast.Assign | ast.AnnAssign)
    ]
    return sum(
        isinstance(value, ast.Call) and dotted(value.func).endswith("Signal")
        for value in values
    )


def _constructor_parameters(node: ast.ClassDef) -> int:
    for each in _methods(node):
        if each.name == "__init__":
            given = each.args
            return len([*given.posonlyargs, *given.args, *given.kwonlyargs]) - 1
    return 0


def unneeded(exceptions: dict[str, str], found: list[Excess]) -> list[str]:
    """Give the exceptions that nothing needs, or that nobody gave a reason for."""
    needed = {excess.what for excess in found}
    return [
        what
        for what, reason in exceptions.items()
        if what not in needed or len(reason.split()) < 3
    ]
