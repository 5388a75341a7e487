"""The list of parts, picking, checking, differing and paper, each by itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from coprod_desktop.gui.asking import Asking
from coprod_desktop.gui.block_views import block_view, statement_view
from coprod_desktop.gui.form_routes import form_screen
from coprod_desktop.gui.opened import Opened
from coprod_desktop.gui.page_picture import PagePicture
from coprod_desktop.gui.paper_source import paper_of_form
from coprod_desktop.gui.places import ToCheck, ToParts, ToQuestion, ToShare
from coprod_desktop.gui.printing import PdfPages
from coprod_desktop.gui.screens.check_words import CheckWordsScreen
from coprod_desktop.gui.screens.paper import SHARES, PaperScreen
from coprod_desktop.gui.screens.parts import PartsScreen
from coprod_desktop.gui.screens.pick import PickScreen
from coprod_desktop.gui.screens.see_differently import SeeDifferentlyScreen
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.statement_card import StanceView
from coprod_desktop.gui.widgets.tile import Tile
from coprod_desktop.model.authored_text import Mode
from coprod_desktop.model.people import VoiceKind
from coprod_desktop.model.problem import Problem
from coprod_desktop.model.said import WayOut
from coprod_desktop.pdf.pictures import picture_code
from coprod_desktop.workspace import paper_blocks as blocks
from tests.gui.test_printing import a_pdf
from tests.journeys.driver import Answers
from tests.workspace.wards import Cast, own, scribe, write

SAM = blocks.Voice(VoiceKind.PATIENT, "S", "Sam’s words", "Sam, patient")


def states(screen: PartsScreen) -> dict[str, str]:
    return {one.view.title: one.view.status for one in screen.findChildren(Tile)}


def test_the_list_of_parts_says_in_words_how_far_each_question_is(
    stage: Stage, opened: Opened, cast: Cast
):
    document = opened.document
    document.take_pen(own(cast.sam))
    write(document, "went-well", "The walk.")
    document.writing.take_way_out("was-hard", WayOut.DECLINED)
    document.take_pen(scribe(cast.sam, cast.priya, Mode.SUMMARISED))
    write(document, "leave", "Leave.")
    document.take_pen(own(cast.priya))
    write(document, "rights", "We can explain.")
    document.sharing.share(
        [one for one in document.sharing.unshared() if one.voice == cast.priya]
    )

    told = states(PartsScreen(stage, opened))

    assert told["What went well?"] == "Written, not shared yet"
    assert told["What was hard?"] == "I don’t want to answer"
    assert told["What do I want to say about my leave?"].endswith(
        "Waits to be read back"
    )
    assert "Others have written" in told["What do I want to know about my rights?"]
    assert told["How has my week been?"] == "Not started"


def test_carrying_on_goes_to_the_question_that_was_open_last(
    stage: Stage, opened: Opened
):
    opened.document.visit("medicines")
    screen = PartsScreen(stage, opened)
    went: list[object] = []
    screen.went.connect(went.append)

    screen._main().run()

    assert went == [ToQuestion("medicines")]


def test_picking_nothing_is_told_and_the_short_form_is_kept(
    stage: Stage, opened: Opened
):
    screen = PickScreen(stage, opened)
    went: list[object] = []
    screen.went.connect(went.append)
    for question in opened.document.picked:
        screen._on_question_picked(question)

    screen._keep()
    told = screen._notice
    screen.take(screen._short())

    assert told is not None
    assert went == [ToParts()]
    assert opened.document.picked == screen._short()


def test_checking_has_a_change_button_beside_each_answered_question(
    stage: Stage, opened: Opened, cast: Cast
):
    opened.document.take_pen(own(cast.sam))
    write(opened.document, "went-well", "The walk.")
    screen = CheckWordsScreen(stage, opened)
    went: list[object] = []
    screen.went.connect(went.append)

    screen.change_buttons["went-well"].click()
    screen._bar.buttons()[-1].click()

    assert list(screen.change_buttons) == ["went-well"]
    assert went == [ToQuestion("went-well"), ToShare()]


def test_differing_needs_a_view_and_undo_takes_words_back(
    stage: Stage, opened: Opened, cast: Cast, qtbot: QtBot
):
    document = opened.document
    document.take_pen(own(cast.priya))
    write(document, "leave", "On Saturday.")
    shared = document.sharing.share(document.sharing.unshared())[0].statement
    assert shared is not None
    document.take_pen(own(cast.sam))
    screen = SeeDifferentlyScreen(stage, opened, shared.id)
    qtbot.addWidget(screen)
    qtbot.keyClicks(screen.editor, "No")

    screen._save()
    with pytest.raises(Problem):
        screen.left()
    screen.left()
    screen.editor.undo_asked.emit()

    assert screen.editor.words == "N"
    assert not document.cards("leave")[-1].stances


def test_while_somebody_checks_their_words_the_papers_pictures_are_made_ready(
    stage: Stage, opened: Opened, qtbot: QtBot
):
    picture_code.cache_clear()

    screen = form_screen(stage, opened, Asking(), ToCheck())
    qtbot.addWidget(screen)
    qtbot.waitUntil(
        lambda: picture_code.cache_info().currsize > 0 and stage.background.is_idle,
        timeout=60_000,
    )

    template = opened.document.form.template
    pictures = {one.picture for one in template.questions()} | {template.picture}
    assert picture_code.cache_info().currsize == len(pictures)


def test_pages_are_turned_and_made_bigger_to_the_end(
    stage: Stage, opened: Opened, tmp_path: Path, qtbot: QtBot
):
    paper = paper_of_form(stage, opened)
    screen = PaperScreen(stage, paper, Answers(tmp_path))
    qtbot.addWidget(screen)
    qtbot.waitUntil(lambda: screen.pages is not None, timeout=30_000)
    screen._show_pages(a_pdf(2))

    screen.after.click()
    for _ in SHARES:
        screen.bigger.click()

    assert screen.where.words == "Page 2 of 2"
    assert not screen.after.isEnabled()
    assert not screen.bigger.isEnabled()
    assert screen.frame.back == ToCheck()


def test_a_page_keeps_its_shape_at_every_width(stage: Stage, qtbot: QtBot):
    picture = PagePicture(stage, PdfPages(a_pdf(1)))
    qtbot.addWidget(picture)

    picture.show_page(0, 0.5)

    height = picture.heightForWidth(1000)
    assert picture.grab().size() != QSize(0, 0)
    assert height == pytest.approx(500 * 842 / 595, abs=20)


@pytest.mark.parametrize(
    "block",
    [
        blocks.Title("My ward round", ("Sam. Today.",)),
        blocks.Key("Whose words these are", (SAM,)),
        blocks.Notice("Sam sees 1 thing differently."),
        blocks.Heading("1. What went well?", 3, question="went-well"),
        blocks.Note("Words."),
        blocks.Bullets(("One", "Two")),
        blocks.Table("Who wrote what", ("What", "Who"), (("1", "Sam"),), (0.5, 0.5)),
        blocks.SignLine("Name", "Date"),
        blocks.Statement(SAM, ("Sam wrote this.",), ()),
    ],
    ids=lambda block: type(block).__name__,
)
def test_every_block_of_a_paper_can_be_seen_on_the_screen(
    stage: Stage, block: blocks.Block, qtbot: QtBot
):
    view = block_view(stage, block)

    assert view is not None
    qtbot.addWidget(view)


def test_a_new_page_is_nothing_to_see(stage: Stage):
    assert block_view(stage, blocks.NewPage()) is None


def test_a_statement_shows_words_choices_lines_and_remarks(stage: Stage):
    words = blocks.Words((blocks.Piece("Mine "), blocks.Piece("theirs", "(pasted)")))
    choices = blocks.Choices(
        (
            blocks.Box("Good (chosen)", "face-good", is_chosen=True),
            blocks.Box("Hard", "face-hard", is_chosen=False),
        )
    )
    lines = blocks.Lines((blocks.Line((blocks.Piece("Robin"),), "I want them there"),))
    parts = (words, choices, lines, blocks.Remark("Sam does not know."))
    stance = blocks.Stance(SAM, ("Sam sees it differently.",), (words,))
    block = blocks.Statement(SAM, ("Sam wrote this.",), parts, (stance,))

    view = statement_view(block)

    assert [one.words for one in view.pieces] == [
        "Mine theirs (pasted)",
        "Good (chosen)",
        "Robin",
        "Sam does not know.",
    ]
    assert view.pieces[2].mark == "I want them there"
    assert view.stances == (
        StanceView("Sam’s words Sam sees it differently.", ("Mine theirs (pasted)",)),
    )
