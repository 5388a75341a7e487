"""The window lives through a long day. The full length is a benchmark."""

from __future__ import annotations

from tests.benchmarks.soak import STEADY, soak


def test_the_window_survives_thousands_of_keys_and_calls() -> None:
    soaked = soak(4_000)

    assert soaked.exit_status == 0
    assert soaked.calls >= 4_000
    assert abs(soaked.drift) <= STEADY
    assert soaked.gained >= 0
