"""Names that tell what a thing is, and docstrings that tell more than the name."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import PurePosixPath

from tests.architecture.source import (
    Definition,
    Function,
    Source,
    definitions,
    dotted,
    is_public,
    keeps_qt_spelling,
    python_files,
)

TELLS_NOTHING = frozenset(
    {
        *("manager", "helper", "util", "utils", "handler", "data", "info", "process"),
        *("do", "misc", "base", "common", "managers", "helpers", "handlers"),
        *("service", "services", "controller", "controllers"),
    }
)

QT_METHODS_IN_SMALL_LETTERS = frozenset({"event", "text", "paint", "state", "role"})

_PART = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_SMALL_WORDS = frozenset(
    {
        *("a", "an", "the", "of", "to", "for", "and", "or"),
        *("in", "on", "at", "it", "its", "this", "that"),
    }
)


def parts(name: str) -> list[str]:
    """Take a name apart: ``DraftManager`` and ``draft_manager`` are the same two."""
    return [part.lower() for part in _PART.findall(name)]


def poor_names(source: Source) -> Iterator[tuple[int, str]]:
    """Find names that tell nothing, and slots that do not say who did what."""
    path = PurePosixPath(source.path.removesuffix(".py"))
    for line, name in [(1, path.name), *_given_names(source.tree)]:
        poor = TELLS_NOTHING.intersection(parts(name))
        if poor and not _is_dunder(name):
            yield line, f"{name}: {', '.join(sorted(poor))} tells nothing"
    for node in definitions(source):
        if node.name.startswith("_on_") and len(parts(node.name)) < 3:
            yield node.lineno, f"{node.name}: a slot is _on_<who>_<what>"


def _given_names(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Every name that this file chose: not those it only uses."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            yield node.lineno, node.name
        elif isinstance(node, Function) and not keeps_qt_spelling(node.name):
            yield node.lineno, node.name
            given = node.args
            for each in [*given.posonlyargs, *given.args, *given.kwonlyargs]:
                yield each.lineno, each.arg
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.lineno, node.id
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            # Others' attributes, such as a PDF's MarkInfo, have the names they have.
            if dotted(node.value) == "self":
                yield node.lineno, node.attr


def _is_dunder(name: str) -> bool:
    return name.startswith("__") and name.endswith("__")


def poor_docstrings(source: Source) -> Iterator[tuple[int, str]]:
    """Find public things without a docstring, or with one that repeats the name."""
    if ast.get_docstring(source.tree) is None:
        yield 1, "the module says nothing about itself"
    for node in _public_definitions(source.tree):
        words = ast.get_docstring(node)
        if words is None:
            yield node.lineno, f"{node.name} says nothing about itself"
        elif _only_repeats(node.name, words):
            yield node.lineno, f"{node.name}: its docstring repeats the name"


def _public_definitions(place: ast.Module | ast.ClassDef) -> Iterator[Definition]:
    for node in place.body:
        if isinstance(node, ast.ClassDef) and is_public(node.name):
            yield node
            # What a protocol asks for is told by its own words.
            if not any(dotted(each) == "Protocol" for each in node.bases):
                yield from _public_definitions(node)
        elif isinstance(node, Function) and is_public(node.name):
            overrides = isinstance(place, ast.ClassDef) and place.bases
            if not (_speaks_elsewhere(node) or (overrides and _is_told(node.name))):
                yield node


def _is_told(method: str) -> bool:
    """Whether a method of this name says what it does in another class, or in Qt."""
    return method in QT_METHODS_IN_SMALL_LETTERS or method in _told_methods()


@cache
def _told_methods() -> frozenset[str]:
    return frozenset(
        node.name
        for source in python_files("coprod_desktop/")
        for node in definitions(source)
        if isinstance(node, Function) and ast.get_docstring(node)
    )


def _speaks_elsewhere(node: Function) -> bool:
    """Whether its words stand at what it overrides, overloads or sets."""
    if keeps_qt_spelling(node.name):
        return True
    said = {ast.unparse(each).rsplit(".")[-1] for each in node.decorator_list}
    return bool(said & {"override", "overload", "setter"})


def _only_repeats(name: str, words: str) -> bool:
    said = {_stem(word) for word in parts(words)} - _SMALL_WORDS
    return said <= {_stem(part) for part in parts(name)}


def _stem(word: str) -> str:
    return word if word in _SMALL_WORDS else word.removesuffix("s")
