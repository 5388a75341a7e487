"""Something that went wrong and that we can explain to a person."""

from __future__ import annotations


class Problem(Exception):  # noqa: N818 - the word that people use, see DESIGN 2
    """An expected failure, told by a sentence in the catalogue.

    ``key`` names the sentence; ``named`` fills its placeholders and holds only
    what may be shown and logged: counts, file names, names of fields. Never words
    that a person wrote, never names of people, never secrets.
    """

    def __init__(self, key: str, **named: str | int) -> None:
        super().__init__(key)
        self.key = key
        self.named: dict[str, str | int] = dict(named)


class NotYourWords(Problem):
    """Somebody's pen touched words that only ``owner`` can change."""

    def __init__(self, owner: str) -> None:
        super().__init__("problem.not_your_words")
        self.owner = owner
        """The id of the person whose words they are; the window looks up the name."""
