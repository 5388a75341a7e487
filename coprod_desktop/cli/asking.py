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
from typing import TYPE_CHECKING

from coprod_desktop.i18n.catalogue import Catalogue
from coprod_desktop.model.problem import Problem
from coprod_desktop.store.keyring import Keyring
from coprod_desktop.store.places import default_folder
from coprod_desktop.store.world import World
from coprod_desktop.workspace.doorway import Doorway
from coprod_desktop.workspace.passwords import check_password
from coprod_desktop.workspace.restoring import Hand
from coprod_desktop.workspace.signing import certificate_in
from coprod_desktop.workspace.ward import Ward

if TYPE_CHECKING:
    from coprod_desktop.pdf.certificates import Certificate

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


def add_signing(one: argparse.ArgumentParser, words: Catalogue) -> None:
    """Let a command be told what a paper is signed with."""
    says = words.text("cli.sign_password_file")
    one.add_argument("--sign", type=Path, help=words.text("cli.sign"))
    one.add_argument("--sign-password-file", type=Path, help=says)


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
    return door.open(*hand_of(asked, words, door.keyring()))


def hand_of(asked: Asked, words: Catalogue, keyring: Keyring) -> Hand:
    """Return who opens a ward, as it was asked for, and their passphrase.

    Raises:
        Problem: Nobody of that name may open it.
    """
    for door in keyring.doors:
        if asked.person in (None, door.name, door.person_id):
            secret = passphrase_of(door.name, asked.passphrase_file, words)
            return Hand(door.person_id, secret)
    raise Problem("cli.nobody_of_that_name")


def passphrase_of(name: str, file: Path | None, words: Catalogue) -> str:
    """Return somebody's passphrase: from a file, else asked for at the terminal.

    Raises:
        Problem: The file cannot be read.
    """
    if file is None:
        return getpass(words.text("cli.passphrase_of", name=name))
    return read(file).decode("utf-8", "replace").rstrip("\r\n")


def new_password(words: Catalogue) -> str:
    """Return a password for a file, asked for twice at the terminal alone.

    On a command line it would stand in lists of what runs, and in histories.

    Raises:
        Problem: It is too easy to guess, or was typed in two ways.
    """
    password = getpass(words.text("cli.password_new"))
    check_password(password)
    if getpass(words.text("cli.password_again")) != password:
        raise Problem("cli.password_differs")
    return password


def certificate_of(asked: Asked, words: Catalogue) -> Certificate:
    """Return the certificate that a paper is to be signed with.

    Its password comes from a file, else it is asked for at the terminal: never from a
    command line, and it is kept nowhere.

    Raises:
        Problem: A file cannot be read, it is no certificate, the password is another,
            or the part that signs is not on this computer.
    """
    file, told = read(asked.sign), asked.sign_password_file
    if told is None:
        return certificate_in(file, getpass(words.text("cli.sign_password")))
    secret = read(told).decode("utf-8", "replace").rstrip("\r\n")
    return certificate_in(file, secret)


def read(file: Path) -> bytes:
    """Return what a file holds.

    Raises:
        Problem: It cannot be read.
    """
    try:
        return file.read_bytes()
    except OSError:
        raise Problem("cli.cannot_read") from None
