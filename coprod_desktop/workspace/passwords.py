"""Passwords for files that leave the ward: suggested, and looked at. Never kept."""

from __future__ import annotations

from collections.abc import Callable

from coprod_desktop.model.problem import Problem

SHORTEST = 12
"""Signs, as of a passphrase (SAFETY 2.2)."""
FEWEST_KINDS = 5
"""Different signs: ``aaaaaaaaaaaa`` is as easy to guess as one letter."""

_SIGNS = "0123456789abcdefghjkmnpqrstvwxyz"
"""Easy to read out and to type: no i, l, o or u."""


def suggested(random: Callable[[int], bytes]) -> str:
    """Return a password such as ``7f3k-9qwd-2m8x-hcpt``: 80 bits of chance."""
    signs = "".join(_SIGNS[one % len(_SIGNS)] for one in random(16))
    return "-".join(signs[at : at + 4] for at in range(0, len(signs), 4))


def check_password(password: str) -> None:
    """Let a password pass that is not too easy to guess.

    Raises:
        Problem: It is too short, or of too few different signs.
    """
    if len(password) < SHORTEST:
        raise Problem("password.short", count=len(password))
    if len(set(password)) < FEWEST_KINDS:
        raise Problem("password.plain")
