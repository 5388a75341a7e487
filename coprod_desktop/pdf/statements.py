"""From a statement to its block: words, choices, lists, ways out and stances."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from coprod_desktop.model.authored_text import Attribution
from coprod_desktop.model.documents import (
    Draft,
    Stance,
    Standing,
    Statement,
    View,
    standing,
)
from coprod_desktop.model.forms import (
    AGREEMENT,
    FACES,
    Option,
    Question,
    QuestionKind,
)
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.said import Choice, Item, Said, WayOut
from coprod_desktop.pdf import blocks
from coprod_desktop.pdf.manner import is_mixed, manner, pieces
from coprod_desktop.pdf.marks import mark_in_words, printed_marks
from coprod_desktop.pdf.signed import photographed, told_on_paper
from coprod_desktop.pdf.source import Source

_WAYS_OUT = {
    WayOut.DECLINED: "pdf.way_out.declined",
    WayOut.LATER: "pdf.way_out.later",
    WayOut.DONT_KNOW: "pdf.way_out.dont_know",
}
_VIEWS = {
    View.AGREE: "pdf.stance.agree",
    View.SOME: "pdf.stance.some",
    View.DISAGREE: "pdf.stance.disagree",
    View.NOT_SURE: "pdf.stance.not_sure",
    View.NOT_ASKED: "pdf.stance.not_asked",
}


def statement_block(
    source: Source, question: Question, statement: Statement
) -> blocks.Statement:
    """Return the block of a shared statement, with the stances about it."""
    voice = source.voice(statement.voice)
    return blocks.Statement(
        voice,
        manner(source, statement.said, statement.standing),
        tuple(_parts(source, question, statement.said, statement.voice)),
        tuple(_stance(source, statement, one) for one in newest_stances(statement)),
        source.catalogue.text("pdf.more_of", label=voice.label),
        source.numbered(question),
        statement.question,
        statement.id,
        marks=tuple(
            mark_in_words(source, statement, one) for one in printed_marks(statement)
        ),
        signed=(*photographed(source, statement), *told_on_paper(source, statement)),
    )


def draft_block(source: Source, question: Question, draft: Draft) -> blocks.Statement:
    """Return the block of words that are still private, marked so."""
    voice = source.voice(draft.voice)
    how = standing(draft.said, draft.confirmation)
    return blocks.Statement(
        voice,
        (
            source.catalogue.text("pdf.not_shared"),
            *manner(source, draft.said, how),
        ),
        tuple(_parts(source, question, draft.said, draft.voice)),
        (),
        source.catalogue.text("pdf.more_of", label=voice.label),
        source.numbered(question),
        draft.question,
        draft.statement,
        is_shared=False,
    )


def newest_stances(statement: Statement) -> tuple[Stance, ...]:
    """Return what each person thinks now, in the order in which they first said."""
    return tuple({stance.by: stance for stance in statement.stances}.values())


def view_in_words(source: Source, stance: Stance) -> str:
    """Return "Sam sees this differently" and its like."""
    name = source.people[stance.by].name
    return source.catalogue.text(_VIEWS[stance.view], name=name)


def _stance(source: Source, statement: Statement, stance: Stance) -> blocks.Stance:
    said = stance.said
    told = []
    if stance.version != statement.version:
        told.append(source.catalogue.text("pdf.stance.earlier"))
    if not said.is_empty:
        told.extend(manner(source, said, _standing_of(said)))
    return blocks.Stance(
        source.voice(stance.by, view_in_words(source, stance)),
        tuple(told),
        tuple(_words(source, said)),
    )


def _standing_of(said: Said) -> Standing:
    return standing(said, None)


def _parts(
    source: Source, question: Question, said: Said, voice: PersonId
) -> Iterator[blocks.Part]:
    if said.way_out:
        key = _WAYS_OUT[WayOut(said.way_out.option)]
        name = source.people[voice].name
        yield blocks.Remark(source.catalogue.text(key, name=name))
    if said.chosen:
        yield _choices(source, question, said)
    if said.items:
        mixed = is_mixed(said)
        lines = (_line(source, question, one, mixed) for one in said.items)
        yield blocks.Lines(tuple(lines))
    yield from _words(source, said)


def _words(source: Source, said: Said) -> Iterator[blocks.Words]:
    if said.text.text:
        yield blocks.Words(pieces(source, said.text, is_mixed=is_mixed(said)))


def _line(
    source: Source,
    question: Question,
    item: Item,
    mixed: bool,  # noqa: FBT001 - told by name to pieces
) -> blocks.Line:
    mark = _option_words(source, question, item.mark.option) if item.mark else ""
    return blocks.Line(pieces(source, item.words, is_mixed=mixed), mark)


def _choices(source: Source, question: Question, said: Said) -> blocks.Choices:
    chosen = {choice.option: choice for choice in said.chosen}
    usual = _usual_writer(said)
    offered = list(options_of(question))
    known = {option.id for option in offered}
    offered += [Option(one, "") for one in chosen if one not in known]
    boxes = tuple(
        _box(source, question, option, chosen.get(option.id), usual)
        for option in offered
    )
    return blocks.Choices(boxes, is_scale=question.kind is QuestionKind.FACES)


def options_of(question: Question) -> Iterator[Option]:
    """Every kind's options; those of a date are the days that were chosen."""
    if question.options:
        yield from question.options
    elif question.kind is QuestionKind.FACES:
        for face in FACES:
            yield Option(face, "face-" + face.replace("_", "-"))
    elif question.kind is QuestionKind.AGREEMENT:
        for answer in AGREEMENT:
            yield Option(answer, answer.replace("_", "-"))


def _usual_writer(said: Said) -> PersonId:
    return next(choice.attribution.writer for choice in said.chosen)


def _box(
    source: Source,
    question: Question,
    option: Option,
    choice: Choice | None,
    usual: PersonId,
) -> blocks.Box:
    words = _option_words(source, question, option.id)
    if choice is None:
        return blocks.Box(words, option.picture, is_chosen=False)
    told = _told(source, words, choice.attribution, usual)
    return blocks.Box(told, option.picture, is_chosen=True)


def _told(source: Source, words: str, how: Attribution, usual: PersonId) -> str:
    if how.writer == usual:
        return source.catalogue.text("pdf.chosen", option=words)
    writer = source.named(how.writer)
    return source.catalogue.text("pdf.chosen_by", option=words, writer=writer)


def _option_words(source: Source, question: Question, option: str) -> str:
    if question.kind is QuestionKind.DATE:
        return source.day(date.fromisoformat(option))
    return source.words.options[question.id][option]
