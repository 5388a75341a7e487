"""Wrong tries are forgiven five times, then cost time, and are ten at most."""

from coprod_desktop.model.tries import FREE, MOST, tries_left, wait_s


def test_five_tries_are_free_then_the_wait_doubles():
    waits = [wait_s(failed) for failed in range(MOST)]

    assert waits == [0, 0, 0, 0, 0, 30, 60, 120, 240, 480]


def test_no_wait_is_longer_than_a_quarter_of_an_hour():
    assert wait_s(FREE + 5) == wait_s(FREE + 40) == 15 * 60


def test_after_ten_tries_none_is_left():
    assert [tries_left(failed) for failed in (0, 9, 10, 11)] == [10, 1, 0, 0]
