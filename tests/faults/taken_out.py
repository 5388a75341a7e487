"""Take out what protects words, one thing at a time, and see that tests notice.

Run as ``python -m tests.faults.taken_out``, or among the full campaigns. Each time the
program is copied to a folder that is thrown away, one line is taken out of the
copy, and the tests that are named beside it are run there: before, when they must pass,
and after, when they must fail. It prints how many of the five were noticed, and fails
unless all were.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.architecture.source import ROOT

TREE = ("coprod_desktop", "resources", "tests", "translations", "pyproject.toml")


@dataclass(frozen=True)
class Cut:
    """One thing that protects words, where it stands, and what looks after it."""

    what: str
    file: str
    before: str
    after: str
    tests: tuple[str, ...]

    def stands(self, root: Path) -> int:
        """How often it stands in its file: once, or this has been left behind."""
        return (root / self.file).read_text("utf-8").count(self.before)

    def take_out(self, root: Path) -> None:
        """Take it out of a copy."""
        file = root / self.file
        text = file.read_text("utf-8")
        file.write_text(text.replace(self.before, self.after), encoding="utf-8")


# The first is the quickest: an ordinary run of the tests takes it out as well.
CUTS = (
    Cut(
        "the PIN counter",
        "coprod_desktop/store/tries.py",
        '            turn.put(tries, {"person": person, "failed": failed + 1})\n',
        "",
        ("tests/store/test_tries.py",),
    ),
    Cut(
        "the escape: hostile words in a paper's markup",
        "coprod_desktop/pdf/metadata.py",
        'return escape(_NOT_XML.sub("\\ufffd", text))',
        'return _NOT_XML.sub("\\ufffd", text)',
        ("tests/pdf/test_render.py",),
    ),
    Cut(
        "the signature check",
        "coprod_desktop/crypto/signing.py",
        "        return False\n    return True",
        "        return True\n    return True",
        ("tests/store/test_verifying.py",),
    ),
    Cut(
        "a sync: of what was written to the journal",
        "coprod_desktop/store/journal_file.py",
        "        sync_file(self._file)\n",
        "",
        ("tests/store/test_failing_disk_posix.py", "tests/store/test_journal_file.py"),
    ),
    Cut(
        "the journal write",
        "coprod_desktop/store/database.py",
        "                        self.journal.write(turn)\n",
        "                        pass\n",
        ("tests/store/test_journal.py",),
    ),
)


def copied(to: Path) -> Path:
    """Copy what the tests need of the project."""
    skipped = shutil.ignore_patterns("__pycache__", "*.pyc")
    for name in TREE:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, to / name, ignore=skipped)
        else:
            shutil.copy(ROOT / name, to / name)
    return to


def passes(root: Path, tests: tuple[str, ...]) -> bool:
    """Whether these tests pass in a copy.

    Raises:
        RuntimeError: They could not even be collected.
    """
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *tests],
        cwd=root,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
    )
    if ran.returncode not in (0, 1):
        raise RuntimeError(f"{tests} did not run:\n{ran.stdout}{ran.stderr}")
    return ran.returncode == 0


def noticed(cut: Cut) -> str | None:
    """Say why a cut was not noticed, or None where it was."""
    if cut.stands(ROOT) != 1:
        return "it does not stand there any more, once and no more"
    with TemporaryDirectory(prefix="taken-out-") as place:
        root = copied(Path(place))
        if not passes(root, cut.tests):
            return "its tests fail before anything is taken out"
        cut.take_out(root)
        return "its tests pass without it" if passes(root, cut.tests) else None


def main() -> int:
    """Take out one after the other, and print what came of it."""
    count = 0
    for cut in CUTS:
        wrong = noticed(cut)
        count += wrong is None
        sys.stdout.write(f"{cut.what}: {wrong or 'noticed'}\n")
        sys.stdout.flush()
    sys.stdout.write(f"{count} of {len(CUTS)}\n")
    return 0 if count == len(CUTS) else 1


if __name__ == "__main__":
    sys.exit(main())
