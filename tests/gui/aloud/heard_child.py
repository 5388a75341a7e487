"""Reads a label aloud on the real loudspeaker; tells when each word was pointed out.

A line of JSON for each word: the word, and the time on the clock that all processes
share, in seconds. Then "done", or "failed" where it could not be played.
"""

from __future__ import annotations

import json
import sys
import time

from PySide6.QtWidgets import QApplication

from coprod_desktop.gui.aloud.passages import Passage
from coprod_desktop.gui.aloud.player import Player
from coprod_desktop.gui.aloud.sound import Loudspeaker
from coprod_desktop.gui.aloud.speaker import PlayedVoice
from coprod_desktop.gui.widgets.plain import long_words
from coprod_desktop.speech.espeak import find_voice


def main(language: str, words: str) -> None:
    """Read the words aloud once."""
    app = QApplication(["heard", "-platform", "offscreen"])
    voice, sound = find_voice(), Loudspeaker()
    assert voice is not None
    assert sound.is_there()
    label = long_words(words)
    label.show()
    player = Player(PlayedVoice(voice, sound))

    def tell() -> None:
        now = time.monotonic()
        if label.pointed_out:
            print(json.dumps([label.pointed_out, now]), flush=True)

    def end(how: str) -> None:
        print(how, flush=True)
        app.quit()

    player.pointed.connect(tell)
    player.finished.connect(lambda: end("done"))
    player.failed.connect(lambda: end("failed"))
    player.read((Passage(words, label),), language, 100)
    app.exec()


if __name__ == "__main__":
    main(*sys.argv[1:])
