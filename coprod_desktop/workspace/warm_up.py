"""Loading what is slow, after the window shows."""

from __future__ import annotations

from importlib import import_module


def warm_up() -> None:
    """Load the database and paper libraries; call it behind the first paint."""
    for name in ("store.vault", "pdf.compose", "pdf.render"):
        import_module(f"coprod_desktop.{name}")
