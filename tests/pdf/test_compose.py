"""Tests of what stands on a paper, before it is drawn."""

from __future__ import annotations

from datetime import timedelta, timezone
from typing import TypeVar

import pytest

from coprod_desktop.i18n.catalogue import read_catalogue
from coprod_desktop.model.authored_text import Attribution, AuthoredText, Mode
from coprod_desktop.model.documents import Document, Draft, StatementId, View
from coprod_desktop.model.people import VoiceKind
from coprod_desktop.model.said import Choice, Said, WayOut, choose
from coprod_desktop.pdf import blocks
from coprod_desktop.pdf.compose import compose
from coprod_desktop.pdf.source import PaperFacts, Source
from tests.pdf.samples import (
    CASEY,
    JO,
    NOON,
    OWN,
    PEOPLE,
    PRIYA,
    SAM,
    DocumentMaker,
    by,
    form_words,
    one_answer,
    paper_of,
    sample_document,
    stance,
    template,
)

B = TypeVar("B")


def every(kind: type[B], paper: blocks.Paper) -> list[B]:
    return [one for one in paper.blocks if isinstance(one, kind)]


def notices(document: Document) -> list[str]:
    return [one.text for one in every(blocks.Notice, paper_of(document))]


def test_the_title_tells_whose_form_it_is_when_and_where() -> None:
    paper = paper_of(sample_document())

    (title,) = every(blocks.Title, paper)
    assert title.text == "My ward round"
    assert title.lines == ("Sam. Printed on Thursday 26 November 2026. Juniper ward.",)
    assert "Sam" not in paper.title


def test_the_date_is_the_one_on_the_wall_of_the_ward() -> None:
    late = NOON.replace(hour=23, minute=30)
    facts = PaperFacts("Ward", late, "", 0, timezone(timedelta(hours=1)))
    words = read_catalogue("en")

    paper = compose(sample_document(), template(), form_words(), PEOPLE, words, facts)

    assert "Friday 27 November 2026" in every(blocks.Title, paper)[0].lines[0]


def test_the_key_shows_every_voice_once_and_the_patient_first() -> None:
    (key,) = every(blocks.Key, paper_of(sample_document()))

    assert [voice.label for voice in key.voices] == [
        "Sam's words",
        "Priya's words (nurse)",
        "Jo's words (mum)",
        "Casey's words (advocate)",
        "Dr Robin Specimen's words (consultant)",
    ]
    assert {voice.kind for voice in key.voices} == set(VoiceKind) - {VoiceKind.TOGETHER}


def test_page_one_says_who_sees_what_differently() -> None:
    assert notices(sample_document())[:2] == [
        "Sam sees 2 things differently from the team. See questions 2 and 8.",
        "Jo sees 1 thing differently. See question 2.",
    ]


def test_page_one_says_what_is_not_yet_agreed() -> None:
    assert notices(sample_document())[2] == (
        "3 answers are not yet agreed by the people whose words they are. "
        "See questions 4, 6 and 10."
    )


def test_seeing_mums_words_differently_is_not_blamed_on_the_team() -> None:
    maker = DocumentMaker(template())
    maker.add("talk", JO, by(JO, "He was well."), stances=(stance(SAM, View.SOME),))

    assert notices(maker.document()) == [
        "Sam sees 1 thing differently. See question 2."
    ]


def test_agreement_makes_no_notice() -> None:
    maker = DocumentMaker(template())
    agreeing = (stance(SAM, View.DISAGREE), stance(SAM, View.AGREE))
    maker.add("talk", PRIYA, by(PRIYA, "We will ask."), stances=agreeing)

    assert notices(maker.document()) == []


def test_patient_words_come_first_under_each_question() -> None:
    maker = DocumentMaker(template())
    maker.add("talk", PRIYA, by(PRIYA, "We will ask."))
    maker.add("talk", SAM, by(SAM, "I want to go home."))

    found = every(blocks.Statement, paper_of(maker.document()))

    assert [one.voice.kind for one in found] == [VoiceKind.PATIENT, VoiceKind.STAFF]


def test_questions_keep_the_form_numbers_and_pictures() -> None:
    found = every(blocks.Heading, paper_of(sample_document()))

    questions = [one for one in found if one.level == 3]
    assert questions[1].text == "2. What do I want to talk about?"
    assert questions[1].question == "talk"
    assert questions[1].figure == blocks.Figure("talk", "A person speaking")


def test_questions_that_nobody_answered_are_listed_plainly() -> None:
    paper = paper_of(sample_document())

    (listed, *_) = every(blocks.Bullets, paper)
    assert listed.lines == ("11. What do I want to know about my rights?",)


def test_a_form_without_any_words_says_so() -> None:
    maker = DocumentMaker(template())

    paper = paper_of(maker.document())

    assert blocks.Note("Nothing has been shared yet.") in paper.blocks
    assert every(blocks.Table, paper) == []
    assert len(every(blocks.Bullets, paper)[0].lines) == 11


def test_a_form_with_every_question_answered_has_no_list_of_open_ones() -> None:
    maker = DocumentMaker(template())
    for question in template().questions():
        maker.add(question.id, JO, by(JO, "Words."))

    paper = paper_of(maker.document())

    headings = [one.text for one in every(blocks.Heading, paper)]
    assert "No words here yet" not in headings
    assert len(every(blocks.Bullets, paper)) == 1


@pytest.mark.parametrize(
    ("way", "sentence"),
    [
        (WayOut.DECLINED, "Sam did not want to answer this."),
        (WayOut.LATER, "Sam wants to answer this later."),
        (WayOut.DONT_KNOW, "Sam does not know."),
    ],
)
def test_an_honest_way_out_is_told_in_words(way: WayOut, sentence: str) -> None:
    paper = paper_of(one_answer(Said(way_out=choose(OWN, way))))

    (statement,) = every(blocks.Statement, paper)
    assert statement.parts == (blocks.Remark(sentence),)
    assert statement.manner == ("Sam chose this.",)


@pytest.mark.parametrize(
    ("view", "label"),
    [
        (View.AGREE, "Casey agrees"),
        (View.SOME, "Casey sees some of this differently"),
        (View.DISAGREE, "Casey sees this differently"),
        (View.NOT_SURE, "Casey is not sure about this"),
        (View.NOT_ASKED, "Casey was not asked about this"),
    ],
)
def test_a_stance_stands_under_the_words_it_is_about(view: View, label: str) -> None:
    maker = DocumentMaker(template())
    maker.add("talk", PRIYA, by(PRIYA, "We will."), stances=(stance(CASEY, view),))

    (statement,) = every(blocks.Statement, paper_of(maker.document()))

    (found,) = statement.stances
    assert found.voice.label == label
    assert found.voice.kind is VoiceKind.SUPPORTER
    assert (found.manner, found.parts) == ((), ())


def test_a_stance_about_earlier_words_says_so() -> None:
    found = every(blocks.Statement, paper_of(sample_document()))

    nurse = next(one for one in found if one.stances)
    (sam, jo) = nurse.stances
    assert sam.voice.label == "Sam sees this differently"
    assert jo.manner == ("This was about earlier words.", "Jo wrote this.")


def test_the_last_page_has_a_row_for_every_statement_and_no_score() -> None:
    document = sample_document()

    (table,) = every(blocks.Table, paper_of(document))

    assert len(table.rows) == len(document.statements)
    how = "Sam wrote this. Signed by the ward's computer."
    assert table.rows[1] == ("2", "Sam's words", how, "Own hand")
    assert sum(table.shares) == pytest.approx(1)


def test_the_last_page_tells_who_agrees_in_words_of_ours_alone() -> None:
    paper = paper_of(sample_document())

    (_, _, agreed) = every(blocks.Bullets, paper)
    assert agreed.lines[0] == (
        "Sam sees this differently: question 2, Priya's words (nurse)."
    )


def test_the_last_page_has_the_check_code_and_the_record_number() -> None:
    paper = paper_of(sample_document())

    told = [one.text for one in every(blocks.Note, paper)]
    code = paper.footer.lines[1].removeprefix("Check code ")
    assert f"Check code {code}. Record number 42." in told
    assert (
        "This paper holds only words that were shared. Private words are not in it."
        in told
    )


def test_the_footer_says_which_form_and_who_wrote_its_questions() -> None:
    footer = paper_of(sample_document()).footer

    assert footer.page == "Page {page} of {pages}"
    assert footer.lines[0] == "My ward round, version 4"
    assert footer.lines[2] == "Questions written by Juniper ward community meeting."


def test_drafts_are_shown_as_not_shared_on_the_check_screen_alone() -> None:
    words = AuthoredText.by(Attribution(SAM, PRIYA, Mode.WORD_FOR_WORD), "I am tired.")
    draft = Draft(
        sample_document().id, "rights", SAM, StatementId("e" * 32), Said(words), NOON
    )
    facts = PaperFacts("Ward", NOON, "", 0)
    catalogue = read_catalogue("en")
    document = one_answer(by(SAM, "Shared."))

    paper = compose(
        document, template(), form_words(), PEOPLE, catalogue, facts, (draft,)
    )

    (shared, private) = every(blocks.Statement, paper)
    assert shared.is_shared
    assert not private.is_shared
    assert private.manner[0] == "Not shared yet. Only the people here can see this."
    assert private.manner[-1] == "Sam has not agreed these words yet."
    (table,) = every(blocks.Table, paper)
    assert [row[0] for row in table.rows] == ["2"]


def test_a_chosen_option_says_that_it_was_chosen_and_by_whom() -> None:
    found = every(blocks.Statement, paper_of(sample_document()))

    need = next(one for one in found if one.question == "need")
    assert need.parts[0] == blocks.Choices(
        (
            blocks.Box("Breaks (chosen)", "pause", is_chosen=True),
            blocks.Box(
                "A quiet room (chosen; ticked by Priya (nurse))", "room", is_chosen=True
            ),
            blocks.Box("More time", "", is_chosen=False),
        )
    )


def test_faces_are_steps_with_words_and_a_date_is_told_in_full() -> None:
    found = {
        one.question: one
        for one in every(blocks.Statement, paper_of(sample_document()))
    }

    faces = found["week"].parts[0]
    assert isinstance(faces, blocks.Choices)
    assert faces.is_scale
    assert faces.boxes[0].picture == "face-very-good"
    assert found["next"].parts == (
        blocks.Choices(
            (blocks.Box("Thursday 3 December 2026 (chosen)", "", is_chosen=True),)
        ),
    )


def test_a_list_keeps_the_order_and_the_marks() -> None:
    found = every(blocks.Statement, paper_of(sample_document()))

    people = next(one for one in found if one.question == "people")
    (listed,) = people.parts
    assert isinstance(listed, blocks.Lines)
    assert [line.mark for line in listed.lines] == [
        "I want them there",
        "I do not want them there",
    ]


def test_no_question_of_another_form_can_be_numbered() -> None:
    facts = PaperFacts("Ward", NOON, "", 0)
    source = Source(
        PEOPLE,
        read_catalogue("en"),
        sample_document(),
        template(),
        form_words(),
        facts,
    )

    with pytest.raises(KeyError):
        source.number("unknown")


def test_a_doubtful_plan_counts_as_seen_differently_only_for_the_patient() -> None:
    maker = DocumentMaker(template())
    jo = Attribution(JO, JO, Mode.TYPED)
    maker.add("agree", JO, Said(chosen=(choose(jo, "no"),)))
    maker.add("agree", SAM, Said(chosen=(Choice("yes", OWN),)))

    assert notices(maker.document()) == []
