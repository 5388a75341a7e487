"""The screens of an open form. Loaded when the first form is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod_desktop.gui import places as to
from coprod_desktop.gui.chosen_places import ChosenPlace
from coprod_desktop.gui.paper_source import paper_of_form
from coprod_desktop.gui.screens.check_words import CheckWordsScreen
from coprod_desktop.gui.screens.parts import PartsScreen
from coprod_desktop.gui.screens.pick import PickScreen
from coprod_desktop.gui.screens.question import QuestionScreen
from coprod_desktop.gui.screens.read_back import ReadBackScreen
from coprod_desktop.gui.screens.rub_out import RubOutScreen
from coprod_desktop.gui.screens.see_differently import SeeDifferentlyScreen
from coprod_desktop.gui.screens.share import ShareScreen
from coprod_desktop.gui.sheet_places import SheetPlace

if TYPE_CHECKING:
    from coprod_desktop.gui.asking import Asking
    from coprod_desktop.gui.opened import Opened
    from coprod_desktop.gui.screen import Screen
    from coprod_desktop.gui.stage import Stage


def form_screen(stage: Stage, opened: Opened, asking: Asking, place: object) -> Screen:
    """Make the screen for a place inside the open form.

    Where nothing can be written, it says so first, before the first key.

    Raises:
        LookupError: The place is not inside a form.
    """
    if isinstance(place, ChosenPlace):
        from coprod_desktop.gui.chosen_routes import (  # noqa: PLC0415 - seldom wanted
            chosen_screen,
        )

        screen = chosen_screen(stage, opened, place)
    elif isinstance(place, SheetPlace):
        from coprod_desktop.gui.sheet_routes import sheet_screen  # noqa: PLC0415

        screen = sheet_screen(stage, opened, asking, place)
    else:
        screen = _made(stage, opened, asking, place)
    if opened.ward.store.is_read_only:
        screen.say_first(stage.words.text("form.only_reading"))
    return screen


def _made(stage: Stage, opened: Opened, asking: Asking, place: object) -> Screen:
    match place:
        case to.ToParts():
            return PartsScreen(stage, opened)
        case to.ToPick():
            return PickScreen(stage, opened)
        case to.ToQuestion(question):
            return _question(stage, opened, question)
        case to.ToReadBack():
            return ReadBackScreen(stage, opened, place)
        case to.ToRubOut(question):
            return RubOutScreen(stage, opened, question)
        case to.ToCheck():
            return _check(stage, opened)
        case to.ToShare():
            return ShareScreen(stage, opened)
        case to.ToPaper() | to.ToChoosePaper() | to.ToSheet():
            return _of_paper(stage, opened, asking, place)
        case to.ToSeeDifferently(statement):
            return SeeDifferentlyScreen(stage, opened, statement)
    raise LookupError(type(place).__name__)


def _check(stage: Stage, opened: Opened) -> CheckWordsScreen:
    from coprod_desktop.gui.paper_ready import make_paper_ready  # noqa: PLC0415

    screen = CheckWordsScreen(stage, opened)
    template = opened.document.form.template
    pictures = {one.picture for one in template.questions()} | {template.picture}
    make_paper_ready(stage.background, screen, pictures)
    return screen


def _question(stage: Stage, opened: Opened, question: str) -> QuestionScreen:
    screen = QuestionScreen(stage, opened, question)
    if opened.document.sheets.are_photographed:
        from coprod_desktop.gui.sheet_routes import show_handwriting  # noqa: PLC0415

        show_handwriting(screen, question)
    return screen


def _of_paper(
    stage: Stage,
    opened: Opened,
    asking: Asking,
    place: to.ToPaper | to.ToChoosePaper | to.ToSheet,
) -> Screen:
    if isinstance(place, to.ToSheet):
        from coprod_desktop.gui.screens.sheet import SheetScreen  # noqa: PLC0415

        return SheetScreen(stage, opened, place.code)
    if isinstance(place, to.ToChoosePaper):
        from coprod_desktop.gui.screens import choose_paper  # noqa: PLC0415

        asked = opened.document.form.words.language
        return choose_paper.ChoosePaperScreen(stage, place.wish, asked)
    # QtPdf and printing take 10 MiB, and most people who write print later.
    from coprod_desktop.gui.screens.paper import PaperScreen  # noqa: PLC0415

    return PaperScreen(stage, paper_of_form(stage, opened, place.wish), asking)
