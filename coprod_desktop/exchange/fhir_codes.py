"""The codes of ours that stand in a bundle, each with words that a person can read."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from coprod_desktop.exchange.fhir_source import Source, coding
from coprod_desktop.model.authored_text import Mode
from coprod_desktop.model.canonical import Json
from coprod_desktop.model.documents import MarkKind, Standing, View
from coprod_desktop.model.forms import (
    AGREEMENT,
    FACES,
    Question,
    QuestionKind,
)
from coprod_desktop.model.said import WayOut


class State(StrEnum):
    """Whether somebody has answered what a meeting was told."""

    OPEN = "open"
    ANSWERED = "answered"


STANDINGS: Mapping[str, str] = {
    Standing.OWN_HAND: "exchange.standing.own_hand",
    Standing.AGREED: "exchange.standing.agreed",
    Standing.NEARLY: "exchange.standing.nearly",
    Standing.REFUSED: "exchange.standing.refused",
    Standing.NOT_YET: "exchange.standing.not_yet",
}
MODES: Mapping[str, str] = {
    Mode.TYPED: "exchange.mode.typed",
    Mode.WORD_FOR_WORD: "exchange.mode.word_for_word",
    Mode.SUMMARISED: "exchange.mode.summarised",
    Mode.CHOSEN: "exchange.mode.chosen",
    Mode.COPIED_FROM_PAPER: "exchange.mode.copied",
    Mode.INTERPRETED: "exchange.mode.interpreted",
    Mode.PASTED: "exchange.mode.pasted",
}
WAYS_OUT: Mapping[str, str] = {
    WayOut.DECLINED: "exchange.way_out.declined",
    WayOut.LATER: "exchange.way_out.later",
    WayOut.DONT_KNOW: "exchange.way_out.dont_know",
}
VIEWS: Mapping[str, str] = {
    View.AGREE: "differ.agree",
    View.SOME: "differ.some",
    View.DISAGREE: "differ.disagree",
    View.NOT_SURE: "differ.not_sure",
    View.NOT_ASKED: "differ.not_asked",
}
MARKS: Mapping[str, str] = {
    MarkKind.NOT_MINE: "mark.not_mine",
    MarkKind.PRESSED: "mark.pressed",
}
STATES: Mapping[str, str] = {
    State.OPEN: "pdf.not_fair.open",
    State.ANSWERED: "exchange.answered",
}
SYSTEMS: Mapping[str, Mapping[str, str]] = {
    "standing": STANDINGS,
    "mode": MODES,
    "way-out": WAYS_OUT,
    "view": VIEWS,
    "mark": MARKS,
    "state": STATES,
}
"""The code systems, by the end of their names; docs/fhir.md tells them."""


def coded(source: Source, system: str, code: str) -> Json:
    """Return a code of one of :data:`SYSTEMS` with its words in the form's language."""
    key = SYSTEMS[system].get(code)
    return coding(system, code, source.catalogue.text(key) if key else "")


def codes_of(source: Source, system: str) -> list[Json]:
    """Return every code of a system."""
    return [coded(source, system, code) for code in SYSTEMS[system]]


def option(source: Source, question: str, chosen: str) -> Json:
    """Return what was chosen at a question, with the form's words for it."""
    words = source.words.options.get(question, {})
    system = f"form:{source.template.id}:{question}"
    return coding(system, chosen, words.get(chosen, ""))


def options_of(source: Source, question: Question) -> list[Json]:
    """Return everything that can be chosen at a question."""
    match question.kind:
        case QuestionKind.FACES:
            ids: tuple[str, ...] = FACES
        case QuestionKind.AGREEMENT:
            ids = AGREEMENT
        case _:
            ids = tuple(one.id for one in question.options)
    return [option(source, question.id, one) for one in ids]
