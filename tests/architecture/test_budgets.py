"""Nothing grows past its budget, and each budget can fail."""

from __future__ import annotations

import pytest

from tests.architecture.budgets import EXCEPTIONS, Excess, excesses, unneeded
from tests.architecture.source import Source, python_files

TOO_BIG = {
    "lines of a file": "x = 1\n" * 401,
    "lines of a function": "def f():\n" + "    x = 1\n" * 40,
    "lines of a class": "class C:\n" + "    x = 1\n" * 250,
    "public methods": "class C:\n"
    + "".join(f"    def m{n}(s): 1\n" for n in range(16)),
    "signals": "class C:\n" + "".join(f"    s{n} = Signal(str)\n" for n in range(5)),
    "constructor parameters": "class C:\n    def __init__(s, a, b, c, d, *, e, f): 1",
}

BIG_ENOUGH = {
    "lines of a function with words": (
        'def f():\n    """One\n' + "    more\n" * 9 + '    """\n' + "    x = 1\n" * 39
    ),
    "methods that Qt calls": (
        "class C:\n" + "".join(f"    def paint{n}Event(s): 1\n" for n in range(16))
    ),
    "fields of a value": "class C:\n" + "".join(f"    f{n}: int\n" for n in range(9)),
}


def all_excesses() -> list[Excess]:
    """Everything in the project that is over its budget."""
    return [excess for source in python_files() for excess in excesses(source)]


def test_everything_is_within_its_budget():
    over = [str(each) for each in all_excesses() if each.what not in EXCEPTIONS]

    assert over == []


def test_every_exception_is_needed_and_has_a_reason():
    assert unneeded(EXCEPTIONS, all_excesses()) == []


@pytest.mark.parametrize("text", TOO_BIG.values(), ids=TOO_BIG)
def test_what_is_too_big_is_noticed(text: str):
    assert len(list(excesses(Source("coprod_desktop/x.py", text)))) == 1


@pytest.mark.parametrize("text", BIG_ENOUGH.values(), ids=BIG_ENOUGH)
def test_what_is_big_enough_is_left_alone(text: str):
    assert list(excesses(Source("coprod_desktop/x.py", text))) == []


def test_an_exception_that_nothing_needs_is_noticed():
    found = [Excess("a.py: lines", 401, 400)]

    assert unneeded({"a.py: lines": "split after the release"}, found) == []
    assert unneeded({"a.py: lines": "later"}, found) == ["a.py: lines"]
    assert unneeded({"b.py: lines": "split after the release"}, found) == [
        "b.py: lines"
    ]
