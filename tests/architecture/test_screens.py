"""No screen gives another meaning to what the class of all screens keeps for itself."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.architecture.source import Source, python_files

SCREEN = "coprod_desktop/gui/screen.py"


def assigned(kind: ast.ClassDef) -> Iterator[ast.Attribute]:
    """Every private name that the methods of a class set on the object itself."""
    for node in ast.walk(kind):
        if (
            isinstance(node, ast.Attribute)
            and isinstance(node.ctx, ast.Store)
            and isinstance(node.value, ast.Name)
            and node.value.id == "self"
            and node.attr.startswith("_")
        ):
            yield node


def screens(source: Source) -> Iterator[ast.ClassDef]:
    """The classes of a file that are screens, by what their bases are called."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ClassDef):
            bases = [one.id for one in node.bases if isinstance(one, ast.Name)]
            if any(base.endswith("Screen") for base in bases):
                yield node


def overwritten(own: frozenset[str], source: Source) -> list[str]:
    """Where a file's screens set a name that is the base's own."""
    return [
        f"{source.path}:{one.lineno}: {kind.name} sets {one.attr} of Screen"
        for kind in screens(source)
        for one in assigned(kind)
        if one.attr in own
    ]


def of_the_base() -> frozenset[str]:
    """The names that the class of all screens sets for itself."""
    (source,) = python_files(SCREEN)
    kinds = (one for one in ast.walk(source.tree) if isinstance(one, ast.ClassDef))
    (screen,) = (one for one in kinds if one.name == "Screen")
    return frozenset(one.attr for one in assigned(screen))


def test_screens_leave_the_names_of_their_base_alone():
    own = of_the_base()
    others = [one for one in python_files("coprod_desktop/gui/") if one.path != SCREEN]

    assert "_held" in own
    assert sum(len([*screens(one)]) for one in others) > 50
    assert [line for one in others for line in overwritten(own, one)] == []


def test_a_screen_that_sets_such_a_name_is_noticed():
    text = "class TalkScreen(Screen):\n    def show(self):\n        self._held = 1\n"

    assert overwritten(frozenset({"_held"}), Source("gui/x.py", text)) != []
