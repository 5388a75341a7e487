"""When somebody is asked how they like to read: at first, and some weeks later."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from coprod_desktop.gui.places import Place
from coprod_desktop.gui.reading_places import ToFirstQuestion, ToStillReading
from coprod_desktop.model.problem import Problem
from coprod_desktop.model.reading import Reading, review_is_due

if TYPE_CHECKING:
    from coprod_desktop.model.people import PersonId
    from coprod_desktop.workspace.ward import Ward


def place_that_asks(ward: Ward, person: PersonId, today: date) -> Place | None:
    """Return where somebody is asked; None where nothing is due."""
    try:
        kept = ward.reading.of(person) or Reading()
    except Problem:
        # It is told by whoever puts the reading on; nobody is kept from their forms.
        return None
    if not kept.review_on:
        return ToFirstQuestion()
    return ToStillReading() if review_is_due(kept, today) else None
