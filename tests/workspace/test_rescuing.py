"""What was rescued is told in JSON, also where an entry's own words are damaged."""

from __future__ import annotations

import json

from coprod_desktop.model.entries import NO_HASH, Entry, Kind, Unsigned
from coprod_desktop.model.people import PersonId
from coprod_desktop.store.rescue import Rescued
from coprod_desktop.workspace.rescuing import rescued_json


def entry(number: int, body: str) -> Entry:
    unsigned = Unsigned(
        *(
            number,
            "ward",
            "",
            Kind.SETTING_CHANGED,
            body,
            PersonId("priya"),
            "",
            NO_HASH,
        )
    )
    return Entry(unsigned, b"\1", b"\2")


def test_each_entry_is_told_with_what_it_says():
    sound, damaged = entry(1, '{"name":"meeting"}'), entry(4, '{"name":"mee')
    found = Rescued((sound, damaged), ((2, 3),), (4,), ("ward.journal",))

    told = json.loads(rescued_json(found))

    assert [one["body"] for one in told["entries"]] == [
        {"name": "meeting"},
        '{"name":"mee',
    ]
    assert (told["missing"], told["differing"]) == ([[2, 3]], [4])
    assert told["entries"][0]["hash"] == "01"
