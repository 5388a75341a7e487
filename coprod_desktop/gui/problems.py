"""Problems as sentences: what happened, what is safe, what to do next."""

from __future__ import annotations

from collections.abc import Callable

from coprod_desktop.i18n.catalogue import Catalogue
from coprod_desktop.model.problem import NotYourWords, Problem

UNEXPECTED = "problem.unexpected"
"""Tells about a failure that nobody foresaw; the crash page tells more."""


def sentence_for(
    problem: Exception, words: Catalogue, people_name: Callable[[str], str]
) -> str:
    """Tell a person about a problem in words.

    ``people_name`` gives the name of a person by their id: a Problem itself carries
    no names. Anything that is not a Problem, or has no words of its own, gets one
    sentence that gives nothing away.
    """
    if not isinstance(problem, Problem):
        return words.text(UNEXPECTED)
    if isinstance(problem, NotYourWords):
        return words.text(problem.key, name=people_name(problem.owner))
    if not words.has(problem.key):
        return words.text(UNEXPECTED)
    return words.text(problem.key, **problem.named)
