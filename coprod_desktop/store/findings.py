"""What the store noticed about its own files, and what it did about it."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a member of staff must be told.

    ``key`` names a sentence of the catalogue, ``named`` fills it: counts and numbers of
    entries, never words or names.
    """

    key: str
    named: dict[str, int] = field(default_factory=dict)
