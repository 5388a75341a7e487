"""Every module of the program is met by a test of its own."""

from __future__ import annotations

import ast
from functools import cache

from tests.architecture.source import Source, python_files


@cache
def imported(source: Source) -> frozenset[str]:
    """Every module that a file imports, and every name it imports from one."""
    found = set()
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            found |= {each.name for each in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module}
            found |= {f"{node.module}.{each.name}" for each in node.names}
    return frozenset(found)


def never_met(program: tuple[Source, ...], tests: tuple[Source, ...]) -> list[str]:
    """Give the modules that no test imports, by themselves or through their room.

    A module that only its own room uses is met when a module of that room which uses
    it is. Packages that only hold others need no test.
    """
    met = set().union(*(imported(test) for test in tests))
    waiting = {
        each.module: each
        for each in program
        if not each.path.endswith(("__init__.py", "__main__.py"))
        and "/migrations/" not in each.path
    }
    queue = [module for module in waiting if module in met]
    while queue:
        source = waiting.pop(queue.pop(), None)
        if source is None:
            continue
        room = source.module.rsplit(".", 1)[0]
        queue += [
            module
            for module in waiting
            if module in imported(source) and module.startswith(f"{room}.")
        ]
    return sorted(waiting)


def test_every_module_is_met_by_a_test():
    assert never_met(python_files("coprod_desktop/"), python_files("tests/")) == []


def test_a_module_that_no_test_imports_is_noticed():
    alone = Source("coprod_desktop/store/alone.py", "x = 1")
    test = Source("tests/store/test_vault.py", "from coprod_desktop.store import vault")

    assert never_met((alone,), (test,)) == ["coprod_desktop.store.alone"]


def test_a_module_may_be_met_through_its_neighbour():
    part = Source("coprod_desktop/store/part.py", "x = 1")
    vault = Source("coprod_desktop/store/vault.py", "import coprod_desktop.store.part")
    test = Source("tests/store/test_vault.py", "from coprod_desktop.store import vault")

    assert never_met((part, vault), (test,)) == []


def test_a_neighbour_in_another_room_does_not_count():
    part = Source("coprod_desktop/crypto/part.py", "x = 1")
    vault = Source("coprod_desktop/store/vault.py", "import coprod_desktop.crypto.part")
    test = Source("tests/store/test_vault.py", "from coprod_desktop.store import vault")

    assert never_met((part, vault), (test,)) == ["coprod_desktop.crypto.part"]
