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
import ssl
print(ssl.OPENSSL_VERSION_NUMBER > 0)
"""


def test_what_is_slow_can_be_loaded_beforehand() -> None:
    warm_up()


def test_what_speaks_to_networks_is_left_out_and_can_be_had_afterwards() -> None:
    command = [sys.executable, "-c", ALONE]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)

    assert ran.stdout.split() == ["True", "False", "True"]
