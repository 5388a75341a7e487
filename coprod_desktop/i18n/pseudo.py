"""A made-up language that shows which words do not come from the catalogue.

Sentences stand in brackets, are some 40 % longer, and every letter wears an accent, so
text that is cut off, glued together or written into the code can be seen at once. Lines
start on the right, as in Arabic and Urdu. It is for tests and for looking at screens.
"""

from __future__ import annotations

import re

from coprod_desktop.i18n.catalogue import PLACEHOLDER, Catalogue
from coprod_desktop.model.forms import FormWords

PSEUDO_LANGUAGE = "qps-plocm"
"""The tag that some systems use for a mirrored pseudo-language."""

LONGER = 0.4
"""How much longer sentences become: English is short among its neighbours."""

_ACCENTS = str.maketrans(
    "aceginouwyzACEGINOUWYZ", "áçéğíñôûŵŷžÁÇÉĞÍÑÔÛŴŶŽ"
)  # all of them are in our own fonts


def pseudo_catalogue(english: Catalogue) -> Catalogue:
    """Return a catalogue in the made-up language, from the English one."""
    return Catalogue(
        PSEUDO_LANGUAGE,
        {key: pseudo_text(text) for key, text in english.texts.items()},
        {
            key: tuple(pseudo_text(form) for form in forms)
            for key, forms in english.plurals.items()
        },
        english.plural_form,
        "rtl",
    )


def pseudo_form_words(english: FormWords) -> FormWords:
    """Return a form's words in the made-up language."""

    def all_of(texts: dict[str, str]) -> dict[str, str]:
        return {key: pseudo_text(text) for key, text in texts.items()}

    return FormWords(
        PSEUDO_LANGUAGE,
        pseudo_text(english.title),
        pseudo_text(english.summary),
        all_of(dict(english.sections)),
        all_of(dict(english.prompts)),
        all_of(dict(english.helps)),
        {key: all_of(dict(texts)) for key, texts in english.options.items()},
    )


def pseudo_text(text: str) -> str:
    """Return a sentence in the made-up language; named places stay as they are."""
    pieces = re.split(f"({PLACEHOLDER.pattern.replace('(', '(?:', 1)})", text)
    accented = "".join(
        piece if number % 2 else piece.translate(_ACCENTS)
        for number, piece in enumerate(pieces)
    )
    padding = round(len(PLACEHOLDER.sub("", text)) * LONGER)
    words = ("ŵŷé " * (padding // 4 + 1))[:padding].rstrip()
    return f"[{accented} {words}]" if words else f"[{accented}]"
