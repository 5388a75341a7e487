"""The languages that can be chosen, each by its own name."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from coprod_desktop.bundled import bundled
from coprod_desktop.i18n.catalogue import FILE_NAME, SOURCE_LANGUAGE, languages
from coprod_desktop.i18n.po import header_of, read_po

NAME = "X-Name"
"""In the header of a catalogue: what the language calls itself."""

UNCHECKED = "X-Unchecked"
"""In the header of a catalogue: that nobody has checked it, in its own language."""

CHECKED_BY = "X-Checked-By"
"""In the header of a catalogue: which native speakers have checked its words."""


class Offered(NamedTuple):
    """A language that can be chosen."""

    tag: str
    name: str
    """What it calls itself; its tag where nobody said."""
    is_checked: bool
    """Whether a native speaker has checked its words; English is where they begin."""
    unchecked: str = ""
    """In its own language, that none has; empty where one has, or nothing is said."""


def offered(folder: Path | None = None) -> tuple[Offered, ...]:
    """Return the languages that have a catalogue, English first.

    ``folder`` holds one folder a language, as translations/ does.

    Raises:
        Problem: The header of one is broken.
    """
    place = folder or bundled("translations")
    return tuple(_offered(place, tag) for tag in languages(place))


def _offered(place: Path, tag: str) -> Offered:
    # The header alone: the words of all languages take a while to read.
    whole = (place / tag / FILE_NAME).read_text("utf-8", "replace")
    header = header_of(read_po(whole.partition("\n\n")[0], f"{tag}/{FILE_NAME}"))
    is_checked = tag == SOURCE_LANGUAGE or bool(header.get(CHECKED_BY))
    unchecked = "" if is_checked else header.get(UNCHECKED, "")
    return Offered(tag, header.get(NAME) or tag, is_checked, unchecked)
