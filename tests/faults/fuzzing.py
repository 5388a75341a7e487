"""Spoiling what is well made, steered by what the program does with it.

Run as ``python -m tests.faults.fuzzing TARGET FOLDER SEED SECONDS``. atheris counts
which parts of the program an input reaches and keeps what reaches more. It stops at the
first input that does what it must not, and leaves it in the folder.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["coprod_desktop", "json"]):
    from tests.faults.targets import TARGETS

LONGEST_INPUT = 200_000


def main(kind: str, folder: str, seed: str, seconds: str) -> None:
    """Fuzz one target for so many seconds."""
    place = Path(folder).resolve()
    corpus = place / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    inside = place / "inside"
    inside.mkdir(exist_ok=True)
    target = TARGETS[kind](inside)
    target.get_used()
    for number, sample in enumerate(target.samples()):
        (corpus / f"sample-{number}").write_bytes(sample)

    def one_input(content: bytes) -> None:
        wrong = target.broken(content)
        if wrong is not None:
            sys.stderr.write(f"BROKEN {wrong}\n")
            raise AssertionError(wrong)

    asked = (
        *(f"-seed={seed}", f"-max_total_time={seconds}", f"-max_len={LONGEST_INPUT}"),
        *(f"-artifact_prefix={place}/broken-", "-print_final_stats=1", "-timeout=20"),
        *("-rss_limit_mb=2048", str(corpus)),
    )
    atheris.Setup([sys.argv[0], *asked], one_input, enable_python_coverage=True)
    atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv[1:])
