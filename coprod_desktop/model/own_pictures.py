"""Signing in with one's own pictures: seen again among others, nothing to remember.

A person picks one picture on each page. The pages stay as they are, for each person and
each time: were they new each time, the pictures that always come back would be the
secret. Which page comes first does not matter. Four pages of nine are one in 6,561.
"""

from __future__ import annotations

from collections.abc import Collection

from coprod_desktop.model.problem import Problem

Pages = tuple[tuple[str, ...], ...]
"""The names of the pictures on each page."""


def checked_pictures(picked: Collection[str], pages: Pages) -> None:
    """Refuse pictures that are not one from each page.

    Raises:
        Problem: A page has none of them, or two, or one is on no page.
    """
    on_each = [len(set(page).intersection(picked)) for page in pages]
    if on_each != [1] * len(pages) or len(picked) != len(pages):
        raise Problem("problem.pictures_one_each")


def picture_secret(picked: Collection[str]) -> str:
    """Return what stands for the pictures that were picked, in whichever order."""
    return "\n".join(sorted(set(picked)))
