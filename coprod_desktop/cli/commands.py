"""The table of commands, and how one of them is called."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

import coprod_desktop
from coprod_desktop.cli import checking, keeping, showing
from coprod_desktop.cli.asking import Command
from coprod_desktop.cli.telling import COULD_NOT, sentence_of
from coprod_desktop.i18n.catalogue import Catalogue, read_catalogue
from coprod_desktop.model.problem import Problem

COMMANDS: dict[str, Command] = {
    **checking.COMMANDS,
    **showing.COMMANDS,
    **keeping.COMMANDS,
}
"""Every command by its name, in the order in which help tells them."""


def main(arguments: Sequence[str]) -> int:
    """Do what the arguments ask for; return the exit status."""
    words = read_catalogue("en")
    asked = parser(words).parse_args(arguments)
    try:
        return COMMANDS[asked.command].answer(asked, words)
    except Problem as problem:
        print(sentence_of(problem, words), file=sys.stderr)
        return COULD_NOT


def parser(words: Catalogue) -> argparse.ArgumentParser:
    """Return what reads the arguments; its help comes from the catalogue."""
    text = words.text
    found = argparse.ArgumentParser("coprod-desktop", description=text("cli.about"))
    found.add_argument(
        "--version", action="version", version=coprod_desktop.__version__
    )
    found.add_argument("--data-dir", dest="folder", help=text("cli.folder"))
    commands = found.add_subparsers(dest="command", required=True, metavar="")
    for name, command in COMMANDS.items():
        one = commands.add_parser(name, help=text(command.says))
        if command.add_arguments is not None:
            command.add_arguments(one, words)
    return found
