"""Every widget on one screen, as a person would meet them."""

from __future__ import annotations

from datetime import date

from coprod_desktop.gui.places import ToHome
from coprod_desktop.gui.screen import Action, Frame, Screen
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.answer_editor import AnswerEditor
from coprod_desktop.gui.widgets.choice_grid import ChoiceGrid, OptionView
from coprod_desktop.gui.widgets.date_choice import DateChoice
from coprod_desktop.gui.widgets.item_list import ItemList, ListWords
from coprod_desktop.gui.widgets.item_row import ItemView
from coprod_desktop.gui.widgets.passphrase import PassphraseField
from coprod_desktop.gui.widgets.pen_bar import PenBar, PenView
from coprod_desktop.gui.widgets.statement_card import (
    CardView,
    PieceView,
    StanceView,
    StatementCard,
)
from coprod_desktop.gui.widgets.status_line import StatusLine
from coprod_desktop.gui.widgets.text_size import TextSizePanel
from coprod_desktop.gui.widgets.tile import Tile, TileView
from coprod_desktop.model.authored_text import AuthoredText
from coprod_desktop.model.people import VoiceKind
from tests.gui.widgets.writing import BY_SAM

PENS = (
    PenView("sam", "Sam", "“I am writing”", "patient", True),
    PenView("for", "Priya writes for Sam", "“Sam says it”", "scribe", False),
    PenView("priya", "Priya, nurse", "“I am adding my own view”", "nurse", False),
    PenView("jo", "Mum", "“I am adding my own view”", "partner-in-care", False),
)
CARDS = (
    CardView(
        VoiceKind.STAFF,
        "P",
        "Priya’s words",
        "Nurse. Priya wrote this.",
        "We can ask the pharmacist to come and explain the choices.",
        stances=(StanceView("Sam sees this differently."),),
    ),
    CardView(
        VoiceKind.PARTNER,
        "J",
        "Jo’s words",
        "Mum.",
        "A" * 200,
        pieces=(PieceView("Good", "face-good"), PieceView("My dog", None, "1.")),
        standing="Not agreed yet",
        new_words="New since you were here",
    ),
    CardView(VoiceKind.SUPPORTER, "C", "Casey’s words", "Advocate.", "Sam asked."),
    CardView(VoiceKind.TOGETHER, "+", "Agreed together", "", "We will meet."),
)
FACES = ("very-good", "good", "ok", "hard", "very-hard")


def nothing() -> None:
    """Do nothing at all."""


def sheet(stage: Stage) -> Screen:
    """Return a screen that holds one of everything."""
    outs = ("I don’t want to answer this", "Ask me later", "I don’t know")
    frame = Frame(
        "What do you want to talk about?",
        "talk",
        ToHome(),
        Action("Next", "next", nothing),
        tuple(Action(words, None, nothing) for words in outs),
        "You choose. Nobody can take your words off the list.",
    )
    screen = Screen(stage, frame)
    screen.set_where("Question 3 of 9", "Only you can see this until you share it")
    pens = PenBar(stage)
    pens.show_pens(PENS)
    screen.body.addWidget(pens)
    own = StatementCard(
        stage, CardView(VoiceKind.PATIENT, "S", "Sam’s words", "Sam is writing")
    )
    editor = AnswerEditor(stage)
    editor.show_words(AuthoredText.by(BY_SAM, "I want to talk about going home."))
    own.put(editor)
    own.add_action("Change", "change", nothing)
    screen.body.addWidget(own)
    for view in CARDS:
        screen.body.addWidget(StatementCard(stage, view))
    screen.body.addWidget(_faces(stage))
    screen.body.addWidget(_topics(stage))
    day = DateChoice(stage, "When?")
    day.show_day(date(2026, 11, 26))
    screen.body.addWidget(day)
    screen.body.addWidget(PassphraseField(stage, "Your passphrase", "Take your time."))
    screen.body.addWidget(TextSizePanel(stage))
    plan = TileView("My care plan", "What helps.", "6 of 11 parts", "care-plan")
    screen.body.addWidget(Tile(stage, plan))
    screen.body.addWidget(StatusLine(stage, "Saved", "saved"))
    screen.show_notice("These are Sam’s words. Only Sam can change them.")
    return screen


def _faces(stage: Stage) -> ChoiceGrid:
    options = tuple(
        OptionView(one, one.replace("-", " "), f"face-{one}", one == "ok")
        for one in FACES
    )
    return ChoiceGrid(stage, options, "How are you?")


def _topics(stage: Stage) -> ItemList:
    topics = ItemList(stage, ListWords("My topics", "Something to talk about"))
    marks = tuple(OptionView(one, one, one) for one in ("yes", "no", "not-sure"))
    dog = AuthoredText.by(BY_SAM, "My dog")
    topics.show_items((ItemView(AuthoredText.by(BY_SAM, "Home")), ItemView(dog, marks)))
    return topics
