"""What somebody chose to sign in with opens, however it is typed or picked later."""

import pytest

from coprod_desktop.model.doors import (
    DoorKind,
    chosen_passphrase,
    chosen_pictures,
    chosen_pin,
    told_secret,
)
from coprod_desktop.model.problem import Problem

PAGES = (("dog", "tree"), ("cat", "drum"))


def test_a_pin_typed_in_another_script_is_the_same():
    chosen = chosen_pin("407193", 6)

    assert told_secret(DoorKind.PIN, "٤٠٧١٩٣") == chosen.text
    assert told_secret(DoorKind.PIN, "407194") != chosen.text


def test_pictures_picked_in_another_order_are_the_same():
    chosen = chosen_pictures(("dog", "drum"), PAGES)

    assert chosen.pages == PAGES
    assert told_secret(DoorKind.PICTURES, ["drum", "dog"]) == chosen.text
    assert told_secret(DoorKind.PICTURES, ["cat", "dog"]) != chosen.text


def test_a_passphrase_is_what_was_typed():
    chosen = chosen_passphrase("sunlit garden gate")

    assert told_secret(DoorKind.PASSPHRASE, "sunlit garden gate") == chosen.text
    assert told_secret(DoorKind.PASSPHRASE, "sunlit  garden gate") != chosen.text


def test_what_will_not_do_is_told():
    with pytest.raises(Problem, match=r"store\.passphrase_too_short"):
        chosen_passphrase("  too short   ")
    with pytest.raises(Problem, match=r"problem\.pin_easy"):
        chosen_pin("121212", 6)
    with pytest.raises(Problem, match=r"problem\.pictures_one_each"):
        chosen_pictures(("dog", "tree"), PAGES)


def test_a_new_secret_does_not_show_itself():
    assert "407193" not in repr(chosen_pin("407193", 6))
