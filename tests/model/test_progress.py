"""How far something is: told truly, in stages, and seldom enough."""

from __future__ import annotations

from coprod_desktop.model.progress import MANY, part, told


def test_a_stage_is_told_as_its_share_of_the_whole():
    heard: list[tuple[int, int]] = []
    first, second = (
        part(lambda *step: heard.append(step), start, share)
        for start, share in ((0, 80), (80, 20))
    )

    for stage in (first, second):
        for done in (0, 2, 4):
            stage(done, 4)

    assert heard == [(n, 100) for n in (0, 40, 80, 80, 90, 100)]


def test_a_stage_of_nothing_and_one_of_more_than_was_thought_stay_in_their_share():
    heard: list[tuple[int, int]] = []
    stage = part(lambda *step: heard.append(step), 10, 50)

    stage(0, 0)
    stage(9, 3)

    assert heard == [(10, 100), (60, 100)]


def test_a_stage_of_a_stage_is_told_as_its_share_of_that():
    heard: list[tuple[int, int]] = []
    half = part(lambda *step: heard.append(step), 50, 50)

    part(half, 50, 50)(1, 2)

    assert heard == [(87, 100)]


def test_things_are_given_as_they_are_and_every_hundredth_is_told():
    heard: list[tuple[int, int]] = []
    of = 2 * MANY + 1

    given = list(told(range(of), of, lambda *step: heard.append(step)))

    assert given == list(range(of))
    assert heard == [(MANY, of), (2 * MANY, of), (of, of)]


def test_more_or_fewer_things_than_there_should_be_end_as_all_of_them():
    for count in (0, 3, MANY, MANY + 1):
        heard: list[tuple[int, int]] = []
        for _ in told(range(count), 10, lambda *step: heard.append(step)):  # noqa: B023
            pass
        assert heard[-1] == (max(count, 10),) * 2
        assert all(done <= of for done, of in heard)
