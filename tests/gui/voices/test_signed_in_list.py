"""Who of the people here has signed in, and what each can do about it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from coprod_desktop.gui.signed_in import SignedIn, VoiceLine
from coprod_desktop.gui.signed_in_list import SignedInList
from coprod_desktop.gui.stage import Stage
from coprod_desktop.model.people import PersonId

SAM = PersonId("sam")


@pytest.fixture
def listed(qtbot: QtBot, stage: Stage) -> SignedInList:
    found = SignedInList(stage)
    qtbot.addWidget(found)
    return found


def sam(state: SignedIn, *, may_choose: bool = False) -> tuple[VoiceLine, ...]:
    return (VoiceLine(SAM, "Sam", state, may_choose),)


def buttons(listed: SignedInList) -> dict[str, QAbstractButton]:
    found = listed.findChildren(QAbstractButton)
    return {one.accessibleName(): one for one in found if not one.isHidden()}


@pytest.mark.parametrize(
    ("lines", "said", "ways"),
    [
        (sam(SignedIn.YES), "Sam has signed in.", ["Sign out: Sam"]),
        (
            sam(SignedIn.YES, may_choose=True),
            "Sam has signed in.",
            ["Change how I sign in: Sam", "Sign out: Sam"],
        ),
        (sam(SignedIn.OPENED_WARD), "Sam has signed in.", []),
        (sam(SignedIn.NOT_YET), "Sam has not signed in yet.", ["Sign in: Sam"]),
        (
            sam(SignedIn.HAS_NONE),
            "Sam has no sign-in of their own.",
            ["Choose a way to sign in: Sam", "Not now: Sam"],
        ),
    ],
)
def test_it_is_said_in_words_with_what_can_be_done(
    listed: SignedInList, lines: tuple[VoiceLine, ...], said: str, ways: list[str]
) -> None:
    listed.show_lines(lines)

    assert said in [one.text() for one in listed.findChildren(QLabel)]
    assert list(buttons(listed)) == ways


def test_what_is_asked_for_is_told_with_whom_it_is_about(listed: SignedInList) -> None:
    asked: list[tuple[str, str]] = []
    listed.asked.connect(lambda who, what: asked.append((who, what)))
    listed.show_lines(sam(SignedIn.HAS_NONE))

    for button in buttons(listed).values():
        button.click()

    assert asked == [(SAM, "choose"), (SAM, "not_now")]


def test_with_nothing_to_say_there_is_no_list(
    listed: SignedInList, qtbot: QtBot
) -> None:
    listed.show_lines(sam(SignedIn.NOT_YET))
    shown = not listed.isHidden()

    listed.show_lines(())

    assert shown
    assert listed.isHidden()
    qtbot.waitUntil(lambda: not listed.findChildren(QAbstractButton))


def test_the_same_lines_leave_the_buttons_and_the_focus_alone(
    listed: SignedInList,
) -> None:
    listed.show_lines(sam(SignedIn.NOT_YET))
    before = buttons(listed)

    listed.show_lines(sam(SignedIn.NOT_YET))

    assert buttons(listed) == before
    assert listed.lines == sam(SignedIn.NOT_YET)


def test_whoever_signs_out_by_keys_stands_on_signing_in_again(
    listed: SignedInList, qtbot: QtBot
) -> None:
    listed.show_lines(sam(SignedIn.YES))
    listed.show()
    listed.activateWindow()
    sign_out = buttons(listed)["Sign out: Sam"]
    sign_out.setFocus()
    qtbot.waitUntil(sign_out.hasFocus)

    listed.show_lines(sam(SignedIn.NOT_YET))

    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Sign in: Sam"
