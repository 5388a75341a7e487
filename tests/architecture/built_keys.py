"""The catalogue keys that are put together while the program runs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

BUILT: Mapping[str, Iterable[str]] = {}
"""The shape of each such key, and everything that ``{}`` can be.

Enumerations name their own ends: ``"role.{}": [role.value for role in Role]``.
"""
