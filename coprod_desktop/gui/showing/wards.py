"""The wards that a showing needs; the front door knows how to make them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from coprod_desktop.model.ports import Clock
from coprod_desktop.workspace.doorway import Doorway


@dataclass(frozen=True, slots=True)
class Wards:
    """How to come to an empty folder's doorway, and to a made-up ward."""

    doorway: Callable[[Path], Doorway]
    make_example: Callable[[Path], object]
    """Makes the made-up ward in an empty folder."""
    clock: Clock
    passphrase: str
    """Opens the made-up ward."""
