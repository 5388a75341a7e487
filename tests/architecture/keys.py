"""Which catalogue keys the program uses, read from its source."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tests.architecture.source import Source, dotted

KEY = re.compile(r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)+")
BUILT_KEY = re.compile(r"[a-z][a-z0-9_]*\.[a-z0-9_.{}]*")
PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")

SPEAKS = ("text", "plural", "Problem")
"""What takes a key as its first argument."""


@dataclass(frozen=True)
class Asked:
    """A key that a call asks for, and the names that it gives."""

    where: str
    key: str
    names: frozenset[str] | None
    """None where the call gives them as a whole, ``**named``."""


def asked_for(source: Source) -> Iterator[Asked]:
    """Give every key that a call asks for by its full name."""
    for node in ast.walk(source.tree):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        called = dotted(node.func).rsplit(".", 1)[-1]
        key = _literal(node.args[0])
        if called not in SPEAKS or not KEY.fullmatch(key):
            continue
        names = {each.arg for each in node.keywords}
        given = None if None in names else frozenset(str(each) for each in names)
        if called == "plural":
            given = None if given is None else given | {"n"}
        yield Asked(f"{source.path}:{node.lineno}", key, given)


def _literal(node: ast.expr) -> str:
    """The string that is written out here; empty for anything else."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    return ""


def mentioned(source: Source) -> set[str]:
    """Give every string of a file that is shaped like a key, wherever it stands."""
    return {
        _literal(node)
        for node in ast.walk(source.tree)
        if isinstance(node, ast.expr) and KEY.fullmatch(_literal(node))
    }


def built(source: Source, rooms: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Give every key that is put together while the program runs, with its place.

    ``{}`` stands for what changes: ``pen.saying.{}``. ``rooms`` are the first parts of
    the keys there are; an f-string that starts otherwise is no key.
    """
    starts = tuple(f"{room}." for room in rooms)
    for node in ast.walk(source.tree):
        if isinstance(node, ast.JoinedStr):
            shape = "".join(
                str(part.value) if isinstance(part, ast.Constant) else "{}"
                for part in node.values
            )
        elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
            shape = f"{_literal(node.left) or '?'}{{}}"
        else:
            continue
        if shape.startswith(starts) and BUILT_KEY.fullmatch(shape):
            yield shape, f"{source.path}:{node.lineno}"


def named_in_resources(source: Source) -> set[str]:
    """Give every string of a JSON file that is shaped like a key."""
    return set(re.findall(rf'"({KEY.pattern})"'.replace("(\\.", "(?:\\."), source.text))
