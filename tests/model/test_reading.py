"""How somebody likes to read, as values and as text."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.model.reading import (
    FONTS,
    LETTERS_PCT,
    LINES_PCT,
    PARAGRAPHS_PCT,
    PICTURES_PCT,
    PRINT_SIZES,
    SPEEDS_PCT,
    SWITCH_KEYS,
    SWITCHES,
    TONES,
    WAITS_TIMES,
    WORDS_PCT,
    Reading,
    fitting,
    fitting_step,
    idle_s_for,
    reading_from_text,
    reading_to_text,
    review_is_due,
    reviewed,
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
    font=st.sampled_from(FONTS),
    tone=st.sampled_from(TONES),
    words_pct=st.sampled_from(WORDS_PCT),
    paragraphs_pct=st.sampled_from(PARAGRAPHS_PCT),
    waits_times=st.sampled_from(WAITS_TIMES),
    is_read_to=st.booleans(),
    review_on=st.sampled_from(("", "2026-11-28")),
)

SLOW = Reading(waits_times=5, paragraphs_pct=100)
OLD = (
    '{"language":"","letters_pct":10,"lines_pct":125,"pictures_pct":140,'
    '"switch":"off","switch_key":"space","switch_ms":2000,"text_pt":24,'
    '"theme":"dark"}'
)
"""As a program kept it that knew less."""


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
        ('{"tone": "deeper"}', Reading(tone="deeper")),
        ('{"tone": "loud"}', Reading()),
        ('{"switch": "step"}', Reading(switch="step")),
        ('{"switch": "two", "switch_key": 7}', Reading()),
        ('{"switch_ms": 60000}', Reading(switch_ms=10_000)),
        ('{"switch_ms": "slow"}', Reading()),
        ('{"print_size": "large_print"}', Reading(print_size="large_print")),
        ('{"print_size": "huge"}', Reading()),
        ('{"font": "lexend", "words_pct": 16}', Reading(font="lexend", words_pct=16)),
        ('{"font": "../words", "words_pct": 7}', Reading()),
        ('{"waits_times": 5, "paragraphs_pct": 100}', SLOW),
        ('{"waits_times": 500}', Reading()),
        ('{"review_on": "2026-11-28"}', Reading(review_on="2026-11-28")),
        ('{"review_on": "soon"}', Reading()),
        ('{"is_read_to": true}', Reading(is_read_to=True)),
        ('{"is_read_to": "yes"}', Reading()),
        ('{"review_on": 7}', Reading()),
        ('{"letters_pct": 5}', Reading(letters_pct=6)),
        (OLD, Reading(24, "dark", 125, 12, 140)),
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


@pytest.mark.parametrize(
    ("told", "is_due"),
    [("", False), ("2026-11-29", False), ("2026-11-28", True), ("2025-12-31", True)],
)
def test_it_is_asked_again_from_the_day_of_the_review_on(told: str, is_due: bool):
    reading = Reading(review_on=told)

    assert review_is_due(reading, date(2026, 11, 28)) is is_due


@pytest.mark.parametrize(("days", "review_on"), [(90, "2027-02-26"), (7, "2026-12-05")])
def test_after_a_review_it_is_asked_again_some_days_later(days: int, review_on: str):
    again = reviewed(Reading(24), date(2026, 11, 28), days)

    assert again == Reading(24, review_on=review_on)


@pytest.mark.parametrize(
    ("times", "others_s", "idle_s"),
    [(1, 120, 120), (2, 120, 240), (5, 120, 600), (5, 60, 300), (2, 600, 600)],
)
def test_it_locks_later_for_whoever_wants_longer_but_after_ten_minutes(
    times: int, others_s: float, idle_s: float
):
    assert idle_s_for(Reading(waits_times=times), others_s) == idle_s
