"""How somebody likes to read, as values and as text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.model.reading import (
    LETTERS_PCT,
    LINES_PCT,
    PICTURES_PCT,
    PRINT_SIZES,
    SPEEDS_PCT,
    SWITCH_KEYS,
    SWITCHES,
    Reading,
    fitting,
    fitting_step,
    reading_from_text,
    reading_to_text,
)

READINGS = st.builds(
    Reading,
    st.integers(14, 48),
    st.sampled_from(("paper", "dark", "yellow-on-black", "as-computer")),
    st.sampled_from(LINES_PCT),
    st.sampled_from(LETTERS_PCT),
    st.sampled_from(PICTURES_PCT),
    st.sampled_from(("", "cy", "zh-Hant")),
    st.sampled_from(SWITCHES),
    st.integers(500, 10_000),
    st.sampled_from(SWITCH_KEYS),
    print_size=st.sampled_from(PRINT_SIZES),
    speed_pct=st.sampled_from(SPEEDS_PCT),
)


@given(READINGS)
def test_what_was_kept_is_read_again(reading: Reading):
    assert reading_from_text(reading_to_text(reading)) == reading


@pytest.mark.parametrize(
    ("told", "reading"),
    [
        ("{}", Reading()),
        ('{"text_pt": 24, "moon": 1}', Reading(24)),
        ('{"text_pt": 500}', Reading(48)),
        ('{"text_pt": "big"}', Reading()),
        ('{"theme": "../words"}', Reading()),
        ('{"theme": 3}', Reading()),
        ('{"language": "cy"}', Reading(language="cy")),
        ('{"language": "../en"}', Reading()),
        ('{"language": 7}', Reading()),
        ('{"speed_pct": 60}', Reading(speed_pct=60)),
        ('{"speed_pct": 61}', Reading()),
        ('{"switch": "step"}', Reading(switch="step")),
        ('{"switch": "two", "switch_key": 7}', Reading()),
        ('{"switch_ms": 60000}', Reading(switch_ms=10_000)),
        ('{"switch_ms": "slow"}', Reading()),
        ('{"print_size": "large_print"}', Reading(print_size="large_print")),
        ('{"print_size": "huge"}', Reading()),
        ('{"lines_pct": 999, "letters_pct": "5"}', Reading()),
    ],
)
def test_what_cannot_be_is_as_usual(told: str, reading: Reading):
    assert reading_from_text(told) == reading


@pytest.mark.parametrize("told", ["[]", "1", "not json"])
def test_what_is_no_object_is_refused(told: str):
    with pytest.raises(ValueError, match=r"."):
        reading_from_text(told)


@pytest.mark.parametrize(("asked", "given"), [(1, 14), (20, 20), (99, 48)])
def test_a_size_outside_14_to_48_is_the_nearest(asked: int, given: int):
    assert fitting(asked) == given


@pytest.mark.parametrize(
    ("asked", "given"), [(1, 500), (3_000, 3_000), (99_999, 10_000)]
)
def test_a_step_outside_half_a_second_to_ten_is_the_nearest(asked: int, given: int):
    assert fitting_step(asked) == given
