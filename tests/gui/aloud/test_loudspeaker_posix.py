"""The real voice on a real loudspeaker that nobody hears."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.gui.aloud.null_sink import FAINT, unheard
from tests.speech.needs import need_a_sink, real_voice

WORDS = "Yes. No. Stop. Again. Tea."
MOST_S = 0.1
TRIES = 3
"""Other programs may hold up one reading on a busy machine; not all of them."""


def read_aloud(folder: Path, language: str, words: str) -> tuple[list[float], int]:
    """Return how far from each word's sound it was pointed out, and the loudness."""
    child = [sys.executable, "-m", "tests.gui.aloud.heard_child", language, words]
    with unheard(folder) as (settings, recording):
        said = subprocess.run(
            child, env=settings, capture_output=True, text=True, timeout=120
        )
        recording.end()
    *told, last = said.stdout.splitlines()
    assert last == "done", said.stderr
    pointed = [json.loads(line) for line in told]
    assert [word for word, _ in pointed] == words.split()
    heard = recording.beginnings_s()
    assert len(heard) == len(pointed)
    ways = [at - heard_s for (_, at), heard_s in zip(pointed, heard, strict=True)]
    return ways, recording.loudest()


@pytest.mark.parametrize("language", ["en"])
def test_words_are_heard_and_shown_within_100_ms_of_each_other(
    tmp_path_factory: pytest.TempPathFactory, language: str
) -> None:
    need_a_sink()
    real_voice()
    nearest = [float("inf")] * len(WORDS.split())
    for _ in range(TRIES):
        ways, loudest = read_aloud(tmp_path_factory.mktemp("sound"), language, WORDS)
        print([round(one, 3) for one in ways], loudest)
        assert loudest > 10 * FAINT
        nearest = list(map(min, nearest, map(abs, ways)))
        if max(nearest) <= MOST_S:
            break

    assert max(nearest) <= MOST_S
