"""One idea a line: sentences of ours part at their ends, never inside a name.

A line end stands between two ideas. It is put into the sentences of the catalogue,
before anything is filled in, so a full stop in somebody's name starts no line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from coprod_desktop.i18n.catalogue import Catalogue
from coprod_desktop.pdf.both import halves, joined, paired
from coprod_desktop.pdf.sizes import Sizes

_APART = "\n"
_ENDS = re.compile('([.?!؟۔][”"»]?)\\s+')
_WHOLE = frozenset({"pdf.question"})
"""A number and a full stop, which end nothing."""
_WHOLE_ROOMS = ("pdf.footer.", "pdf.problem.", "pdf.log.")


def with_ideas_apart(catalogue: Catalogue) -> Catalogue:
    """Return a language's words for paper with a line end after each sentence."""
    texts = {key: _parted(key, text) for key, text in catalogue.texts.items()}
    plurals = {
        key: tuple(_parted(key, form) for form in forms)
        for key, forms in catalogue.plurals.items()
    }
    return catalogue._replace(texts=texts, plurals=plurals)


def ideas_in(text: str, sizes: Sizes) -> list[str]:
    """Return the lines of sentences of ours; none where there is no text.

    In two languages, each idea stands in both before the next begins.
    """
    if not text or not sizes.sentences_apart:
        return [text] if text else []
    first, *second = (half.split(_APART) for half in halves(text))
    if not second:
        return first
    if len(first) != len(second[0]):
        return [paired(" ".join(first), " ".join(second[0]))]
    return [paired(*pair) for pair in zip(first, second[0], strict=True)]


def joined_ideas(told: Iterable[str], sizes: Sizes) -> str:
    """Return sentences as one text, parted where ideas stand apart."""
    return joined(told, _APART if sizes.sentences_apart else " ")


def _parted(key: str, text: str) -> str:
    is_ours = key.startswith("pdf.") and not key.startswith(_WHOLE_ROOMS)
    return _ENDS.sub(rf"\1{_APART}", text) if is_ours and key not in _WHOLE else text
