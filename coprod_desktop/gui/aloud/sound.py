"""Playing sound on the computer's own loudspeaker. Loaded when it is first wanted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QTimer
from PySide6.QtMultimedia import QAudio, QAudioFormat, QAudioSink, QMediaDevices

from coprod_desktop.speech.voice import Spoken

REST_MS = 200
"""Silence after a sentence. What a device still holds when it stops is cut off."""


class Sound(Protocol):
    """Plays one piece of sound at a time."""

    def is_there(self) -> bool:
        """Whether there is anything to play on now."""

    def play(
        self, spoken: Spoken, ended: Callable[[], None], failed: Callable[[], None]
    ) -> None:
        """Play a piece from its beginning; call ``ended`` after its end.

        Where it cannot be played, or no longer, ``failed`` is called.
        """

    def at_ms(self) -> int:
        """Return how much of the piece was heard."""

    def pause(self) -> None:
        """Hold the piece where it is."""

    def go_on(self) -> None:
        """Play on from there."""

    def stop(self) -> None:
        """Be silent at once, and keep nothing of the piece."""


class Loudspeaker(QObject):
    """The computer's usual loudspeaker."""

    def __init__(self) -> None:
        super().__init__()
        self._sink: QAudioSink | None = None
        self._made_for: tuple[int, QByteArray] | None = None
        self._buffer = QBuffer(self)
        self._ended: Callable[[], None] | None = None
        self._failed: Callable[[], None] | None = None

    def is_there(self) -> bool:
        """Whether there is a loudspeaker now."""
        return not QMediaDevices.defaultAudioOutput().isNull()

    def play(
        self, spoken: Spoken, ended: Callable[[], None], failed: Callable[[], None]
    ) -> None:
        """Play a piece from its beginning; call ``ended`` after its end.

        Where it cannot be played, or no longer, ``failed`` is called.
        """
        self.stop()
        rest = bytes(spoken.rate * REST_MS // 1000 * 2)
        self._buffer.setData(QByteArray(spoken.samples + rest))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._ended, self._failed = ended, failed
        self._sink_for(spoken.rate).start(self._buffer)

    def at_ms(self) -> int:
        """Return how much of the piece was heard."""
        return 0 if self._sink is None else self._sink.processedUSecs() // 1000

    def pause(self) -> None:
        """Hold the piece where it is."""
        if self._sink is not None:
            self._sink.suspend()

    def go_on(self) -> None:
        """Play on from there."""
        if self._sink is not None:
            self._sink.resume()

    def stop(self) -> None:
        """Be silent at once, and keep nothing of the piece."""
        self._ended = self._failed = None
        if self._sink is not None:
            self._sink.reset()
        self._buffer.close()
        self._buffer.setData(QByteArray())

    def _sink_for(self, rate: int) -> QAudioSink:
        """Return the sink of today's loudspeaker: one serves for all pieces."""
        device = QMediaDevices.defaultAudioOutput()
        wanted = (rate, device.id())
        if self._sink is None or wanted != self._made_for:
            form = QAudioFormat()
            form.setSampleRate(rate)
            form.setChannelCount(1)
            form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
            self._sink = QAudioSink(device, form, self)
            self._sink.stateChanged.connect(self._on_sink_changed)
            self._made_for = wanted
        return self._sink

    def _on_sink_changed(self, state: QAudio.State) -> None:
        ended, failed = self._ended, self._failed
        if state == QAudio.State.IdleState and ended is not None:
            self._ended = self._failed = None
            ended()
        elif state == QAudio.State.StoppedState and failed is not None:
            # It stopped by itself. It may be starting still: told a moment later.
            self._ended = self._failed = None
            QTimer.singleShot(0, self, failed)
