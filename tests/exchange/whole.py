"""A document in which everything happens that a bundle can tell."""

from __future__ import annotations

from typing import Any

from coprod_desktop.model.authored_text import Attribution, AuthoredText, Mode
from coprod_desktop.model.documents import (
    Confirmation,
    FlagId,
    Mark,
    MarkKind,
    ReadBack,
    Signed,
    Stance,
    View,
)
from coprod_desktop.model.flags import Flag, FlagAnswer
from coprod_desktop.model.said import Item, Said, WayOut, choose
from coprod_desktop.model.wire import said_fingerprint
from tests.exchange.bundles import (
    CASEY,
    JO,
    NOON,
    PRIYA,
    SAM,
    Json,
    bundle_of,
    picked,
    statement,
    wrote,
)

OWN = Attribution(SAM, SAM, Mode.TYPED)


def everything() -> tuple[Any, tuple[Flag, ...]]:
    """Statements of every kind, and flags."""
    for_sam = wrote(SAM, writer=PRIYA)
    yes = Confirmation(ReadBack.YES, said_fingerprint(for_sam), NOON, PRIYA)
    stances = (
        Stance(SAM, View.AGREE, Said(), NOON, 1),
        Stance(SAM, View.DISAGREE, wrote(SAM, "It makes my hands shake."), NOON, 1),
        Stance(JO, View.SOME, Said(), NOON, 2),
        Stance(CASEY, View.NOT_ASKED, Said(), NOON, 1),
    )
    marks = (
        Mark(MarkKind.PRESSED, 1, SAM, NOON),
        Mark(MarkKind.NOT_MINE, 1, CASEY, NOON, is_printed=False),
    )
    lines = (
        Item(AuthoredText.by(OWN, "Mum"), choose(OWN, "see")),
        Item(AuthoredText.by(Attribution(SAM, PRIYA, Mode.SUMMARISED), "The doctor")),
    )
    former = statement("helps", wrote(SAM, "Earlier words"), 5)
    statements = (
        statement(
            "helps",
            for_sam,
            8,
            confirmation=yes,
            confirmed_by=PRIYA,
            signed=Signed.SCRIBE,
            signed_by=PRIYA,
            marks=marks,
            earlier=(former,),
        ),
        statement("helps", wrote(PRIYA, "The tablet helps."), 9, stances=stances),
        statement("want", wrote(SAM, "I want to go home.\n\nŴy!"), 10),
        statement("week", picked(SAM, "hard"), 11),
        statement("need", picked(SAM, "quiet", "time"), 12),
        statement("people", Said(items=lines), 13),
        statement("again", picked(SAM, "2026-12-03"), 14),
        statement("topics", Said(way_out=choose(OWN, WayOut.LATER)), 15),
        statement("agree", picked(SAM, "some"), 16),
    )
    answer = FlagAnswer(PRIYA, wrote(PRIYA, "We open it at ten."), NOON, 41)
    flags = (
        Flag(FlagId("f1"), SAM, JO, wrote(JO, "Visits are too short."), NOON, 39),
        Flag(FlagId("f2"), SAM, SAM, wrote(SAM, "Locked."), NOON, 40, (answer,)),
    )
    return statements, flags


def whole_bundle() -> Json:
    statements, flags = everything()
    return bundle_of(*statements, flags=flags)
