"""From a place of somebody's own to its screen."""

from __future__ import annotations

from functools import partial

from coprod_desktop.gui import own_places as to
from coprod_desktop.gui.answers.free_work import FreeWork, WardPeople
from coprod_desktop.gui.asking import Asking
from coprod_desktop.gui.flag_views import FlagViews
from coprod_desktop.gui.log_views import day_views
from coprod_desktop.gui.paper_source import PaperSource
from coprod_desktop.gui.problems import sentence_for
from coprod_desktop.gui.screen import Screen
from coprod_desktop.gui.screens.mark import MarkScreen
from coprod_desktop.gui.screens.not_fair import NotFairScreen
from coprod_desktop.gui.screens.not_fair_answer import NotFairAnswerScreen
from coprod_desktop.gui.screens.not_fair_choice import NotFairChoiceScreen, Ways
from coprod_desktop.gui.screens.not_fair_kept import NotFairKeptScreen
from coprod_desktop.gui.screens.not_fair_list import (
    KeptView,
    NotFairListScreen,
    ToldView,
)
from coprod_desktop.gui.screens.own_log import OwnLogScreen, OwnLogView
from coprod_desktop.gui.session import Session
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.whose_words import names_in_a_row
from coprod_desktop.model.documents import FlagId
from coprod_desktop.model.people import PersonId
from coprod_desktop.workspace.flags import FlagTo
from coprod_desktop.workspace.free_writing import FreeWriting
from coprod_desktop.workspace.letters import Letter
from coprod_desktop.workspace.not_fair import NotFair


class OwnRoutes:
    """Makes the screens of one window that are about somebody's own words."""

    def __init__(self, stage: Stage, session: Session, asking: Asking) -> None:
        self._stage = stage
        self._session = session
        self._asking = asking

    def screen_for(self, place: object) -> Screen:
        """Make the screen for a place.

        Raises:
            LookupError: The place is nobody's own, or no form is open.
            Problem: What the screen shows cannot be opened; nothing was changed.
        """
        match place:
            case to.ToOwnLog():
                return self._own_log()
            case to.ToOwnLogPaper():
                return self._own_log_paper()
            case to.ToCheckPaper():
                return self._check_paper()
            case to.ToFindWords():
                return self._find_words()
            case to.ToMark():
                return self._mark(place)
            case to.ToNotFairPlace():
                return self._of_not_fair(place)
        raise LookupError(type(place).__name__)

    def _of_not_fair(self, place: to.ToNotFairPlace) -> Screen:
        match place:
            case to.ToNotFair():
                return self._not_fair(place)
            case to.ToNotFairChoice():
                return self._choice()
            case to.ToNotFairKept():
                return NotFairKeptScreen(self._stage, is_told=place.is_told)
            case to.ToNotFairPaper():
                return self._flag_paper(place)
            case to.ToNotFairList():
                return self._list()
            case to.ToNotFairAnswer():
                return self._answer(place)
            case to.ToNotFairSpelling():
                return self._spelling(place)
        raise LookupError(type(place).__name__)

    # --- What happened with my words ------------------------------------------------

    def _own_log(self) -> Screen:
        words, sitting = self._stage.words, self._session.sitting
        if not sitting.is_patient_here:
            raise LookupError("the log is the patient's own")
        log, person = self._session.ward.own_log, sitting.patient.id
        lines = log.lines(person)
        others = [one.name for one in sitting.here if one.id != person]
        told = ""
        if others:
            names = names_in_a_row(words, others)
            told = words.text("own_log.others_here", names=names)
        view = OwnLogView(
            day_views(words, (one for one in lines if one.is_new)),
            day_views(words, (one for one in lines if not one.is_new)),
            told,
        )
        screen = OwnLogScreen(self._stage, view)
        # While their own sign-in is closed nobody knows that they looked themselves.
        if self._session.ward.voices.can_write(person):
            log.was_read(person)
        return screen

    def _own_log_paper(self) -> Screen:
        log, patient = self._session.ward.own_log, self._session.sitting.patient
        words = self._stage.words
        said = words.text("own_log.paper_title"), words.text("own_log.paper_help")
        return self._paper(log.letter(patient.id), said, to.ToOwnLog())

    def _check_paper(self) -> Screen:
        from coprod_desktop.gui.check_paper_routes import (  # noqa: PLC0415 - seldom
            check_paper_screen,
        )

        return check_paper_screen(self._stage, self._session, self._asking)

    def _find_words(self) -> Screen:
        from coprod_desktop.gui.screens.find_words import (  # noqa: PLC0415 - seldom
            FindWordsScreen,
        )
        from coprod_desktop.workspace.finding_words import (  # noqa: PLC0415
            FindingWords,
        )

        sitting = self._session.sitting
        if not sitting.is_patient_here:
            raise LookupError("only the patient finds their own words")
        finding = FindingWords(self._session.ward, sitting.patient.id)
        return FindWordsScreen(self._stage, finding.find)

    def _mark(self, place: to.ToMark) -> Screen:
        opened = self._session.opened
        if opened is None:
            raise LookupError("no form is open")
        return MarkScreen(self._stage, opened, place)

    # --- What is not fair -----------------------------------------------------------

    @property
    def _flags(self) -> NotFair:
        return self._session.sitting.not_fair

    def _not_fair(self, place: to.ToNotFair) -> Screen:
        flags = self._flags
        writing = flags.begin() if place.flag is None else flags.go_on(place.flag)
        has_before = bool(flags.told() or flags.kept())
        return NotFairScreen(self._stage, self._at(writing), has_before=has_before)

    def _choice(self) -> Screen:
        flags = self._flags
        writing = flags.writing
        draft = writing.drafts.get(writing.pen.voice.id)
        if draft is None:
            raise LookupError("nothing was written")

        def tell() -> object:
            flags.tell_meeting()
            return to.ToNotFairKept(is_told=True)

        def keep() -> object:
            flags.keep(FlagTo.PRIVATE)
            return to.ToNotFairKept(is_told=False)

        ways = Ways(tell, lambda: to.ToNotFairPaper(flags.keep(FlagTo.ADVOCATE)), keep)
        return NotFairChoiceScreen(self._stage, self._views().written(draft), ways)

    def _flag_paper(self, place: to.ToNotFairPaper) -> Screen:
        letter = self._flags.letter(place.flag)
        words = self._stage.words
        said = words.text("not_fair.paper_title"), words.text("not_fair.paper_help")
        return self._paper(letter, said, to.ToNotFairList())

    def _list(self) -> Screen:
        flags, views = self._flags, self._views()
        told = tuple(
            ToldView(
                one.id,
                views.told(one),
                tuple(views.answer(answer) for answer in one.answers),
                may_answer=bool(flags.who_may_answer(one)),
            )
            for one in flags.told()
        )
        kept = tuple(
            KeptView(
                one.id,
                self._name(one.voice),
                views.kept(one),
                partial(flags.erase, one),
            )
            for one in flags.kept()
        )
        is_alone = len(self._session.sitting.here) == 1
        return NotFairListScreen(self._stage, told, kept, is_alone=is_alone)

    def _answer(self, place: to.ToNotFairAnswer) -> Screen:
        flag = FlagId(place.flag)
        view = self._views().told(self._flags.flag(flag))
        work = self._at(self._flags.begin_answer(flag))
        return NotFairAnswerScreen(self._stage, view, work, self._flags.answer, flag)

    def _spelling(self, place: to.ToNotFairSpelling) -> Screen:
        from coprod_desktop.gui.spelling_routes import (  # noqa: PLC0415 - seldom
            spelling_of_free,
        )

        work = self._at(self._flags.writing)
        return spelling_of_free(self._stage, self._session.ward, work, place.then)

    # --- What these share -----------------------------------------------------------

    def _at(self, writing: FreeWriting) -> FreeWork:
        """Return the pen at work; the same one as long as the writing is open."""
        work, session = self._session.free_work, self._session
        if work is None or work.writing is not writing:
            work = FreeWork(writing, self._people(), session.sitting.patient.id)
            session.free_work = work
        return work

    def _people(self) -> WardPeople:
        ward = self._session.ward
        return WardPeople(lambda: ward.people)

    def _views(self) -> FlagViews:
        zone = self._stage.clock().astimezone().tzinfo
        if zone is None:
            raise ValueError("want a clock with a zone")
        return FlagViews(self._stage.words, self._people(), zone)

    def _name(self, person: PersonId) -> str:
        return self._people().name(person)

    def _paper(self, letter: Letter, said: tuple[str, str], back: object) -> Screen:
        """Show a letter; ``said`` are its heading and help."""
        # QtPdf and printing take 10 MiB; they are for whoever prints.
        from coprod_desktop.gui.screens.paper import PaperScreen  # noqa: PLC0415

        words = self._stage.words
        source = PaperSource(
            *said,
            back,
            letter.pdf,
            lambda: letter.name,
            lambda file: letter.export(file, replacing=True),
            lambda problem: sentence_for(problem, words, self._people().name),
            "own_paper.picture_of",
            whose=self._session.sitting.patient.id,
        )
        return PaperScreen(self._stage, source, self._asking)
