"""Own pictures, one on each page, are a way in without anything to remember."""

import pytest

from coprod_desktop.model.own_pictures import checked_pictures, picture_secret
from coprod_desktop.model.problem import Problem

PAGES = (("dog", "tree", "hat"), ("cat", "drum", "shoe"))


@pytest.mark.parametrize("picked", [("dog", "cat"), ("shoe", "hat"), ["drum", "tree"]])
def test_one_from_each_page_is_taken_in_any_order(picked: list[str]):
    checked_pictures(picked, PAGES)


@pytest.mark.parametrize(
    "picked",
    [
        (),
        ("dog",),
        ("dog", "tree"),
        ("dog", "cat", "shoe"),
        ("dog", "dog"),
        ("dog", "x"),
    ],
)
def test_anything_but_one_from_each_page_is_refused(picked: tuple[str, ...]):
    with pytest.raises(Problem, match=r"problem\.pictures_one_each"):
        checked_pictures(picked, PAGES)


def test_the_order_of_choosing_does_not_matter():
    assert picture_secret(["dog", "bee"]) == picture_secret(("bee", "dog"))


def test_other_pictures_are_another_secret():
    assert picture_secret(["dog", "bee"]) != picture_secret(["dog", "key"])
