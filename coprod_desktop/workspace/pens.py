"""Who may hold the pen: whose words can be written now, by whom, and how."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from coprod_desktop.model.authored_text import Attribution, Mode
from coprod_desktop.model.people import Person, PersonId, Role


@dataclass(frozen=True, slots=True)
class PenChoice:
    """One way to hold the pen."""

    attribution: Attribution
    writer: Person
    voice: Person


def pens_of(
    here: tuple[Person, ...],
    patient: PersonId,
    can_write: Callable[[PersonId], bool],
) -> tuple[PenChoice, ...]:
    """Return every pen that the people here can hold, the patient's first.

    Words are written only for a voice that is here and can hear them read back, and
    only by somebody who has signed in or has no sign-in of their own.
    """
    pens = _pens(here, patient)
    return tuple(one for one in pens if can_write(one.writer.id))


def copying_pens(pens: Iterable[PenChoice], voice: PersonId) -> tuple[PenChoice, ...]:
    """Return those with which somebody copies what this person wrote on paper."""
    return tuple(
        one
        for one in pens
        if one.voice.id == voice and one.attribution.mode is Mode.COPIED_FROM_PAPER
    )


def _pens(here: tuple[Person, ...], patient: PersonId) -> Iterator[PenChoice]:
    voice = next((one for one in here if one.id == patient), None)
    others = [one for one in here if one.id != patient]
    if voice is not None:
        yield _pen(voice, voice, Mode.TYPED)
        for writer in others:
            yield from _for_somebody(writer, voice)
            if writer.role is not Role.INTERPRETER:
                # Sheets to fill in by hand are the patient's alone.
                yield _pen(writer, voice, Mode.COPIED_FROM_PAPER)
    for writer in others:
        yield _pen(writer, writer, Mode.TYPED)
    partners = [one for one in others if one.role is Role.PARTNER_IN_CARE]
    for writer in (one for one in others if one.is_staff):
        for partner in partners:
            yield from _for_somebody(writer, partner)


def _for_somebody(writer: Person, voice: Person) -> Iterator[PenChoice]:
    if writer.role is Role.INTERPRETER:
        yield _pen(writer, voice, Mode.INTERPRETED)
        return
    yield _pen(writer, voice, Mode.WORD_FOR_WORD)
    yield _pen(writer, voice, Mode.SUMMARISED)


def _pen(writer: Person, voice: Person, mode: Mode) -> PenChoice:
    return PenChoice(Attribution(voice.id, writer.id, mode), writer, voice)
