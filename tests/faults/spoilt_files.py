"""Reading what somebody else may have written and spoilt, in a child process."""

from __future__ import annotations

import json
import time
from pathlib import Path
from random import Random

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from tests.faults.fork_server import Tell
from tests.faults.spoiling import SPOILERS
from tests.faults.targets import TARGETS


def read_spoilt(tell: Tell, kind: str, folder: str, dice: int, examples: int) -> None:
    """Read so many spoilt files; tell each that was read wrongly, and figures."""
    began = time.process_time()
    place = Path(folder)
    target = TARGETS[kind](place / "inside")
    target.get_used()
    target.limit_memory()
    samples = target.samples()

    @seed(dice)
    @settings(
        max_examples=examples,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.randoms(use_true_random=True), st.sampled_from(samples))
    def nothing_breaks(chance: Random, sample: bytes) -> None:
        content = SPOILERS[kind](chance, sample)
        wrong = target.broken(content)
        if wrong is not None:
            file = place / f"broken-{dice}.bin"
            file.write_bytes(content)
            tell("broken", json.dumps(f"{wrong}\nkept in {file}"))
        assert wrong is None

    try:
        nothing_breaks()
    except AssertionError:
        tell("stopped")
    tell("figures", target.slowest_s, target.was_read, time.process_time() - began)
