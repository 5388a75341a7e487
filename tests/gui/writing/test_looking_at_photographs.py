"""A kept photograph is looked at, made bigger, turned, and copied from."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from coprod_desktop.gui.decoding import BETWEEN_PX, LONGEST_SHOWN, decoded
from coprod_desktop.gui.form_routes import form_screen
from coprod_desktop.gui.opened import Opened
from coprod_desktop.gui.photograph_view import PhotographView
from coprod_desktop.gui.places import ToParts, ToQuestion, ToSheet
from coprod_desktop.gui.printing import PdfPages
from coprod_desktop.gui.screen import Screen
from coprod_desktop.gui.screens.keep_photograph import KeepPhotographScreen
from coprod_desktop.gui.screens.photographs import PhotographsScreen
from coprod_desktop.gui.screens.question import QuestionScreen
from coprod_desktop.gui.screens.sheet import SheetScreen
from coprod_desktop.gui.sheet_places import SheetPlace, ToKeepPhotograph, ToPhotographs
from coprod_desktop.gui.sheet_routes import sheet_screen
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.beside import Beside
from coprod_desktop.gui.widgets.big_button import BigButton
from coprod_desktop.gui.widgets.plain import discard
from coprod_desktop.model.problem import Problem
from coprod_desktop.workspace.pens import copying_pens
from coprod_desktop.workspace.ward import Ward
from tests.gui.writing.pictures import (
    LONG_MS,
    Chooses,
    held_sideways,
    keep,
    key,
    labels,
    pictured,
    sheet,
    shown,
)
from tests.gui.writing.test_sheet import code_of
from tests.model.test_photographs import png
from tests.pdf.scanned import scan
from tests.workspace.wards import Cast


@pytest.fixture
def code(opened: Opened, ward: Ward) -> str:
    """Of the sheet with the first two questions."""
    return code_of(opened, ward, 1, 2)


def test_it_is_shown_as_the_camera_was_held_and_smaller_where_it_is_large():
    lying = decoded(sheet(400, 300))
    upright = decoded(held_sideways(sheet(400, 300)))
    large = decoded(sheet(4000, 3000, b"PNG"))

    assert lying.size().toTuple() == (400, 300)
    assert upright.size().toTuple() == (300, 400)
    # The dark corner stood at the left above; the camera was held on its side.
    assert upright.pixelColor(290, 10).lightness() < 100
    assert upright.pixelColor(10, 10).lightness() > 150
    assert max(large.size().toTuple()) == LONGEST_SHOWN
    with pytest.raises(Problem, match=r"photograph\.no_picture"):
        decoded(png(640, 480))


def test_the_pages_of_a_scan_stand_below_each_other():
    one, two = decoded(scan(sheet())), decoded(scan(sheet(), sheet()))

    assert one.height() == LONGEST_SHOWN
    assert two.size().toTuple() == (one.width(), 2 * one.height() + BETWEEN_PX)
    for top in (0, one.height() + BETWEEN_PX):
        assert two.pixelColor(40, top + 40).lightness() < 100
        assert two.pixelColor(one.width() - 40, top + 40).lightness() > 150
    for unseen in (b"%PDF-1.7 and nothing more", scan()):
        with pytest.raises(Problem, match=r"photograph\.no_picture"):
            decoded(unseen)


def test_a_scan_of_which_a_page_cannot_be_drawn_is_refused(
    monkeypatch: pytest.MonkeyPatch,
):
    draw = PdfPages.image

    def image(pages: PdfPages, page: int, size: QSize) -> QImage:
        return draw(pages, page, size) if page == 0 else QImage()

    monkeypatch.setattr(PdfPages, "image", image)

    assert not decoded(scan(sheet())).isNull()
    with pytest.raises(Problem, match=r"photograph\.no_picture"):
        decoded(scan(sheet(), sheet()))


def test_it_is_made_bigger_moved_and_turned_by_keys_and_by_buttons(
    stage: Stage, opened: Opened, code: str, qtbot: QtBot
):
    keep(opened, code, sheet())
    screen = PhotographsScreen(stage, opened)
    shown(screen, qtbot)
    picture = pictured(screen.view, qtbot)
    whole = picture.shown
    picture.setFocus()

    key(Qt.Key.Key_Plus)
    key(Qt.Key.Key_Plus)
    middle = picture.shown
    key(Qt.Key.Key_Left)
    key(Qt.Key.Key_Up)
    moved = picture.shown
    for _ in range(12):
        key(Qt.Key.Key_Right)
    assert picture.shown.right() == pytest.approx(whole.right())
    key(Qt.Key.Key_R)

    assert whole.size().toTuple() == (300, 400)
    assert middle.height() == pytest.approx(200)
    assert moved.left() < middle.left() or middle.left() == 0
    assert moved.top() < middle.top()
    assert picture.shown.top() < 200 < picture.shown.bottom() or picture.may_shrink
    for button in (screen.view.smaller, screen.view.smaller, screen.view.turns[0]):
        button.click()
    assert picture.shown == whole


def test_what_a_button_can_do_no_more_leaves_the_focus_beside_it(
    stage: Stage, opened: Opened, code: str, qtbot: QtBot
):
    keep(opened, code, sheet())
    screen = PhotographsScreen(stage, opened)
    shown(screen, qtbot)
    view = screen.view
    pictured(view, qtbot)

    view.bigger.setFocus()
    for _ in range(10):
        view.bigger.click()
    assert QApplication.focusWidget() is view.smaller
    for _ in range(10):
        view.smaller.click()
    assert QApplication.focusWidget() is view.bigger
    view.bigger.click()
    view.moves[0].setFocus()
    assert view.picture is not None
    view.picture.zoom_by(-1)
    assert QApplication.focusWidget() is view.bigger
    assert not view.moves[0].isVisible()


def test_it_is_spoken_as_a_picture_with_its_name_and_its_keys(
    stage: Stage, opened: Opened, code: str, qtbot: QtBot
):
    keep(opened, code, sheet())
    screen = PhotographsScreen(stage, opened)
    shown(screen, qtbot)

    picture = pictured(screen.view, qtbot)

    assert code in picture.accessibleName()
    assert picture.accessibleName().startswith("Photograph of sheet ")
    assert "Plus: bigger" in picture.accessibleDescription()
    spoken = QAccessible.queryAccessibleInterface(picture)
    assert spoken.role() is QAccessible.Role.Graphic


def test_several_photographs_are_looked_at_one_after_the_other(
    stage: Stage, opened: Opened, ward: Ward, code: str, qtbot: QtBot
):
    keep(opened, code, sheet())
    keep(opened, code_of(opened, ward, 3, 1), sheet(500, 300, b"PNG"))
    screen = PhotographsScreen(stage, opened)
    shown(screen, qtbot)
    assert "Photograph 1 of 2" in labels(screen)
    third = opened.document.form.template.sections[0].questions[2].id

    screen.after.setFocus()
    screen.after.click()

    assert QApplication.focusWidget() is screen.before
    assert pictured(screen.view, qtbot).shown.size().toTuple() == (500, 300)
    told = labels(screen)
    assert "Photograph 2 of 2" in told
    assert opened.prompt(third) in told
    assert "Sam Example brought it on" in told


def test_where_none_is_kept_there_is_nothing_to_look_at(
    stage: Stage, opened: Opened, qtbot: QtBot
):
    screen = PhotographsScreen(stage, opened)
    shown(screen, qtbot)

    assert screen.findChildren(PhotographView) == []


def copying(opened: Opened, cast: Cast) -> None:
    pens = copying_pens(opened.pens(), cast.sam)
    opened.document.take_pen(pens[0].attribution)


def question(opened: Opened, at: int) -> str:
    return [one.id for one in opened.document.form.template.questions()][at]


def test_while_its_words_are_typed_it_stands_beside_them_or_above(
    stage: Stage, opened: Opened, cast: Cast, code: str, qtbot: QtBot
):
    keep(opened, code, sheet())
    copying(opened, cast)
    place = ToQuestion(question(opened, 0))
    screen = form_screen(stage, opened, Chooses(None), place)
    shown(screen, qtbot)

    (beside,) = screen.findChildren(Beside)
    (view,) = beside.findChildren(PhotographView)
    pictured(view, qtbot)
    assert isinstance(screen, QuestionScreen)
    assert beside.isAncestorOf(screen.cards)
    assert beside.is_beside
    screen.resize(700, 700)
    qtbot.waitUntil(lambda: not beside.is_beside, timeout=LONG_MS)


def test_whoever_does_not_copy_is_told_that_it_is_kept_and_led_to_it(
    stage: Stage, opened: Opened, code: str, qtbot: QtBot
):
    keep(opened, code, sheet())
    first, third = question(opened, 0), question(opened, 2)
    screen = form_screen(stage, opened, Chooses(None), ToQuestion(first))
    other = form_screen(stage, opened, Chooses(None), ToQuestion(third))
    for one in (screen, other):
        shown(one, qtbot)
    went: list[object] = []
    screen.went.connect(went.append)
    said = stage.words.text("photograph.look")

    (look,) = [
        one for one in screen.findChildren(BigButton) if one.accessibleName() == said
    ]
    look.click()

    assert went == [ToPhotographs(first)]
    assert stage.words.text("photograph.is_kept") in labels(screen)
    assert stage.words.text("photograph.is_kept") not in labels(other)
    looking = form_screen(stage, opened, Chooses(None), went[0])
    shown(looking, qtbot)
    looking.went.connect(went.append)
    looking.go_back()
    assert went[1] == ToQuestion(first)


def test_the_code_of_a_sheet_leads_to_its_photograph_with_the_pen_that_copies(
    stage: Stage, opened: Opened, cast: Cast, code: str, qtbot: QtBot
):
    screen = form_screen(stage, opened, Chooses(None), ToSheet(code))
    shown(screen, qtbot)
    assert isinstance(screen, SheetScreen)
    assert QApplication.focusWidget() is screen.tiles[0]
    went: list[object] = []
    screen.went.connect(went.append)

    screen._photograph_button().click()

    assert went == [ToKeepPhotograph(code)]
    assert opened.document.pen.writer == cast.priya
    keeping = form_screen(stage, opened, Chooses(None), went[0])
    assert isinstance(keeping, KeepPhotographScreen)
    qtbot.addWidget(keeping)


def buttons(screen: Screen) -> set[str]:
    return {one.accessibleName() for one in screen.findChildren(BigButton)}


def test_the_list_of_questions_leads_to_what_is_kept_and_to_keeping(
    stage: Stage, opened: Opened, ward: Ward, cast: Cast, code: str, qtbot: QtBot
):
    said = stage.words.text
    alone = ward.sit_down(cast.sam)
    by_oneself = Opened(alone.open("ward-round"), alone, ward)
    parts = form_screen(stage, by_oneself, Chooses(None), ToParts())
    qtbot.addWidget(parts)
    assert said("photograph.open") in buttons(parts)
    assert said("photograph.open_all") not in buttons(parts)
    by_oneself.document.close()

    keep(opened, code, sheet())
    parts = form_screen(stage, opened, Chooses(None), ToParts())
    qtbot.addWidget(parts)

    assert said("photograph.open") not in buttons(parts)
    assert said("photograph.open_all") in buttons(parts)


def test_one_that_was_changed_is_not_shown_and_told(
    stage: Stage, qtbot: QtBot, opened: Opened
):
    def changed() -> None:
        raise Problem("photograph.changed")

    view = PhotographView(stage, "A sheet", changed)  # type: ignore[arg-type]
    qtbot.addWidget(view)
    view.show()
    qtbot.waitUntil(lambda: stage.background.is_idle, timeout=LONG_MS)

    assert view.picture is None
    assert stage.words.text("photograph.changed") in labels(view)


def test_one_that_comes_when_its_screen_is_gone_is_shown_nowhere(
    stage: Stage, qtbot: QtBot
):
    holder = QWidget()
    qtbot.addWidget(holder)
    view = PhotographView(stage, "A sheet", lambda: decoded(sheet()))
    view.setParent(holder)
    gone: list[bool] = []
    view.destroyed.connect(lambda: gone.append(True))
    discard(view)
    failing = PhotographView(stage, "A sheet", lambda: decoded(b""))
    failing.setParent(holder)
    discard(failing)

    qtbot.waitUntil(lambda: bool(gone), timeout=LONG_MS)
    qtbot.waitUntil(lambda: stage.background.is_idle, timeout=LONG_MS)

    assert gone == [True]


def test_there_is_no_other_place_about_photographs(stage: Stage, opened: Opened):
    with pytest.raises(LookupError, match="SheetPlace"):
        sheet_screen(stage, opened, Chooses(None), SheetPlace())
