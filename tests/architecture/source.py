"""Reading our own source: the files that git knows and their syntax trees."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "coprod_desktop"

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Source:
    """One Python file: where it lies, as a path from the root, and its text."""

    path: str
    text: str

    @property
    def tree(self) -> ast.Module:
        """The syntax tree of the whole file."""
        return _parsed(self.text)

    @property
    def room(self) -> str:
        """The room it lies in: ``store``; for a module outside rooms, its own name."""
        parts = self.path.removesuffix(".py").split("/")
        return parts[1] if len(parts) > 1 else parts[0]


@cache
def _parsed(text: str) -> ast.Module:
    return ast.parse(text)


@cache
def tracked_files() -> tuple[str, ...]:
    """Give every file of the project: known to git, or new and not ignored."""
    asked = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    told = subprocess.run(asked, cwd=ROOT, capture_output=True, check=True)
    names = told.stdout.decode().split("\0")
    return tuple(sorted(name for name in names if name and (ROOT / name).is_file()))


def read(path: str) -> Source:
    """Read one file of the project."""
    return Source(path, (ROOT / path).read_text(encoding="utf-8"))


@cache
def package_sources() -> tuple[Source, ...]:
    """Every Python file of the program."""
    return tuple(
        read(path)
        for path in tracked_files()
        if path.startswith("coprod_desktop/") and path.endswith(".py")
    )


@cache
def test_sources() -> tuple[Source, ...]:
    """Every Python file of the tests."""
    return tuple(
        read(path)
        for path in tracked_files()
        if path.startswith("tests/") and path.endswith(".py")
    )


@cache
def text_files() -> tuple[Source, ...]:
    """Every file of the project that is text, whatever its kind."""
    found = []
    for path in tracked_files():
        try:
            found.append(read(path))
        except UnicodeDecodeError:
            continue
    return tuple(found)


def nodes(source: Source, *kinds: type[ast.AST]) -> Iterator[ast.AST]:
    """Every node of these kinds, in no promised order."""
    return (node for node in ast.walk(source.tree) if isinstance(node, kinds))


def dotted(node: ast.expr) -> str:
    """Spell a name or an attribute: ``time.sleep``; empty for anything else."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        owner = dotted(node.value)
        return f"{owner}.{node.attr}" if owner else node.attr
    return ""


def length(node: ast.AST) -> int:
    """Lines from the ``def`` or ``class`` to its end, the docstring not counted."""
    first: int = node.lineno  # type: ignore[attr-defined]
    last: int = node.end_lineno  # type: ignore[attr-defined]
    words = node.body[0] if ast.get_docstring(node) else None  # type: ignore[attr-defined, arg-type]
    return last - first + 1 - (words.end_lineno - words.lineno + 1 if words else 0)
