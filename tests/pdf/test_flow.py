"""Tests of what stands on which page."""

from __future__ import annotations

from coprod_desktop.pdf.flow import Flow, Placed
from coprod_desktop.pdf.typography import TOP, Group, gap

ROOM = 200.0


def pages(*groups: Group) -> list[list[Placed]]:
    return Flow(TOP - ROOM).place(groups)


def lines(count: int, height: float = 20.0, **named: object) -> Group:
    slabs = tuple(gap(height) for _ in range(count))
    return Group(slabs, gap=0, **named)  # type: ignore[arg-type]


def test_what_fits_stands_on_one_page() -> None:
    found = pages(lines(5), lines(5))

    assert [len(page) for page in found] == [2]


def test_what_does_not_fit_moves_to_the_next_page_whole() -> None:
    found = pages(lines(6), lines(6))

    assert [len(page) for page in found] == [1, 1]
    assert len(found[1][0].slabs) == 6


def test_a_heading_moves_with_what_it_heads() -> None:
    heading = lines(1, is_tied=True)

    found = pages(lines(8), heading, lines(5))

    assert [len(page) for page in found] == [1, 2]


def test_what_is_longer_than_a_page_starts_where_it_stands_and_goes_on() -> None:
    found = pages(lines(3), lines(20))

    assert [len(page[-1].slabs) for page in found] == [7, 9, 4]
    assert [page[-1].is_start for page in found] == [True, False, False]
    assert [page[-1].is_end for page in found] == [False, False, True]


def test_what_goes_on_carries_its_label_over_the_page() -> None:
    label = gap(7)

    found = pages(lines(20, carried=(label,)))

    assert found[0][0].slabs[0] is not label
    assert found[1][0].slabs[0] is label


def test_headings_of_a_table_come_again_above_its_first_row_on_a_page() -> None:
    heads = gap(9)

    found = pages(lines(8), lines(5, heads=(heads,)))

    assert [one.slabs[0] is heads for one in found[1]] == [True, False]


def test_headings_do_not_push_a_high_slab_from_page_to_page() -> None:
    found = pages(lines(1), lines(1, height=300, heads=(gap(9),)))

    assert [len(page) for page in found] == [1, 2]


def test_only_a_few_lines_are_not_left_alone_on_a_page() -> None:
    found = pages(lines(12))

    assert [len(page[0].slabs) for page in found] == [8, 4]


def test_what_is_longer_than_a_page_does_not_start_at_its_very_end() -> None:
    found = pages(lines(9), lines(20))

    assert [len(page) for page in found][:2] == [1, 1]


def test_one_slab_higher_than_a_page_is_placed_all_the_same() -> None:
    found = pages(lines(1), lines(1, height=300), lines(1))

    assert [len(page) for page in found] == [1, 1, 1]


def test_a_group_may_ask_for_a_page_of_its_own() -> None:
    found = pages(lines(1), lines(1, starts_page=True))

    assert [len(page) for page in found] == [1, 1]


def test_a_heading_with_nothing_after_it_is_still_placed() -> None:
    found = pages(lines(1, is_tied=True))

    assert [len(page) for page in found] == [1]
