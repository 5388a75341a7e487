"""Where the program starts: commands go to ``cli``, all else opens the window."""

from __future__ import annotations

import sys
from collections.abc import Sequence

# Kept here so that the window shows without loading the commands; a test holds it
# equal to cli.commands.COMMANDS.
_COMMANDS = frozenset(
    {
        "backup",
        "check-forms",
        "check-translations",
        "dump",
        "export",
        "find",
        "rebuild",
        "rescue",
        "restore",
        "selftest",
        "verify",
    }
)
_FOR_CLI = frozenset({"-h", "--help", "--version"})
_WITH_VALUE = frozenset({"--data-dir", "--pictures", "--gallery"})


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program with these arguments; return its exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if is_command(given):
        from coprod_desktop import cli  # noqa: PLC0415 - the window does without

        return cli.main(given)
    from coprod_desktop import app  # noqa: PLC0415 - commands do without Qt

    return app.main(given)


def is_command(given: Sequence[str]) -> bool:
    """Whether these arguments ask for something that needs no window."""
    is_value = False
    for one in given:
        if is_value:
            is_value = False
        elif one in _WITH_VALUE:
            is_value = True
        elif not one.startswith("-"):
            return one in _COMMANDS
        elif one in _FOR_CLI:
            return True
    return False


if __name__ == "__main__":
    sys.exit(main())
