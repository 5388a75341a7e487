"""Staff add hard words of their ward, and everybody finds them in Help."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from coprod_desktop.content.pictures import alt_key
from coprod_desktop.content.word_list import HardWord
from coprod_desktop.gui.aloud.passages import passages
from coprod_desktop.gui.hard_words import hard_word
from coprod_desktop.gui.screens.help import HelpScreen
from coprod_desktop.gui.screens.staff import StaffScreen
from coprod_desktop.gui.screens.take_word_away import TakeWordAwayScreen
from coprod_desktop.gui.screens.ward_word import WardWordScreen
from coprod_desktop.gui.screens.ward_words import WardWordsScreen
from coprod_desktop.gui.screens.word_picture import WordPictureScreen
from coprod_desktop.gui.screens.write_word import WriteWordScreen
from coprod_desktop.gui.showing.visitor import Visitor
from coprod_desktop.gui.staff_places import ToStaff
from coprod_desktop.gui.widgets.explained_line import elsewhere
from coprod_desktop.gui.widgets.heading import Heading
from coprod_desktop.gui.widgets.picture import Picture
from coprod_desktop.gui.widgets.plain import PlainLabel
from coprod_desktop.gui.widgets.said_line import SaidLine
from coprod_desktop.gui.word_places import ToWardWord, ToWardWords, ToWordPicture
from coprod_desktop.gui.word_routes import WordRoutes
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.ward_words import ToldIn, WardWord, WordExplained, WordId
from coprod_desktop.workspace.ward_words import WardWords
from tests.model.values import NOON

ENTER, TAB, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Space
ESCAPE, HELP = Qt.Key.Key_Escape, Qt.Key.Key_F1
HUDDLE = ToldIn("en", "huddle", "A short talk that staff have.")
WELSH = ToldIn("cy", "sgwrs", "Sgwrs fer rhwng staff.")


@pytest.fixture
def staff(at_who_is_here: Visitor) -> Visitor:
    """At what staff see to."""
    at_who_is_here.program.window.go(ToStaff())
    at_who_is_here.on(StaffScreen)
    return at_who_is_here


def words_of(visitor: Visitor) -> WardWords:
    return WardWords(visitor.program.routes.session.ward)


def tab_to(visitor: Visitor, words: str) -> None:
    """Press Tab until what says these words has the focus."""
    for _ in range(60):
        if visitor.focus().accessibleName() == words:
            return
        visitor.key(TAB)
    raise AssertionError(f"Tab never came to {words}")


def lines(visitor: Visitor) -> list[str]:
    return [one.words for one in visitor.screen.findChildren(SaidLine)]


def headings(visitor: Visitor) -> list[str]:
    return [one.text() for one in visitor.screen.findChildren(Heading)]


def test_a_word_is_added_changed_and_taken_away_by_keys_alone(staff: Visitor):
    words, text = words_of(staff), staff.words
    tab_to(staff, text("staff.words"))
    staff.key(ENTER)
    staff.on(WardWordsScreen)
    tab_to(staff, text("ward_words.add"))
    staff.key(ENTER)
    screen = staff.on(WriteWordScreen)
    assert staff.focus() is screen.word.box
    staff.write(HUDDLE.word)
    staff.key(ENTER)
    staff.write(HUDDLE.meaning)
    staff.key(ENTER)
    page = staff.on(WordPictureScreen)
    first = page.pictures.buttons()[0].view
    assert staff.focus().accessibleName() == first.words
    staff.key(ENTER)
    staff.on(WardWordScreen)
    [kept] = words.all()
    assert (kept.told, kept.picture) == ((HUDDLE,), first.id)

    tab_to(staff, "Cymraeg")
    staff.key(ENTER)
    staff.on(WriteWordScreen)
    assert f"{HUDDLE.word}: {HUDDLE.meaning}" in lines(staff)
    staff.write(WELSH.word)
    staff.key(ENTER)
    staff.write(WELSH.meaning)
    staff.key(ENTER)
    staff.on(WardWordScreen)
    assert words.all()[0].told == (HUDDLE, WELSH)

    tab_to(staff, text("ward_words.take_away"))
    staff.key(ENTER)
    staff.on(TakeWordAwayScreen)
    assert staff.focus().accessibleName() == text("ward_words.stay")
    tab_to(staff, text("ward_words.take_away"))
    staff.key(ENTER)
    staff.on(WardWordsScreen)
    assert words.all() == ()
    assert text("ward_words.none") in lines(staff)


def test_a_sentence_that_is_too_long_is_told_beside_its_line(staff: Visitor):
    staff.program.window.go(ToWardWords())
    staff.press(staff.words("ward_words.add"))
    screen = staff.on(WriteWordScreen)
    staff.write("huddle")
    staff.key(ENTER)
    staff.write("word " * 16)
    staff.key(ENTER)

    said = staff.words("ward_words.meaning_too_long", count=16, most=15)
    assert said in screen.meaning.box.accessibleDescription()
    assert staff.focus() is screen.meaning.box
    assert words_of(staff).all() == ()

    screen.word.set_text(" ")
    staff.key(ENTER)
    assert staff.focus() is screen.word.box
    screen.word.set_text("h" * 61)
    screen.meaning.set_text(HUDDLE.meaning)
    staff.press(staff.words("ward_words.keep"))
    assert any(
        staff.words("workspace.name_too_long", most=60) in one.text()
        for one in screen.findChildren(PlainLabel)
    )


def test_help_lists_words_of_the_ward_under_their_own_heading(staff: Visitor):
    words_of(staff).add(HUDDLE)

    staff.key(HELP)
    staff.on(HelpScreen)

    assert headings(staff)[-2:] == [
        staff.words("help.words_of_ward"),
        staff.words("help.words"),
    ]
    assert lines(staff).count(f"{HUDDLE.word}: {HUDDLE.meaning}") == 1


def test_a_word_of_the_ward_on_the_screen_below_comes_first_of_all(staff: Visitor):
    listed = staff.words("staff.named").split()[0]
    words_of(staff).add(ToldIn("en", listed.upper(), "More than one."))

    staff.key(HELP)
    staff.on(HelpScreen)

    assert headings(staff)[1] == staff.words("help.words_here")
    assert lines(staff)[0] == f"{listed.upper()}: More than one."
    assert staff.words("help.words_of_ward") not in headings(staff)


def test_a_word_that_has_no_words_in_this_language_says_so_and_is_read_in_its_own(
    staff: Visitor,
):
    words_of(staff).add(WELSH)

    staff.key(HELP)
    screen = staff.on(HelpScreen)

    said = f"{WELSH.word}: {WELSH.meaning}"
    heard = {one.words: one.language for one in passages(screen.area.widget())}
    assert heard[said] == "cy"
    assert heard[staff.words("help.word_elsewhere", language="Cymraeg")] == ""
    assert heard[staff.words("help.honest")] == ""


def test_a_language_that_the_program_does_not_have_is_named_by_its_tag(staff: Visitor):
    word = HardWord("huddle", "A talk.", "", language="x-none")

    said = elsewhere(staff.program.stage, word)

    assert said == staff.words("help.word_elsewhere", language="x-none")


def test_a_locked_ward_explains_only_the_words_of_the_program(staff: Visitor):
    words_of(staff).add(HUDDLE)
    staff.program.routes.session.is_locked = True

    staff.key(HELP)
    staff.on(HelpScreen)

    assert staff.words("help.words_of_ward") not in headings(staff)
    staff.program.routes.session.is_locked = False


def test_a_picture_is_found_by_turning_pages_and_can_be_none(staff: Visitor):
    words, text = words_of(staff), staff.words
    one = words.add(HUDDLE)
    staff.program.window.go(ToWardWord(one))
    staff.press(text("ward_words.picture"))
    staff.on(WordPictureScreen)
    staff.press(text("ward_words.before"))
    last = staff.on(WordPictureScreen).pictures.buttons()[-1].view
    staff.press(text(alt_key(last.id)))
    staff.on(WardWordScreen)
    assert words.all()[0].picture == last.id

    staff.press(text("ward_words.picture"))
    again = staff.on(WordPictureScreen).pictures.buttons()[-1].view
    assert (again.id, again.is_picked) == (last.id, True)
    staff.press(text("ward_words.no_picture"))
    staff.on(WardWordScreen)

    assert words.all()[0].picture == ""
    shown = staff.screen.findChildren(SaidLine)[0].findChildren(Picture)
    assert [one.meaning for one in shown] == [""]


def test_a_picture_that_the_program_has_no_more_is_left_out(staff: Visitor):
    words = words_of(staff)
    one = words.add(HUDDLE)
    words.show_with(one, "from-the-future")
    staff.program.window.go(ToWordPicture(one))

    page = staff.on(WordPictureScreen).pictures.buttons()

    assert not any(each.view.is_picked for each in page)
    assert hard_word(words.all()[0], "en").picture == ""


def test_a_language_is_taken_away_again_but_not_the_first(staff: Visitor):
    words, text = words_of(staff), staff.words
    one = words.add(HUDDLE)
    words.change(one, WELSH)
    staff.program.window.go(ToWardWord(one))
    staff.press("Cymraeg")
    screen = staff.on(WriteWordScreen)
    assert screen.word.text() == WELSH.word
    staff.press(text("ward_words.drop_language", language="Cymraeg"))
    staff.on(WardWordScreen)
    staff.press("English")
    screen = staff.on(WriteWordScreen)

    assert words.all()[0].told == (HUDDLE,)
    assert screen.frame.outs == ()


def test_a_word_that_was_taken_away_meanwhile_leads_to_the_list(staff: Visitor):
    one = words_of(staff).add(HUDDLE)
    words_of(staff).take_away(one)

    staff.program.window.go(ToWardWord(one))

    staff.on(WardWordsScreen)


def test_what_happens_while_a_screen_stands_is_told_in_words(staff: Visitor):
    words, text = words_of(staff), staff.words
    one = words.add(HUDDLE)
    words.change(one, WELSH)
    told = text("ward_words.gone")
    for tile, press in (
        (text("ward_words.picture"), text("ward_words.no_picture")),
        ("Cymraeg", text("ward_words.drop_language", language="Cymraeg")),
    ):
        staff.program.window.go(ToWardWord(one))
        staff.press(tile)
        before = words.all()[0]
        words.take_away(one)
        staff.press(press)
        assert any(
            told in label.text() for label in staff.screen.findChildren(PlainLabel)
        )
        _put_back(words, before)


def _put_back(words: WardWords, word: WardWord) -> None:
    words._append(WordExplained(word.id, word.told, word.picture))


def test_every_control_of_these_screens_has_a_name_and_a_role(staff: Visitor):
    one = words_of(staff).add(HUDDLE)
    staff.program.window.go(ToWardWord(one))
    staff.press("English")
    screen = staff.on(WriteWordScreen)

    for field in (screen.word, screen.meaning):
        spoken = QAccessible.queryAccessibleInterface(field.box)
        assert spoken is not None
        assert spoken.role() is QAccessible.Role.EditableText
        assert spoken.text(QAccessible.Text.Name)
    said = staff.words("ward_words.meaning_help", most=15)
    assert screen.meaning.box.accessibleDescription() == said


def test_a_place_that_is_none_of_words_is_a_mistake(staff: Visitor):
    program = staff.program
    routes = WordRoutes(program.stage, program.routes.session)

    with pytest.raises(LookupError):
        routes.screen_for(ToStaff())


def test_a_word_is_found_on_a_screen_by_what_it_is_called_elsewhere():
    word = WardWord(
        WordId("w"),
        (HUDDLE, WELSH),
        "",
        PersonId("priya"),
        NOON,
    )

    assert hard_word(word, "cy").also == (HUDDLE.word,)
