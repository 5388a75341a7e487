"""Days and times are written as people write them."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.i18n.dates import clock_time, long_date, long_day_of

SUMMER = timezone(timedelta(hours=1))


def test_a_day_is_written_in_full():
    assert long_date(date(2026, 11, 26), "en") == "Thursday 26 November 2026"
    assert long_date(date(2026, 11, 26), "cy") == "Dydd Iau, 26 Tachwedd 2026"


@given(st.dates())
def test_english_days_are_as_babel_writes_them_without_the_comma(day):
    assert long_date(day, "en-GB") == format_date(day, "EEEE d MMMM y", locale="en_GB")


@pytest.mark.parametrize("language", ["qps-plocm", "not a language"])
def test_a_language_that_babel_does_not_know_has_english_days(language):
    assert long_date(date(2026, 3, 2), language) == "Monday 2 March 2026"


def test_a_moment_has_the_day_and_the_time_of_its_place():
    late = datetime(2026, 6, 30, 23, 5, tzinfo=UTC)

    assert clock_time(late, SUMMER) == "00:05"
    assert long_day_of(late, "en", SUMMER) == "Wednesday 1 July 2026"
    assert long_day_of(late, "en", UTC) == "Tuesday 30 June 2026"


def test_a_time_without_a_zone_is_refused():
    naive = datetime(2026, 6, 30, 23, 5)  # noqa: DTZ001 - what is refused

    with pytest.raises(ValueError, match="zone"):
        clock_time(naive, UTC)
    with pytest.raises(ValueError, match="zone"):
        long_day_of(naive, "en", UTC)
