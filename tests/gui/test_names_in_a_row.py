"""Names as a sentence lists them."""

from __future__ import annotations

import pytest

from coprod_desktop.gui.whose_words import names_in_a_row
from coprod_desktop.i18n.catalogue import read_catalogue


@pytest.mark.parametrize(
    ("names", "row"),
    [
        (["Sam"], "Sam"),
        (["Sam", "Jo"], "Sam and Jo"),
        (["Sam", "Jo", "Priya"], "Sam, Jo and Priya"),
        (["Sam", "Jo", "Priya", "Robin"], "Sam, Jo, Priya and Robin"),
    ],
)
def test_names_stand_in_a_row(names: list[str], row: str):
    assert names_in_a_row(read_catalogue("en"), names) == row
