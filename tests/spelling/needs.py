"""What real spelling help needs of the machine; where it is missing, it is said."""

from __future__ import annotations

import pytest

from coprod_desktop.spelling.speller import Speller
from coprod_desktop.spelling.with_enchant import find_speller


def real_speller(language: str) -> Speller:
    """Return a real dictionary. Skip, aloud, where this machine has none."""
    found = find_speller(language)
    if found is None:
        pytest.skip(
            f"NOT TRIED with a real dictionary: none is installed for {language}"
        )
    return found
