"""The code at the foot of a sheet that is filled in by hand."""

from __future__ import annotations

import pytest

from coprod_desktop.pdf.check_code import SIGNS
from coprod_desktop.pdf.sheet_code import SheetCode, read_sheet_code, sheet_tag

TAG = sheet_tag("w" * 32, "d" * 32, "care-plan", 1)
CODE = SheetCode(TAG, 12, 2)


def replaced(typed: str, at: int, sign: str) -> str:
    return typed[:at] + sign + typed[at + 1 :]


@pytest.mark.parametrize(
    "code",
    [CODE, SheetCode(0, 1, 1), SheetCode(2**25 - 1, 255, 31)],
    ids=["usual", "least", "most"],
)
def test_what_a_code_says_is_read_from_its_ten_signs(code: SheetCode):
    typed = str(code)

    assert read_sheet_code(typed) == code
    assert len(typed.replace("-", "")) == 10


def test_small_letters_spaces_and_signs_that_look_alike_are_as_good():
    typed = str(SheetCode(0, 1, 1))
    assert "0" in typed

    told = typed.lower().replace("-", "  ").replace("0", "o").replace("1", "l")

    assert read_sheet_code(told) == SheetCode(0, 1, 1)


def test_figures_of_an_arabic_keyboard_are_as_good():
    typed = str(SheetCode(0, 1, 1))
    arabic = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")

    assert read_sheet_code(typed.translate(arabic)) == SheetCode(0, 1, 1)


def test_one_wrong_sign_is_always_found():
    typed = str(CODE)

    for at, right in enumerate(typed):
        for sign in SIGNS:
            if right not in {"-", sign}:
                assert read_sheet_code(replaced(typed, at, sign)) is None


def test_two_wrong_signs_are_always_found():
    typed = str(CODE).replace("-", "")
    pairs = [(one, other) for one in range(10) for other in range(one + 1, 10)]

    for one, other in pairs:
        for sign in SIGNS:
            for second in SIGNS:
                if sign != typed[one] and second != typed[other]:
                    wrong = replaced(replaced(typed, one, sign), other, second)
                    assert read_sheet_code(wrong) is None


def test_signs_that_changed_places_are_found():
    typed = str(CODE).replace("-", "")

    for at in range(9):
        swapped = typed[:at] + typed[at + 1] + typed[at] + typed[at + 2 :]
        assert swapped == typed or read_sheet_code(swapped) is None


@pytest.mark.parametrize(
    "typed", ["", "7F3K9", "7F3K9-QWD2M9", "7F3K9-QWDU?", "U" * 10]
)
def test_what_is_too_short_too_long_or_no_code_is_none(typed: str):
    assert read_sheet_code(typed) is None


def test_the_tag_is_another_for_another_document_form_version_and_ward():
    told = ("ward", "document", "form", 1)
    others = [
        ("drew", "document", "form", 1),
        ("ward", "other", "form", 1),
        ("ward", "document", "plan", 1),
        ("ward", "document", "form", 2),
    ]

    tags = {sheet_tag(*one) for one in (told, *others)}

    assert len(tags) == 5
    assert all(tag < 2**25 for tag in tags)
