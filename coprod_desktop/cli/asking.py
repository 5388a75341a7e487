"""What a command is asked for: its arguments, and the ward that they open."""

from __future__ import annotations

import argparse
import os
import secrets
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from getpass import getpass
from pathlib import Path

from coprod_desktop.i18n.catalogue import Catalogue
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.problem import Problem
from coprod_desktop.store.places import default_folder
from coprod_desktop.store.world import World
from coprod_desktop.workspace.doorway import Doorway
from coprod_desktop.workspace.ward import Ward

FOLDER_VARIABLE = "COPROD_DATA_DIR"

Asked = argparse.Namespace


@dataclass(frozen=True, slots=True)
class Command:
    """One command: the arguments it takes, and what it does with them.

    ``says`` is the key of its help. ``answer`` returns the exit status.
    """

    says: str
    answer: Callable[[Asked, Catalogue], int]
    add_arguments: Callable[[argparse.ArgumentParser, Catalogue], None] | None = None


def real_world() -> World:
    """Return the time, ids and chance of this computer."""
    return World(
        lambda: datetime.now(UTC), lambda: uuid.uuid4().hex, secrets.token_bytes
    )


def add_opening(one: argparse.ArgumentParser, words: Catalogue) -> None:
    """Let a command be told who opens the ward, and with what."""
    one.add_argument("--as", dest="person", help=words.text("cli.person"))
    one.add_argument(
        "--passphrase-file", type=Path, help=words.text("cli.passphrase_file")
    )


def add_json(one: argparse.ArgumentParser, words: Catalogue) -> None:
    """Let a command answer a machine."""
    one.add_argument("--json", action="store_true", help=words.text("cli.json"))


def folder_of(asked: Asked) -> Path:
    """Return the ward's folder: as it was said, else the system's own place."""
    given = asked.folder or os.environ.get(FOLDER_VARIABLE)
    return Path(given) if given else default_folder().root


def opened(asked: Asked, words: Catalogue) -> Ward:
    """Open the ward that is asked for.

    Raises:
        Problem: Nobody of that name may open it, or it does not open.
    """
    door = Doorway(folder_of(asked), real_world())
    doors = door.keyring().doors
    named = [one for one in doors if asked.person in (None, one.name, one.person_id)]
    if not named:
        raise Problem("cli.nobody_of_that_name")
    return door.open(
        PersonId(named[0].person_id), _passphrase(asked, words, named[0].name)
    )


def read(file: Path) -> bytes:
    """Return what a file holds.

    Raises:
        Problem: It cannot be read.
    """
    try:
        return file.read_bytes()
    except OSError:
        raise Problem("cli.cannot_read") from None


def _passphrase(asked: Asked, words: Catalogue, name: str) -> str:
    if asked.passphrase_file is None:
        return getpass(words.text("cli.passphrase_of", name=name))
    return read(asked.passphrase_file).decode("utf-8", "replace").rstrip("\r\n")
