"""The paper "What I need to take part".

It goes by the six steps of the Accessible Information Standard (DAPB1605): identify,
record, flag, share, meet, review. It is no document of the record.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from coprod_desktop.i18n.catalogue import Catalogue
from coprod_desktop.i18n.dates import long_date, long_day_of
from coprod_desktop.i18n.isolates import isolating
from coprod_desktop.model.people import Person
from coprod_desktop.pdf import blocks
from coprod_desktop.pdf.choice import PaperChoice
from coprod_desktop.pdf.letters import LetterFacts, letter

STEPS = ("identify", "record", "flag", "share", "meet")
"""Of the six; the last, the review, has a day."""


@dataclass(frozen=True, slots=True)
class Needs:
    """What somebody needs, and when they are asked again."""

    sentences: tuple[str, ...]
    review_on: date | None
    """None where they are asked the next time that they are here."""
    choice: PaperChoice
    """The print that is theirs."""


def needs_paper(
    person: Person, needs: Needs, catalogue: Catalogue, facts: LetterFacts
) -> blocks.Paper:
    """Return the paper, in the print that the person reads."""
    catalogue = isolating(catalogue)
    text, language = catalogue.text, catalogue.language
    name, ward = person.name, facts.ward
    day = long_day_of(facts.printed_at, language, facts.zone)
    if needs.review_on is None:
        review = text("pdf.needs.review_next", name=name)
    else:
        again = long_date(needs.review_on, language)
        review = text("pdf.needs.review", name=name, day=again)
    steps = tuple(text(f"pdf.needs.{one}", name=name, ward=ward) for one in STEPS)
    body = (
        blocks.Title(
            text("pdf.needs.title"),
            (text("pdf.whose", name=name, day=day, ward=ward),),
        ),
        blocks.Heading(text("pdf.needs.what"), level=2),
        blocks.Bullets(needs.sentences),
        blocks.Note(text("pdf.needs.chosen", name=name)),
        blocks.Heading(text("pdf.needs.next"), level=2),
        blocks.Bullets((*steps, review)),
    )
    whole = letter(body, text("pdf.needs.title"), catalogue, facts)
    return replace(whole, choice=needs.choice)
