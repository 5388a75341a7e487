"""Numbers are written as each language writes them."""

from __future__ import annotations

import pytest

from coprod_desktop.i18n.numbers import number


@pytest.mark.parametrize(
    ("value", "language", "written"),
    [
        (2.0, "en", "2"),
        (0.5, "en", "0.5"),
        (2.5, "pl", "2,5"),
        (10.0, "cy", "10"),
        (1.5, "qq-none", "1.5"),
    ],
)
def test_a_number_is_written_as_the_language_does(
    value: float, language: str, written: str
):
    assert number(value, language) == written
