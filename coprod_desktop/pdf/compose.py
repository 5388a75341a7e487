"""From a document to the blocks of a paper. Pure: like facts, like paper."""

from __future__ import annotations

from collections.abc import Iterator

from coprod_desktop.content.pictures import alt_key
from coprod_desktop.i18n.catalogue import Catalogue
from coprod_desktop.i18n.isolates import isolating
from coprod_desktop.model.documents import Document, Draft, Standing, Statement
from coprod_desktop.model.forms import FormTemplate, FormWords, Question, QuestionKind
from coprod_desktop.model.people import People, PersonId
from coprod_desktop.pdf import blocks
from coprod_desktop.pdf.blank import blank_blocks, blank_footer
from coprod_desktop.pdf.both import both, both_words, in_one_line
from coprod_desktop.pdf.choice import Copy, PaperKind
from coprod_desktop.pdf.closing import closing
from coprod_desktop.pdf.ideas import with_ideas_apart
from coprod_desktop.pdf.marks import mark_notices
from coprod_desktop.pdf.not_fair import not_fair
from coprod_desktop.pdf.sizes import sizes_of
from coprod_desktop.pdf.source import PaperFacts, Source
from coprod_desktop.pdf.statements import draft_block, statement_block

_OPEN = frozenset({Standing.NOT_YET, Standing.NEARLY, Standing.REFUSED})


def compose(
    document: Document,
    template: FormTemplate,
    words: FormWords,
    people: People,
    catalogue: Catalogue,
    facts: PaperFacts,
    drafts: tuple[Draft, ...] = (),
) -> blocks.Paper:
    """Return the paper of a document.

    ``words`` are filled with the ward's settings. ``drafts`` are shown on the check
    screen, marked as not shared; a paper for printing is composed without them.

    Raises:
        KeyError: The document names a question or a person that is not there.
    """
    catalogue = _for_paper(catalogue, facts)
    if facts.beside is not None:
        catalogue = both(catalogue, _for_paper(facts.beside.catalogue, facts))
        words = both_words(words, facts.beside.words)
    source = Source(people, catalogue, document, template, words, facts, drafts)
    is_blank = facts.choice.copy is Copy.BLANK
    day = source.day(facts.printed_at.astimezone(facts.zone).date())
    return blocks.Paper(
        tuple(blank_blocks(source) if is_blank else _body(source, day)),
        in_one_line(catalogue.text("pdf.paper_title", title=words.title, day=day)),
        words.language,
        facts.ward,
        facts.printed_at,
        blank_footer(source) if is_blank else _footer(source),
        facts.layout,
        facts.choice,
    )


def _body(source: Source, day: str) -> Iterator[blocks.Block]:
    yield _title(source, day)
    yield from _whose_copy(source)
    yield from _page_one(source)
    yield from not_fair(source)
    yield from _sections(source)
    yield from _unanswered(source)
    yield from closing(source)


def _for_paper(catalogue: Catalogue, facts: PaperFacts) -> Catalogue:
    catalogue = isolating(catalogue)
    apart = sizes_of(facts.choice.kind).sentences_apart
    return with_ideas_apart(catalogue) if apart else catalogue


def _footer(source: Source) -> blocks.Footer:
    text = source.catalogue.text
    title, version = source.words.title, source.template.version
    lines = [
        text("pdf.footer.form", title=title, version=version),
        text("pdf.footer.code", code=source.facts.check_code),
    ]
    if source.template.written_by:
        writers = source.template.written_by
        lines.append(text("pdf.footer.written_by", writers=writers))
    if source.facts.choice.copy is Copy.MEETING:
        lines.insert(0, text("pdf.footer.meeting", name=source.patient.name))
    page = text("pdf.footer.page", page="{page}", pages="{pages}")
    return blocks.Footer(in_one_line(page), tuple(map(in_one_line, lines)))


def _figure(source: Source, picture: str) -> blocks.Figure:
    return blocks.Figure(picture, source.catalogue.text(alt_key(picture)))


def _title(source: Source, day: str) -> blocks.Title:
    whose = source.catalogue.text(
        "pdf.whose", name=source.patient.name, day=day, ward=source.facts.ward
    )
    figure = _figure(source, source.template.picture)
    return blocks.Title(source.words.title, (whose,), figure)


def _whose_copy(source: Source) -> Iterator[blocks.Block]:
    if source.facts.choice.copy is Copy.MEETING:
        name = source.patient.name
        yield blocks.Notice(source.catalogue.text("pdf.copy.meeting", name=name))


def _page_one(source: Source) -> Iterator[blocks.Block]:
    """Yield what nobody should miss, and the key: larger words leave less room."""
    notices = (*_notices(source), *mark_notices(source))
    key = tuple(_key(source))
    is_first = source.facts.choice.kind is PaperKind.CLEAR
    yield from (*key, *notices) if is_first else (*notices, *key)


def _key(source: Source) -> Iterator[blocks.Block]:
    voices = dict.fromkeys(
        voice
        for question in source.template.questions()
        for voice in _voices(source, question)
    )
    voices |= dict.fromkeys(_voices_of_flags(source))
    if voices:
        first = sorted(voices, key=lambda voice: voice != source.document.patient)
        known = tuple(source.voice(voice) for voice in first)
        yield blocks.Key(source.catalogue.text("pdf.key"), known)
    else:
        yield blocks.Note(source.catalogue.text("pdf.nothing_shared"))


def _voices(source: Source, question: Question) -> Iterator[PersonId]:
    for statement in source.document.answers(question.id):
        yield statement.voice
        yield from (stance.by for stance in statement.stances)
    yield from (one.voice for one in source.drafts if one.question == question.id)


def _voices_of_flags(source: Source) -> Iterator[PersonId]:
    for flag in source.facts.flags:
        yield flag.voice
        yield from (answer.by for answer in flag.answers)


def _notices(source: Source) -> Iterator[blocks.Block]:
    differing: dict[PersonId, list[Statement]] = {}
    for statement in source.document.statements:
        for stance in statement.differing:
            differing.setdefault(stance.by, []).append(statement)
        if _disagrees_with_plan(source, statement):
            differing.setdefault(statement.voice, []).append(statement)
    order = sorted(differing, key=lambda by: by != source.document.patient)
    for by in order:
        yield _differs(source, by, differing[by])
    not_agreed = [
        one.question for one in source.document.statements if one.standing in _OPEN
    ]
    if not_agreed:
        where = source.questions(not_agreed)
        count = len(not_agreed)
        yield blocks.Notice(
            source.catalogue.plural("pdf.not_agreed", count, questions=where)
        )


def _disagrees_with_plan(source: Source, statement: Statement) -> bool:
    if statement.voice != source.document.patient:
        return False
    kind = source.template.question(statement.question).kind
    picked = {choice.option for choice in statement.said.chosen}
    return kind is QuestionKind.AGREEMENT and bool(picked & {"some", "no"})


def _differs(
    source: Source, by: PersonId, statements: list[Statement]
) -> blocks.Notice:
    def is_of_the_team(statement: Statement) -> bool:
        return statement.voice == by or source.people[statement.voice].is_staff

    from_team = by == source.document.patient and all(map(is_of_the_team, statements))
    key = "pdf.differs_from_team" if from_team else "pdf.differs"
    where = source.questions([one.question for one in statements])
    name = source.people[by].name
    return blocks.Notice(
        source.catalogue.plural(key, len(statements), name=name, questions=where)
    )


def _sections(source: Source) -> Iterator[blocks.Block]:
    for section in source.template.sections:
        answered = [one for one in section.questions if _is_answered(source, one)]
        if answered:
            yield blocks.Heading(source.words.sections[section.id], level=2)
        for question in answered:
            yield from _question(source, question)


def _is_answered(source: Source, question: Question) -> bool:
    return any(True for _ in _voices(source, question))


def _question(source: Source, question: Question) -> Iterator[blocks.Block]:
    figure = _figure(source, question.picture)
    yield blocks.Heading(source.numbered(question), 3, figure, question.id)
    for statement in source.document.answers(question.id):
        yield statement_block(source, question, statement)
    for draft in source.drafts:
        if draft.question == question.id:
            yield draft_block(source, question, draft)


def _unanswered(source: Source) -> Iterator[blocks.Block]:
    open_ones = tuple(
        source.numbered(question)
        for question in source.template.questions()
        if not _is_answered(source, question)
    )
    if open_ones:
        yield blocks.Heading(source.catalogue.text("pdf.no_words_yet"), level=2)
        yield blocks.Bullets(open_ones)
