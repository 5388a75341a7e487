"""Says passages one after another, and points out the word that is heard."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from coprod_desktop.gui.aloud.passages import Passage
from coprod_desktop.gui.aloud.pointing import Pointing, pointing_on
from coprod_desktop.gui.aloud.speaker import Piece, Speaker
from coprod_desktop.model.reading import USUAL_TONE
from coprod_desktop.speech.sentences import sentences
from coprod_desktop.speech.tongues import spoken_language

_LOOK_EVERY_MS = 30
"""How often the word is looked for: nobody sees so little."""


class Player(QObject):
    """Holds what is still to be said. Stopping forgets all of it."""

    began = Signal(object)
    """The widget whose words begin to be said."""
    pointed = Signal(object)
    """Another word is pointed out; carries what points."""
    finished = Signal()
    """Everything was said."""
    failed = Signal()
    """There is nothing to play on any more."""

    def __init__(self, speaker: Speaker) -> None:
        super().__init__()
        self._speaker = speaker
        self._language = ""
        self._speed_pct = 100
        self._tone = USUAL_TONE
        self._left: list[Passage] = []
        """From the one that is being said."""
        self._pieces: list[tuple[int, int]] = []
        """What is left of it, from the piece that is being said."""
        self._pointing: Pointing | None = None
        """What points out the passage that is being said."""
        self._is_paused = False
        self._looking = QTimer(self)
        self._looking.setInterval(_LOOK_EVERY_MS)
        self._looking.timeout.connect(self.point_out)

    @property
    def is_reading(self) -> bool:
        """Whether something is being said, or is held."""
        return bool(self._left)

    @property
    def is_paused(self) -> bool:
        """Whether it is held."""
        return self._is_paused

    def read(
        self,
        passages: tuple[Passage, ...],
        language: str,
        speed_pct: int,
        tone: str = USUAL_TONE,
    ) -> None:
        """Say passages of a language that is known."""
        self.stop()
        self._language, self._speed_pct, self._tone = language, speed_pct, tone
        self._left = list(passages)
        self._begin()

    def pause_or_go_on(self) -> None:
        """Hold it, or go on where it was held."""
        if not self._left:
            return
        self._is_paused = not self._is_paused
        if self._is_paused:
            self._speaker.pause()
            self._looking.stop()
        else:
            self._speaker.go_on()
            self._looking.start()

    def again(self) -> None:
        """Say what is being said again, from its beginning."""
        if self._left:
            self._clear_word()
            self._begin()

    def skip(self) -> None:
        """Go on to what stands next on the screen."""
        if self._left:
            self._clear_word()
            self._left.pop(0)
            self._begin()

    def set_speed(self, speed_pct: int) -> None:
        """Say this sentence and all that follow slower or faster."""
        self._speed_pct = speed_pct
        if self._left:
            self._say()

    def stop(self) -> None:
        """Be silent at once, and forget what was still to be said."""
        self._speaker.stop()
        self._looking.stop()
        self._clear_word()
        self._left.clear()
        self._pieces.clear()
        self._pointing = None
        self._is_paused = False

    def point_out(self) -> None:
        """Point out the word that is heard now, where it can be seen."""
        pointing = self._pointing_now()
        words = None if pointing is None else self._speaker.heard_now()
        if pointing is not None and words is not None:
            begins, (start, end) = self._pieces[0][0], words
            if pointing.point_out(begins + start, begins + end):
                self.pointed.emit(pointing)

    def _begin(self) -> None:
        """Begin with the first passage that is left; say that all is said if none."""
        while self._left and not isValid(self._left[0].stands_on):
            # It has gone from the screen, and its words with it.
            self._left.pop(0)
        if not self._left:
            self.stop()
            self.finished.emit()
            return
        self._pieces = list(sentences(self._left[0].words))
        self._pointing = pointing_on(self._left[0].stands_on)
        self.began.emit(self._left[0].stands_on)
        self._say()

    def _say(self) -> None:
        passage, _, told = self._left[0]
        words = passage[slice(*self._pieces[0])]
        language = told or spoken_language(passage, self._language)
        if not self._speaker.knows(language):
            language = self._language
        piece = Piece(words, language, self._speed_pct, self._tone)
        self._is_paused = False
        self._speaker.say(piece, self._on_speaker_ended, self._on_speaker_failed)
        self._looking.start()

    def _on_speaker_ended(self) -> None:
        self._clear_word()
        self._pieces.pop(0)
        if self._pieces:
            self._say()
        else:
            self._left.pop(0)
            self._begin()

    def _on_speaker_failed(self) -> None:
        self.stop()
        self.failed.emit()

    def _pointing_now(self) -> Pointing | None:
        """Return what points, where the widget still says the same."""
        if not self._left or self._pointing is None:
            return None
        words, widget, _ = self._left[0]
        if isValid(widget) and self._pointing.still_says(words):
            return self._pointing
        self._clear_word()
        return None

    def _clear_word(self) -> None:
        if self._pointing is not None and isValid(self._pointing.widget):
            self._pointing.point_out(0, 0)
