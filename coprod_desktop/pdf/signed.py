"""Which key is under shared words, what that does not show, and what else is kept."""

from __future__ import annotations

from collections.abc import Iterator

from coprod_desktop.model.documents import Signed, Statement
from coprod_desktop.pdf import blocks
from coprod_desktop.pdf.source import Names, Source

_SIGNED = {
    Signed.OWN: "pdf.signed.own",
    Signed.WARD: "pdf.signed.ward",
    Signed.SCRIBE: "pdf.signed.scribe",
}
_MEANING = {
    Signed.OWN: "pdf.signed.own_means",
    Signed.WARD: "pdf.signed.ward_means",
    Signed.SCRIBE: "pdf.signed.scribe_means",
}


def signed_in_words(names: Names, statement: Statement) -> tuple[str, ...]:
    """Return the sentences that tell who signed a statement and its reading back."""
    text = names.catalogue.text
    told = [
        text(
            _SIGNED[statement.signed],
            voice=names.people[statement.voice].name,
            writer=names.named(statement.signed_by or statement.voice),
        )
    ]
    witness = statement.confirmed_by
    if witness is not None and witness != statement.voice:
        told.append(text("pdf.signed.witness", witness=names.named(witness)))
    return tuple(told)


def told_on_paper(source: Source, statement: Statement) -> tuple[str, ...]:
    """Return the same for a paper; nothing for one of the first layout."""
    return signed_in_words(source, statement) if source.facts.layout > 1 else ()


def photographed(source: Source, statement: Statement) -> tuple[str, ...]:
    """Return that the handwriting is kept that a statement was copied off."""
    told = (one for one in source.facts.photographs if one.is_of(statement))
    zone = source.facts.zone
    return tuple(
        source.catalogue.text(
            "pdf.photographed",
            keeper=source.named(one.by),
            day=source.day(one.at.astimezone(zone).date()),
        )
        for one in told
    )


def what_signatures_say(source: Source) -> Iterator[blocks.Block]:
    """Yield the part of the last page that explains the signatures on the paper."""
    found = {statement.signed for statement in source.document.statements}
    if not found or source.facts.layout == 1:
        return
    text = source.catalogue.text
    yield blocks.Heading(text("pdf.signed.title"), level=2)
    means = tuple(text(_MEANING[one]) for one in Signed if one in found)
    yield blocks.Bullets((*means, text("pdf.signed.not_who")))
