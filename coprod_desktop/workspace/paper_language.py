"""In which language a paper is made."""

from __future__ import annotations

from coprod_desktop.i18n.catalogue import SOURCE_LANGUAGE, direction_of


def paper_language(language: str) -> str:
    """Return the language of papers for people who read a language (BCP 47 tags).

    Pages are laid out from left to right only. Where lines start on the right, a name
    in a sentence would stand in the wrong place and could change who is said to have
    written what; so those papers are in English.
    """
    return SOURCE_LANGUAGE if direction_of(language) == "rtl" else language
