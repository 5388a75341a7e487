"""Words are said in the screen's language, unless their letters are not its."""

from __future__ import annotations

import pytest

from coprod_desktop.speech.tongues import spoken_language


@pytest.mark.parametrize(
    ("words", "screen", "wanted"),
    [
        ("I like tea", "en", "en"),
        ("Dw i'n hoffi te", "cy", "cy"),
        ("أحب الشاي", "ar", "ar"),
        ("أحب الشاي", "en", "ar"),
        ("أحب الشاي كل يوم", "en-GB", "ar"),
        ("أحب الشاي", "ur", "ur"),
        ("مجھے چائے پسند ہے", "en", "ur"),
        ("I like tea", "ar", "en"),
        ("I like الشاي very much", "en", "en"),
        ("", "ar", "ar"),
        ("12:30, 😀", "ur", "ur"),
        ("ab اب", "pl", "pl"),
    ],
)
def test_letters_tell_the_language(words: str, screen: str, wanted: str):
    assert spoken_language(words, screen) == wanted
