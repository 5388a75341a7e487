"""How people like to read is kept with each of them, through keys and openings."""

from __future__ import annotations

from pathlib import Path

import pytest

from coprod_desktop.model.problem import Problem
from coprod_desktop.model.reading import Reading
from coprod_desktop.workspace.ward import Ward
from tests.workspace.wards import PIN, Cast, opened

BIG = Reading(32, "yellow-on-black", 150, 6, 140)


def test_each_person_reads_in_their_own_way(ward: Ward, cast: Cast):
    ward.reading.keep(cast.sam, BIG)

    assert ward.reading.of(cast.sam) == BIG
    assert ward.reading.of(cast.alex) is None


def test_it_is_kept_through_a_key_of_ones_own_and_another_opening(
    folder: Path, cast: Cast
):
    ward = opened(folder)
    ward.reading.keep(cast.sam, BIG)
    ward.voices.make_pin(cast.sam, PIN)
    ward.close()

    ward = opened(folder, seed="again")
    kept = ward.reading.of(cast.sam)
    ward.close()

    assert kept == BIG


def test_what_cannot_be_read_is_told_as_damage(ward: Ward, cast: Cast):
    ward.store.readings.keep(cast.sam, "[]")

    with pytest.raises(Problem, match=r"store\.database_damaged"):
        ward.reading.of(cast.sam)
