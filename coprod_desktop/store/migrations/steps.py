"""Running the steps that a store still lacks. Imports Alembic, so import it late."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.runtime.migration import MigrationStep
from alembic.script import Script
from alembic.script.revision import RevisionMap
from sqlalchemy import Connection

Seal = Callable[[tuple[str, ...], dict[str, Any]], tuple[bytes, bytes]]
"""Seals a draft of an older file: where it lies and what it says, to itself and key."""


def run_steps(connection: Connection, versions: Sequence[str], seal: Seal) -> None:
    """Take these steps, and write down that they were taken.

    All in the transaction that is open: after a crash it is the old schema or the new.
    ``versions`` are all there have been, oldest first; those taken are passed over.
    """
    # Modules, not a folder of files: a frozen program has no such folder.
    modules = [import_module(f"{__package__}.versions.v{one}") for one in versions]
    scripts = [Script(one, one.revision, str(one.__file__)) for one in modules]
    known = RevisionMap(lambda: scripts)
    known.get_revisions("heads")  # reading the map is what ties its steps together

    def steps(taken: tuple[str, ...], _: MigrationContext) -> list[MigrationStep]:
        start = versions.index(taken[0]) + 1 if taken else 0
        return [
            MigrationStep.upgrade_from_script(known, script)
            for script in scripts[start:]
        ]

    context = MigrationContext.configure(connection, opts={"fn": steps, "seal": seal})
    with Operations.context(context):
        context.run_migrations()
