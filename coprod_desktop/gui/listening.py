"""Reads to somebody what the screen says, from "Read to me" until it is stopped.

The voice, the sound and the strip with their buttons are loaded when somebody first
asks. Nothing that is said is written anywhere; when the screen goes, all is forgotten.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from shiboken6 import isValid

from coprod_desktop.gui.reading_keeper import reader_of
from coprod_desktop.gui.session import Session
from coprod_desktop.gui.stage import Stage
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.reading import SPEEDS_PCT

if TYPE_CHECKING:
    from coprod_desktop.gui.aloud.player import Player
    from coprod_desktop.gui.aloud.pointing import Pointing
    from coprod_desktop.gui.aloud.speaker import Speaker
    from coprod_desktop.gui.aloud.strip import Strip
    from coprod_desktop.gui.main_window import MainWindow
    from coprod_desktop.gui.screen import Screen

# See above: not before somebody asks.
# ruff: noqa: PLC0415

LISTEN_KEY = "F7"
"""Reads the screen, and stops reading."""


def find_ours() -> Speaker | None:
    """Return what says words on this computer; None where it has no voice."""
    from coprod_desktop.gui.aloud.speakers import find_speaker

    return find_speaker()


class Listening(QObject):
    """One for a window."""

    def __init__(self, window: MainWindow, stage: Stage, session: Session) -> None:
        super().__init__(window)
        self.find: Callable[[], Speaker | None] = find_ours
        """Finds the voices, until there is one."""
        self.strip: Strip | None = None
        self._window = window
        self._stage = stage
        self._session = session
        self._speaker: Speaker | None = None
        self._player: Player | None = None
        self._screen: Screen | None = None
        """The one that is read."""
        self._focused: QWidget | None = None
        self._strip_language = ""
        self._told: list[PersonId | None] = []
        """For whom it was said last that others hear it."""
        window.top_bar.listen.clicked.connect(self._on_listen_clicked)
        # Qt's shortcuts cost 3 ms, and nobody presses one before the first paint.
        QTimer.singleShot(0, self, self._add_keys)

    @property
    def is_open(self) -> bool:
        """Whether the strip shows: something is read, asked or said."""
        return self.strip is not None and not self.strip.isHidden()

    def stop(self) -> None:
        """Be silent at once, forget what was to be said, and take the strip away."""
        if self._player is not None:
            self._player.stop()
        if self._screen is not None and isValid(self._screen):
            self._screen.removeEventFilter(self)
        self._screen = None
        if self.strip is not None:
            self.strip.hide()
            self._window.top_bar.set_listening(is_listening=False)
            self._escape.setEnabled(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Hide and watched is self._screen:
            # Another screen, a locked or a covered window: nobody asked that of it.
            self._focused = None
            self.stop()
        return False

    # --- What is pressed ------------------------------------------------------------

    def _on_listen_clicked(self) -> None:
        if self.is_open:
            self._close()
            return
        strip = self._strip()
        self._focused = QApplication.focusWidget()
        self._screen = self._window.screen_now
        self._screen.installEventFilter(self)
        self._escape.setEnabled(True)
        self._window.top_bar.set_listening(is_listening=True)
        trouble = self._trouble()
        if trouble:
            strip.say(self._stage.words.text(trouble))
        elif self._told != [self._reader()]:
            strip.ask(self._stage.words.text("listen.heard"))
        else:
            self._begin()

    def _on_strip_pressed(self, what: str) -> None:
        match what:
            case "begin":
                self._told = [self._reader()]
                self._begin()
            case "hold":
                self._hold()
            case "again":
                self._repeat()
            case "skip":
                self._skip()
            case "slower" | "faster":
                self._change_speed(-1 if what == "slower" else 1)
            case _:
                self._close()

    def _hold(self) -> None:
        if self._player is not None:
            self._player.pause_or_go_on()
            self._strip().show_held(is_held=self._player.is_paused)

    def _repeat(self) -> None:
        if self._player is not None:
            self._player.again()
            self._strip().show_held(is_held=False)

    def _skip(self) -> None:
        if self._player is not None:
            self._strip().show_held(is_held=False)
            self._player.skip()

    def _change_speed(self, by: int) -> None:
        board = self._stage.board
        at = SPEEDS_PCT.index(board.reading.speed_pct) + by
        if self._player is not None and 0 <= at < len(SPEEDS_PCT):
            board.read_as(board.reading._replace(speed_pct=SPEEDS_PCT[at]))
            self._player.set_speed(SPEEDS_PCT[at])
            self._strip().show_held(is_held=False)
            self._show_speeds()

    def _close(self) -> None:
        """Stop, and give the focus back to where it was."""
        self.stop()
        focused, self._focused = self._focused, None
        if focused is not None and isValid(focused) and focused.isVisible():
            focused.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- Reading --------------------------------------------------------------------

    def _begin(self, words: QWidget | None = None) -> None:
        """Read the screen: all of it, or from somebody's words on."""
        from coprod_desktop.gui.aloud.passages import passages

        screen, player = self._screen, self._player
        if screen is None or player is None:
            return
        self._strip().play()
        self._show_speeds()
        reading, said = self._stage.board.reading, passages(screen.area.widget())
        if words is not None:
            # Of a card, its label at least is said.
            first = next(one for one in said if words.isAncestorOf(one.stands_on))
            said = said[said.index(first) :]
        player.read(said, screen.language, reading.speed_pct, reading.tone)

    def _on_focus_changed(self, _: QWidget | None, now: QWidget | None) -> None:
        """Go on at somebody's words, where somebody goes to them while it is read."""
        from coprod_desktop.gui.widgets.statement_card import StatementCard

        player, screen = self._player, self._screen
        if player is None or not player.is_reading or player.is_paused:
            return
        if isinstance(now, StatementCard) and screen and screen.isAncestorOf(now):
            self._begin(now)

    def _on_player_began(self, widget: QWidget) -> None:
        if self._screen is not None:
            self._screen.area.show_whole(widget)

    def _on_player_pointed(self, pointing: Pointing) -> None:
        """Keep the line that is spoken in sight, however big the words are."""
        area = None if self._screen is None else self._screen.area
        inside = None if area is None else area.widget()
        if area is None or inside is None or not inside.isAncestorOf(pointing.widget):
            return
        for y in pointing.lines:
            place = pointing.widget.mapTo(inside, QPoint(0, y))
            area.ensureVisible(place.x(), place.y(), 0, 0)

    def _on_player_failed(self) -> None:
        self._strip().say(self._stage.words.text("listen.no_sound"))

    def _trouble(self) -> str:
        """Return the sentence for what keeps us from reading; empty for nothing."""
        speaker = self._speaker = self._speaker or self.find()
        if speaker is None:
            return "listen.no_voice"
        if not speaker.is_there():
            return "listen.no_sound"
        if not speaker.knows(self._window.screen_now.language):
            return "listen.no_language"
        if self._player is None:
            self._player = self._made_player(speaker)
        return ""

    def _reader(self) -> PersonId | None:
        reader = reader_of(self._session)
        return None if reader is None else reader.id

    def _show_speeds(self) -> None:
        at = SPEEDS_PCT.index(self._stage.board.reading.speed_pct)
        is_last = at == len(SPEEDS_PCT) - 1
        self._strip().show_speeds(may_slow=at > 0, may_speed=not is_last)

    # --- Made when it is first wanted -----------------------------------------------

    def _made_player(self, speaker: Speaker) -> Player:
        from coprod_desktop.gui.aloud.player import Player

        player = Player(speaker)
        player.setParent(self)
        player.began.connect(self._on_player_began)
        player.pointed.connect(self._on_player_pointed)
        player.finished.connect(self._close)
        player.failed.connect(self._on_player_failed)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)
        return player

    def _strip(self) -> Strip:
        from coprod_desktop.gui.aloud.strip import Strip

        strip = self.strip
        if strip is not None and self._strip_language == self._stage.words.language:
            return strip
        if strip is not None:
            strip.setParent(None)
            strip.deleteLater()
        self._strip_language = self._stage.words.language
        self.strip = strip = Strip(self._stage)
        column = self._window.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(1, strip)
        strip.follow(self._window.top_bar.listen)
        strip.pressed.connect(self._on_strip_pressed)
        return strip

    def _add_keys(self) -> None:
        listen = self._window.top_bar.listen
        QShortcut(QKeySequence(LISTEN_KEY), self._window).activated.connect(
            listen.click
        )
        self._escape = QShortcut(QKeySequence("Escape"), self._window)
        self._escape.setEnabled(False)
        self._escape.activated.connect(self._close)
