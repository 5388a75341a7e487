"""Closed wards as older programs left them: ``v<schema>.zip``, encrypted as they were.

Made with ``made_ward(root, "old ward")`` and ``full_record`` of ``tests.store.wards``,
a draft "A thought for later." of Sam's under ``worry``, and his progress there.
"""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

from coprod_desktop.store.places import Folder


def unpacked(schema: str, root: Path) -> Folder:
    """Put an old ward into a folder; ``PASSPHRASE`` of Priya's opens it."""
    with ZipFile(Path(__file__).with_name(f"v{schema}.zip")) as packed:
        packed.extractall(root)
    return Folder(root)
