"""The tour's second act: a made-up ward, where people write together."""

from __future__ import annotations

from PySide6.QtCore import Qt

from coprod_desktop.gui.scanning.scanner import Scanner
from coprod_desktop.gui.screens.check_words import CheckWordsScreen
from coprod_desktop.gui.screens.choose_paper import ChoosePaperScreen
from coprod_desktop.gui.screens.help import HelpScreen
from coprod_desktop.gui.screens.home import HomeScreen
from coprod_desktop.gui.screens.one_switch import OneSwitchScreen
from coprod_desktop.gui.screens.open_ward import OpenWardScreen
from coprod_desktop.gui.screens.paper import PaperScreen
from coprod_desktop.gui.screens.parts import PartsScreen
from coprod_desktop.gui.screens.pick import PickScreen
from coprod_desktop.gui.screens.question import QuestionScreen
from coprod_desktop.gui.screens.read_back import ReadBackScreen
from coprod_desktop.gui.screens.reading import ReadingScreen
from coprod_desktop.gui.screens.see_differently import SeeDifferentlyScreen
from coprod_desktop.gui.screens.share import ShareScreen
from coprod_desktop.gui.screens.sheet import SheetScreen
from coprod_desktop.gui.screens.who_is_here import WhoIsHereScreen
from coprod_desktop.gui.showing import act_three, seldom
from coprod_desktop.gui.showing.by_hand import by_hand
from coprod_desktop.gui.showing.own_windows import (
    how_to_print,
    where_to_save,
    which_file,
)
from coprod_desktop.gui.showing.spelling import check_spelling
from coprod_desktop.gui.showing.visitor import Visitor
from coprod_desktop.gui.widgets.answer_editor import AnswerEditor
from coprod_desktop.gui.widgets.choice_grid import OptionButton
from coprod_desktop.model.people import Person

ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape
SAM, PRIYA, JO = "Sam Example", "Priya Sample", "Jo Example"


def come_in(visitor: Visitor, passphrase: str) -> None:
    """Open the made-up ward as Priya, look at what Sam shared, then sit with Sam."""
    screen = visitor.on(OpenWardScreen)
    visitor.picture("open-ward")
    visitor.click(screen.names.buttons()[0])
    visitor.write(passphrase)
    visitor.key(ENTER)
    who = visitor.on(WhoIsHereScreen)
    visitor.click(_option(who, "patients", SAM, visitor))
    visitor.click(_option(who, "here", PRIYA, visitor))
    visitor.picture("who-is-here")
    visitor.click(_option(who, "here", SAM, visitor))
    visitor.picture("who-is-here-away")
    visitor.press(visitor.words("who_is_here.go_on"))
    visitor.on(HomeScreen)
    visitor.picture("home-away")
    visitor.key(ESCAPE)
    who = visitor.on(WhoIsHereScreen)
    visitor.click(_option(who, "here", SAM, visitor))
    visitor.press(visitor.words("who_is_here.go_on"))
    act_three.sign_in_with_pictures(visitor)
    visitor.on(HomeScreen)
    visitor.picture("home")


def _option(
    who: WhoIsHereScreen, grid: str, name: str, visitor: Visitor
) -> OptionButton:
    person = _person(visitor, name)
    buttons = (who.patients if grid == "patients" else who.here).buttons()
    return next(one for one in buttons if one.view.id == person.id)


def _person(visitor: Visitor, name: str) -> Person:
    people = visitor.program.routes.session.ward.people
    return next(one for one in people.everyone if one.name == name)


def ward_round(visitor: Visitor) -> None:
    """Look at the ward round: which questions, faces, and a list in Sam's order."""
    _open_form(visitor, "ward-round")
    visitor.press(visitor.words("parts.pick"))
    visitor.on(PickScreen)
    visitor.picture("pick")
    visitor.key(ESCAPE)
    visitor.on(PartsScreen)
    _question(visitor, "my-week", "question-faces")
    _question(visitor, "topics", "question-topics")
    visitor.press(visitor.words("question.all"))
    visitor.on(PartsScreen)
    visitor.key(ESCAPE)
    visitor.on(HomeScreen)


def care_plan(visitor: Visitor) -> None:
    """Write in the care plan: by Sam, and by Priya for Sam; read back."""
    _open_form(visitor, "care-plan")
    visitor.picture("parts")
    for question, scene in (
        ("do-this-now", "question-one"),
        ("help-i-had", "question-many"),
        ("my-people", "question-people"),
        ("do-i-agree", "question-agreement"),
        ("review-date", "question-date"),
    ):
        _question(visitor, question, scene)
    _refused(visitor)
    _question(visitor, "staying-safe")
    visitor.write("I sit by the window. I text my sister.")
    visitor.picture("question-words")
    check_spelling(visitor)
    seldom.rub_out(visitor)
    visitor.press(visitor.words("question.all"))
    _question(visitor, "being-understood")
    taken = visitor.words("pen.word_for_word_title", writer=PRIYA, voice=SAM)
    visitor.press(taken)
    visitor.click(_editor(visitor).viewport())
    visitor.write("Give me time. I find the words when nobody waits for them.")
    visitor.picture("question-written-for")
    visitor.press(visitor.words("question.next"))
    visitor.on(ReadBackScreen)
    visitor.picture("read-back")
    visitor.press(visitor.words("read_back.yes"))
    visitor.on(QuestionScreen)


def _editor(visitor: Visitor) -> AnswerEditor:
    """Return the box to write in; the pen being handed over made it anew."""
    editors = visitor.screen.findChildren(AnswerEditor)
    return next(one for one in editors if one.isVisible())


def _refused(visitor: Visitor) -> None:
    """Touch words that are Jo's: they stay, and one calm sentence says why."""
    screen = _question(visitor, "early-signs")
    visitor.click(screen.cards.card_of(_person(visitor, JO).id))
    visitor.picture("question-refused")
    visitor.press(visitor.words("question.see_differently"))
    visitor.on(SeeDifferentlyScreen)
    visitor.picture("see-differently")
    visitor.key(ESCAPE)
    visitor.on(QuestionScreen)


def back_to_the_plan(visitor: Visitor) -> None:
    """Open the care plan again: what was private is still there."""
    visitor.on(HomeScreen)
    _open_form(visitor, "care-plan")
    _question(visitor, "staying-safe")


def paper(visitor: Visitor) -> None:
    """Check, share, and keep the paper as a file."""
    words = visitor.words
    visitor.press(words("question.all"))
    visitor.on(PartsScreen)
    visitor.press(words("sheet.open"))
    visitor.on(SheetScreen)
    visitor.picture("sheet")
    by_hand(visitor)
    visitor.press(words("parts.check"))
    visitor.on(CheckWordsScreen)
    visitor.picture("check-words")
    visitor.press(words("check.share"))
    screen = visitor.on(ShareScreen)
    visitor.press(words("share.all"))
    visitor.picture("share")
    count = len(screen.grids)
    shown = visitor.program.stage.words.plural("share.now_count", count)
    visitor.press(shown)
    visitor.picture("shared")
    visitor.press(words("check.paper"))
    made = visitor.on(PaperScreen)
    visitor.until(lambda: made.picture is not None)
    visitor.picture("paper")
    how_to_print(visitor)
    where_to_save(visitor)
    which_file(visitor)
    visitor.press(words("paper.save"))
    visitor.picture("paper-saved")
    visitor.press(words("paper.save_locked"))
    visitor.picture("paper-password")
    _another_paper(visitor)


def _another_paper(visitor: Visitor) -> None:
    """Choose a form to fill in by hand, and look at it."""
    words = visitor.words
    visitor.press(words("paper.another"))
    visitor.on(ChoosePaperScreen)
    visitor.press(words("choose_paper.large-print"))
    visitor.press(words("choose_paper.blank"))
    visitor.picture("choose-paper")
    visitor.press(words("choose_paper.show"))
    shown = visitor.on(PaperScreen)
    visitor.until(lambda: shown.picture is not None)
    visitor.picture("paper-blank")


def at_hand(visitor: Visitor) -> None:
    """Look at the text size and at help, which open over any screen."""
    visitor.press(visitor.words("top.text_size"))
    visitor.on(ReadingScreen)
    visitor.picture("text-size")
    _one_switch(visitor)
    visitor.key(ESCAPE)
    visitor.press(visitor.words("top.help"))
    visitor.on(HelpScreen)
    visitor.picture("help")
    visitor.key(ESCAPE)


def _one_switch(visitor: Visitor) -> None:
    """Look at the choices of one switch, with the frame over them."""
    program = visitor.program
    visitor.press(visitor.words("top.switch"))
    visitor.on(OneSwitchScreen)
    visitor.press(visitor.words("one_switch.automatic"))
    scanner = Scanner(program.window, program.stage, lambda: 0.0)
    scanner.begin()
    visitor.settle()
    scanner.follow()
    visitor.picture("one-switch")
    scanner.stop()
    visitor.press(visitor.words("one_switch.off"))


def _open_form(visitor: Visitor, form: str) -> None:
    """Open a form from Home, and its list of questions."""
    title = visitor.program.routes.session.ward.form(form).words.title
    visitor.press(title)
    visitor.until(lambda: not isinstance(visitor.screen, HomeScreen))
    if isinstance(visitor.screen, QuestionScreen):
        visitor.press(visitor.words("question.all"))
    elif isinstance(visitor.screen, PickScreen):
        visitor.press(visitor.words("bar.back"))
    visitor.on(PartsScreen)


def _question(visitor: Visitor, question: str, scene: str = "") -> QuestionScreen:
    """Open a question from the list of all questions, and maybe take its picture."""
    if not isinstance(visitor.screen, PartsScreen):
        visitor.press(visitor.words("question.all"))
        visitor.on(PartsScreen)
    opened = visitor.program.routes.session.opened
    if opened is None:
        raise LookupError("no form is open")
    visitor.press(opened.prompt(question))
    screen = visitor.on(QuestionScreen)
    if scene:
        visitor.picture(scene)
    return screen
