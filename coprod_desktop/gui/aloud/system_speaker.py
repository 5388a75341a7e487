"""The computer's own voices, through Qt: Windows and macOS (decision 032).

What is said here of the engines was read in the source of Qt's plug-ins. They have not
been heard by us. Nothing is written down: they speak straight to the loudspeaker.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QLocale, QObject, QTimer
from PySide6.QtTextToSpeech import QTextToSpeech

from coprod_desktop.gui.aloud.speaker import Piece
from coprod_desktop.model.reading import DEEPER, HIGHER, USUAL_TONE
from coprod_desktop.model.text_policy import to_code_points
from coprod_desktop.speech.espeak import USUAL_WORDS_A_MINUTE

PREFERRED_LOCALES = {"en": "en_GB"}
"""Where a language is spoken in several ways; else as Qt names the language alone."""

PITCHES = {DEEPER: -0.5, USUAL_TONE: 0.0, HIGHER: 0.5}
"""Qt's pitch of each tone, from -1 to 1."""

BEGINS_WITHIN_MS = 10_000
"""After this an engine that was asked to speak and does not is taken to be broken."""

_THEIR_WORDS_A_MINUTE = 180
"""About what the systems' voices say when nobody asked for slower or faster."""

_SAID = ("L", "N", "S")
"""Letters, figures and signs can be heard; of stops alone nothing might begin."""


def rate_of(engine: str, speed_pct: int) -> float:
    """Return Qt's rate, from -1 to 1, for a speed in per cent of our usual one."""
    times = USUAL_WORDS_A_MINUTE * speed_pct / 100 / _THEIR_WORDS_A_MINUTE
    if engine == "winrt":
        # Half as fast at -1, six times at 1.
        rate = (times - 1) * 2 if times < 1 else (times - 1) / 5
    elif engine == "sapi":
        # A third at -1, three times at 1, by equal ratios between.
        rate = math.log(times, 3)
    else:
        rate = times - 1
    return max(-1.0, min(1.0, rate))


class SystemSpeaker(QObject):
    """Speaks through one engine of Qt's.

    An engine that is stopped midway may tell of that late, or never; so it is let go,
    and the next piece has a new one. Each end is told a moment later: some engines may
    not be asked to speak while they tell that they fell silent.
    """

    def __init__(
        self, make: Callable[[], QTextToSpeech], has_sound: Callable[[], bool]
    ) -> None:
        """Speak by what ``make`` makes, where ``has_sound`` finds a loudspeaker."""
        super().__init__()
        self.begins_within_ms = BEGINS_WITHIN_MS
        self._make = make
        self._has_sound = has_sound
        self._engine: QTextToSpeech | None = None
        self._locales: tuple[QLocale, ...] | None = None
        self._wordless: set[str] = set()
        """Languages whose voice told no word of a piece that it said."""
        self._piece: Piece | None = None
        self._ended: Callable[[], None] | None = None
        self._failed: Callable[[], None] | None = None
        self._word: tuple[int, int] | None = None
        self._has_begun = self._is_held = self._has_ended = False
        self._ending = self._timer(self._end)
        self._failing = self._timer(self._fail)

    def is_there(self) -> bool:
        """Whether there is a loudspeaker now."""
        return self._has_sound()

    def knows(self, language: str) -> bool:
        """Whether the computer has a voice of a language."""
        return self._locale_of(language) is not None

    def say(
        self, piece: Piece, ended: Callable[[], None], failed: Callable[[], None]
    ) -> None:
        """Say a piece; see :class:`~coprod_desktop.gui.aloud.speaker.Speaker`."""
        self.stop()
        locale = self._locale_of(piece.language)
        engine = self._engine_now()
        if locale is None:
            raise ValueError(f"no voice for the language {piece.language!r}")
        self._piece, self._ended, self._failed = piece, ended, failed
        if not any(unicodedata.category(one)[0] in _SAID for one in piece.words):
            self._ending.start(0)
            return
        self._failing.start(self.begins_within_ms)
        engine.setLocale(locale)
        engine.setRate(rate_of(engine.engine(), piece.speed_pct))
        engine.setPitch(PITCHES[piece.tone])
        engine.say(_plain(piece.words, engine.engine()))

    def heard_now(self) -> tuple[int, int] | None:
        """Return where the word stands that is heard now; all of it if none is told."""
        piece = self._piece
        if piece is None or not self._has_begun:
            return None
        if self._word is None and piece.language in self._wordless:
            start = len(piece.words) - len(piece.words.lstrip())
            return start, len(piece.words.rstrip())
        return self._word

    def pause(self) -> None:
        """Hold the piece where it is, or before it begins."""
        self._is_held = True
        if self._has_begun:
            self._hold()

    def go_on(self) -> None:
        """Say on from there; from the beginning where the engine cannot hold."""
        piece, ended, failed = self._piece, self._ended, self._failed
        self._is_held = False
        if self._has_ended:
            self._ending.start(0)
        elif self._engine is not None:
            self._engine.resume()
        elif piece is not None and ended is not None and failed is not None:
            self.say(piece, ended, failed)

    def stop(self) -> None:
        """Be silent at once, and keep nothing of the piece."""
        is_midway = self._piece is not None and not self._has_ended
        self._ending.stop()
        self._failing.stop()
        self._piece = self._ended = self._failed = self._word = None
        self._has_begun = self._is_held = self._has_ended = False
        if is_midway:
            self._let_go()

    # --- The engine -----------------------------------------------------------------

    def _engine_now(self) -> QTextToSpeech:
        if self._engine is None:
            self._engine = engine = self._make()
            # Going, it tells a last time that it fell silent: nobody of ours may have
            # gone before it.
            engine.setParent(self)
            engine.stateChanged.connect(self._on_engine_changed)
            engine.sayingWord.connect(self._on_engine_word)
            engine.errorOccurred.connect(self._on_engine_failed)
        return self._engine

    def _let_go(self) -> None:
        engine, self._engine = self._engine, None
        if engine is not None:
            engine.stateChanged.disconnect(self._on_engine_changed)
            engine.sayingWord.disconnect(self._on_engine_word)
            engine.errorOccurred.disconnect(self._on_engine_failed)
            engine.stop(QTextToSpeech.BoundaryHint.Immediate)
            engine.deleteLater()

    def _hold(self) -> None:
        engine = self._engine_now()
        if self._can(QTextToSpeech.Capability.PauseResume):
            engine.pause(QTextToSpeech.BoundaryHint.Immediate)
        else:
            self._has_begun = False
            self._let_go()

    def _can(self, what: QTextToSpeech.Capability) -> bool:
        return bool(self._engine_now().engineCapabilities() & what)

    def _locale_of(self, language: str) -> QLocale | None:
        if self._locales is None:
            self._locales = tuple(self._engine_now().availableLocales())
        wanted = QLocale(PREFERRED_LOCALES.get(language, language))
        same = [one for one in self._locales if one.language() == wanted.language()]
        # The one that is wanted first; else the same one each time.
        same.sort(key=lambda one: (one != wanted, one.name()))
        return same[0] if same else None

    # --- What it tells --------------------------------------------------------------

    def _on_engine_changed(self, state: QTextToSpeech.State) -> None:
        if state == QTextToSpeech.State.Speaking:
            self._failing.stop()
            self._has_begun = True
            if self._piece and not self._can(
                QTextToSpeech.Capability.WordByWordProgress
            ):
                self._wordless.add(self._piece.language)
            if self._is_held:
                self._hold()
        elif state == QTextToSpeech.State.Ready and self._has_begun:
            if self._piece and self._word is None:
                self._wordless.add(self._piece.language)
            self._ending.start(0)

    def _on_engine_word(self, word: str, which: int, start: int, length: int) -> None:
        piece = self._piece
        if piece is None or not length:
            return
        at = to_code_points(piece.words, start)
        # "don't" can come as two words: what stands between two spaces is shown whole.
        for found in re.finditer(r"\S+", piece.words):
            if found.start() <= at < found.end():
                self._word = found.span()
                self._wordless.discard(piece.language)

    def _on_engine_failed(self) -> None:
        self._failing.start(0)

    def _end(self) -> None:
        ended = self._ended
        self._has_ended = True
        if not self._is_held and ended is not None:
            self.stop()
            ended()

    def _fail(self) -> None:
        failed = self._failed
        self.stop()
        if failed is not None:
            failed()

    def _timer(self, call: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(call)
        return timer


def made_by(
    names: tuple[str, ...], has_sound: Callable[[], bool]
) -> SystemSpeaker | None:
    """Return what speaks through the first of Qt's engines that is here, by name."""
    there = QTextToSpeech.availableEngines()
    name = next((one for one in names if one in there), "")
    return SystemSpeaker(partial(QTextToSpeech, name), has_sound) if name else None


def _plain(words: str, engine: str) -> str:
    """Return words as an engine may have them, as long as they were.

    Qt lets SAPI read its own marks in what is said. Words of people are not marks.
    """
    hidden = "[\x00<>&]" if engine == "sapi" else "\x00"
    return re.sub(hidden, " ", words)
