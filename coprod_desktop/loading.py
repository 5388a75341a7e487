"""Loading other people's modules without what this program never asks them for."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from threading import Lock
from types import ModuleType
from typing import Any

_PLAIN_HASHES = ("_sha2", "_sha256")
"""Where Python keeps its own SHA-256: from 3.12 on, and before."""


@contextmanager
def left_out(module: str) -> Iterator[None]:
    """Load something without a module that it can do without.

    Whoever asks for it afterwards gets it.
    """
    if module in sys.modules:
        yield
        return
    # None in its place is Python's own way to say that there is none.
    sys.modules[module] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        del sys.modules[module]


def load_when_asked(module: str, parts: Sequence[str] = (), calls: str = "") -> None:
    """Let a module be imported now and load when something in it is asked for first.

    Python's own LazyLoader loads on the ``import`` itself. Of a package, ``parts`` are
    loaded at once, and what they hold is there; ``calls`` is a function that others
    take from it while they load themselves, and that loads it when it is called.
    """
    if module in sys.modules:
        return
    stands_in, one_at_a_time = ModuleType(module), Lock()

    def load() -> ModuleType:
        with one_at_a_time:
            if sys.modules.get(module) is stands_in:
                _forget(module)
        found = import_module(module)
        stands_in.__dict__.update(vars(found))
        return found

    def call(*given: Any) -> Any:
        return getattr(load(), calls)(*given)

    def ask(name: str) -> Any:
        # Whoever looks through all modules asks for these, and wants nothing loaded.
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(load(), name)

    # A module without a name of its own asks this (PEP 562).
    stands_in.__dict__.update({"__getattr__": ask, **({calls: call} if calls else {})})
    _put_in_place(stands_in, parts)


def _forget(module: str) -> None:
    """Let a module and its parts load anew: a package knows what it loads itself."""
    for one in list(sys.modules):
        if one == module or one.startswith(f"{module}."):
            del sys.modules[one]


def _put_in_place(stands_in: ModuleType, parts: Sequence[str]) -> None:
    """Let ``import`` find what stands in for a module, and some parts of a package."""
    module = stands_in.__name__
    places = getattr(find_spec(module), "submodule_search_locations", None)
    if places:
        stands_in.__path__ = places
    sys.modules[module] = stands_in
    for part in parts:
        found = import_module(f"{module}.{part}")
        stands_in.__dict__.update({one: getattr(found, one) for one in found.__all__})
    package, _, name = module.rpartition(".")
    if package:
        setattr(import_module(package), name, stands_in)


def load_plain_hashes() -> None:
    """Load Python's own hashes, and not the system's OpenSSL for them as well.

    That is 3 MiB, and cryptography brings an OpenSSL of its own, which hashes whatever
    is long (``crypto.digests``). Where Python was built without its own, nothing is
    left out.
    """
    if any(find_spec(name) for name in _PLAIN_HASHES):
        with left_out("_hashlib"):
            for name in ("hashlib", "hmac"):
                import_module(name)
