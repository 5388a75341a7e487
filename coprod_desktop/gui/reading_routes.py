"""The screens on which somebody chooses how they like to read, and one switch."""

from __future__ import annotations

from coprod_desktop.gui import reading_places as to
from coprod_desktop.gui.asking import Asking
from coprod_desktop.gui.places import GoBack, ToHome, ToOneSwitch
from coprod_desktop.gui.reading_keeper import reader_of
from coprod_desktop.gui.screen import Screen
from coprod_desktop.gui.session import Session
from coprod_desktop.gui.stage import Stage
from coprod_desktop.model.reading import LATER_DAYS, REVIEW_DAYS, reviewed

# Each is loaded when somebody first goes there.
# ruff: noqa: PLC0415


class ReadingRoutes:
    """Makes them; each says for whom it is kept where somebody is here."""

    def __init__(
        self,
        stage: Stage,
        session: Session,
        asking: Asking,
        all_choices: object,
    ) -> None:
        """Make screens for one window.

        ``all_choices`` is the place of everything that can be chosen.
        """
        self._stage = stage
        self._session = session
        self._asking = asking
        self._all = all_choices

    def screen_for(self, place: object) -> Screen:
        """Make the screen for a place.

        Raises:
            LookupError: It is somebody's own, and nobody is here.
        """
        match place:
            case ToOneSwitch():
                from coprod_desktop.gui.screens.one_switch import OneSwitchScreen

                return OneSwitchScreen(self._stage, self._kept_for())
            case to.ToLanguages():
                return self._languages(place)
            case to.ToFirstQuestion() | to.ToReadQuestion():
                return self._question(place)
            case to.ToStillReading():
                return self._still()
            case to.ToNeeds():
                return self._needs()
        from coprod_desktop.gui.screens.reading import ReadingScreen

        return ReadingScreen(self._stage, self._all, self._kept_for())

    def _languages(self, place: object) -> Screen:
        from coprod_desktop.gui.screens.read_question import (
            ReadAsked,
            ReadQuestionScreen,
        )

        before = self._stage.board.reading
        asked = ReadAsked(0, before, GoBack, back=GoBack(), again=place)
        return ReadQuestionScreen(self._stage, asked)

    def _question(self, place: to.ToFirstQuestion | to.ToReadQuestion) -> Screen:
        from coprod_desktop.gui.read_options import QUESTIONS
        from coprod_desktop.gui.screens.read_question import (
            ReadAsked,
            ReadQuestionScreen,
        )

        kind, which = type(place), place.which
        is_first = kind is to.ToFirstQuestion
        # In another language it is made anew, and "Not now" still leads back to this.
        place.before = place.before or self._stage.board.reading

        def past() -> object:
            self._ask_again_in(REVIEW_DAYS)
            return ToHome() if is_first else self._all

        def next_one() -> object:
            return kind(which + 1) if which + 1 < len(QUESTIONS) else past()

        before = ToHome() if is_first else self._all
        back = before if which == 0 else kind(which - 1)
        again = None if is_first else place
        asked = ReadAsked(
            which, place.before, next_one, past, back, again, self._kept_for()
        )
        return ReadQuestionScreen(self._stage, asked)

    def _still(self) -> Screen:
        from coprod_desktop.gui.screens.still_reading import StillReadingScreen

        def go_on(days: int) -> object:
            self._ask_again_in(days)
            return ToHome()

        return StillReadingScreen(
            self._stage,
            self._kept_for(),
            lambda: go_on(REVIEW_DAYS),
            lambda: go_on(LATER_DAYS),
        )

    def _needs(self) -> Screen:
        from coprod_desktop.gui.paper_source import PaperSource
        from coprod_desktop.gui.screens.paper import PaperScreen
        from coprod_desktop.workspace.needs import needs_letter

        reader = reader_of(self._session)
        if reader is None:
            raise LookupError("nobody is here")
        words, reading = self._stage.words, self._stage.board.reading
        language = self._stage.tongue.form_language
        letter = needs_letter(self._session.ward, reader.id, reading, language)
        source = PaperSource(
            words.text("needs.paper_title"),
            words.text("needs.paper_help"),
            self._all,
            letter.pdf,
            lambda: letter.name,
            lambda file: letter.export(file, replacing=True),
            words.explain,
            "own_paper.picture_of",
            whose=reader.id,
        )
        return PaperScreen(self._stage, source, self._asking)

    def _ask_again_in(self, days: int) -> None:
        """Let it be kept, with the day of the next review, where somebody is here."""
        if reader_of(self._session) is not None:
            board, today = self._stage.board, self._stage.clock().date()
            board.read_as(reviewed(board.reading, today, days))

    def _kept_for(self) -> str:
        reader = reader_of(self._session)
        if reader is None:
            return ""
        return self._stage.words.text("reading.kept_for", name=reader.name)
