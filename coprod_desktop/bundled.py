"""Where the folders lie that travel with the program."""

from __future__ import annotations

from pathlib import Path


def bundled(name: str) -> Path:
    """Give the folder ``name``: ``resources`` or ``translations``.

    A wheel and a frozen build carry it inside the package; a checkout keeps it
    beside the package.

    Raises:
        FileNotFoundError: It is in neither place.
    """
    package = Path(__file__).resolve().parent
    for place in (package / "_bundled", package.parent):
        if (place / name).is_dir():
            return place / name
    raise FileNotFoundError(f"{name} is neither inside {package.name} nor beside it")
