"""A PIN that somebody beside you would try is not taken."""

import pytest

from coprod_desktop.model.pins import checked_pin, figures_of, is_easy
from coprod_desktop.model.problem import Problem


@pytest.mark.parametrize(
    "pin",
    [
        *("0000", "777777"),
        *("1234", "9876", "8901", "2109", "456789", "890123", "321098"),
        *("1212", "4040", "121212", "408408", "123123"),
        *("1221", "123321", "4554"),
        *("2512", "1225", "2902", "3011", "250785", "290200"),
        *("1900", "1966", "2029"),
        *("2580", "0852", "1470", "0963", "147258", "258369", "963852", "123789"),
    ],
)
def test_what_somebody_beside_you_would_try_is_refused(pin: str):
    with pytest.raises(Problem, match=r"problem\.pin_easy"):
        checked_pin(pin, len(pin))


@pytest.mark.parametrize("pin", ["4071", "9306", "1899", "2030", "3104"])
def test_a_pin_of_four_figures_is_taken_where_the_ward_chose_four(pin: str):
    assert checked_pin(pin, 4) == pin


@pytest.mark.parametrize("pin", ["407193", "147209", "321385", "112233", "310299"])
def test_a_pin_of_six_figures_is_taken(pin: str):
    assert checked_pin(pin, 6) == pin


@pytest.mark.parametrize(
    "typed", ["", "40719", "4071938", "40719a", "40 719", "-40719"]
)
def test_a_pin_has_as_many_figures_as_the_ward_asks_for(typed: str):
    with pytest.raises(Problem, match=r"problem\.pin_length") as told:
        checked_pin(typed, 6)

    assert told.value.named == {"figures": 6}


def test_figures_of_another_script_are_the_same_figures():
    assert checked_pin("٤٠٧١٩٣", 6) == "407193"
    assert figures_of(" 407193\n") == "407193"


def test_about_nine_in_ten_pins_of_four_figures_are_left_to_choose_from():
    easy = sum(is_easy(f"{pin:04}") for pin in range(10_000))

    assert easy == 885
