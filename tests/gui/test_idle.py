"""Nobody touches anything: what is counted, and what follows."""

from __future__ import annotations

import pytest

from coprod_desktop.gui.idle import WARNING_S, IdleClock, Stillness
from tests.gui.privacy.desk import Seconds


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.mark.parametrize("minutes", [1, 2, 10])
def test_it_is_told_twenty_seconds_before_and_then_it_is_over(
    seconds: Seconds, minutes: int
):
    limit_s = minutes * 60
    clock = IdleClock(seconds, lambda: limit_s)

    began, told = seconds.now, {}
    for after in (0, limit_s - 20.001, limit_s - 20, limit_s - 0.001, limit_s, 9_999):
        seconds.now = began + after
        told[after] = clock.stillness

    used, warning, over = Stillness.USED, Stillness.WARNING, Stillness.OVER
    assert list(told.values()) == [used, used, warning, warning, over, over]
    assert WARNING_S >= 20


def test_a_touch_begins_to_count_anew(seconds: Seconds):
    clock = IdleClock(seconds, lambda: 120)
    seconds.now += 110

    clock.touch()
    seconds.now += 99

    assert clock.stillness is Stillness.USED


def test_the_wards_setting_is_not_asked_for_before_it_could_matter(seconds: Seconds):
    asked: list[float] = []

    def limit_s() -> float:
        asked.append(seconds.now)
        return 120

    clock = IdleClock(seconds, limit_s)
    seconds.now += 39
    before = clock.stillness

    assert before is Stillness.USED
    assert asked == []
