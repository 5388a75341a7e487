"""Every view of private words says first that nobody reads it, and where help is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QWidget

from coprod_desktop.gui import places as to
from coprod_desktop.gui.screen import Screen
from coprod_desktop.gui.widgets.private_notice import PrivateNotice
from coprod_desktop.gui.widgets.tab_order import in_reading_order
from coprod_desktop.i18n.catalogue import read_catalogue
from coprod_desktop.i18n.pseudo import pseudo_catalogue
from tests.journeys.conftest import AtExample
from tests.journeys.driver import WardComputer
from tests.journeys.stories import begin_with_sam, open_form, share_everything
from tests.journeys.test_every_writing_screen import every_place

HELP = "If you need help now, tell staff or press the bell."
NOT_PRIVATE = (to.ToPaper,)
"""Places of a form that show nothing but what was shared."""

CONTROLS = (
    QAccessible.Role.PushButton,
    QAccessible.Role.RadioButton,
    QAccessible.Role.CheckBox,
    QAccessible.Role.EditableText,
)


def kind_of(pc: WardComputer, place: object) -> object:
    """What sort of view a place is; of each sort one is looked at."""
    if isinstance(place, to.ToQuestion):
        return pc.opened.question(place.question).kind
    return type(place), getattr(place, "template", "")


def in_order(around: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """What assistive technology finds, in the order in which it reads on."""
    for at in range(around.childCount()):
        one = around.child(at)
        if not one.state().invisible:
            yield one
            yield from in_order(one)


def met_first(screen: Screen) -> str:
    """The first note or control of a screen that a screen reader comes to."""
    roles = (*CONTROLS, QAccessible.Role.Note)
    around = QAccessible.queryAccessibleInterface(screen)
    first = next(one for one in in_order(around) if one.role() in roles)
    return first.text(QAccessible.Text.Name)


def heard_first(screen: Screen) -> bool:
    """Whether what has the focus is the notice, or is described by it."""
    now = QApplication.focusWidget()
    assert isinstance(now, QWidget)
    assert screen.private is not None
    if now is screen.private:
        return True
    return now.accessibleDescription().startswith(screen.private.words)


def test_every_private_view_is_met_by_its_notice_first(made_up: WardComputer):
    pc = made_up
    wrong, seen = [], set()
    for place in chain((to.ToHome(),), every_place(pc)):
        kind = kind_of(pc, place)
        if isinstance(place, NOT_PRIVATE) or kind in seen:
            continue
        seen.add(kind)
        pc.window.go(place)
        pc.rest()
        screen, name = pc.screen, type(place).__name__
        if screen.private is None or not screen.private.isVisible():
            wrong.append(f"{name}: no notice")
            continue
        words = screen.private.words
        inside = screen.area.widget()
        assert inside is not None
        if HELP not in words:
            wrong.append(f"{name}: does not say where help is")
        if in_reading_order(inside)[0] is not screen.private:
            wrong.append(f"{name}: Tab comes to something else first")
        if met_first(screen) != words:
            wrong.append(f"{name}: a screen reader meets something else first")
        if not heard_first(screen):
            wrong.append(f"{name}: is not heard with what has the focus")

    assert wrong == []


def test_the_notice_is_there_in_every_language(at_example: AtExample):
    pc = at_example(pseudo_catalogue(read_catalogue("en")))
    pc.window.go(to.ToForm("ward-round"))
    pc.window.go(to.ToParts())
    pc.rest()

    assert pc.screen.private is not None
    assert pc.screen.private.words == pc.words.text("private.unshared")
    assert pc.words.text("private.unshared") != HELP


def test_the_notice_never_says_of_shared_words_that_nobody_reads_them(
    pc: WardComputer,
):
    begin_with_sam(pc)
    open_form(pc, "My ward round")
    pc.write("I would like to go home at the weekend.")
    notice = pc.screen.private
    assert notice is not None
    before = notice.words
    pc.window.go(to.ToCheck())
    share_everything(pc)

    notice = pc.screen.private
    assert notice is not None
    assert before == f"Only you can see this until you share it. {HELP}"
    assert notice.words == f"Others may read this later. {HELP}"


def test_the_notice_is_spoken_when_it_says_something_else(
    pc: WardComputer, monkeypatch: pytest.MonkeyPatch
):
    spoken: list[str] = []
    monkeypatch.setattr(
        "coprod_desktop.gui.widgets.private_notice.QAccessibleAnnouncementEvent",
        lambda _, words: spoken.append(words),
    )
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda _: None)
    notice = PrivateNotice(pc.program.stage, "Nobody reads this.")

    notice.show_words("Nobody reads this now.")
    notice.show()
    pc.rest()
    notice.show_words("Nobody reads this now.")
    notice.show_words("Others may read this.")

    assert spoken == ["Nobody reads this now.", "Others may read this."]
    notice.close()
