"""A form to fill in by hand: every prompt, room for words, and who wrote them down."""

from __future__ import annotations

from collections.abc import Iterator

from coprod_desktop.content.pictures import alt_key
from coprod_desktop.model.forms import Question, QuestionKind
from coprod_desktop.pdf import blocks
from coprod_desktop.pdf.both import in_one_line
from coprod_desktop.pdf.choice import PaperKind
from coprod_desktop.pdf.source import Source
from coprod_desktop.pdf.statements import options_of

_ENTRIES = frozenset({QuestionKind.TOPICS, QuestionKind.PEOPLE})
_FEW, _SOME = 1, 3
_MANY = {PaperKind.CLEAR: 8, PaperKind.EASY_READ: 6, PaperKind.LARGE_PRINT: 5}
_WAYS_OUT = ("pdf.blank.declined", "pdf.blank.later", "pdf.blank.dont_know")


def blank_blocks(source: Source) -> Iterator[blocks.Block]:
    """Yield the blocks of a blank form; nothing of what was shared is in them."""
    text = source.catalogue.text
    name = source.patient.name
    printed = source.facts.printed_at.astimezone(source.facts.zone).date()
    whose = text(
        "pdf.whose", name=name, day=source.day(printed), ward=source.facts.ward
    )
    figure = _figure(source, source.template.picture)
    yield blocks.Title(source.words.title, (whose,), figure)
    yield blocks.Notice(text("pdf.blank.how", name=name))
    for section in source.template.sections:
        yield blocks.Heading(source.words.sections[section.id], level=2)
        for question in section.questions:
            picture = _figure(source, question.picture)
            yield blocks.Heading(source.numbered(question), 3, picture, question.id)
            yield _blank(source, question)


def blank_footer(source: Source) -> blocks.Footer:
    """Return the foot of its pages: on each the code that tells what is on it."""
    text = source.catalogue.text
    title, version = source.words.title, source.template.version
    lines = (
        text("pdf.footer.sheet", code="{code}"),
        text("pdf.footer.blank", name=source.patient.name),
        text("pdf.footer.form", title=title, version=version),
    )
    page = text("pdf.footer.page", page="{page}", pages="{pages}")
    foot = tuple(map(in_one_line, lines))
    return blocks.Footer(in_one_line(page), foot, source.facts.sheet_tag)


def _figure(source: Source, picture: str) -> blocks.Figure:
    return blocks.Figure(picture, source.catalogue.text(alt_key(picture)))


def _blank(source: Source, question: Question) -> blocks.Blank:
    text = source.catalogue.text
    has_entries = question.kind in _ENTRIES
    words = source.words.options.get(question.id, {})
    options = tuple(options_of(question))
    boxes = tuple(
        blocks.Box(words[one.id], one.picture, is_chosen=False)
        for one in (() if has_entries else options)
    )
    return blocks.Blank(
        source.voice(source.document.patient),
        source.number(question.id),
        blocks.Choices(boxes, is_scale=question.kind is QuestionKind.FACES),
        tuple(words[one.id] for one in options) if has_entries else (),
        text("pdf.blank.marks"),
        _label(source, question),
        _lines(source, question, has_boxes=bool(boxes)),
        tuple(text(one) for one in _WAYS_OUT),
        (
            text("pdf.blank.who"),
            text("pdf.blank.own"),
            text("pdf.blank.other"),
        ),
        source.numbered(question),
        is_numbered=has_entries,
    )


def _label(source: Source, question: Question) -> str:
    key = "day" if question.kind is QuestionKind.DATE else "write"
    return source.catalogue.text(f"pdf.blank.{key}")


def _lines(source: Source, question: Question, *, has_boxes: bool) -> int:
    """Return how many ruled lines leave an answer on one page, in one language."""
    if question.kind is QuestionKind.DATE:
        return _FEW
    choice = source.facts.choice
    fewer = 2 if choice.beside else 0
    return _SOME if has_boxes else _MANY[choice.kind] - fewer
