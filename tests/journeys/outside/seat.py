"""A computer without a person: a display that nobody sees, and a desktop's buses."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

LAUNCHER = "/usr/libexec/at-spi-bus-launcher"

Environment = Mapping[str, str]


@contextmanager
def running(*command: str, environment: Environment | None = None) -> Iterator[None]:
    """Keep a server running as long as this lasts."""
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, env=environment, stdout=quiet, stderr=quiet) as one:
        try:
            yield
        finally:
            one.terminate()


@contextmanager
def telling(command: list[str], flag: str) -> Iterator[str]:
    """Keep a server running that says where it is; give what it says.

    ``flag`` is the option that takes the number of the pipe to say it on.
    """
    told, tells = os.pipe()
    command = [*command, *(f"{flag}{tells}".split())]
    with subprocess.Popen(
        command, pass_fds=[tells], stderr=subprocess.DEVNULL
    ) as server:
        try:
            os.close(tells)
            with os.fdopen(told) as answer:
                said = answer.readline().strip()
            assert said, f"{command[0]} did not come up"
            yield said
        finally:
            server.terminate()


@contextmanager
def seat(size: str = "1366x768x24") -> Iterator[dict[str, str]]:
    """Give the environment of a desktop of its own; all of it goes at the end."""
    screen = ["Xvfb", "-screen", "0", size, "-nolisten", "tcp"]
    with (
        telling(screen, "-displayfd ") as number,
        telling(["dbus-daemon", "--session", "--nofork"], "--print-address=") as bus,
    ):
        environment = {
            **os.environ,
            "DISPLAY": f":{number}",
            "DBUS_SESSION_BUS_ADDRESS": bus,
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }
        for name in ("WAYLAND_DISPLAY", "XDG_CURRENT_DESKTOP", "QT_QPA_PLATFORMTHEME"):
            environment.pop(name, None)
        with running(LAUNCHER, "--launch-immediately", environment=environment):
            yield environment
