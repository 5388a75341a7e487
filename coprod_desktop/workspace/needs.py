"""What somebody needs to take part, in words: on paper, and to whom they give it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date
from typing import TYPE_CHECKING

from coprod_desktop.i18n.catalogue import Catalogue, read_catalogue
from coprod_desktop.i18n.offered import offered
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.reading import FONTS, NO_SWITCH, Reading
from coprod_desktop.workspace.letters import Letter
from coprod_desktop.workspace.paper_wishes import first_wish
from coprod_desktop.workspace.papers import wall_time
from coprod_desktop.workspace.saving_files import safe_file_name

if TYPE_CHECKING:
    from coprod_desktop.workspace.ward import Ward


def needs_in_words(reading: Reading, words: Catalogue) -> tuple[str, ...]:
    """Return what somebody chose as sentences; what is as usual is left out.

    How big words are is always told: it is asked for most.
    """
    return (*_of_words(reading, words), *_of_helping(reading, words))


def needs_letter(
    ward: Ward, person: PersonId, reading: Reading, language: str
) -> Letter:
    """Return the paper "What I need to take part", as somebody reads now.

    Raises:
        Problem: There is no such language, or its file is broken.
    """
    from coprod_desktop.pdf.letters import LetterFacts  # noqa: PLC0415 - slow
    from coprod_desktop.pdf.needs import Needs, needs_paper  # noqa: PLC0415

    now = wall_time(ward.world.clock)
    words = read_catalogue(language)
    day = reading.review_on
    needs = Needs(
        needs_in_words(reading, words),
        date.fromisoformat(day) if day else None,
        first_wish(reading).choice,
    )
    facts = LetterFacts(ward.name, now, now.tzinfo or UTC)
    paper = needs_paper(ward.people[person], needs, words, facts)
    name = safe_file_name("what-i-need", f"{now:%Y-%m-%d}", ending="pdf")
    return Letter(paper, name)


def _of_words(reading: Reading, words: Catalogue) -> Iterator[str]:
    text = words.text
    if reading.language:
        names = {one.tag: one.name for one in offered()}
        if reading.language in names:
            yield text("needs.language", language=names[reading.language])
    yield text("needs.screen", size=reading.text_pt)
    size = text(f"reading.print_size_{reading.print_size}")
    yield text("needs.paper", size=size)
    theme = f"theme.{reading.theme}"
    if words.has(theme):
        yield text("needs.colours", colours=text(theme))
    if reading.font != FONTS[0]:
        yield text("needs.font", font=text(f"reading.font_{reading.font}"))
    if _has_space(reading):
        yield text("needs.space")
    if reading.pictures_pct != Reading().pictures_pct:
        size = text(f"reading.pictures_pct_{reading.pictures_pct}")
        yield text("needs.pictures", size=size)


def _of_helping(reading: Reading, words: Catalogue) -> Iterator[str]:
    is_slow = reading.speed_pct < Reading().speed_pct
    for key, is_so in (
        ("needs.read_to", reading.is_read_to),
        ("needs.slowly", reading.is_read_to and is_slow),
        ("needs.switch", reading.switch != NO_SWITCH),
        ("needs.waits", reading.waits_times > 1),
    ):
        if is_so:
            yield words.text(key)


def _has_space(reading: Reading) -> bool:
    usual = Reading()
    return any(
        getattr(reading, field) != getattr(usual, field)
        for field in ("lines_pct", "letters_pct", "words_pct", "paragraphs_pct")
    )
