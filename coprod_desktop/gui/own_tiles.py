"""What stands on Home beside the forms: who saw my words, and what is not fair."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from coprod_desktop.gui.own_places import (
    ToCheckPaper,
    ToFindWords,
    ToNotFairList,
    ToOwnLog,
)
from coprod_desktop.gui.places import Place
from coprod_desktop.gui.reading_asked import place_that_asks
from coprod_desktop.gui.reading_keeper import reader_of
from coprod_desktop.gui.reading_places import ToStillReading
from coprod_desktop.gui.session import Session
from coprod_desktop.gui.widgets.tile import TileView
from coprod_desktop.i18n.catalogue import Catalogue


class OwnTile(NamedTuple):
    """A tile, and where it leads."""

    view: TileView
    place: Place


def own_tiles(words: Catalogue, session: Session, today: date) -> tuple[OwnTile, ...]:
    """Return the tiles for the people who sit here.

    The patient's log is the patient's: without them nobody is offered it.
    """
    return (
        *_own_log(words, session),
        *_find_words(words, session),
        *_not_fair(words, session),
        *_reading(words, session, today),
        OwnTile(_check_paper(words), ToCheckPaper()),
    )


def _check_paper(words: Catalogue) -> TileView:
    title, says = words.text("check_paper.title"), words.text("check_paper.help")
    return TileView(title, says, picture="search")


def _own_log(words: Catalogue, session: Session) -> Iterator[OwnTile]:
    sitting = session.sitting
    if not sitting.is_patient_here:
        return
    news = session.ward.own_log.news(sitting.patient.id)
    view = TileView(
        words.text("home.own_log"),
        words.text("home.own_log_says"),
        words.plural("home.own_log_new", news) if news else "",
        "eye",
    )
    yield OwnTile(view, ToOwnLog())


def _find_words(words: Catalogue, session: Session) -> Iterator[OwnTile]:
    if session.sitting.is_patient_here:
        title, says = words.text("find.title"), words.text("find.help")
        yield OwnTile(TileView(title, says, picture="read"), ToFindWords())


def _not_fair(words: Catalogue, session: Session) -> Iterator[OwnTile]:
    flags = session.sitting.not_fair
    told = flags.told()
    if not told and not flags.kept():
        return
    waiting = sum(one.is_open for one in told)
    view = TileView(
        words.text("home.not_fair"),
        words.text("home.not_fair_says"),
        words.plural("home.not_fair_waits", waiting) if waiting else "",
        "rights",
    )
    yield OwnTile(view, ToNotFairList())


def _reading(words: Catalogue, session: Session, today: date) -> Iterator[OwnTile]:
    """Give the tile that asks how they like to read, as long as it is due."""
    reader = reader_of(session)
    if reader is None or reader.is_staff:
        return
    place = place_that_asks(session.ward, reader.id, today)
    if place is None:
        return
    is_again = isinstance(place, ToStillReading)
    title = "still_reading.title" if is_again else "reading.title"
    says = "still_reading.help" if is_again else "home.reading_says"
    view = TileView(words.text(title), words.text(says), picture="text-size")
    yield OwnTile(view, place)
