"""eSpeak NG, through the optional package ``espeakng-loader`` (GPL-3: see NOTICE).

Its interface is that of ``speak_lib.h``, version 1.52. One voice serves a whole
program: the library keeps its state for the process.
"""

from __future__ import annotations

import ctypes
import re
import sys
from typing import Any, ClassVar

from coprod_desktop.model.reading import DEEPER, HIGHER, USUAL_TONE
from coprod_desktop.speech.voice import Heard, Spoken, Voice

USUAL_WORDS_A_MINUTE = 150
"""Slower than the library's own 175, which is hard to follow for who is unwell."""

VOICES = {"en": "gmw/en", "cy": "cy", "pl": "pl", "ar": "ar", "ur": "ur"}
"""The library's name of the voice of each language. It has no British ``en-gb``."""

PITCHES = {DEEPER: 30, USUAL_TONE: 50, HIGHER: 80}
"""The library's pitch of each tone, from 0 to 100."""

_SYNCHRONOUS, _NO_EXIT = 2, 0x8000
_UTF8 = 1
_RATE = 1
_PITCH = 3
_IS_WORD = 1


class _Name(ctypes.Union):
    _fields_: ClassVar = [
        ("number", ctypes.c_int),
        ("name", ctypes.c_char_p),
        ("string", ctypes.c_char * 8),
    ]


class _Event(ctypes.Structure):
    _fields_: ClassVar = [
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", _Name),
    ]


_Callback = ctypes.CFUNCTYPE(
    ctypes.c_int,
    ctypes.POINTER(ctypes.c_short),
    ctypes.c_int,
    ctypes.POINTER(_Event),
)


class Espeak:
    """A voice for each language of :data:`VOICES`."""

    def __init__(self, library: Any, rate: int) -> None:
        """Speak through a library that was begun; :func:`find_voice` does that."""
        self._library = library
        self._rate = rate
        self._samples = bytearray()
        self._events: list[tuple[int, int]] = []
        # The library keeps only the address.
        self._callback = _Callback(self._take)
        library.espeak_SetSynthCallback(self._callback)

    def knows(self, language: str) -> bool:
        """Whether it can say words of a language (a BCP 47 tag)."""
        name = VOICES.get(_primary(language), "")
        return bool(name) and not self._library.espeak_SetVoiceByName(name.encode())

    def say(
        self, text: str, language: str, speed_pct: int, tone: str = USUAL_TONE
    ) -> Spoken:
        """Return a text as sound; see :class:`~coprod_desktop.speech.voice.Voice`.

        Raises:
            ValueError: It does not know the language.
        """
        if not self.knows(language):
            raise ValueError(f"no voice for the language {language!r}")
        words_a_minute = USUAL_WORDS_A_MINUTE * speed_pct // 100
        self._library.espeak_SetParameter(_RATE, words_a_minute, 0)
        self._library.espeak_SetParameter(_PITCH, PITCHES[tone], 0)
        # A zero would end the text, and half a surrogate pair is no UTF-8.
        clean = re.sub("[\x00\ud800-\udfff]", " ", text)
        encoded = clean.encode()
        self._library.espeak_Synth(
            encoded, len(encoded) + 1, 0, 0, 0, _UTF8, None, None
        )
        spoken = Spoken(
            bytes(self._samples), self._rate, _words(text, tuple(self._events))
        )
        self._samples.clear()
        self._events.clear()
        return spoken

    def _take(self, samples: Any, count: int, events: Any) -> int:
        if samples and count:
            self._samples += ctypes.string_at(samples, count * 2)
        at = 0
        while events[at].type:
            event = events[at]
            if event.type == _IS_WORD:
                # It counts from one.
                self._events.append((event.text_position - 1, event.audio_position))
            at += 1
        return 0


def find_voice() -> Voice | None:
    """Return the voice of this computer; None where it has none."""
    try:
        import espeakng_loader  # noqa: PLC0415 - it may not be there

        library = ctypes.CDLL(espeakng_loader.get_library_path())
        folder = espeakng_loader.get_data_path()
    except (ImportError, OSError, RuntimeError):
        return None
    path = folder.encode(sys.getfilesystemencoding())
    rate = library.espeak_Initialize(_SYNCHRONOUS, 0, path, _NO_EXIT)
    return Espeak(library, rate) if rate > 0 else None


def _primary(language: str) -> str:
    return language.split("-", maxsplit=1)[0].lower()


def _words(text: str, events: tuple[tuple[int, int], ...]) -> tuple[Heard, ...]:
    """Return what is shown as one word for the library's, which cuts words finer.

    It hears "don't" as two words and "12.5" as three, and names each by where it
    stands. What stands between two spaces is pointed out whole, once.
    """
    whole = [found.span() for found in re.finditer(r"\S+", text)]
    heard: list[Heard] = []
    for position, at_ms in events:
        span = next((one for one in whole if one[0] <= position < one[1]), None)
        if span is not None and (not heard or span[0] > heard[-1].start):
            heard.append(Heard(*span, at_ms))
    return tuple(heard)
