"""Reading our own source: the files that git knows and their syntax trees."""

from __future__ import annotations

import ast
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

Function = ast.FunctionDef | ast.AsyncFunctionDef
Definition = Function | ast.ClassDef


@dataclass(frozen=True)
class Source:
    """One file: where it lies, as a path from the root, and its text."""

    path: str
    text: str

    @property
    def tree(self) -> ast.Module:
        """The syntax tree of the whole file, which is Python."""
        return _parsed(self.text)

    @property
    def is_of_the_program(self) -> bool:
        """Whether it belongs to the program, not to its tests or tools."""
        return self.path.startswith("coprod_desktop/")

    @property
    def module(self) -> str:
        """Its name when it is imported: ``coprod_desktop.store.vault``."""
        return self.path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


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


@cache
def text_files() -> tuple[Source, ...]:
    """Every file of the project that is text, whatever its kind."""
    found = []
    for path in tracked_files():
        try:
            text = (ROOT / path).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found.append(Source(path, text))
    return tuple(found)


def python_files(*folders: str) -> tuple[Source, ...]:
    """Every Python file under these folders; of the whole project for none."""
    return tuple(
        source
        for source in text_files()
        if source.path.endswith(".py") and source.path.startswith(folders or ("",))
    )


def dotted(node: ast.AST) -> str:
    """Spell a name or an attribute: ``time.sleep``; empty for anything else."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        owner = dotted(node.value)
        return f"{owner}.{node.attr}" if owner else node.attr
    return ""


def definitions(source: Source) -> list[Definition]:
    """Every function, method and class of a file, however deep."""
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    return [node for node in ast.walk(source.tree) if isinstance(node, kinds)]


def is_public(name: str) -> bool:
    """Whether others may use it: no underscore before it."""
    return not name.startswith("_")


def keeps_qt_spelling(name: str) -> bool:
    """Whether a function is spelled as Qt does, so that it overrides Qt's own."""
    return name != name.lower() and not name.startswith("_")


def length(node: Definition) -> int:
    """Lines from the ``def`` or ``class`` to its end, the docstring not counted."""
    lines = (node.end_lineno or node.lineno) - node.lineno + 1
    if ast.get_docstring(node) is None:
        return lines
    words = node.body[0]
    return lines - ((words.end_lineno or words.lineno) - words.lineno + 1)
