"""Loading what is slow, after the window shows."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module

from coprod_desktop.loading import left_out, load_when_asked


def warm_up() -> None:
    """Load the database; call it behind the first paint.

    What draws paper costs 14 MiB and waits until somebody asks for paper, which is made
    beside the window anyway.
    """
    # SQLAlchemy loads asyncio, 2 MiB, and that loads what encrypts a network's traffic,
    # 2 MiB more, for a program that speaks to no network. It asks for asyncio's errors
    # whenever the database reports one.
    with left_out("ssl"):
        load_when_asked("asyncio", parts=("exceptions",), calls="iscoroutine")
        # What looks for installed programs brings all that reads mail: 1 MiB.
        load_when_asked("importlib.metadata")
        import_module("sqlalchemy")
    for name in ("store.vault", "pdf.compose"):
        import_module(f"coprod_desktop.{name}")


def warm_up_paper(pictures: Iterable[str]) -> None:
    """Load what makes a paper, its fonts and these pictures; call beside the window.

    It takes a third of a second the first time, and next to nothing afterwards.
    """
    from coprod_desktop.pdf.render import make_ready  # noqa: PLC0415 - see above

    for name in ("pdf.metadata", "exchange.fhir", "exchange.fhir_source"):
        import_module(f"coprod_desktop.{name}")
    make_ready(pictures)
