"""What the meeting was told is not fair, on the paper of that meeting."""

from __future__ import annotations

from collections.abc import Iterator

from coprod_desktop.model.documents import Standing, standing
from coprod_desktop.model.flags import Flag, FlagAnswer
from coprod_desktop.pdf import blocks
from coprod_desktop.pdf.manner import is_mixed, manner, pieces
from coprod_desktop.pdf.source import Source


def not_fair(source: Source) -> Iterator[blocks.Block]:
    """Yield the part that stands before everything else, where there is any."""
    flags = source.facts.flags
    if flags:
        yield blocks.Heading(source.catalogue.text("pdf.not_fair.title"), level=2)
    for flag in flags:
        yield _block(source, flag)


def _block(source: Source, flag: Flag) -> blocks.Statement:
    voice = source.voice(flag.voice)
    told = list(manner(source, flag.said, standing(flag.said, None)))
    if flag.is_open:
        told.append(source.catalogue.text("pdf.not_fair.open"))
    return blocks.Statement(
        voice,
        tuple(told),
        (blocks.Words(pieces(source, flag.said.text, is_mixed=is_mixed(flag.said))),),
        tuple(_answer(source, one) for one in flag.answers),
        source.catalogue.text("pdf.more_of", label=voice.label),
        source.catalogue.text("pdf.not_fair.title"),
    )


def _answer(source: Source, answer: FlagAnswer) -> blocks.Stance:
    name = source.people[answer.by].name
    label = source.catalogue.text("pdf.not_fair.answer", name=name)
    return blocks.Stance(
        source.voice(answer.by, label),
        manner(source, answer.said, Standing.OWN_HAND),
        (blocks.Words(pieces(source, answer.said.text, is_mixed=False)),),
    )
