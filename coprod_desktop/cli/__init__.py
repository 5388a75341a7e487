"""The front door without a window: verify, dump, export and the checks."""

from coprod_desktop.cli.commands import main
from coprod_desktop.cli.telling import COULD_NOT, NOT_THE_SAME, OK

__all__ = ["COULD_NOT", "NOT_THE_SAME", "OK", "main"]
