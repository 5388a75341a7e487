"""In which language words are said: the screen's, unless their letters are not its.

Nobody tells in which language a person writes. Letters tell some of it: Arabic letters
on an English screen are not English. Which of two languages with the same letters it
is, they do not tell, but for letters that only one of them has.
"""

from __future__ import annotations

import unicodedata

_ARABIC_LETTERS = frozenset({"ar", "ur"})
_ONLY_URDU = frozenset("ٹڈڑںےہھگچپژکی")


def spoken_language(words: str, screen: str) -> str:
    """Return the language, as a tag, in which words on a screen are said aloud.

    ``screen`` is the language of the screen they stand on. Most of the letters decide.
    """
    letters = [one for one in words if one.isalpha()]
    arabic = sum(unicodedata.name(one, "").startswith("ARABIC") for one in letters)
    if not letters or arabic * 2 == len(letters):
        return screen
    is_arabic = arabic * 2 > len(letters)
    has_its_letters = is_arabic == (screen.split("-", maxsplit=1)[0] in _ARABIC_LETTERS)
    if has_its_letters:
        return screen
    if not is_arabic:
        return "en"
    return "ur" if _ONLY_URDU & set(words) else "ar"
