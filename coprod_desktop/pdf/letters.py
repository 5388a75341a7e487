"""Papers that are no form: somebody's own log, and a flag for the advocate."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, tzinfo
from itertools import groupby

from coprod_desktop.i18n.catalogue import Catalogue
from coprod_desktop.i18n.dates import clock_time, long_date, long_day_of
from coprod_desktop.i18n.isolates import isolating
from coprod_desktop.model.documents import standing
from coprod_desktop.model.people import Person, PersonId
from coprod_desktop.model.said import Said
from coprod_desktop.pdf import blocks
from coprod_desktop.pdf.manner import is_mixed, manner, pieces
from coprod_desktop.pdf.source import Names


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """Where and when a letter is printed."""

    ward: str
    printed_at: datetime
    zone: tzinfo = UTC


@dataclass(frozen=True, slots=True)
class Logged:
    """One thing that happened, as a sentence."""

    at: datetime
    """In the zone of the ward's clock."""
    sentence: str


def own_log_paper(
    person: Person,
    logged: tuple[Logged, ...],
    head: int,
    catalogue: Catalogue,
    facts: LetterFacts,
) -> blocks.Paper:
    """Return the paper of what happened with somebody's words.

    ``logged`` is newest first. ``head`` is the number of the newest entry of the record
    that was read.
    """
    catalogue = isolating(catalogue)
    text = catalogue.text
    day = long_day_of(facts.printed_at, catalogue.language, facts.zone)
    whose = text("pdf.whose", name=person.name, day=day, ward=facts.ward)
    body: list[blocks.Block] = [
        blocks.Title(text("pdf.log.title"), (whose,)),
        blocks.Note(text("pdf.log.about")),
    ]
    for on, found in groupby(logged, key=lambda one: one.at.date()):
        body.append(blocks.Heading(long_date(on, catalogue.language), level=2))
        body.append(blocks.Bullets(tuple(_line(one, catalogue) for one in found)))
    if not logged:
        body.append(blocks.Note(text("pdf.log.nothing")))
    body.append(blocks.Note(text("pdf.log.upto", head=head)))
    return letter(tuple(body), text("pdf.log.title"), catalogue, facts)


def _line(one: Logged, catalogue: Catalogue) -> str:
    time = clock_time(one.at, one.at.tzinfo or UTC)
    return catalogue.text("pdf.log.line", time=time, happened=one.sentence)


def flag_paper(
    voice: PersonId,
    said: Said,
    raised_at: datetime,
    names: Names,
    facts: LetterFacts,
) -> blocks.Paper:
    """Return the one page on which somebody tells their advocate what is not fair."""
    names = replace(names, catalogue=isolating(names.catalogue))
    text = names.catalogue.text
    language = names.catalogue.language
    day = long_day_of(raised_at, language, facts.zone)
    time = clock_time(raised_at, facts.zone)
    name = names.people[voice].name
    told = names.voice(voice)
    statement = blocks.Statement(
        told,
        manner(names, said, standing(said, None)),
        (blocks.Words(pieces(names, said.text, is_mixed=is_mixed(said))),),
        more=text("pdf.more_of", label=told.label),
    )
    body = (
        blocks.Title(
            text("pdf.flag.title"),
            (
                text("pdf.flag.for_advocate", name=name),
                text("pdf.flag.written", day=day, time=time, ward=facts.ward),
            ),
        ),
        statement,
        blocks.Note(text("pdf.flag.private", name=name)),
        blocks.Note(text("pdf.flag.ask")),
    )
    return letter(body, text("pdf.flag.title"), names.catalogue, facts)


def letter(
    body: tuple[blocks.Block, ...],
    title: str,
    catalogue: Catalogue,
    facts: LetterFacts,
) -> blocks.Paper:
    """Return a paper that is no form, with its ward at the foot of each page."""
    page = catalogue.text("pdf.footer.page", page="{page}", pages="{pages}")
    return blocks.Paper(
        body,
        title,
        catalogue.language,
        facts.ward,
        facts.printed_at,
        blocks.Footer(page, (facts.ward,)),
    )
