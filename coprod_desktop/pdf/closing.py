"""The last page: who wrote what, who agrees, a line to sign, the check code."""

from __future__ import annotations

from collections.abc import Iterator

from coprod_desktop.model.documents import Stance, Standing, Statement
from coprod_desktop.pdf import blocks
from coprod_desktop.pdf.both import joined
from coprod_desktop.pdf.ideas import joined_ideas
from coprod_desktop.pdf.manner import read_back_in_short, writing
from coprod_desktop.pdf.marks import mark_in_words, printed_marks
from coprod_desktop.pdf.signed import told_on_paper, what_signatures_say
from coprod_desktop.pdf.sizes import sizes_of
from coprod_desktop.pdf.source import Source
from coprod_desktop.pdf.statements import newest_stances, view_in_words

_SHARES = (0.16, 0.25, 0.35, 0.24)


def closing(source: Source) -> Iterator[blocks.Block]:
    """Yield the blocks of the last page, which starts a page of its own."""
    text = source.catalogue.text
    statements = _in_order(source)
    yield blocks.NewPage()
    if statements:
        yield blocks.Heading(text("pdf.who_wrote_what"), level=2)
        if sizes_of(source.facts.choice.kind).has_tables:
            yield _table(source, statements)
        else:
            yield blocks.Bullets(tuple(_told(source, one) for one in statements))
    yield from what_signatures_say(source)
    agreed = tuple(
        _agreed(source, statement, stance)
        for statement in statements
        for stance in newest_stances(statement)
    )
    if agreed:
        yield blocks.Heading(text("pdf.agreed_people"), level=2)
        yield blocks.Bullets(agreed)
    yield blocks.Heading(text("pdf.sign"), level=2)
    # The first layout let the page end between this and the lines to sign on.
    yield blocks.Note(text("pdf.sign.why"), is_tied=source.facts.layout > 1)
    name = source.patient.name
    for who in ("pdf.sign.name", "pdf.sign.somebody"):
        yield blocks.SignLine(text(who, name=name), text("pdf.sign.day"))
    yield blocks.Heading(text("pdf.check"), level=2)
    facts = source.facts
    yield blocks.Note(text("pdf.check.code", code=facts.check_code, head=facts.head))
    yield blocks.Note(text("pdf.check.how", ward=facts.ward))
    yield blocks.Note(text("pdf.shared_only"))


def _in_order(source: Source) -> tuple[Statement, ...]:
    return tuple(
        statement
        for question in source.template.questions()
        for statement in source.document.answers(question.id)
    )


def _table(source: Source, statements: tuple[Statement, ...]) -> blocks.Table:
    text = source.catalogue.text
    headings = (
        text("pdf.table.question"),
        text("pdf.table.whose"),
        text("pdf.table.how"),
        text("pdf.table.read_back"),
    )
    rows = tuple(_row(source, statement) for statement in statements)
    return blocks.Table(text("pdf.table.summary"), headings, rows, _SHARES)


def _told(source: Source, statement: Statement) -> str:
    """Return a row as sentences: columns of large words would part them."""
    text = source.catalogue.text
    number = source.number(statement.question)
    label = source.label(source.people[statement.voice])
    told = [
        text("pdf.row", number=number, label=label),
        *_how(source, statement),
    ]
    if statement.standing is not Standing.OWN_HAND:
        answer = read_back_in_short(source, statement.standing)
        told.append(text("pdf.row.read_back", answer=answer))
    return joined_ideas(told, sizes_of(source.facts.choice.kind))


def _row(source: Source, statement: Statement) -> tuple[str, ...]:
    return (
        str(source.number(statement.question)),
        source.label(source.people[statement.voice]),
        joined(_how(source, statement), " "),
        read_back_in_short(source, statement.standing),
    )


def _how(source: Source, statement: Statement) -> Iterator[str]:
    yield from writing(source, statement.said)
    yield from told_on_paper(source, statement)
    for mark in printed_marks(statement):
        yield mark_in_words(source, statement, mark)


def _agreed(source: Source, statement: Statement, stance: Stance) -> str:
    # Their own words stand under the statement, in a block of theirs. In a line of
    # ours they could close the quotes and go on as if somebody else spoke.
    return source.catalogue.text(
        "pdf.agreed_line",
        view=view_in_words(source, stance),
        number=source.number(statement.question),
        label=source.label(source.people[statement.voice]),
    )
