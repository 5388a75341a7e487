"""What helps with spelling, whichever library it is."""

from __future__ import annotations

from typing import Protocol


class Speller(Protocol):
    """Knows the words of one language."""

    def knows(self, word: str) -> bool:
        """Whether a word stands in the dictionary."""

    def like(self, word: str) -> tuple[str, ...]:
        """Return words that may have been meant, the likeliest first."""

    def close(self) -> None:
        """Give the dictionary back; nothing can be asked after that."""
