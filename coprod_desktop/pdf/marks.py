"""What voices say of how their words came to be: beside the words, and on page 1."""

from __future__ import annotations

from collections.abc import Iterator

from coprod_desktop.model.documents import Mark, MarkKind, Statement
from coprod_desktop.model.people import PersonId
from coprod_desktop.pdf import blocks
from coprod_desktop.pdf.source import Names, Source

_BESIDE = {
    MarkKind.NOT_MINE: "pdf.mark.not_mine",
    MarkKind.PRESSED: "pdf.mark.pressed",
}
_ON_PAGE_ONE = {
    MarkKind.NOT_MINE: "pdf.marked.not_mine",
    MarkKind.PRESSED: "pdf.marked.pressed",
}


def mark_in_words(names: Names, statement: Statement, mark: Mark) -> str:
    """Return what a mark says beside its statement."""
    text = names.catalogue.text
    voice = names.people[statement.voice].name
    told = text(_BESIDE[mark.kind], voice=voice)
    if mark.by != statement.voice:
        writer = names.named(mark.by)
        told = text("pdf.mark.written_down", mark=told, writer=writer)
    if mark.version != statement.version:
        told = text("pdf.mark.of_earlier_words", mark=told)
    return told


def printed_marks(statement: Statement) -> tuple[Mark, ...]:
    """Return the marks that their voice lets stand on paper."""
    return tuple(one for one in statement.marks if one.is_printed)


def mark_notices(source: Source) -> Iterator[blocks.Notice]:
    """Yield what stands about marks on page 1: one notice a voice and kind."""
    found: dict[tuple[PersonId, MarkKind], list[str]] = {}
    for statement in source.document.statements:
        for mark in printed_marks(statement):
            where = found.setdefault((statement.voice, mark.kind), [])
            where.append(statement.question)
    for (voice, kind), questions in found.items():
        yield blocks.Notice(
            source.catalogue.plural(
                _ON_PAGE_ONE[kind],
                len(questions),
                name=source.people[voice].name,
                questions=source.questions(questions),
            )
        )
