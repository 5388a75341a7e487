"""A real client of the accessibility bus reads the whole window, before and after.

Off-screen Qt has no such bus, so this one has a display of its own (FACTS 2).
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.architecture.source import ROOT
from tests.gui.privacy.desk import CANARY
from tests.gui.privacy.needs import need_a_client
from tests.gui.privacy.seen_session import PUT
from tests.gui.privacy.traces import tell

SAM = "Sam Example"


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """A display that nobody sees; the server chooses its number."""
    need_a_client()
    told, tells = os.pipe()
    command = ["Xvfb", "-displayfd", str(tells), "-screen", "0", "1366x768x24"]
    with subprocess.Popen(
        [*command, "-nolisten", "tcp"], pass_fds=[tells], stderr=subprocess.DEVNULL
    ) as server:
        os.close(tells)
        with os.fdopen(told) as answer:
            number = answer.readline().strip()
        assert number, "the display did not come up"
        yield f":{number}"
        server.terminate()


@pytest.fixture(scope="module")
def told(
    display: str, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, list[str]]:
    """What the client was told after each step."""
    folder = tmp_path_factory.mktemp("seen") / "ward-pc"
    settings = {
        **os.environ,
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
    }
    session = [sys.executable, "-m", "tests.gui.privacy.seen_session", str(folder)]
    ran = subprocess.run(
        ["dbus-run-session", "--", *session],
        cwd=ROOT,
        env=settings,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert ran.returncode == 0, ran.stderr
    found: dict[str, list[str]] = json.loads(ran.stdout.splitlines()[-1])
    return found


def test_a_client_reads_the_words_while_they_are_being_written(told):
    assert tell(told["write"], CANARY)
    assert tell(told["write"], SAM)


def test_a_client_reads_nothing_while_they_are_covered_and_all_when_they_are_not(told):
    assert tell(told["cover"], CANARY, SAM) == []
    assert "This computer is in use" in told["cover"]
    assert tell(told["uncover"], CANARY)


def test_a_client_is_told_the_language_of_the_screen(told):
    assert told["language"] == ["en_GB"]


def test_whoever_writes_by_a_client_alone_is_here(told):
    assert told["put"]
    assert tell(told["minute"], CANARY)
    assert "This computer is locked" not in told["minute"]
    assert any(PUT * 3 in one for one in told["minute"])


def test_a_client_reads_nothing_of_anybody_when_it_is_locked(told):
    assert tell(told["lock"], CANARY, SAM) == []
    assert "This computer is locked" in told["lock"]


def test_a_client_that_kept_what_it_met_is_told_nothing_more(told):
    assert tell(told["kept"], CANARY, SAM) == []
