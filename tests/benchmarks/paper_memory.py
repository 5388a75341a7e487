"""How much memory a process has had at most when it has made 200 pages.

A process of its own for each package, from its start: Python, the package, fonts,
pictures and the file itself are in it. Qt is not: no paper needs it. The system's own
figure since the process began (``VmHWM``); only Linux tells it so.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from tests.benchmarks.paper_plan import plan

_STATUS = Path("/proc/self/status")


def peak_mib(name: str, times: int) -> float:
    """Return the peak of a process that makes one paper.

    Raises:
        CalledProcessError: It could not be made.
    """
    command = [sys.executable, "-m", __name__, name, str(times)]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    return float(ran.stdout)


def _main(name: str, times: int) -> None:
    from tests.benchmarks import paper_rivals

    ready: paper_rivals.Ready = getattr(paper_rivals, name)
    ready(plan(times))()
    assert not any(one.startswith("PySide6") for one in sys.modules)
    found = re.search(r"VmHWM:\s+(\d+) kB", _STATUS.read_text("ascii"))
    assert found
    print(int(found[1]) / 1024)


if __name__ == "__main__":
    _main(sys.argv[1], int(sys.argv[2]))
