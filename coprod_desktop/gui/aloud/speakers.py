"""Which voices this computer has, and which of them says a piece (decision 032)."""

from __future__ import annotations

import sys
from collections.abc import Callable

from coprod_desktop.gui.aloud.sound import Loudspeaker, Sound
from coprod_desktop.gui.aloud.speaker import Piece, PlayedVoice, Speaker
from coprod_desktop.speech.espeak import find_voice

ENGINES = {"win32": ("winrt", "sapi"), "darwin": ("darwin",)}
"""Qt's names of the engines of each system, by :data:`sys.platform`, best first.

None of Linux: there they do not tell their words.
"""


class Speakers:
    """Several. A piece is said by the first that knows its language."""

    def __init__(self, *speakers: Speaker) -> None:
        """Prefer them in this order."""
        self._speakers = list(speakers)
        self._saying = speakers[0]

    def is_there(self) -> bool:
        """Whether one of them could be heard now."""
        return any(one.is_there() for one in self._speakers)

    def knows(self, language: str) -> bool:
        """Whether one of them can say words of a language."""
        return any(one.knows(language) for one in self._speakers)

    def say(
        self, piece: Piece, ended: Callable[[], None], failed: Callable[[], None]
    ) -> None:
        """Say a piece; see :class:`Speaker`.

        One that fails while there is a loudspeaker is not asked again, if another
        knows the language: that one says the piece.
        """
        self.stop()
        knowing = [one for one in self._speakers if one.knows(piece.language)]
        self._saying = knowing[0]

        def go_to_the_next() -> None:
            if len(knowing) == 1 or not self.is_there():
                failed()
                return
            self._speakers.remove(knowing[0])
            self.say(piece, ended, failed)

        self._saying.say(piece, ended, go_to_the_next)

    def heard_now(self) -> tuple[int, int] | None:
        """Return where the words stand in the piece that are heard now."""
        return self._saying.heard_now()

    def pause(self) -> None:
        """Hold the piece where it is."""
        self._saying.pause()

    def go_on(self) -> None:
        """Say on from there."""
        self._saying.go_on()

    def stop(self) -> None:
        """Be silent at once, and keep nothing of the piece."""
        self._saying.stop()


def find_speaker(platform: str = sys.platform) -> Speaker | None:
    """Return what says words on this computer; None where nothing does.

    ``platform`` is named as by :data:`sys.platform`. Where the system's own voices
    tell their words they come first, and eSpeak NG says what they do not know.
    """
    loudspeaker = Loudspeaker()
    voice = find_voice()
    found = (
        _systems_own(platform, loudspeaker),
        None if voice is None else PlayedVoice(voice, loudspeaker),
    )
    speakers = [one for one in found if one is not None]
    return Speakers(*speakers) if speakers else None


def _systems_own(platform: str, sound: Sound) -> Speaker | None:
    names = ENGINES.get(platform)
    if names is None:
        return None
    # Qt's speech is not loaded where it is not wanted.
    from coprod_desktop.gui.aloud.system_speaker import made_by  # noqa: PLC0415

    return made_by(names, sound.is_there)
