"""The made-up ward, for commands that a nurse runs on it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from coprod_desktop import cli


@dataclass(frozen=True)
class Place:
    """Where a ward lies, and the file that holds its staff's passphrase."""

    folder: Path
    secret: Path

    def run(self, *arguments: str) -> int:
        """Run a command as the nurse."""
        command, *rest = arguments
        opening = ["--passphrase-file", str(self.secret)]
        return cli.main(["--data-dir", str(self.folder), command, *opening, *rest])
