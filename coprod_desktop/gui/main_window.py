"""The one window: which screen is showing, and what is always at hand."""

from __future__ import annotations

import gc
from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod_desktop.gui.first_window import MADE_FOR_PX
from coprod_desktop.gui.lock_places import (
    ToCloseWard,
    ToComeIn,
    ToHandOver,
    ToInUse,
    ToLocked,
    ToStillThere,
    ToUncover,
)
from coprod_desktop.gui.locking import come_in, hand_over, lock, must_sign_in, sits_here
from coprod_desktop.gui.own_places import ToNotFair, ToNotFairPlace
from coprod_desktop.gui.places import (
    BesidePlace,
    GoBack,
    ToHelp,
    ToLock,
    ToOneSwitch,
    ToOpenWard,
    ToWhoIsHere,
)
from coprod_desktop.gui.problems import sentence_for
from coprod_desktop.gui.routes import Routes, ToTextSize
from coprod_desktop.gui.screen import Screen
from coprod_desktop.gui.screen_stack import ScreenStack
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.our_copy import forget_copies
from coprod_desktop.gui.widgets.top_bar import AtHand, TopBar
from coprod_desktop.model.problem import Problem

_AT_HAND = {
    AtHand.TEXT_SIZE: ToTextSize(),
    AtHand.SWITCH: ToOneSwitch(),
    AtHand.HELP: ToHelp(),
    AtHand.NOT_FAIR: ToNotFair(),
    AtHand.HIDE: ToUncover(),
    AtHand.LOCK: ToLock(),
}


class MainWindow(QWidget):
    """Shows one screen at a time. Help and Text size open over it and leave it be."""

    arrived = Signal(object)
    """A place is showing now."""

    def __init__(self, stage: Stage, routes: Routes) -> None:
        super().__init__()
        self.setObjectName("screen")
        self._stage = stage
        self._routes = routes
        self._place: object = None
        self._beside: Screen | None = None
        """Help or Text size, when it was shown last."""
        self._may_close_unsaved = False
        self.top_bar = TopBar(stage, stage.words.text("app.name"))
        self._stack = ScreenStack()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top_bar)
        column.addWidget(self._stack, 1)
        self.resize(*MADE_FOR_PX)
        self._listen()
        # Qt's shortcuts cost 3 ms, and nobody presses one before the first paint.
        QTimer.singleShot(0, self, self._add_keys)

    @property
    def screen_now(self) -> Screen:
        """The screen that is showing.

        Raises:
            LookupError: None was shown yet.
        """
        return self._stack.now

    @property
    def place(self) -> object:
        """Where the person is; what Help covers, while Help is open."""
        return self._place

    @property
    def is_covered(self) -> bool:
        """Whether what somebody does is covered, and they may uncover it."""
        return self._stack.has_aside

    def go(self, place: object) -> None:
        """Go to a place. Where words cannot be kept, the screen stays and says so."""
        match place:
            case GoBack():
                self._go_back()
            case ToNotFairPlace():
                self._cover_anew(place)
            case BesidePlace():
                self._show_beside(place)
            case ToStillThere():
                self._stack.cover(self._routes.screen_for(place))
            case ToLock():
                self.lock()
            case ToCloseWard():
                self.close_ward()
            case ToHandOver():
                self._hand_over()
            case ToComeIn():
                self._come_in(place)
            case ToUncover():
                self.cover_or_uncover()
            case _:
                self._replace(place)

    def lock(self) -> bool:
        """Save, forget everybody, and show the lock screen; the ward stays open.

        Returns whether it is locked now. Where words cannot be saved it is not: they
        stay on the screen, which says so.
        """
        session = self._routes.session
        if not session.has_ward:
            return self.close_ward()
        return self._let_go(lambda: lock(session), ToLocked())

    def close_ward(self) -> bool:
        """Save, close the ward, forget everybody, and show the door; whether it is."""
        return self._let_go(self._routes.close_ward, ToOpenWard())

    def cover_or_uncover(self) -> None:
        """Cover the screen at once; or show it again, to whoever may see it."""
        session = self._routes.session
        if not self._stack.has_aside:
            if not session.is_locked and self._stack.count():
                self._stack.set_aside(self._place)
                session.is_locked = True
                self._show_instead(ToInUse())
        elif must_sign_in(session):
            self._show_instead(ToLocked())
        else:
            self._uncover()

    def put_in_place(self, screen: Screen) -> None:
        """Show a screen that no place leads to, such as the crash page."""
        self._stack.drop_aside()
        self._place = None
        self._stack.show_only(screen)

    def keep_words(self) -> None:
        """Save what was written on the screen that shows, or that is covered.

        Raises:
            Problem: It could not be saved; it stays there.
        """
        # A sign that is still being composed belongs to the words.
        QGuiApplication.inputMethod().commit()
        if (kept := self._stack.kept) is not None:
            kept.left()

    def may_close(self) -> bool:
        """Save and close the ward; whether the window may go.

        Words that cannot be saved hold it open once, and the screen says so.
        """
        may_close = self._may_close_unsaved or self._try_to(self._close_ward)
        self._may_close_unsaved = True
        return may_close

    def tell(self, problem: Problem) -> None:
        """Tell about a problem on the screen that is showing."""
        sentence = sentence_for(problem, self._stage.words, self._routes.people_name)
        if self._stack.count():
            self.screen_now.show_notice(sentence)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(self.may_close())

    def _listen(self) -> None:
        self.top_bar.asked.connect(lambda what: self.go(_AT_HAND[AtHand(what)]))
        self._stack.went.connect(self.go)
        self._stack.shown.connect(self._show_titles)

    def _add_keys(self) -> None:
        from coprod_desktop.gui.keys import add_keys  # noqa: PLC0415 - see above

        add_keys(self, self._stage, self.top_bar.help.click, self.top_bar.ask_not_fair)

    def _replace(self, place: object) -> None:
        if isinstance(place, ToWhoIsHere) and self._routes.session.alone is not None:
            # Who is here is for staff to say.
            self.lock()
            return
        self._stack.uncover_all()
        if self._stack.count() and not self._try_to(self.screen_now.left):
            return
        self._show_instead(place)

    def _hand_over(self) -> None:
        session = self._routes.session
        if session.alone is not None:
            self.lock()
        else:
            self._let_go(lambda: hand_over(session), ToWhoIsHere())

    def _come_in(self, place: ToComeIn) -> None:
        session, person = self._routes.session, place.person
        if self._stack.has_aside and sits_here(session, person):
            self._uncover()
            return
        then = ToWhoIsHere() if person is None else self._routes.alone(person)
        has_come = self._let_go(lambda: come_in(session, person), then)
        if not has_come and person is not None:
            # What was covered could not be saved: nobody else may go on here.
            session.ward.voices.close(person)

    def _let_go(self, forget: Callable[[], None], place: object) -> bool:
        """Keep what was written, forget it here, and show another place."""
        QGuiApplication.inputMethod().commit()
        self._stack.uncover_all()
        if not self._try_to(self.keep_words) or not self._try_to(forget):
            return False
        self._stack.drop_aside()
        self._show_instead(place, is_forgetting=True)
        # Last: a box that is still there would look what was taken from it.
        forget_copies()
        # Screens know their buttons and those know them: what they held stays in
        # memory until this is called, and while nobody writes nothing else calls it.
        QTimer.singleShot(0, self, gc.collect)
        return True

    def _uncover(self) -> None:
        self._routes.session.is_locked = False
        aside = self._stack.put_back()
        self._place = aside.place
        self.arrived.emit(self._place)
        if aside.asked is not None:
            self.go(aside.asked)

    def _show_beside(self, place: object) -> None:
        """Show Help or Text size over whatever shows, but not over each other."""
        if self._stack.count() and self.screen_now is self._beside:
            self._stack.uncover()
        self._beside = self._routes.screen_for(place)
        self._stack.cover(self._beside)

    def _go_back(self) -> None:
        """Take away what covers the screen; words that cannot be saved hold it."""
        if self._stack.is_covering and not self._try_to(self.screen_now.left):
            return
        self._stack.uncover()
        self.arrived.emit(self._place)

    def _cover_anew(self, place: object) -> None:
        """Cover the screen in the place of what covers it already."""
        if self._stack.is_covering and not self._try_to(self.screen_now.left):
            return
        made: list[Screen] = []
        if self._try_to(lambda: made.append(self._routes.screen_for(place))):
            self._stack.uncover_all()
            self._stack.cover(made[0])

    def _show_instead(self, place: object, *, is_forgetting: bool = False) -> None:
        made: list[Screen] = []
        if not self._try_to(lambda: made.append(self._routes.screen_for(place))):
            return
        self._place = place
        self._stack.show_only(made[0], is_forgetting=is_forgetting)
        self.arrived.emit(place)

    def _show_titles(self, screen: Screen) -> None:
        words, session = self._stage.words, self._routes.session
        is_seen = not session.is_locked
        is_open = session.has_ward and is_seen
        has_people = session.has_sitting and is_seen
        self.top_bar.show_title(self._routes.bar_title(self._place))
        self.top_bar.set_open(is_open=is_open, has_people=has_people)
        # A window's title is seen in lists of windows: a form's name, nobody's.
        title = screen.frame.title
        if session.opened is not None and is_seen:
            title = session.opened.document.words.title
        self.setWindowTitle(words.text("app.window_title", title=title))

    def _close_ward(self) -> None:
        self.keep_words()
        forget_copies()
        self._routes.close_ward()

    def _try_to(self, act: Callable[[], object]) -> bool:
        """Do something that may meet a problem, and tell about it on this screen."""
        try:
            act()
        except Problem as problem:
            self.tell(problem)
            return False
        return True
