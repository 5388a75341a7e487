"""Loading what is slow, after the window shows."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module


def warm_up() -> None:
    """Load the database; call it behind the first paint.

    What draws paper costs 14 MiB and waits until somebody asks for paper, which is made
    beside the window anyway.
    """
    with left_out("ssl"):
        import_module("sqlalchemy")
    for name in ("store.vault", "pdf.compose"):
        import_module(f"coprod_desktop.{name}")


@contextmanager
def left_out(module: str) -> Iterator[None]:
    """Load something without a module that it can do without.

    SQLAlchemy loads asyncio, and that loads what encrypts a network's traffic: 2 MiB
    for a program that speaks to no network. Whoever asks for it afterwards gets it.
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
