"""What is loaded behind the first screen, and what is left out of it."""

from __future__ import annotations

import subprocess
import sys

from coprod_desktop.workspace.warm_up import warm_up
from tests.architecture.source import ROOT

ALONE = """
import sys
from coprod_desktop.workspace.warm_up import warm_up
warm_up()
print("sqlalchemy" in sys.modules, "ssl" in sys.modules)
from sqlalchemy.util.concurrency import is_exit_exception
print(is_exit_exception(ValueError()), is_exit_exception(TimeoutError()))
print("asyncio.base_events" in sys.modules)
import asyncio
print(asyncio.run(asyncio.sleep(0, "woke")))
import ssl
print(ssl.OPENSSL_VERSION_NUMBER > 0)
"""

PAPER = """
import sys
from coprod_desktop.workspace.warm_up import warm_up, warm_up_paper
def has_loaded():
    return all(one in sys.modules for one in ("reportlab", "svglib"))
warm_up()
print(has_loaded())
warm_up_paper(["dog"])
print(has_loaded())
"""


def test_what_is_slow_can_be_loaded_beforehand() -> None:
    warm_up()


def test_what_speaks_to_networks_is_left_out_and_can_be_had_afterwards() -> None:
    first, errors = ["True", "False"], ["False", "True"]
    assert said_by(ALONE) == [*first, *errors, "False", "woke", "True"]


def test_what_makes_paper_is_loaded_when_that_is_asked_for_and_not_before() -> None:
    assert said_by(PAPER) == ["False", "True"]


def said_by(program: str) -> list[str]:
    command = [sys.executable, "-c", program]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return ran.stdout.split()
