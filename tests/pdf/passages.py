"""What a paper says, part by part, for tests that hold it against the words."""

from __future__ import annotations

from collections.abc import Sequence

from coprod_desktop.pdf.reading import Passage


def in_words(passages: Sequence[Passage]) -> list[str]:
    """What each part says. An emoji in it is a figure of its own, heard by its name."""
    found: list[str] = []
    goes_on = False
    for one in passages:
        is_figure = one.role == "Figure"
        if is_figure and one.text == one.shown:
            continue
        if found and (is_figure or goes_on):
            found[-1] += one.text
        else:
            found.append(one.text)
        goes_on = is_figure
    return found
