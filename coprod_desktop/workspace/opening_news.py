"""What staff are told when a ward was opened: what was found, and what was mended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coprod_desktop.workspace.checking import CheckState

if TYPE_CHECKING:
    from coprod_desktop.store.vault import Store


@dataclass(frozen=True, slots=True)
class OpeningNews:
    """One thing to tell: ``key`` names a sentence, ``named`` fills it."""

    key: str
    named: Mapping[str, int]
    """Counts and numbers of entries, never words or names."""


def opening_news(store: Store) -> tuple[OpeningNews, ...]:
    """Return what was noticed about the ward's files when it was opened."""
    return tuple(OpeningNews(one.key, one.named) for one in store.told)


def check_news(state: CheckState) -> tuple[OpeningNews, ...]:
    """Return what reading the record over has found; nothing where all is well."""
    if state.broken is not None:
        told = OpeningNews("check.entry_changed", {"entry": state.broken.number})
        return (told,)
    if state.problem is not None:
        return (OpeningNews(state.problem.key, {}),)
    return ()
