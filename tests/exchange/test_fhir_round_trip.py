"""What goes into a bundle comes out of it: words, voice, writer, agreement."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from coprod_desktop.model.authored_text import (
    Attribution,
    AuthoredText,
    Mode,
    Run,
    merged,
)
from coprod_desktop.model.documents import (
    Confirmation,
    Mark,
    MarkKind,
    ReadBack,
    Signed,
    Stance,
    Statement,
    View,
)
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.said import Choice, Item, Said
from coprod_desktop.model.wire import said_fingerprint
from tests.exchange.bundles import (
    CASEY,
    FORM,
    JO,
    NOON,
    PRIYA,
    SAM,
    Reader,
    bundle_of,
    statement,
)
from tests.model import values

PEOPLE = st.sampled_from((SAM, PRIYA, JO))
DATES = st.dates().map(lambda day: day.isoformat())


def of_voice(said: Said, voice: PersonId) -> Said:
    """The same answer, all of it in one voice, as the record has it."""

    def text(one: AuthoredText) -> AuthoredText:
        runs = (Run(replace(r.attribution, voice=voice), r.length) for r in one.runs)
        return AuthoredText(one.text, merged(runs))

    def choice(one: Choice) -> Choice:
        return replace(one, attribution=replace(one.attribution, voice=voice))

    return Said(
        text(said.text),
        tuple(map(choice, said.chosen)),
        tuple(
            Item(text(one.words), choice(one.mark) if one.mark else None)
            for one in said.items
        ),
        choice(said.way_out) if said.way_out else None,
    )


@st.composite
def stances(draw: st.DrawFn) -> Stance:
    by = draw(PEOPLE)
    words = draw(values.texts)
    view = draw(st.sampled_from(View))
    return Stance(by, view, of_voice(Said(words), by), NOON, draw(st.integers(1, 3)))


@st.composite
def statements(draw: st.DrawFn) -> Statement:
    question = draw(st.sampled_from([one.id for one in FORM.questions()]))
    voice = draw(PEOPLE)
    said = of_voice(draw(values.answers), voice)
    if question == "again":
        how = Attribution(voice, draw(PEOPLE), Mode.CHOSEN)
        dates = [Choice(day, how) for day in draw(st.lists(DATES, max_size=2))]
        said = replace(said, chosen=tuple(dates))
    answer = draw(st.none() | st.sampled_from(ReadBack))
    confirmation = answer and Confirmation(
        answer, said_fingerprint(said), NOON, draw(st.none() | PEOPLE)
    )
    marks = draw(st.lists(st.sampled_from(MarkKind), unique=True))
    return statement(
        question,
        said,
        draw(st.integers(1, 10**6)),
        voice=voice,
        confirmation=confirmation,
        signed=draw(st.sampled_from(Signed)),
        marks=tuple(Mark(one, 1, CASEY, NOON) for one in marks),
        stances=tuple(draw(st.lists(stances(), max_size=3))),
    )


def told_of(one: Statement) -> tuple[object, ...]:
    """What must come back of a statement."""
    newest = {stance.by: stance for stance in one.stances}.values()
    back = one.confirmation
    return (
        *(one.id, one.question, one.voice, one.said, one.standing.value),
        back.answer.value if back else None,
        back.witness if back else None,
        *(one.shared_at, one.signed.value),
        tuple((mark.kind.value, mark.by) for mark in one.marks),
        tuple((each.by, each.view.value, each.said) for each in newest),
    )


@settings(deadline=None, max_examples=40)
@given(
    st.lists(
        statements(),
        max_size=3,
        unique_by=lambda one: one.id,
    )
)
def test_everything_about_a_statement_comes_back_unchanged(
    shared: list[Statement],
) -> None:
    bundle = bundle_of(*shared)

    found = Reader(bundle).statements()

    expected = {one.id: told_of(one) for one in shared}
    assert {one.name: tuple(vars(one).values()) for one in found} == expected


def test_words_that_no_fhir_string_can_hold_come_back_too() -> None:
    for words in (" ", "\u00a0", "\u2028", "a\x0bb", "\t\n"):
        how = Attribution(SAM, PRIYA, Mode.SUMMARISED)
        said = Said(text=AuthoredText.by(how, words))

        (found,) = Reader(bundle_of(statement("helps", said))).statements()

        assert found.said == said


def test_a_million_signs_are_what_a_fhir_string_may_hold() -> None:
    words = "e\u0301" * 500_000
    said = Said(text=AuthoredText.by(Attribution(SAM, SAM, Mode.TYPED), words))

    (found,) = Reader(bundle_of(statement("helps", said))).statements()

    assert found.said.text.text == words
    assert len(words) <= 1024 * 1024
